//! An order that has ended: nobody speaks of money that goes back where none was paid, and nothing is said of collecting where nothing
//! lies at a point.

use pickpost_shop::invoice::reference::reference;
use pickpost_shop::orders::life::LifeState;
use serde_json::Value;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

/// An order that is paid so: by `invoice`, by an invoice that is `paid`, or by `card`. On the shopper's page.
async fn order(shop: &Shop, (lang, delivery): (&str, &str), payment: &str) -> (Visitor, String) {
    let mut visitor = shop.visitor();
    walk(&mut visitor, lang, delivery, Until::Payment).await;
    let method = if payment == "card" { "card" } else { "invoice" };
    visitor.submit("payment", &[("payment", method), ("card_number", "4242 4242 4242 4242")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    if payment == "paid" {
        let mut clerk = shop.clerk().await;
        clerk.get("/merchant/payments").await;
        let bill = reference(number.trim_start_matches("M-").parse().expect("a number"));
        clerk.submit("reference", &[("reference", &bill)]).await;
    }
    shop.until(&number, |json| json["shipment_state"] == "sent").await;
    (visitor, number)
}

/// Puts an order into a state, past the rule, as the owner: how it came there is no matter.
async fn put(shop: &Shop, number: &str, state: LifeState, why: Option<&str>) {
    let put = format!(
        "alter table order_life disable trigger order_life_moves;
         update order_life set state = '{}', why = {} where number = {};
         alter table order_life enable trigger order_life_moves",
        state.code(),
        why.map_or_else(|| "null".to_owned(), |why| format!("'{why}'")),
        &number[2..]
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(put)).execute(&mut shop.owner().await).await.expect("it stands there");
}

async fn click(clerk: &mut Visitor, number: &str, below: &str, fields: &[(&str, &str)]) {
    clerk.get(&format!("/merchant/orders/{number}")).await;
    let csrf = clerk.attribute("main input[name=csrf]", "value").expect("a form");
    let fields = [&[("csrf", csrf.as_str())], fields].concat();
    clerk.post(&format!("/merchant/orders/{number}/{below}"), &fields).await;
}

async fn mail(shop: &Shop, number: &str, subject: &str) -> String {
    shop.told().await;
    let url = format!("{}/console/messages.json", shop.sandbox);
    let mails: Vec<Value> = reqwest::get(url).await.expect("the console").json().await.expect("messages");
    let its = |mail: &&Value| {
        mail["order"] == number && mail["subject"].as_str().is_some_and(|its| its.contains(subject))
    };
    mails.iter().find(its).expect("a mail")["text"].as_str().expect("text").replace('\n', " ")
}

/// Payment, whether the parcel came back first, what stands in the JSON, and what of the money is true.
const ENDS: [(&str, bool, &str, &str); 6] = [
    ("invoice", false, "cancelled", "The bill is void"),
    ("invoice", true, "cancelled", "The bill is void"),
    ("paid", false, "refunded", "We transfer what you have paid back to you."),
    ("paid", true, "refunded", "We transfer what you have paid back to you."),
    ("card", false, "refunded", "Your money has been refunded."),
    ("card", true, "refunded", "Your money has been refunded."),
];

#[actix_web::test]
async fn an_invoice_that_was_never_paid_is_closed_and_nobody_speaks_of_money_that_goes_back() {
    let shop = Shop::open().await;
    let mut clerk = shop.clerk().await;
    for (payment, came_back, state, money) in ENDS {
        let (mut shopper, number) = order(&shop, ("en", "home"), payment).await;
        let page = shopper.path().to_owned();
        if came_back {
            put(&shop, &number, LifeState::Returned, None).await;
            clerk.get(&format!("/merchant/orders/{number}")).await;
            let says = if payment == "invoice" { "Close it: nothing to pay any more" } else { "Refund" };
            assert_eq!(clerk.texts(".life button[value=refunded]"), [says], "{payment}");
            click(&mut clerk, &number, "steps", &[("step", "refunded")]).await;
        } else {
            click(&mut clerk, &number, "cancel", &[]).await;
        }
        let json = shop.json(&number).await;
        let life = if came_back { "refunded" } else { "cancelled" };
        assert_eq!((&json["payment_state"], &json["state"]), (&state.into(), &life.into()), "{payment}");
        shopper.get(&page).await;
        let seen = format!("{payment} {came_back}: {}", shopper.texts("main").concat());
        assert!(shopper.texts(".notice").concat().contains(money), "{seen}");
        assert!(shopper.texts(".bill").is_empty(), "nothing is paid any more: {seen}");
        let last = shopper.texts(".timeline b").pop().expect("an end");
        let end = match (came_back, payment) {
            (false, _) => "Cancelled",
            (true, "invoice") => "Closed",
            (true, _) => "Refunded",
        };
        assert_eq!(last, end, "{seen}");
        if payment != "card" {
            shopper.get(&format!("{page}/bill.pdf")).await;
            assert_eq!(shopper.status, 409, "{seen}");
        }
        clerk.get(&format!("/merchant/orders/{number}")).await;
        let card = clerk.texts(".life").concat();
        let next = match payment {
            "invoice" => "nothing is to be paid any more",
            "paid" => "Transfer back what was paid",
            _ => "goods and money are back",
        };
        assert!(card.contains(next), "{payment} {came_back}: {card}");
        if payment == "invoice" {
            for words in ["efunded", "money"] {
                let told = [clerk.texts(".life"), clerk.texts(".journey"), shopper.texts(".timeline")];
                let told = told.concat().concat();
                assert!(!told.contains(words), "{words}: {told}");
            }
        }
        if !came_back {
            let text = mail(&shop, &number, "is cancelled").await;
            let says = match payment {
                "invoice" => "no longer need to pay the invoice",
                "paid" => money,
                _ => "credited to your card",
            };
            assert!(text.contains(says), "{payment}: {text}");
        }
    }
    // In lists the state alone is said, whatever was paid.
    clerk.get("/merchant/orders?queue=refunded").await;
    assert_eq!(clerk.texts("tbody .pill"), ["Came back, closed"; 3]);
}

#[actix_web::test]
async fn a_bill_that_is_paid_is_not_offered_to_be_paid_once_more() {
    let shop = Shop::open().await;
    for (payment, parts) in [("invoice", 1), ("paid", 0)] {
        let (mut shopper, _) = order(&shop, ("en", "home"), payment).await;
        shopper.get(&shopper.url.clone()).await;
        assert_eq!(shopper.texts(".bill-part").len(), parts, "{payment}");
        let pdf = shopper.attribute(".bill a", "href").expect("the bill as a PDF");
        shopper.get(&pdf).await;
        assert_eq!(shopper.status, 200, "{payment}");
    }
}

/// What to bring to a counter, in a word of it for each language; to a terminal it is the QR code in all of them.
const BRING: [(&str, &str); 4] =
    [("de", "Ausweis"), ("fr", "identité"), ("it", "identità"), ("en", "identity")];

#[actix_web::test]
async fn of_collecting_nothing_is_said_where_nothing_lies_at_a_point_or_will() {
    use LifeState as S;
    let shop = Shop::open().await;
    let held = [S::Held; 3].into_iter().zip(["by_merchant", "point_closed", "point_gone"].map(Some));
    let states: Vec<_> = S::ALL.into_iter().map(|state| (state, None)).chain(held).collect();
    for delivery in ["pickpost", "my_post_24", "home", "other"] {
        let (mut shopper, number) = order(&shop, ("en", delivery), "invoice").await;
        let page = shopper.path().to_owned();
        for (state, why) in &states {
            put(&shop, &number, *state, *why).await;
            let over = [S::Collected, S::Returned, S::Cancelled, S::Refunded].contains(state);
            let elsewhere = why.is_some_and(|why| why.starts_with("point"));
            let collects = ["pickpost", "my_post_24"].contains(&delivery) && !over && !elsewhere;
            for (lang, document) in BRING {
                shopper.get(&page.replacen("/en/", &format!("/{lang}/"), 1)).await;
                let told = format!("{lang} {delivery} {state:?} {why:?}: {}", shopper.body);
                assert_eq!(shopper.texts("[data-part=collecting] h2").len(), usize::from(collects), "{told}");
                assert_eq!(
                    shopper.texts("[data-part=collecting] dd").len(),
                    2 * usize::from(collects),
                    "{told}"
                );
                let notes = shopper.texts(".is-delivery .soft").concat();
                let bring = if delivery == "my_post_24" { "QR" } else { document };
                assert_eq!(notes.contains(bring), collects, "{bring}, {told}");
            }
        }
    }
}
