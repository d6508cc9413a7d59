//! Going live: Post's real points take the place of the invented ones, however few they are and however they are told.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::web::{Query, get};
use actix_web::{App, HttpResponse, HttpServer};
use pickpost_shop::pickup::Point;
use pickpost_shop::pickup::feed::import::shown;
use serde_json::json;
use sqlx::PgPool;

use crate::support::patience;
use crate::support::shop::Shop;

const TYPES: &str =
    r#"{"ok": true, "types": [{"id": "001134032", "tag": "S9"}, {"id": "001490010", "tag": "S2"}]}"#;
const HOURS: &str = "<Monday><Timeslice><TimeFrom>06:00</TimeFrom><TimeUntil>00:00</TimeUntil></Timeslice></Monday>\
    <Friday><Timeslice><TimeFrom>08:00</TimeFrom><TimeUntil>12:00</TimeUntil></Timeslice>\
    <Timeslice><TimeFrom>12:00</TimeFrom><TimeUntil>18:00</TimeUntil></Timeslice></Friday>";

/// A location service that calls nothing invented: a counter in Uster twice, one in Vaduz, one whose hours are nonsense.
async fn service() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let at = listener.local_addr().expect("an address");
    let types = || async { HttpResponse::Ok().content_type("application/json").body(TYPES) };
    let find = |query: Query<Vec<(String, String)>>| async move {
        let counters = query.iter().any(|(name, value)| name == "query" && value == "S9");
        let poi = |id: &str, zip: &str, city: &str, x: f64, y: f64| {
            json!({"id": id, "type": "001PST", "name": format!("Post Filiale {city}"), "x": x, "y": y,
                   "info": {"Street": "Bankstrasse 1", "Zip": zip, "City": city}})
        };
        let all = [
            poi("001PST_1", "8610", "Uster", 8.72, 47.35),
            poi("001PST_1 ", "8610", "Uster", 8.72, 47.35),
            poi("001PST_2", "9490", "Vaduz", 9.52, 47.14),
            poi("001PST_3", "3011", "Bern", 7.44, 46.95),
        ];
        let pois: Vec<_> = all.into_iter().filter(|_| counters).collect();
        HttpResponse::Ok().json(json!({"ok": true, "count": pois.len(), "pois": pois}))
    };
    let poi = |query: Query<Vec<(String, String)>>| async move {
        let id = query.iter().find(|(name, _)| name == "id").map(|(_, id)| id.trim().to_owned());
        let hours = match id.as_deref() {
            Some("001PST_3") => HOURS.replace("18:00", "half past six"),
            _ => HOURS.to_owned(),
        };
        let xml = format!(
            "<POI><Address><KantonCode>LI</KantonCode></Address><Counter CounterTypeId='0011'><OpeningPeriods>\
             <OpeningHours>{hours}</OpeningHours></OpeningPeriods></Counter></POI>"
        );
        HttpResponse::Ok().content_type("application/xml").body(xml)
    };
    let app = move || {
        App::new()
            .route("/Types", get().to(types))
            .route("/Find", get().to(find))
            .route("/Poi", get().to(poi))
    };
    let server = HttpServer::new(app).workers(1).disable_signals().listen(listener).expect("a server");
    actix_web::rt::spawn(server.run());
    format!("http://{at}")
}

#[actix_web::test]
async fn real_points_take_the_place_of_invented_ones_however_few_they_are() {
    let url = service().await;
    let settings =
        [("POST_LOCATIONS_URL", &*url), ("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "1")];
    let shop = Shop::open_with(&[("POST_LOCATIONS_EVERY", "off")]).await;
    let pool = PgPool::connect(&shop.database).await.expect("the database");
    // A shop that sells for real shows no invented point meanwhile.
    assert!(shown(&pool, false).await.expect("an index").all().is_empty());
    assert_eq!(shown(&pool, true).await.expect("an index").all().len(), 2700);
    let _asking = Shop::open_with(&[&settings[..], &[("DATABASE_URL", &*shop.database)]].concat()).await;
    let mut points: Vec<Point> = Vec::new();
    for _ in patience() {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let now = shown(&pool, true).await.expect("the points");
        if !now.age().synthetic {
            points = now.all().iter().map(|point| Point::clone(point)).collect();
            break;
        }
    }
    let names: Vec<&str> = points.iter().map(|point| point.town.as_str()).collect();
    assert_eq!(names, ["Uster", "Vaduz"], "one twice is one, and one point's nonsense hides no other");
    assert_eq!(points[1].canton, "FL", "the place knows its country better than a strange code");
    let of = |day| points[0].hours.of(day).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(of(chrono::Weekday::Mon), ["06:00–24:00"]);
    assert_eq!(of(chrono::Weekday::Fri), ["08:00–18:00"]);
    assert_eq!(shown(&pool, false).await.expect("an index").all().len(), 2, "these may be sold");
}
