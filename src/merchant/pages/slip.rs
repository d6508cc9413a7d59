//! The packing slip of an order, made to be printed: what goes into the parcel, and where to; no prices.

use actix_web::web::Path;
use askama::Template;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::label::IdentCode;
use crate::merchant::clerk::Clerk;
use crate::orders::parcels::{contents, kilograms, name};
use crate::orders::{Arrival, DeliveryCard};
use crate::web::{Answer, Page, page};

/// A parcel: which one of how many, its number, what lies in it.
struct Packed {
    name: String,
    ident: String,
    weight: Option<String>,
    contents: Vec<String>,
}

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
    parcels: Vec<Packed>,
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
        delivery: DeliveryCard::of(p.lang, &order.delivery, Arrival::Over, None),
        parcels: order
            .parcels
            .iter()
            .map(|parcel| Packed {
                name: name(&p, parcel),
                ident: IdentCode::grouped(&parcel.ident_code),
                weight: parcel.weight_g.map(|grams| kilograms(grams.into())),
                contents: contents(parcel, &order.lines),
            })
            .collect(),
        pieces: lines.iter().map(|line| line.quantity).sum(),
        lines,
        weight: kilograms(order.weight_g()),
        p,
    })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042/slip");
    let view = SlipView {
        number: "M-10042".into(),
        placed: "24 November, 14:05".into(),
        who: "Hans Muster".into(),
        delivery: DeliveryCard::sample(p.lang),
        parcels: [1, 2]
            .map(|sequence| Packed {
                name: p.xy("parcel-of", sequence, 2),
                ident: format!("99.00.123456.2000000{sequence}"),
                weight: Some(kilograms(625)),
                contents: vec!["1 × Bergkäse".into()],
            })
            .into(),
        lines: vec![Line { quantity: 2, name: "Bergkäse".into() }],
        pieces: 2,
        weight: kilograms(1250),
        p,
    };
    vec![("merchant-slip", view.render().unwrap_or_default())]
}
