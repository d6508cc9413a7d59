//! The parcels of an order behind the counter: what lies in each, its label as we draw it beside the one that Post drew, and who has
//! printed that.

use crate::carrier::ImageKind;
use crate::clock::swiss;
use crate::i18n::dates;
use crate::orders::Order;
use crate::orders::parcels::ParcelLine;
use crate::shipping::prints::store::Print;
use crate::shipping::shipment::{Shipment, ShipmentState};
use crate::web::Page;

/// One parcel.
#[derive(Clone, Debug)]
pub struct ParcelCard {
    /// Which one, how far, what lies in it.
    pub line: ParcelLine,
    /// Whether Post's label of it can be fetched.
    pub is_drawn: bool,
    /// How often that was printed, last by whom and when.
    pub printed: Option<String>,
}

impl ParcelCard {
    /// All of an order.
    #[must_use]
    pub fn all(
        p: &Page,
        order: &Order,
        (shipments, prints): (&[Shipment], &[Print]),
        none: bool,
    ) -> Vec<Self> {
        let card = |(line, parcel): (ParcelLine, &crate::shipping::Parcel)| {
            let shipment = shipments.iter().find(|shipment| shipment.parcel == parcel.id);
            let sent = shipment.is_some_and(|shipment| shipment.state == ShipmentState::Sent);
            let mine: Vec<&Print> = prints.iter().filter(|print| print.parcel == parcel.id).collect();
            Self { line, is_drawn: sent && !none, printed: printed(p, &mine) }
        };
        ParcelLine::all(p, order).into_iter().zip(&order.parcels).map(card).collect()
    }

    /// For samples: two of them, both drawn.
    #[must_use]
    pub fn samples(p: &Page) -> Vec<Self> {
        let card = |line| Self { line, is_drawn: true, printed: Some(p.n("print-times", 2)) };
        ParcelLine::samples(p).into_iter().map(card).collect()
    }
}

fn printed(p: &Page, prints: &[&Print]) -> Option<String> {
    let last = prints.last()?;
    let kind = match last.kind {
        ImageKind::Pdf => "PDF",
        ImageKind::Png => "PNG",
    };
    let when = dates::moment(p.lang, swiss(last.at));
    Some(format!("{} · {when} · {} · {kind}", p.n("print-times", prints.len()), last.who))
}
