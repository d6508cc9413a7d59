//! Every fault of Post at every call that an order makes, played from the address to the label: the table in docs/faults.md is
//! what this saw. `WRITE_FAULTS=1 cargo test --test shop fault_table` writes it anew, with the times of that run.

use std::fmt::Write;
use std::time::{Duration, Instant};

use pickpost_shop::clock::Clock;
use pickpost_shop::sandbox::faults::{Api, Fault, Switchable};
use serde_json::Value;
use sqlx::PgConnection;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, number, put};
use crate::support::{patience, side_by_side};

/// No page of a shopper takes longer, whatever Post does: looked at when the table is written, on a machine that is at rest.
const LONGEST: Duration = Duration::from_secs(4);
/// On any machine: whoever was left to a silent Post would wait for longer.
const SILENCE: Duration = Duration::from_secs(10);
/// Most of a fault is waiting: so many shops play side by side.
const SHOPS: usize = 3;
/// Longer than any pause of a job that has failed once or twice.
const LATER: i64 = 7 * 3600;

/// What one fault did to one order.
struct Row {
    fault: &'static str,
    saw: String,
    slowest: Duration,
    stored: String,
    then: String,
}

impl Row {
    /// The row without its time, which is another one in every run.
    fn what(&self) -> String {
        format!("| `{}` | {} | ? | {} | {} |", self.fault, self.saw, self.stored, self.then)
    }

    fn written(&self) -> String {
        // A tenth of a second more or less is the machine's.
        let seconds = (self.slowest.as_secs_f64() * 2.0).ceil() / 2.0;
        self.what().replacen('?', &format!("{seconds} s"), 1)
    }
}

#[actix_web::test]
async fn every_fault_of_user_ids_ends_as_the_table_says() {
    hold(Api::Users).await;
}

#[actix_web::test]
async fn every_fault_of_tokens_ends_as_the_table_says() {
    hold(Api::Token).await;
}

#[actix_web::test]
async fn every_fault_of_labels_ends_as_the_table_says() {
    hold(Api::Barcode).await;
}

#[actix_web::test]
async fn every_fault_of_addresses_and_delivery_days_ends_as_the_table_says() {
    hold(Api::Address).await;
}

#[actix_web::test]
async fn every_fault_of_the_location_service_ends_as_the_table_says() {
    hold(Api::Locations).await;
}

/// Plays all faults of one API and compares with its table in the document.
async fn hold(api: Api) {
    let line = api.switchable();
    let writes = std::env::var_os("WRITE_FAULTS").is_some();
    let faults: Vec<&'static str> = line.faults().iter().map(|fault| fault.tag()).collect();
    // A slow answer has to come in time, and plays alone; times that are written down are those of a shop that is alone.
    let (alone, others): (Vec<_>, Vec<_>) =
        faults.iter().copied().partition(|fault| writes || *fault == Fault::Slow.tag());
    let mut rows = all(line, alone).await;
    rows.extend(side_by_side(&others, SHOPS, move |share| all(line, share)).into_iter().flatten());
    rows.sort_by_key(|row| faults.iter().position(|fault| *fault == row.fault));
    let most = if writes { LONGEST } else { SILENCE };
    for row in &rows {
        assert!(row.slowest < most, "{} {} took {:?}", line.field, row.fault, row.slowest);
    }
    if writes {
        write(line, &rows);
    }
    let (_, table, _) = parts(line, &document());
    let held: Vec<String> = table.lines().filter(|row| row.starts_with("| `")).map(timeless).collect();
    let seen: Vec<String> = rows.iter().map(Row::what).collect();
    assert_eq!(
        seen, held,
        "docs/faults.md: WRITE_FAULTS=1 cargo test --test shop fault_table writes it anew"
    );
}

/// Plays these faults one after the other.
async fn all(line: Switchable, faults: Vec<&'static str>) -> Vec<Row> {
    let clock = Clock::fixed(Clock::System.now());
    // The points are asked for when it is their turn, which it always is after the pause between two faults.
    let shop = Shop::open_at(clock.clone(), &[]).await;
    // Every fault has an order of its own.
    let enough = "update product set stock = 1000 where slug = 'mountain-cheese'";
    sqlx::query(enough).execute(&mut shop.owner().await).await.expect("enough cheese");
    let mut rows = Vec::new();
    for fault in faults {
        rows.push(play(&shop, &clock, line, fault).await);
    }
    rows
}

/// A row of the document without its time.
fn timeless(row: &str) -> String {
    let mut cells: Vec<&str> = row.split(" | ").collect();
    cells[2] = "?";
    cells.join(" | ")
}

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/faults.md");

fn document() -> String {
    std::fs::read_to_string(FILE).expect("the document")
}

/// What stands before an API's table, the table, and what stands after it.
fn parts(line: Switchable, document: &str) -> (String, String, String) {
    let title = format!("### {} (`{}`)\n\n", line.title, line.field);
    let (before, rest) = document.split_once(&title).expect("the heading of the API");
    let end = rest.find("\n\n").map_or(rest.len(), |at| at + 1);
    (format!("{before}{title}"), rest[..end].to_owned(), rest[end..].to_owned())
}

fn write(line: Switchable, rows: &[Row]) {
    // The tests of the other APIs write the same document.
    static WRITING: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one = WRITING.lock().expect("the document");
    let (before, _, after) = parts(line, &document());
    let mut table = "| fault | what the shopper saw | slowest page | what was stored | when Post is back |\n|---|---|---|---|---|\n".to_owned();
    for row in rows {
        writeln!(table, "{}", row.written()).expect("text");
    }
    std::fs::write(FILE, format!("{before}{table}{after}")).expect("written");
}

/// An order to a counter while the fault lasts, and what comes of it afterwards.
async fn play(shop: &Shop, clock: &Clock, line: Switchable, fault: &'static str) -> Row {
    let mut owner = shop.owner().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout").await;
    shop.console(&[(line.field, fault)]).await;
    clock.advance(LATER);
    let mut slowest = Duration::ZERO;
    let mut saw = Vec::new();
    timed(&mut visitor, &mut slowest, "email", &HANS).await;
    if visitor.body.contains("did-you-mean") {
        saw.push("a suggestion for the address");
    }
    timed(&mut visitor, &mut slowest, "delivery", &[("delivery", "pickpost")]).await;
    assert!(visitor.path().ends_with("/checkout/point"), "{}", visitor.body);
    let point = visitor.attribute("button[name=choice]", "value");
    let Some(point) = point else {
        let kept =
            "select kind, count(*) filter (where gone_at is null), count(*) from pickup_point group by kind";
        let kept: Vec<(String, i64, i64)> =
            sqlx::query_as(kept).fetch_all(&mut owner).await.expect("the points");
        panic!("no point to choose, {fault} at {}: {kept:?} {}", clock.now(), visitor.body);
    };
    timed(&mut visitor, &mut slowest, "choice", &[("choice", &point)]).await;
    timed(&mut visitor, &mut slowest, "notify", &[("notify", "email")]).await;
    assert!(visitor.path().ends_with("/checkout/payment"), "{}", visitor.body);
    saw.push(if visitor.body.contains("You can order all the same") {
        "\"You can order all the same\""
    } else if visitor.body.contains("Swiss Post has what it needs") {
        "\"Swiss Post has what it needs\""
    } else {
        "something else"
    });
    timed(&mut visitor, &mut slowest, "payment", &[("payment", "invoice")]).await;
    timed(&mut visitor, &mut slowest, "idempotency_key", &[("place", "1")]).await;
    let order = number(&visitor);
    // The jobs have their first try.
    settled(&mut owner, clock).await;
    let stored = stored(shop, &mut owner, &order).await;
    shop.console(&[(line.field, "none")]).await;
    let then = afterwards(shop, clock, &mut owner, &order).await;
    Row { fault, saw: saw.join("; "), slowest, stored, then }
}

async fn timed(visitor: &mut Visitor, slowest: &mut Duration, marker: &str, fields: &[(&str, &str)]) {
    let begun = Instant::now();
    visitor.submit(marker, fields).await;
    *slowest = (*slowest).max(begun.elapsed());
    assert_eq!(visitor.status, 200, "{} {}", visitor.url, visitor.body);
}

/// Waits until no job is at work or due that asks Post about an order: time must not be moved while one is at it.
async fn settled(owner: &mut PgConnection, clock: &Clock) {
    let busy = "select count(*) from job where kind in ('confirm_user_id', 'send_shipment')
        and dead_at is null and (leased_by is not null or due_at <= $1)";
    for _ in patience() {
        let busy = sqlx::query_scalar::<_, i64>(busy).bind(clock.now()).fetch_one(&mut *owner);
        if busy.await.expect("a number") == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the jobs do not come to rest");
}

/// How far the order is.
async fn stored(shop: &Shop, owner: &mut PgConnection, order: &str) -> String {
    let json = shop.json(order).await;
    let mut what = vec![match json["user_id_state"].as_str() {
        Some("known") => "the order, its User ID",
        Some("to_confirm") => "the order, its User ID to confirm, no parcel",
        _ => "something else",
    }];
    if json["user_id_state"] == "to_confirm" {
        assert!(json["ident_code"].is_null() && json["label_lines"].is_null(), "no label without an ID");
    } else {
        what.push(match json["shipment_state"].as_str() {
            Some("sent") => "its label",
            Some("refused") => "a shipment that was refused",
            _ => "a shipment that waits",
        });
    }
    match written_off(owner, &json).await {
        0 => {}
        1 => what.push("a number written off"),
        _ => what.push("numbers written off"),
    }
    what.join(", ")
}

/// How many numbers of the order's parcel were written off; each of them stands in its history.
async fn written_off(owner: &mut PgConnection, json: &Value) -> usize {
    let codes: Vec<String> = sqlx::query_scalar(
        "select w.ident_code from written_off_number w join parcel p on p.id = w.parcel_id where p.ident_code = $1",
    )
    .bind(json["ident_code"].as_str())
    .fetch_all(owner)
    .await
    .expect("numbers");
    let history = json["history"].to_string();
    for code in &codes {
        let grouped = format!("{}.{}.{}.{}", &code[..2], &code[2..4], &code[4..10], &code[10..]);
        assert!(history.contains(&grouped), "{grouped} stands in {history}");
    }
    codes.len()
}

/// What becomes of the order without anybody's doing, or by the button that the merchant is offered.
async fn afterwards(shop: &Shop, clock: &Clock, owner: &mut PgConnection, order: &str) -> String {
    let mut by = "by itself";
    for _ in 0..10 {
        let json = shop.json(order).await;
        if json["shipment_state"] == "sent" {
            one_label(owner, &json).await;
            let number = match written_off(owner, &json).await {
                0 => "",
                1 => " of the next number",
                _ => " of a later number",
            };
            return format!("the label{number}, {by}");
        }
        if json["shipment_state"] == "refused" {
            by = "by *Send again*";
            send_again(shop, order).await;
        } else {
            clock.advance(LATER);
        }
        settled(owner, clock).await;
    }
    panic!("the order {order} comes to no label: {}", shop.json(order).await);
}

async fn send_again(shop: &Shop, order: &str) {
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let csrf = clerk.attribute(".shipment input[name=csrf]", "value").expect("the button");
    clerk.post(&format!("/merchant/orders/{order}/label"), &[("csrf", &csrf)]).await;
}

/// Never two labels that could be used: one answer was kept, and it has the parcel's number.
async fn one_label(owner: &mut PgConnection, json: &Value) {
    let labels: i64 = sqlx::query_scalar(
        "select count(*) from official_label l join parcel p on p.id = l.parcel_id
         join shipment_attempt a on a.id = l.attempt_id and a.ident_code = p.ident_code where p.ident_code = $1",
    )
    .bind(json["ident_code"].as_str())
    .fetch_one(owner)
    .await
    .expect("labels");
    assert_eq!(labels, 1, "{json}");
}
