//! Everything that an order fixes, as a review page has shown it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::address::OwnAddress;
use crate::i18n::Lang;
use crate::money::{Rappen, VatRate};
use crate::orders::OrderLine;
use crate::orders::card::{always, hours_on};
use crate::orders::new_order::NewOrder;
use crate::payments::Payment;
use crate::pickup::point::hours::Span;
use crate::pickup::{Kind, Point};
use crate::seal::Seal;
use crate::shipping::{Collector, Delivery, DeliveryKind, PickUp};

/// Everything that an order fixes, as a review page has shown it. No User ID: that stands with its mandate only (rule 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The language of the page, in which the articles are named.
    pub lang: Lang,
    /// The articles, by their ids.
    pub lines: Vec<ShownLine>,
    /// What all articles cost.
    pub goods: Rappen,
    /// What the delivery costs.
    pub delivery_price: Rappen,
    /// What is to be paid.
    pub total: Rappen,
    /// Rate, gross, VAT contained.
    pub vat: Vec<(VatRate, Rappen, Rappen)>,
    /// Where to write to.
    pub email: String,
    /// Where to call.
    pub phone: Option<String>,
    /// The version of the terms.
    pub terms: NaiveDate,
    /// How it is paid.
    pub payment: Payment,
    /// The day on which the parcel is expected.
    pub expected_on: NaiveDate,
    /// Who pays.
    pub billing: OwnAddress,
    /// The kind of delivery.
    pub delivery: DeliveryKind,
    /// Another address to deliver to.
    pub other: Option<OwnAddress>,
    /// The point and who collects there.
    pub pickup: Option<ShownPickUp>,
}

/// An article as it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownLine {
    /// The article.
    pub product_id: i16,
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: i32,
    /// The price of one.
    pub unit_price: Rappen,
    /// Its VAT rate.
    pub vat: VatRate,
}

/// A point as it was shown, and who collects there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPickUp {
    /// The carrier's id.
    pub id: String,
    /// Counter or terminal.
    pub kind: Kind,
    /// Name, street and number, postcode and town.
    pub lines: [String; 3],
    /// Whether it is open day and night.
    pub always: bool,
    /// Its hours on the expected day.
    pub hours: Vec<String>,
    /// Who collects.
    pub collector: Collector,
    /// A tag of the User ID that stood on the page, once Post has answered; nothing can be read from it.
    pub user_id: Option<String>,
}

impl Shown {
    /// What is shown of an order before it is placed; `point` is its point as the data describe it now.
    #[must_use]
    pub fn of(order: &NewOrder, point: Option<&Point>, seal: &Seal) -> Self {
        let mut lines: Vec<ShownLine> = order.lines.iter().map(ShownLine::of).collect();
        lines.sort_by_key(|line| line.product_id);
        Self {
            lang: order.lang,
            lines,
            goods: order.amounts.goods,
            delivery_price: order.amounts.delivery,
            total: order.amounts.total(),
            vat: order.amounts.vat.clone(),
            email: order.email.as_str().to_owned(),
            phone: order.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            terms: order.terms_version,
            payment: order.payment.clone(),
            expected_on: order.expected_on,
            billing: order.billing.clone(),
            delivery: order.delivery.kind(),
            other: match &order.delivery {
                Delivery::Other(address) => Some(address.clone()),
                Delivery::Home(_) | Delivery::PickUp(_) | Delivery::Erased(_) => None,
            },
            pickup: order.delivery.pickup().map(|pickup| {
                let spans = hours_on(&pickup.point, point, order.expected_on);
                ShownPickUp::of(pickup, &spans, seal)
            }),
        }
    }

    /// What the form carries for it: the same for the same contents, and nothing can be read from it.
    ///
    /// # Errors
    /// Never in fact: these values can be written as JSON.
    pub fn digest(&self, seal: &Seal, basket: Uuid) -> serde_json::Result<String> {
        Ok(seal.tag("shown", &format!("{basket} {}", serde_json::to_string(self)?)))
    }
}

impl ShownLine {
    fn of(line: &OrderLine) -> Self {
        Self {
            product_id: line.product_id,
            name: line.name.clone(),
            quantity: line.quantity,
            unit_price: line.unit_price,
            vat: line.vat,
        }
    }
}

impl ShownPickUp {
    fn of(pickup: &PickUp, spans: &[Span], seal: &Seal) -> Self {
        let point = &pickup.point;
        Self {
            id: point.id.to_string(),
            kind: point.kind,
            lines: [point.name.to_string(), point.street_line(), point.town_line()],
            always: always(point, spans),
            hours: spans.iter().map(ToString::to_string).collect(),
            collector: pickup.collector.clone(),
            user_id: pickup.mandate.state.known().map(|(id, _)| seal.tag("shown user id", id.as_str())),
        }
    }
}
