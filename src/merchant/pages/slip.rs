//! The packing slip of an order, made to be printed: what goes into the parcel, and where to; no prices.

use actix_web::web::Path;
use askama::Template;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::label::IdentCode;
use crate::merchant::clerk::Clerk;
use crate::orders::{Arrival, DeliveryCard};
use crate::web::{Answer, Page, page};

struct Line {
    quantity: i32,
    name: String,
}

#[derive(Template)]
#[template(path = "merchant/slip.html")]
struct SlipView {
    p: Page,
    number: String,
    placed: String,
    /// Who the parcel is for, and where it goes.
    who: String,
    delivery: DeliveryCard,
    idents: Vec<String>,
    lines: Vec<Line>,
    pieces: i32,
    weight: String,
}

/// Shows the slip.
///
/// # Errors
/// When there is no such order, or the database fails.
pub async fn show(clerk: Clerk, number: Path<String>) -> Answer {
    let order = clerk.order(&number).await?;
    let p = clerk.visit.page;
    let lines: Vec<Line> =
        order.lines.iter().map(|line| Line { quantity: line.quantity, name: line.name.clone() }).collect();
    page(&SlipView {
        number: order.number.to_string(),
        placed: dates::moment(p.lang, swiss(order.placed_at)),
        who: match order.delivery.own_address() {
            Some(address) => address.lines().into_iter().next().unwrap_or_default(),
            None => p.t("delivery-erased").into_owned(),
        },
        delivery: DeliveryCard::of(&p, &order.delivery, Arrival::Over, None),
        idents: order.parcels.iter().map(|parcel| IdentCode::grouped(&parcel.ident_code)).collect(),
        pieces: lines.iter().map(|line| line.quantity).sum(),
        lines,
        weight: kilograms(order.weight_g()),
        p,
    })
}

/// `1.250 kg`.
fn kilograms(grams: i64) -> String {
    format!("{}.{:03}\u{a0}kg", grams / 1000, grams % 1000)
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042/slip");
    let view = SlipView {
        number: "M-10042".into(),
        placed: "24 November, 14:05".into(),
        who: "Hans Muster".into(),
        delivery: DeliveryCard::sample(&p),
        idents: vec!["99.00.123456.00010042".into()],
        lines: vec![Line { quantity: 2, name: "Bergkäse".into() }],
        pieces: 2,
        weight: kilograms(1250),
        p,
    };
    vec![("merchant-slip", view.render().unwrap_or_default())]
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_weight_is_said_in_kilograms() {
        assert_eq!(super::kilograms(50), "0.050\u{a0}kg");
        assert_eq!(super::kilograms(12_005), "12.005\u{a0}kg");
    }
}
