//! The search as pages see it, told of no checkout: wherever it stands, it is the same.

use chrono::{DateTime, TimeDelta, Utc};
use pickpost_shop::address::Address;
use pickpost_shop::config::MapSettings;
use pickpost_shop::i18n::Lang;
use pickpost_shop::pickup::feed::import::read;
use pickpost_shop::pickup::finder::{Entry, Finder, FinderView, PointQuery, State};
use pickpost_shop::pickup::search::{Age, Shown};
use pickpost_shop::pickup::{Kind, Misfit, Point};
use pickpost_shop::seal::Seal;
use uuid::Uuid;

use super::data;

const BASE: &str = "/en/order/7/point";

fn shown() -> Shown {
    Shown::new(read(&data("points.json")).expect("points").points, Age::default())
}

fn home() -> Address {
    let name = serde_json::json!({"title": null, "first_name": "Hans", "last_name": "Muster"});
    let address = serde_json::json!({
        "party": {"Person": name}, "street": "Bellerivestrasse", "house_number": "5", "extra": null,
        "postcode": "8008", "town": "Zürich", "country": "CH",
    });
    serde_json::from_value(address).expect("an address")
}

/// A Tuesday morning.
fn now() -> DateTime<Utc> {
    "2026-11-24T09:00:00Z".parse().expect("a moment")
}

fn finder<'a>(seal: &'a Seal, home: &'a Address) -> Finder<'a> {
    Finder {
        lang: Lang::En,
        base: BASE.into(),
        instead: "/en/order/7".into(),
        now: now(),
        arrives: "2026-11-26".parse().expect("a date"),
        misfits: [None, None],
        home: Some(home),
        kind: Kind::PickPost,
        chosen: None,
        whose: (Uuid::from_u128(7), 3),
        seal,
        remembers: true,
        offers_posts_map: false,
    }
}

fn asked(finder: &Finder<'_>, index: &Shown, query: &str) -> FinderView {
    let query: PointQuery = serde_html_form::from_str(query).expect("a question");
    finder.view(index, &MapSettings::default(), &query, None)
}

#[test]
fn all_its_links_lead_to_the_page_it_stands_on() {
    let (seal, home, index) = (Seal::new([7; 64]), home(), shown());
    let finder = finder(&seal, &home);
    for (query, q) in [("", None), ("q=Buchs&kind=both&saturday=1", Some("q=Buchs"))] {
        let view = asked(&finder, &index, query);
        assert_eq!(view.state, State::Found);
        let chips = view.kinds.iter().chain(&view.chips).map(|chip| &chip.href);
        let links = chips.chain(view.pages.iter().map(|page| &page.href)).chain(&view.next_page);
        for link in links {
            let parameters =
                link.strip_prefix(BASE).and_then(|rest| rest.strip_prefix('?')).expect("its page");
            // Where somebody lives stands in no address.
            assert_eq!(parameters.contains("q="), q.is_some(), "{link}");
            assert!(q.is_none_or(|q| parameters.contains(q)), "{link}");
        }
        assert!(view.alternatives.iter().all(|(_, href)| href.starts_with(BASE)));
        assert_eq!(view.alternatives.is_empty(), q.is_none(), "there are several places called Buchs");
    }
    assert!(asked(&finder, &index, "").told.contains("8008 Zürich"));
}

#[test]
fn a_choice_goes_once_into_what_it_was_shown_for() {
    let (seal, home, index) = (Seal::new([7; 64]), home(), shown());
    let finder = finder(&seal, &home);
    let entries = asked(&finder, &index, "q=Bern").entries;
    let Entry { id, token, .. } = entries.iter().find(|entry| entry.refused.is_none()).expect("a point");
    let pick = |finder: &Finder<'_>, index: &Shown, token: &str| {
        finder.pick(index, token).map(|point| point.id.to_string())
    };
    let picked = |finder: &Finder<'_>| pick(finder, &index, token);
    let refused = |key: &str| Err(Lang::En.t(key).into_owned());
    assert_eq!(picked(&finder), Ok(id.clone()));
    let of_another = Finder { whose: (Uuid::from_u128(8), 3), ..finder.clone() };
    assert_eq!(picked(&of_another), refused("point-foreign"));
    let used = Finder { whose: (Uuid::from_u128(7), 4), ..finder.clone() };
    assert_eq!(picked(&used), refused("point-used"));
    // The second click on one button.
    assert_eq!(picked(&Finder { chosen: Some(id), ..used }), Ok(id.clone()));
    let late = Finder { now: now() + TimeDelta::hours(2), ..finder.clone() };
    assert_eq!(picked(&late), refused("point-expired"));
    let empty = Shown::new(Vec::new(), Age::default());
    assert_eq!(pick(&finder, &empty, token), refused("point-gone"));
    assert_eq!(pick(&finder, &index, ""), refused("point-choose"));
}

#[test]
fn what_does_not_take_the_parcel_says_so_and_cannot_be_chosen() {
    let (seal, home, index) = (Seal::new([7; 64]), home(), shown());
    let bulky = Finder { misfits: [None, Some(Misfit::TooBulky)], ..finder(&seal, &home) };
    let reason = Misfit::TooBulky.told(Lang::En);
    let locker = &asked(&bulky, &index, "q=Bern&kind=my_post_24").entries[0];
    assert_eq!(locker.refused.as_ref(), Some(&reason));
    let told = bulky.pick(&index, &locker.token).expect_err("it does not fit");
    assert!(told.contains(&reason) && told.contains(&locker.name), "{told}");
    assert_eq!(asked(&bulky, &index, "q=Bern&kind=my_post_24&fits=1").state, State::Filtered);
    let counters = asked(&bulky, &index, "q=Bern&kind=both&fits=1").entries;
    assert!(counters.iter().all(|entry| entry.icon == "counter" && entry.refused.as_ref() != Some(&reason)));
    // A point that was chosen before is looked at again.
    let chosen = Finder { chosen: Some(&locker.id), ..bulky.clone() };
    assert_eq!(chosen.lost(&index), Some(told));
    assert_eq!(
        Finder { chosen: Some("none"), ..bulky.clone() }.lost(&index),
        Some(Lang::En.t("point-gone").into_owned())
    );
    assert_eq!(bulky.lost(&index), None);
}

#[test]
fn the_map_has_the_points_of_the_list_where_they_are() {
    let (seal, home, index) = (Seal::new([7; 64]), home(), shown());
    let finder = finder(&seal, &home);
    let query: PointQuery = serde_html_form::from_str("kind=my_post_24&open=1").expect("a question");
    let spots = serde_json::to_value(finder.spots(&index, &query)).expect("JSON");
    let column = |name: &str| spots[name].as_array().expect("a column").clone();
    let summed = |name: &str| {
        let steps = column(name).into_iter().map(|step| step.as_i64().expect("a number"));
        steps.scan(0, |at, step| {
            *at += step;
            Some(*at)
        })
    };
    let (ids, lats, lons) = (column("ids"), summed("lat"), summed("lon"));
    let mut count = 0;
    for ((id, lat), lon) in ids.iter().zip(lats).zip(lons) {
        let point: &Point = index.get(id.as_str().expect("an id")).expect("a point");
        assert!(point.kind == Kind::MyPost24 && point.is_open(finder.swiss_now()));
        let metre = |degrees: f64, steps: i64| (degrees * 1e5 - steps as f64).abs() < 1.0;
        assert!(metre(point.lat, lat) && metre(point.lon, lon), "{id}");
        count += 1;
    }
    let list = asked(&finder, &index, "q=Bern&kind=my_post_24&open=1");
    assert_eq!(list.pages.last().map(|page| page.number), Some(usize::div_ceil(count, 10)));
}
