//! Walks through the checkout, up to wherever a test wants to begin.

use super::visitor::Visitor;

/// Who orders in most tests.
pub const HANS: [(&str, &str); 8] = [
    ("title", "mr"),
    ("first_name", "Hans"),
    ("last_name", "Muster"),
    ("street", "Bellerivestrasse"),
    ("house_number", "5"),
    ("postcode", "8008"),
    ("town", "Zürich"),
    ("email", "hans.muster@example.ch"),
];

/// Where a walk stops, before the page is answered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Until {
    Address,
    Delivery,
    Point,
    Collector,
    Payment,
    Review,
}

/// Puts an article into the basket.
pub async fn put(visitor: &mut Visitor, lang: &str, slug: &str, quantity: &str) {
    visitor.get(&format!("/{lang}/products/{slug}")).await;
    visitor.submit("quantity", &[("quantity", quantity)]).await;
    assert_eq!(visitor.path(), format!("/{lang}/basket"), "{}", visitor.body);
}

/// Orders a cheese, delivered so, and stops at a page.
pub async fn walk(visitor: &mut Visitor, lang: &str, delivery: &str, until: Until) {
    walk_as(visitor, lang, delivery, until, "hans.muster@example.ch").await;
}

/// The same with an e-mail address whose tag the simulator understands.
pub async fn walk_as(visitor: &mut Visitor, lang: &str, delivery: &str, until: Until, email: &str) {
    put(visitor, lang, "mountain-cheese", "1").await;
    visitor.get(&format!("/{lang}/checkout")).await;
    let mut person = HANS.to_vec();
    person.retain(|(name, _)| *name != "email");
    person.push(("email", email));
    for step in [Until::Address, Until::Delivery, Until::Point, Until::Collector, Until::Payment] {
        let pickup = ["pickpost", "my_post_24"].contains(&delivery);
        if step >= until {
            return;
        }
        if !pickup && [Until::Point, Until::Collector].contains(&step) {
            continue;
        }
        match step {
            Until::Address => visitor.submit("email", &person).await,
            Until::Delivery => {
                let mut fields = vec![("delivery", delivery)];
                if delivery == "other" {
                    fields.extend([("first_name", "Zoë"), ("last_name", "Ünlü"), ("street", "Rue du Lac")]);
                    fields.extend([("house_number", "12"), ("postcode", "1003"), ("town", "Lausanne")]);
                }
                visitor.submit("delivery", &fields).await
            }
            Until::Point => {
                let choice = choice(visitor);
                visitor.submit("choice", &[("choice", &choice)]).await
            }
            Until::Collector => visitor.submit("notify", &[("notify", "email")]).await,
            _ => visitor.submit("payment", &[("payment", "invoice")]).await,
        };
        assert_eq!(visitor.status, 200, "{} {}", visitor.url, visitor.body);
    }
}

/// The token of the first point of the list that can be chosen.
pub fn choice(visitor: &Visitor) -> String {
    visitor.attribute("button[name=choice]", "value").expect("a point to choose")
}

/// The number of the order whose page this is.
pub fn number(visitor: &Visitor) -> String {
    assert!(visitor.path().contains("/orders/"), "{} {}", visitor.url, visitor.body);
    let at = visitor.body.find("M-").expect("an order number");
    visitor.body[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}
