//! What names people: each column with its date, a copy of it for them, and its end, while orders, sums and history stand.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{TimeZone, Utc};
use pickpost_shop::clock::Clock;
use pickpost_shop::orders::life::LifeState;
use pickpost_shop::orders::personal::{retention, store};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Executor, PgConnection};

use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, choice, number, put};

const DOCUMENT: &str = include_str!("../../docs/data.md");
const DAY: i64 = 24 * 60 * 60;

/// One row of the document: table, columns, until when, ended by what; the last two are empty for what names nobody.
struct Kept {
    table: String,
    columns: Vec<String>,
    until: String,
    by: String,
}

fn ticked(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect()
}

fn rows(title: &str) -> Vec<Kept> {
    let part = DOCUMENT.split("\n## ").find(|part| part.starts_with(title)).expect(title);
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default().to_owned();
        Kept { table: ticked(&cell(0)).concat(), columns: ticked(&cell(1)), until: cell(2), by: cell(3) }
    };
    part.lines().filter(|line| line.starts_with("| `")).map(row).collect()
}

/// Every column that may hold words: of all types but numbers, moments, days, ids and yes or no.
async fn wordy(owner: &mut PgConnection) -> BTreeSet<(String, String)> {
    let asked = "select c.relname::text, a.attname::text from pg_attribute a join pg_class c on c.oid = a.attrelid
            join pg_type t on t.oid = a.atttypid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
            and c.relname <> '_sqlx_migrations'
            and format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) not in ('uuid', 'integer', 'smallint', 'bigint',
                'boolean', 'date', 'timestamp with time zone', 'double precision')";
    sqlx::query_as(asked).fetch_all(owner).await.expect("the columns").into_iter().collect()
}

#[actix_web::test]
async fn every_column_that_may_hold_words_is_called_personal_with_a_date_or_not_personal() {
    let shop = Shop::open().await;
    let there = wordy(&mut shop.owner().await).await;
    let mut listed = BTreeSet::new();
    for kept in rows("What names people").iter().chain(&rows("What names nobody")) {
        for column in &kept.columns {
            let column = (kept.table.clone(), column.clone());
            assert!(listed.insert(column.clone()), "{column:?} stands twice");
        }
    }
    let missing: Vec<_> = there.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&there).collect();
    assert!(
        missing.is_empty(),
        "say in docs/data.md whom these name, until when, and what ends it: {missing:?}"
    );
    assert!(gone.is_empty(), "docs/data.md names columns that are not there: {gone:?}");
    let mut jobs: Vec<String> = Vec::new();
    // Written a moment after the doors are open.
    for _ in patience() {
        let asked = sqlx::query_scalar("select kind from job_schedule");
        jobs = asked.fetch_all(&mut shop.owner().await).await.expect("the schedule");
        if !jobs.is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    for kept in rows("What names people") {
        assert!(!kept.until.is_empty(), "{}: until when?", kept.table);
        let enders = ticked(&kept.by);
        let known = |ender: &String| jobs.contains(ender) || ender == "pickpost-shop merchant remove";
        assert!(!enders.is_empty() && enders.iter().all(known), "{}: ended by {enders:?}", kept.table);
    }
}

fn noon() -> Clock {
    Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 11, 0, 0).single().expect("a moment"))
}

/// A cheese, told everything that a shopper can tell; where to, and how paid. Gives the path below the language.
async fn order(visitor: &mut Visitor, delivery: &str, payment: &[(&str, &str)]) -> String {
    put(visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout").await;
    let told = [("phone", "079 123 45 67"), ("address_extra", "Hinterhaus")];
    visitor.submit("email", &[&HANS[..], &told].concat()).await;
    let zoe =
        [("first_name", "Zoë"), ("last_name", "Ünlü"), ("street", "Rue du Lac"), ("house_number", "12")];
    let lausanne = [("postcode", "1003"), ("town", "Lausanne"), ("address_extra", "Bâtiment B")];
    if delivery == "other" {
        visitor.submit("delivery", &[&[("delivery", delivery)][..], &zoe, &lausanne].concat()).await;
    } else {
        visitor.submit("delivery", &[("delivery", delivery)]).await;
    }
    if visitor.path() == "/en/checkout/point" {
        let choice = choice(visitor);
        visitor.submit("choice", &[("choice", &choice)]).await;
        let told = [("notify", "sms"), ("phone", "+41 76 765 43 21")];
        visitor.submit("notify", &[&zoe[..], &lausanne, &told].concat()).await;
    }
    visitor.submit("payment", payment).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(visitor);
    visitor.path().strip_prefix("/en").expect("in English").to_owned()
}

/// One order of every kind: all deliveries, both payments, Post silent or not.
async fn orders(shop: &Shop) -> Vec<(String, String)> {
    let invoice = &[("payment", "invoice")][..];
    let card = &[("payment", "card"), ("card_number", "4242 4242 4242 4242")][..];
    let mut placed = Vec::new();
    for (delivery, payment, silent) in [
        ("home", invoice, false),
        ("home", card, false),
        ("other", invoice, false),
        ("pickpost", invoice, false),
        ("my_post_24", card, false),
        ("pickpost", invoice, true),
        ("my_post_24", invoice, true),
    ] {
        shop.fault(if silent { "500" } else { "none" }).await;
        let mut visitor = shop.visitor();
        let path = order(&mut visitor, delivery, payment).await;
        // What is switched next is not meant for its parcel.
        shop.rests().await;
        placed.push((path, number(&visitor)));
    }
    placed
}

/// Waits until Post has drawn so many labels.
async fn labelled(shop: &Shop, labels: i64) {
    let mut owner = shop.owner().await;
    for _ in patience() {
        let drawn: i64 = sqlx::query_scalar("select count(*) from official_label")
            .fetch_one(&mut owner)
            .await
            .expect("a count");
        if drawn == labels {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("Post never draws {labels} labels");
}

/// Words of the people in these orders that go, as they stand on pages and in files.
const GONE: [&str; 9] = [
    "hans.muster@example.ch",
    "+41791234567",
    "+41767654321",
    "Zoë",
    "Ünlü",
    "Rue du Lac",
    "Lausanne",
    "Bâtiment B",
    "Hans.Muster",
];

#[actix_web::test]
async fn people_go_on_their_date_from_orders_of_every_kind_and_every_page_of_theirs_still_opens() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let placed = orders(&shop).await;
    shop.fault("none").await;
    labelled(&shop, 5).await;
    let mut before = Vec::new();
    for (_, number) in &placed {
        before.push(shop.json(number).await);
    }
    let pool = shop.app_pool().await;
    let erase = async |days: i64| {
        let now = clock.now() + chrono::TimeDelta::days(days);
        store::erase_people(&pool, retention::people_before(now), now).await.expect("erased")
    };
    assert_eq!(erase(179).await, 0, "not before their date");
    assert_eq!(erase(180).await, 7);
    assert_eq!(erase(181).await, 0, "once");
    let mut owner = shop.owner().await;
    for kept in
        rows("What names people").iter().filter(|kept| kept.until.contains("180 days after the order"))
    {
        for column in &kept.columns {
            let home = if kept.table == "delivery" { "and kind <> 'home'" } else { "" };
            let left = format!("select count(*) from {} where {column} is not null {home}", kept.table);
            let left: i64 =
                sqlx::query_scalar(AssertSqlSafe(left)).fetch_one(&mut owner).await.expect("a count");
            assert_eq!(left, 0, "{}.{column}", kept.table);
        }
    }
    let ids: i64 = sqlx::query_scalar("select count(*) from mandate_user_id")
        .fetch_one(&mut owner)
        .await
        .expect("a count");
    assert_eq!(ids, 0, "no User ID outlives its person");
    let mut clerk = shop.clerk().await;
    for ((path, number), before) in placed.iter().zip(&before) {
        let after = shop.json(number).await;
        for stands in
            ["number", "placed_at", "billing", "point", "ident_code", "parcels", "totals", "lines", "payment"]
        {
            assert_eq!(after[stands], before[stands], "{number}: {stands}");
        }
        assert_eq!(after["delivery"]["kind"], before["delivery"]["kind"]);
        let (old, new) =
            (before["history"].as_array().expect("it"), after["history"].as_array().expect("it"));
        assert!(old.iter().all(|entry| new.contains(entry)), "the history stands: {new:?}");
        let last = new.last().expect("an entry");
        assert_eq!((&last["what"], &last["who"]), (&"data_erased".into(), &"shop".into()));
        for null in ["email", "phone", "user_id", "verified"] {
            assert!(after[null].is_null(), "{number}: {null}");
        }
        let home = after["delivery"]["kind"] == "home";
        assert_eq!(after["delivery"]["address"].is_null(), !home);
        opens(&shop, &mut clerk, path, number, home).await;
    }
    clerk.get("/merchant/orders?waiting=1").await;
    assert!(
        placed.iter().all(|(_, number)| !clerk.body.contains(&**number)),
        "nobody waits for them any more"
    );
    clerk.get("/merchant/orders").await;
    assert!(placed.iter().all(|(_, number)| clerk.body.contains(&**number)));
}

/// Every page of an order whose people are gone, for shopper and merchant.
async fn opens(shop: &Shop, clerk: &mut Visitor, path: &str, number: &str, home: bool) {
    let mut visitor = shop.visitor();
    for lang in ["de", "fr", "it", "en"] {
        visitor.get(&format!("/{lang}{path}")).await;
        assert_eq!(visitor.status, 200);
        assert!(
            visitor.texts(".notice").iter().any(|words| words.contains("2027") || words.contains("2026")),
            "it says so: {}",
            visitor.body
        );
        tells_nothing(&visitor);
        visitor.get(&format!("/{lang}{path}/data")).await;
        assert!(visitor.status == 200 && !visitor.body.contains("name=\"erase\""), "{}", visitor.body);
    }
    visitor.get(&format!("/en{path}/bill.pdf")).await;
    assert!([200, 404, 409].contains(&visitor.status), "an invoice, paid by card, or cancelled");
    visitor.get(&format!("/en{path}/cancel")).await;
    assert!([200, 409].contains(&visitor.status), "to be cancelled, or too late: {}", visitor.status);
    tells_nothing(&visitor);
    visitor.get(&format!("/en{path}/data.json")).await;
    assert_eq!(visitor.status, 200);
    tells_nothing(&visitor);
    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert_eq!(clerk.status, 200);
    assert!(
        clerk.texts(".notice").iter().any(|words| words.contains("2027") || words.contains("2026")),
        "{}",
        clerk.body
    );
    tells_nothing(clerk);
    tells_nothing(clerk);
    clerk.get(&format!("/merchant/orders/{number}/label.pdf")).await;
    assert!(clerk.status == 409 || (home && clerk.status == 200), "{number}: {}", clerk.status);
    clerk.get(&format!("/merchant/orders/{number}/label/official")).await;
    assert_eq!(clerk.status, 404);
    tells_nothing(clerk);
}

fn tells_nothing(visitor: &Visitor) {
    for word in GONE {
        assert!(!visitor.body.contains(word), "{} tells {word}: {}", visitor.url, visitor.body);
    }
}

#[actix_web::test]
async fn in_every_state_people_go_when_nothing_is_under_way_any_more_and_on_their_date_in_any_case() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[("SHOP_HOLD_MINUTES", "600")]).await;
    let mut owner = shop.owner().await;
    let mut placed = Vec::new();
    for (state, delivery) in
        LifeState::ALL.into_iter().zip(["home", "other", "pickpost", "my_post_24"].into_iter().cycle())
    {
        let mut visitor = shop.visitor();
        let path = order(&mut visitor, delivery, &[("payment", "invoice")]).await;
        let number = number(&visitor);
        // Past the table of moves, as the owner: how it came there is no matter.
        let put = format!(
            "alter table order_life disable trigger order_life_moves;
             update order_life set state = '{}' where number = {};
             alter table order_life enable trigger order_life_moves",
            state.code(),
            &number[2..]
        );
        sqlx::raw_sql(AssertSqlSafe(put)).execute(&mut owner).await.expect("it stands there");
        visitor.get(&format!("/en{path}")).await;
        let csrf = visitor.attribute("input[name=csrf]", "value").expect("a token");
        visitor.post(&format!("/en{path}/data"), &[("csrf", &csrf), ("erase", "1")]).await;
        let over = matches!(state, LifeState::Collected | LifeState::Cancelled | LifeState::Refunded);
        assert_eq!(visitor.status, if over { 200 } else { 422 }, "{state:?}: {}", visitor.body);
        let order = shop.json(&number).await;
        assert_eq!((order["email"].is_null(), &order["state"]), (over, &state.code().into()), "{state:?}");
        placed.push((path, number, state));
    }
    let now = clock.now() + chrono::TimeDelta::days(180);
    let pool = shop.app_pool().await;
    assert_eq!(store::erase_people(&pool, retention::people_before(now), now).await.expect("erased"), 7);
    let mut clerk = shop.clerk().await;
    for (path, number, state) in placed {
        let order = shop.json(&number).await;
        assert_eq!(order["state"], state.code(), "the state stands");
        let csrf = clerk.attribute(".sign-out input[name=csrf]", "value").expect("a token");
        let home = order["delivery"]["kind"] == "home";
        opens(&shop, &mut clerk, &path, &number, home).await;
        // Nobody is left whom it could be sent to once more.
        clerk.get("/merchant/orders").await;
        clerk
            .post(&format!("/merchant/orders/{number}/steps"), &[("csrf", &csrf), ("step", "sent_again")])
            .await;
        assert_eq!(clerk.status, 200);
        assert_eq!(shop.json(&number).await["state"], state.code());
        clerk.get("/merchant/orders").await;
    }
}

#[actix_web::test]
async fn the_job_erases_by_itself_once_the_date_has_come() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    let path = order(&mut visitor, "other", &[("payment", "invoice")]).await;
    visitor.get(&format!("/en{path}/data")).await;
    assert!(
        visitor.body.contains("23 May 2027") && visitor.body.contains("31 December 2036"),
        "{}",
        visitor.body
    );
    clock.advance(180 * DAY + 60 * 60);
    let mut owner = shop.owner().await;
    for _ in patience() {
        let kept: i64 = sqlx::query_scalar("select count(email) from shop_order")
            .fetch_one(&mut owner)
            .await
            .expect("a count");
        if kept == 0 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the job never came");
}

#[actix_web::test]
async fn the_copy_holds_everything_that_is_kept_of_an_order() {
    let shop = Shop::open_at(noon(), &[]).await;
    for (delivery, labels) in [("other", 1), ("pickpost", 2)] {
        let mut visitor = shop.visitor();
        let path = order(&mut visitor, delivery, &[("payment", "invoice")]).await;
        labelled(&shop, labels).await;
        let json = shop.json(&number(&visitor)).await;
        let noted = "insert into order_note (order_id, at, who, note)
                     select id, now(), 'anna@example.ch', 'rang for Zoe' from shop_order order by number desc limit 1";
        sqlx::query(noted).execute(&mut shop.owner().await).await.expect("a note");
        visitor.get(&format!("/de{path}/data")).await;
        let link = visitor.attribute("a[download]", "href").expect("a link");
        visitor.get(&link).await;
        assert_eq!(
            (visitor.status, &visitor.headers["content-type"]),
            (200, &"application/json".parse().expect("it"))
        );
        assert!(visitor.headers["content-disposition"].to_str().is_ok_and(|name| name.contains("M-1")));
        let copy: Value = serde_json::from_str(&visitor.body).expect("JSON");
        let words =
            [&GONE[..1], &["+41791234567", "Zoë", "Rue du Lac", "Hinterhaus", "Mountain cheese"]].concat();
        for word in words {
            assert!(visitor.body.contains(word), "{delivery}: {word}");
        }
        if delivery == "pickpost" {
            let id = json["user_id"].as_str().expect("an ID");
            assert_eq!(copy["deliveries"][0]["mandate"]["user_id"], id);
            assert_eq!(copy["deliveries"][0]["notify_phone"], "+41767654321");
        }
        let mut keys = BTreeMap::new();
        gather(&copy, &mut keys);
        let of_the_order = ["erase_people", "erase_user_ids"];
        for kept in rows("What names people") {
            if !ticked(&kept.by).iter().any(|by| of_the_order.contains(&&**by)) {
                continue;
            }
            for column in &kept.columns {
                // The way in is not data, merchants are others, a label and a lost number come with a parcel that has them; the
                // words by which it is found are those that stand there anyway.
                let elsewhere = ["token", "who", "image", "word"].contains(&&**column);
                let only_at_a_point = ["user_id", "verified"].contains(&&**column) && delivery == "other";
                assert!(elsewhere || only_at_a_point || keys.contains_key(column), "{}.{column}", kept.table);
            }
        }
        assert_eq!(copy["order"]["notes"][0]["note"], "rang for Zoe");
        assert!(!visitor.body.contains("anna@example.ch"), "merchants are others");
        assert!(!visitor.body.contains(path.rsplit('/').next().expect("a token")), "the copy opens nothing");
        let label = copy["deliveries"][0]["parcels"][0]["label"]["image"].as_str().expect("a label");
        assert!(label.len() > 1000, "the label as Post drew it");
        let history = shop.json(&number_of(&copy)).await["history"].clone();
        let said = history.as_array().expect("it").iter().filter(|entry| entry["what"] == "data_copied");
        assert_eq!(said.map(|entry| entry["who"].clone()).collect::<Vec<_>>(), ["shopper"]);
    }
}

fn number_of(copy: &Value) -> String {
    format!("M-{}", copy["order"]["number"])
}

/// Every key of a document, however deep.
fn gather(value: &Value, keys: &mut BTreeMap<String, usize>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                *keys.entry(key.clone()).or_default() += 1;
                gather(value, keys);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, keys)),
        _ => {}
    }
}

#[actix_web::test]
async fn whoever_ordered_has_it_erased_at_once_or_is_told_why_not_and_when() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    let path = order(&mut visitor, "pickpost", &[("payment", "invoice")]).await;
    let number = number(&visitor);
    visitor.get(&format!("/fr{path}/data")).await;
    assert!(
        !visitor.body.contains("name=\"erase\"") && visitor.body.contains("23 mai 2027"),
        "{}",
        visitor.body
    );
    let csrf = visitor.attribute("input[name=csrf]", "value");
    visitor.get(&format!("/en{path}")).await;
    let csrf = csrf.or(visitor.attribute("input[name=csrf]", "value")).expect("a token");
    visitor.post(&format!("/en{path}/data"), &[("csrf", &csrf), ("erase", "1")]).await;
    assert_eq!(visitor.status, 422, "the parcel is on its way");
    assert!(visitor.body.contains("Not yet") && visitor.body.contains("23 May 2027"), "{}", visitor.body);
    assert_eq!(shop.json(&number).await["email"], "hans.muster@example.ch");
    clock.advance(60 * DAY);
    visitor.get(&format!("/en{path}")).await;
    visitor.submit("proof", &[("proof", "8008")]).await;
    visitor.get(&format!("/en{path}/data")).await;
    assert!(!visitor.body.contains("name=\"erase\""), "what never left is still to be sent, or cancelled");
    let left = "update order_life set state = 'handed_over'";
    sqlx::query(left).execute(&mut shop.owner().await).await.expect("Post has it, and says no more");
    let before = shop.json(&number).await;
    visitor.get(&format!("/en{path}/data")).await;
    assert!(visitor.body.contains("31 December 2036"), "what the law keeps has its date");
    let (action, fields) = visitor.filled("erase", &[("erase", "1")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    for _ in 0..2 {
        visitor.post(&action, &fields).await;
        assert_eq!((visitor.status, visitor.path()), (200, &*format!("/en{path}/data")));
        assert!(visitor.body.contains("Erased on 23 January 2027"), "{}", visitor.body);
    }
    let after = shop.json(&number).await;
    assert!(after["email"].is_null() && after["user_id"].is_null() && after["delivery"]["address"].is_null());
    assert_eq!((&after["totals"], &after["billing"]), (&before["totals"], &before["billing"]));
    let erased = |entry: &&Value| entry["what"] == "data_erased";
    let said: Vec<&Value> = after["history"].as_array().expect("it").iter().filter(erased).collect();
    assert_eq!((said.len(), &said[0]["who"]), (1, &"shopper".into()), "asked twice, done once");
    let mut stranger = shop.visitor();
    stranger.get(&format!("/en{path}")).await;
    assert!(
        stranger.body.contains("Postcode of the billing address"),
        "there is no e-mail address to say any more"
    );
    stranger.submit("proof", &[("proof", "hans.muster@example.ch")]).await;
    assert_eq!(stranger.status, 422);
    stranger.submit("proof", &[("proof", "8008")]).await;
    assert!(stranger.status == 200 && !stranger.body.contains("name=\"proof\""));
}

#[actix_web::test]
async fn copies_and_wishes_are_bounded() {
    let shop = Shop::open_at(noon(), &[("SHOP_LIMITS", "on")]).await;
    let mut visitor = shop.visitor();
    let path = order(&mut visitor, "home", &[("payment", "invoice")]).await;
    for _ in 0..5 {
        visitor.get(&format!("/en{path}/data.json")).await;
        assert_eq!(visitor.status, 200);
    }
    visitor.get(&format!("/en{path}/data.json")).await;
    assert_eq!(visitor.status, 429);
    visitor.get(&format!("/en{path}")).await;
    let csrf = visitor.attribute("input[name=csrf]", "value").expect("a token");
    visitor.post(&format!("/en{path}/data"), &[("csrf", &csrf), ("erase", "1")]).await;
    assert_eq!(visitor.status, 429);
    assert!(visitor.body.contains("several requests in a short time"), "{}", visitor.body);
}

#[actix_web::test]
async fn books_go_after_ten_years_and_the_application_can_only_erase() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let placed = orders(&shop).await;
    shop.fault("none").await;
    let mut app = shop.app_role().await;
    for statement in [
        "update shop_order set email = 'other@example.ch'",
        "update shop_order set email = null, erased_at = now()",
        "delete from shop_order",
        "update delivery set first_name = null",
        "delete from official_label",
    ] {
        let refused = app.execute(statement).await.expect_err(statement).to_string();
        assert!(refused.contains("permission denied"), "{statement}: {refused}");
    }
    let early = app.execute("select erase_books(now() - interval '9 years')").await.expect_err("too early");
    assert!(early.to_string().contains("books are kept"), "{early}");
    clock.advance((365 * 10 + 3 + 45) * DAY);
    let mut visitor = shop.visitor();
    let young = order(&mut visitor, "home", &[("payment", "invoice")]).await;
    let pool = shop.app_pool().await;
    // Ten years at once: every job of the shop is due beside it, and erases people of the same orders. Postgres ends one of two that
    // wait for each other; the shop's own job is tried again then, as it is here.
    let ended = |error: &sqlx::Error| matches!(error, sqlx::Error::Database(error) if error.code().as_deref() == Some("40P01"));
    loop {
        match store::erase_books(&pool, retention::books_before(clock.now())).await {
            Err(error) if ended(&error) => {}
            erased => {
                erased.expect("erased");
                break;
            }
        }
    }
    for (path, _) in &placed {
        visitor.get(&format!("/en{path}")).await;
        assert_eq!(visitor.status, 404);
    }
    visitor.get(&format!("/en{young}")).await;
    assert_eq!(visitor.status, 200);
    let mut owner = shop.owner().await;
    for (table, left) in
        [("shop_order", 1), ("billing_address", 1), ("delivery", 1), ("payment", 1), ("shipping_mandate", 0)]
    {
        let count = AssertSqlSafe(format!("select count(*) from {table}"));
        let count: i64 = sqlx::query_scalar(count).fetch_one(&mut owner).await.expect("a count");
        assert_eq!(count, left, "{table}");
    }
}
