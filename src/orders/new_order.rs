//! Everything an order is made of, before it has a number.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::address::OwnAddress;
use crate::contact::{Email, Phone};
use crate::i18n::Lang;
use crate::orders::Arrival;
use crate::orders::life::LifeState;
use crate::orders::order::{Amounts, OrderLine, weight_g};
use crate::payments::Payment;
use crate::shipping::Delivery;
use crate::shipping::shipment::Freight;

/// An order about to be placed, as the shopper saw it on the review page.
#[derive(Clone, Debug)]
pub struct NewOrder {
    /// The basket that becomes the order.
    pub basket: Uuid,
    /// The version of the checkout that the shopper saw.
    pub checkout_version: i32,
    /// The review form's own key: the same form sent twice places one order.
    pub idempotency_key: String,
    /// The shop's language at the moment.
    pub lang: Lang,
    /// Where to write to.
    pub email: Email,
    /// Where to call.
    pub phone: Option<Phone>,
    /// The version of the terms agreed to.
    pub terms_version: NaiveDate,
    /// How it is paid.
    pub payment: Payment,
    /// The articles.
    pub lines: Vec<OrderLine>,
    /// The amounts, as shown.
    pub amounts: Amounts,
    /// The expected day, as shown.
    pub expected_on: NaiveDate,
    /// Who pays.
    pub billing: OwnAddress,
    /// Where the parcel goes.
    pub delivery: Delivery,
}

impl NewOrder {
    /// Where it stands when it is placed.
    #[must_use]
    pub fn begins(&self) -> LifeState {
        if self.delivery.may_be_labelled() { LifeState::ToPack } else { LifeState::ToConfirm }
    }

    /// When its parcel arrives: while Post is silent nobody knows the day.
    #[must_use]
    pub fn arrival(&self) -> Arrival {
        match self.delivery.pickup() {
            Some(pickup) if pickup.mandate.state.is_open() => Arrival::Unknown,
            _ => Arrival::On(self.expected_on),
        }
    }

    /// What its parcel is to Post.
    #[must_use]
    pub fn freight(&self) -> Freight {
        Freight { lang: self.lang, weight_g: weight_g(&self.lines) }
    }
}
