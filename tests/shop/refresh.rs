//! Points with an age: what a refresh takes, what it refuses, and what shoppers see meanwhile.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use pickpost_shop::clock::Clock;
use pickpost_shop::pickup::feed::changes::Source;
use pickpost_shop::pickup::feed::import::{self, ImportError};
use pickpost_shop::pickup::feed::store::{self, Lease};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, walk};
use crate::support::{patience, until};

/// A shop that looks after its points often.
const OFTEN: [(&str, &str); 2] = [("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "100000")];

async fn count(owner: &mut PgConnection, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(owner).await.expect("a number")
}

/// Waits until nobody is asking Post, and nobody is about to: at most, what failed waits for its next try.
async fn idle(owner: &mut PgConnection) {
    let busy = "select count(*) from job where kind = 'refresh_points' and (leased_by is not null or last_error is null)";
    let asked = "select count(*) from points_refresh where source = 'service'";
    for _ in patience() {
        if count(owner, asked).await > 0 && count(owner, busy).await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("a refresh that does not end")
}

/// Lets the shop ask Post now, and waits for what comes of it: outcome and reason.
async fn refreshed(owner: &mut PgConnection) -> (String, Option<String>) {
    // The first one of all begins as soon as the shop is open.
    idle(owner).await;
    let before = count(owner, "select coalesce(max(id), 0) from points_refresh").await;
    let due = "update job_schedule set due_at = now() where kind = 'refresh_points'";
    sqlx::query(due).execute(&mut *owner).await.expect("due");
    for _ in patience() {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let row =
            sqlx::query_as("select outcome, reason from points_refresh where id > $1 order by id limit 1");
        if let Some(row) = row.bind(before).fetch_optional(&mut *owner).await.expect("the refreshes") {
            idle(owner).await;
            return row;
        }
    }
    panic!("no refresh")
}

/// Asks for a page until it shows what the next look of the shop brings.
async fn shown(visitor: &mut Visitor, path: &str, is: impl Fn(&Visitor) -> bool) {
    for _ in patience() {
        visitor.get(path).await;
        if is(visitor) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{} ({}): {}", visitor.url, visitor.status, visitor.body);
}

/// Waits until the list of points begins so.
async fn seen(visitor: &mut Visitor, beginning: &str) {
    let is = |visitor: &Visitor| {
        let list = visitor.texts(".point").len();
        let note = visitor.texts(".point-list > .soft.small").last().cloned().unwrap_or_default();
        format!("{list} points, {note}").starts_with(beginning)
    };
    shown(visitor, "/en/checkout/point", is).await;
}

#[actix_web::test]
async fn whatever_post_answers_the_last_good_points_serve_on_and_say_how_old_they_are() {
    let shop = Shop::open_with(&OFTEN).await;
    let mut owner = shop.owner().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    assert_eq!(refreshed(&mut owner).await, ("taken".into(), None), "the simulator's points are ours");
    let events = count(&mut owner, "select count(*) from pickup_point_event where what <> 'appeared'").await;
    assert_eq!(events, 0, "changed rows only: nothing changed");
    for (fault, outcome, reason) in [
        ("silent", "failed", "did not answer in time"),
        ("500", "failed", "answered 500"),
        ("garbage", "failed", "not JSON"),
        ("halfbody", "failed", "broke off"),
        ("empty", "refused", "no point"),
        ("fewer", "refused", "more than a tenth"),
        ("nowhere", "refused", "nowhere in the country"),
    ] {
        shop.location_fault(fault).await;
        let (was, why) = refreshed(&mut owner).await;
        assert_eq!(was, outcome, "{fault}");
        assert!(why.as_deref().unwrap_or_default().contains(reason), "{fault}: {why:?}");
        let note = "10 points, Swiss Post is not responding at the moment. This is the list of";
        seen(&mut visitor, note).await;
        let there = count(&mut owner, "select count(*) from pickup_point where gone_at is null").await;
        assert_eq!(there, 2700, "{fault}: nothing is lost");
    }
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/points").await;
    assert!(clerk.body.contains("points lie nowhere in the country"), "the merchant is told");
    shop.location_fault("slow").await;
    assert_eq!(refreshed(&mut owner).await.0, "taken", "slow is not silent");
    seen(&mut visitor, "10 points, Data as of").await;
}

#[actix_web::test]
async fn a_tenth_of_the_points_may_vanish_and_each_comes_back_as_it_was() {
    let shop = Shop::open_with(&OFTEN).await;
    let mut owner = shop.owner().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    // The chosen point is among those that vanish: every tenth of the list.
    let chosen = "update checkout set point_id = 'SIM-B-0001'";
    sqlx::query(chosen).execute(&mut owner).await.expect("another choice");
    shop.location_fault("tenth").await;
    assert_eq!(refreshed(&mut owner).await, ("taken".into(), None), "no more than a tenth");
    let there = count(&mut owner, "select count(*) from pickup_point where gone_at is null").await;
    let kept = count(&mut owner, "select count(*) from pickup_point").await;
    assert_eq!((there, kept), (2430, 2700), "what vanished is kept as such");
    // Whoever has chosen one of them chooses again.
    shown(&mut visitor, "/en/checkout/collector", |visitor| visitor.path() == "/en/checkout/point").await;
    assert!(visitor.texts(".problems")[0].contains("no longer there"), "{:?}", visitor.texts(".problems"));
    shop.location_fault("none").await;
    assert_eq!(refreshed(&mut owner).await.0, "taken");
    let there = count(&mut owner, "select count(*) from pickup_point where gone_at is null").await;
    let events = count(&mut owner, "select count(*) from pickup_point_event where what = 'returned'").await;
    assert_eq!((there, events), (2700, 270));
}

#[actix_web::test]
async fn a_point_that_changed_vanished_or_closed_is_kept_as_such() {
    let shop = Shop::open_with(&OFTEN).await;
    let mut owner = shop.owner().await;
    refreshed(&mut owner).await;
    // As if our copy were of another day: one point with another street, one that Post does not have, one closed.
    for change in [
        "update pickup_point set record = jsonb_set(record, '{street}', '\"Altgasse\"') where id = 'SIM-B-0002'",
        "update pickup_point set record = record || '{\"closed\": {\"from\": \"2026-01-01\", \"until\": \"2099-01-01\"}}',
             details_at = null where id = 'SIM-B-0003'",
        "update pickup_point set gone_at = now() where id = 'SIM-B-0004'",
        "insert into pickup_point (id, kind, lat, lon, record, data_as_of, synthetic, seen_at)
         select 'SIM-OLD', kind, lat, lon, record || '{\"id\": \"SIM-OLD\"}', data_as_of, synthetic, seen_at
         from pickup_point where id = 'SIM-B-0005'",
    ] {
        sqlx::query(change).execute(&mut owner).await.expect("another day");
    }
    assert_eq!(refreshed(&mut owner).await.0, "taken");
    let rows: Vec<(String, String)> = sqlx::query_as(
        "select point_id, what from pickup_point_event where what <> 'appeared' order by point_id",
    )
    .fetch_all(&mut owner)
    .await
    .expect("events");
    let events: BTreeMap<&str, &str> = rows.iter().map(|(id, what)| (id.as_str(), what.as_str())).collect();
    let expected = [
        ("SIM-B-0002", "changed"),
        ("SIM-B-0003", "reopened"),
        ("SIM-B-0004", "returned"),
        ("SIM-OLD", "vanished"),
    ];
    assert_eq!(events, BTreeMap::from(expected));
    let kept =
        count(&mut owner, "select count(*) from pickup_point where id = 'SIM-OLD' and gone_at is not null")
            .await;
    assert_eq!(kept, 1, "a vanished point is kept: orders point at it");
    let street: String =
        sqlx::query_scalar("select record->>'street' from pickup_point where id = 'SIM-B-0002'")
            .fetch_one(&mut owner)
            .await
            .expect("a street");
    assert_ne!(street, "Altgasse");
}

#[actix_web::test]
async fn of_several_instances_one_at_a_time_asks_post() {
    let shop = Shop::open_with(&[("POST_LOCATIONS_EVERY", "off")]).await;
    let pool = PgPool::connect(&shop.database).await.expect("the database");
    let now = Clock::System.now();
    let instances: Vec<Uuid> = (0..8).map(Uuid::from_u128).collect();
    let leases = instances.iter().map(|owner| store::lease(&pool, *owner, Source::Service, now));
    let won = futures_util::future::join_all(leases).await;
    let winners: Vec<&Uuid> = instances
        .iter()
        .zip(won)
        .filter(|(_, won)| matches!(won, Ok(Lease::Taken)))
        .map(|(owner, _)| owner)
        .collect();
    let [first] = winners[..] else { panic!("{} have the lease", winners.len()) };
    // Whoever is still at it keeps it; whoever died while asking gives it back by itself.
    let (later, other) = (|minutes| now + chrono::TimeDelta::minutes(minutes), Uuid::from_u128(9));
    let lease = async |owner, source, minutes| {
        store::lease(&pool, owner, source, later(minutes)).await.expect("an answer")
    };
    assert!(store::renew(&pool, *first, later(3)).await.expect("an answer"));
    assert_eq!(lease(other, Source::ByHand, 7).await, Lease::Held);
    assert_eq!(lease(other, Source::ByHand, 8).await, Lease::Taken);
    // The first one is too late: it neither renews nor gives back what is another's.
    assert!(!store::renew(&pool, *first, later(9)).await.expect("an answer"));
    store::release(&pool, *first).await.expect("nothing happens");
    assert_eq!(lease(*first, Source::Service, 9).await, Lease::Held);
    store::release(&pool, other).await.expect("given back");
    assert_eq!(lease(*first, Source::Service, 9).await, Lease::Taken);
}

#[actix_web::test]
async fn a_refresh_that_ended_with_its_instance_is_made_up_for() {
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut owner = shop.owner().await;
    sqlx::query("update points_state set leased_until = $1, leased_by = gen_random_uuid()")
        .bind(clock.now() + chrono::TimeDelta::minutes(5))
        .execute(&mut owner)
        .await
        .expect("as an instance that was killed leaves it");
    clock.advance(21);
    for wanted in [
        "select least(count(*), 1) from job where last_error = 'busy' and leased_by is null",
        "select least(count(*), 1) from points_refresh where outcome = 'taken' and source = 'service'",
    ] {
        until(&mut owner, wanted, 1).await;
        // The longest first pause.
        clock.advance(376);
    }
}

#[actix_web::test]
async fn without_any_points_another_delivery_is_offered() {
    let shop = Shop::open_with(&OFTEN).await;
    let mut owner = shop.owner().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    shop.location_fault("500").await;
    sqlx::query("update pickup_point set gone_at = now()").execute(&mut owner).await.expect("gone");
    sqlx::query("update points_state set version = version + 1").execute(&mut owner).await.expect("told");
    refreshed(&mut owner).await;
    let none = "The pick-up points are not available at the moment";
    shown(&mut visitor, "/en/checkout/point?q=Bern", |visitor| visitor.body.contains(none)).await;
    assert_eq!(visitor.attribute(".point-list a.button", "href").as_deref(), Some("/en/checkout/delivery"));
    visitor.get("/en/checkout/delivery").await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    assert_eq!(visitor.path(), "/en/checkout/payment", "the sale is not lost");
    shop.location_fault("none").await;
    assert_eq!(refreshed(&mut owner).await.0, "taken");
    let there = count(&mut owner, "select count(*) from pickup_point where gone_at is null").await;
    assert_eq!(there, 2700, "they have returned");
}

/// The demonstration points, changed, as a text and as a file.
fn changed_points(change: &dyn Fn(&mut serde_json::Value)) -> (String, PathBuf) {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let mut file: serde_json::Value =
        serde_json::from_str(include_str!("../../data/points.json")).expect("JSON");
    change(&mut file);
    let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("points-{number}.json"));
    std::fs::write(&path, file.to_string()).expect("a file");
    (file.to_string(), path)
}

/// The program itself on the shop's database and simulator: whether all went well, and what it said.
fn program(shop: &Shop, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pickpost-shop"));
    command.args(arguments).env("DATABASE_URL", &shop.database).env("POST_BASE_URL", &shop.sandbox);
    let output = command.output().expect("the program");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[actix_web::test]
async fn a_merchant_takes_points_from_a_file_and_goes_back_to_the_service_by_hand() {
    let shop = Shop::open_with(&OFTEN).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let (_, renamed) = changed_points(&|file| file["points"][0]["name"] = "Gallus Counter".into());
    let (done, said) = program(&shop, &["points", "import", &renamed.display().to_string()]);
    assert!(done && said.contains("2700 points: 0 appeared, 1 changed, 0 vanished."), "{said}");
    for _ in patience() {
        tokio::time::sleep(Duration::from_millis(50)).await;
        visitor.get("/en/checkout/point?q=Gallus+Counter").await;
        if visitor.texts(".points h2")[0] == "Gallus Counter" {
            break;
        }
    }
    assert_eq!(visitor.texts(".points h2")[0], "Gallus Counter", "an open shop shows them within seconds");
    // Whoever takes points from a file decides when they are new.
    let pool = PgPool::connect(&shop.database).await.expect("the database");
    let scheduled = store::lease(&pool, Uuid::nil(), Source::Service, Clock::System.now()).await;
    assert_eq!(scheduled.expect("an answer"), Lease::Unwanted);
    let (done, said) = program(&shop, &["points", "refresh"]);
    assert!(done && said.contains("Post's points are taken; 1 of them"), "{said}");
    shop.location_fault("500").await;
    let (done, said) = program(&shop, &["points", "refresh"]);
    assert!(!done && said.contains("Post did not give its points: Post answered 500"), "{said}");
    shop.location_fault("none").await;
    // Invented points never take the place of real ones.
    let (_, real) = changed_points(&|file| file["synthetic"] = false.into());
    assert!(program(&shop, &["points", "import", &real.display().to_string()]).0);
    let (done, said) = program(&shop, &["points", "refresh"]);
    assert!(!done && said.contains("its points are invented, and those of the shop are real"), "{said}");
    let (done, said) = program(&shop, &["points", "import", "no-such-file.json"]);
    assert!(!done && said.contains("no-such-file.json"), "{said}");
}

#[actix_web::test]
async fn a_file_of_points_is_taken_as_a_whole_or_not_at_all() {
    let shop = Shop::open().await;
    let pool = PgPool::connect(&shop.database).await.expect("the database");
    let now = Clock::System.now();
    let file = |change: &dyn Fn(&mut serde_json::Value)| import::read(&changed_points(change).0);
    let half = file(&|file| file["points"].as_array_mut().expect("points").truncate(1000)).expect("a file");
    let refused = import::take(&pool, half, Source::File, now).await;
    assert!(matches!(refused, Err(ImportError::Refused(_))), "{refused:?}");
    let mistaken = file(&|file| {
        for point in file["points"].as_array_mut().expect("points") {
            point["kind"] = "my_post_24".into();
            point["place"] = "terminal".into();
        }
    });
    let refused = import::take(&pool, mistaken.expect("a file"), Source::File, now).await;
    let refused = refused.expect_err("no counter is a terminal").to_string();
    assert!(refused.contains("of another kind"), "{refused}");
    let abroad = file(&|file| file["points"][7]["lat"] = 10.0.into());
    assert!(matches!(abroad, Err(ImportError::Implausible(_))));
    let real = file(&|file| {
        file["synthetic"] = false.into();
        file["points"].as_array_mut().expect("points").truncate(3);
        file["points"][0]["name"] = "A real place".into();
    });
    let changes = import::take(&pool, real.expect("a file"), Source::File, now).await.expect("taken");
    assert_eq!((changes.changed, changes.vanish.len()), (1, 2697), "real points replace invented ones");
    let shown = import::shown(&pool, true).await.expect("the points");
    assert!(shown.all().len() == 3 && !shown.age().synthetic);
}
