//! An order as it was placed. Nothing in here changes; what comes later is in its history.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::address::OwnAddress;
use crate::calendar::Calendar;
use crate::clock::swiss;
use crate::contact::{Email, Phone};
use crate::i18n::Lang;
use crate::label::IdentCode;
use crate::money::{Rappen, VatRate, vat_by_rate};
use crate::orders::life::LifeState;
use crate::orders::{Arrival, OrderNumber, Reason};
use crate::payments::{Payment, PaymentState};
use crate::pickup;
use crate::shipping::shipment::Freight;
use crate::shipping::{Delivery, Journey, Parcel, UserIdState};

/// A placed order.
#[derive(Clone, Debug)]
pub struct Order {
    /// Row id.
    pub id: Uuid,
    /// Its number.
    pub number: OrderNumber,
    /// The unguessable part of its address.
    pub token: String,
    /// The language it was placed in.
    pub lang: Lang,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// Where to write to, until it is erased.
    pub email: Option<Email>,
    /// Where to call, if the shopper wanted, until it is erased.
    pub phone: Option<Phone>,
    /// When the people in it were erased, but for who pays.
    pub erased_at: Option<DateTime<Utc>>,
    /// The version of the terms agreed to.
    pub terms_version: NaiveDate,
    /// How it is paid.
    pub payment: Payment,
    /// How far the payment has come.
    pub payment_state: PaymentState,
    /// The amounts.
    pub amounts: Amounts,
    /// The day on which the parcel was expected when it was ordered.
    pub expected_on: NaiveDate,
    /// The articles.
    pub lines: Vec<OrderLine>,
    /// Who pays.
    pub billing: OwnAddress,
    /// Where the parcel goes.
    pub delivery: Delivery,
    /// Which delivery of the order that is, counted from 1: one more each time it goes elsewhere.
    pub version: i32,
    /// Its parcels, once they may carry labels.
    pub parcels: Vec<Parcel>,
    /// Where it stands.
    pub life: Life,
}

/// Where an order stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// Its state.
    pub state: LifeState,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Why, where somebody has to know.
    pub why: Option<Reason>,
}

/// How money goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenBack {
    /// By itself, to the card.
    ByCard,
    /// By the merchant's own transfer: the shop moves no money from account to account.
    ByHand,
}

/// Goods, delivery, total, and the VAT contained in it per rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// All lines.
    pub goods: Rappen,
    /// The delivery.
    pub delivery: Rappen,
    /// Rate, gross amount at that rate, VAT contained; ascending by rate.
    pub vat: Vec<(VatRate, Rappen, Rappen)>,
}

/// One line of an order, with the name as it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// The article.
    pub product_id: i16,
    /// Its name in the order's language.
    pub name: String,
    /// How many.
    pub quantity: i32,
    /// The price of one, VAT contained.
    pub unit_price: Rappen,
    /// Its VAT rate.
    pub vat: VatRate,
    /// The weight of one, in grams.
    pub weight_g: i32,
    /// Its sides in millimetres, packed; an order of an older version does not say.
    pub mm: Option<[i32; 3]>,
}

impl OrderLine {
    /// Price times quantity.
    #[must_use]
    pub fn amount(&self) -> Rappen {
        self.unit_price * self.quantity
    }
}

impl Life {
    /// Whether it is held until another point is chosen: nobody goes to the one it has.
    #[must_use]
    pub fn wants_another_point(&self) -> bool {
        self.state == LifeState::Held && matches!(self.why, Some(Reason::PointGone | Reason::PointClosed))
    }
}

impl Amounts {
    /// The amounts of these lines with this delivery.
    #[must_use]
    pub fn of(lines: &[OrderLine], delivery: Rappen) -> Self {
        let shares = lines.iter().map(|line| (line.vat, line.amount()));
        let vat = vat_by_rate(shares, delivery);
        Self { goods: lines.iter().map(OrderLine::amount).sum(), delivery, vat }
    }

    /// Goods and delivery.
    #[must_use]
    pub fn total(&self) -> Rappen {
        self.goods + self.delivery
    }
}

impl Order {
    /// The ident code of its first parcel, once that may carry a label.
    #[must_use]
    pub fn ident_code(&self) -> Option<&IdentCode> {
        self.parcels.first().map(|parcel| &parcel.ident_code)
    }

    /// Whether Post has yet to give the User ID, or has just given it. While an order is held, and once it has ended,
    /// nobody asks.
    #[must_use]
    pub fn waits_for_post(&self) -> bool {
        self.life.state == LifeState::ToConfirm
            && self.erased_at.is_none()
            && self.delivery.pickup().is_some_and(|pickup| pickup.mandate.state != UserIdState::Erased)
    }

    /// When its parcel began its way: with the order, or later, where Post was silent or it goes elsewhere since.
    #[must_use]
    pub fn begun_at(&self) -> DateTime<Utc> {
        self.parcels.iter().map(|parcel| parcel.announced_at).max().unwrap_or(self.placed_at)
    }

    /// The day on which its parcel is expected as things stand; what was promised with the order stands in `expected_on`.
    #[must_use]
    pub fn expected(&self, calendar: &Calendar) -> NaiveDate {
        Journey::of(calendar, swiss(self.begun_at()).date()).arrives.max(self.expected_on)
    }

    /// When its parcel is expected, as long as it is: by these days, while Post has what it needs.
    #[must_use]
    pub fn arrival(&self, calendar: &Calendar) -> Arrival {
        match self.life.state {
            LifeState::HandedOver => Arrival::On(self.expected(calendar)),
            LifeState::Ready => Arrival::There,
            state if !state.is_here() => Arrival::Over,
            _ if self.waits_for_post() => Arrival::Unknown,
            _ => Arrival::On(self.expected(calendar)),
        }
    }

    /// The same for whoever collects: where another point is to be chosen nothing arrives at this one.
    #[must_use]
    pub fn arrival_there(&self, calendar: &Calendar) -> Arrival {
        if self.life.wants_another_point() { Arrival::Over } else { self.arrival(calendar) }
    }

    /// How the money goes back, now that it has ended. What was never paid goes nowhere: there is only nothing to pay any more.
    #[must_use]
    pub fn given_back(&self) -> Option<GivenBack> {
        match (self.payment_state, &self.payment) {
            (PaymentState::Refunded, Payment::Card { .. }) => Some(GivenBack::ByCard),
            (PaymentState::Refunded, Payment::Invoice) => Some(GivenBack::ByHand),
            (PaymentState::Due | PaymentState::Paid | PaymentState::Cancelled, _) => None,
        }
    }

    /// What the parcel weighs, without its packaging, in grams.
    #[must_use]
    pub fn weight_g(&self) -> i64 {
        weight_g(&self.lines)
    }

    /// The path of its page below the language.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/orders/{}", self.token)
    }

    /// The e-mail address at which whoever ordered is reached, as people write it; a dash once it is erased.
    #[must_use]
    pub fn reached_at(&self) -> String {
        self.email.as_ref().map_or_else(|| "–".to_owned(), Email::readable)
    }

    /// What its parcel is to Post.
    #[must_use]
    pub fn freight(&self) -> Freight {
        Freight { lang: self.lang, weight_g: self.weight_g() }
    }
}

/// What is sent together, line by line; nothing where it is not known how large an article is.
#[must_use]
pub fn goods(lines: &[OrderLine]) -> Option<pickup::Parcel> {
    let item = |line: &OrderLine| {
        let (name, grams, quantity) = (line.name.clone(), line.weight_g, line.quantity);
        Some(pickup::Item { name, mm: line.mm?, grams, quantity })
    };
    Some(pickup::Parcel { items: lines.iter().map(item).collect::<Option<_>>()? })
}

/// What these lines weigh, in grams.
#[must_use]
pub fn weight_g(lines: &[OrderLine]) -> i64 {
    lines.iter().map(|line| i64::from(line.weight_g) * i64::from(line.quantity)).sum()
}
