//! Where an order stands, in words, and what the merchant can do about it.

use chrono::{DateTime, Utc};

use crate::clock::swiss;
use crate::i18n::dates;
use crate::merchant::shipment::why;
use crate::orders::another::May;
use crate::orders::event::Actor;
use crate::orders::life::{LifeState, Move};
use crate::orders::order::{GivenBack, Life};
use crate::orders::pack::BY_HAND;
use crate::orders::{Order, Reason};
use crate::payments::PaymentState;
use crate::web::Page;

/// The card of an order's life.
#[derive(Clone, Debug)]
pub struct LifeCard {
    /// The state in a word.
    pub state: String,
    /// Its colour: `known`, `waiting` or `refused`.
    pub color: &'static str,
    /// Since when.
    pub since: String,
    /// Why, where somebody has to know.
    pub why: Option<String>,
    /// The one next step, in a sentence.
    pub next: String,
    /// What a click does, with its words; the first one is what comes next.
    pub steps: Vec<(&'static str, String)>,
    /// Pages on which something about it can be changed: the last part of their address, and their words.
    pub changes: Vec<(&'static str, String)>,
    /// Whether the first of them is what comes next, before any step.
    pub elsewhere: bool,
    /// Whether it can be cancelled.
    pub cancel: bool,
    /// Whether Post has drawn a label that a cancellation would not take back.
    pub void: bool,
}

/// What a click does, in the order of the buttons.
const STEPS: [&[Move]; 2] = [&BY_HAND, &[Move::SentAgain, Move::Refunded]];

impl LifeCard {
    /// In the page's words.
    #[must_use]
    pub fn of(p: &Page, order: &Order, has_label: bool) -> Self {
        // Which merchant it is makes no difference here.
        let merchant = Actor::Merchant(String::new());
        let point = May::of(order, &merchant) == May::Yes;
        let person =
            order.delivery.pickup().is_some() && order.life.state.after(Move::PersonCorrected).is_some();
        let person = person && order.erased_at.is_none();
        let mut card =
            Self { void: has_label, changes: changes(p, point, person), ..Self::about(p, &order.life) };
        card.speaks_of_money(p, order);
        if order.parcels.is_empty() {
            card.steps.retain(|(step, _)| *step != Move::HandedOver.code());
        }
        if order.erased_at.is_some() {
            // Nobody is left whom it could be sent to.
            card.steps.retain(|(step, _)| *step != Move::SentAgain.code());
            if order.life.state == LifeState::Held && order.parcels.is_empty() {
                card.steps.retain(|(step, _)| *step != Move::Released.code());
                card.next = p.t("life-next-held-erased").into_owned();
            }
        }
        card
    }

    /// What is given back, or was, is what was paid: an invoice that is due is only closed.
    fn speaks_of_money(&mut self, p: &Page, order: &Order) {
        let refund = Move::Refunded.code();
        if order.payment_state == PaymentState::Due {
            for (_, words) in self.steps.iter_mut().filter(|(step, _)| *step == refund) {
                *words = p.t("step-closed").into_owned();
            }
        }
        if !matches!(order.life.state, LifeState::Cancelled | LifeState::Refunded) {
            return;
        }
        match order.given_back() {
            Some(GivenBack::ByCard) => {}
            Some(GivenBack::ByHand) => self.next = p.t("life-next-pay-back").into_owned(),
            None => {
                self.next = p.t("life-next-closed").into_owned();
                if order.life.state == LifeState::Refunded {
                    self.state = p.t("life-closed").into_owned();
                }
            }
        }
    }

    fn about(p: &Page, life: &Life) -> Self {
        let can = |by: Move| life.state.after(by).is_some();
        let key = life.state.code().replace('_', "-");
        let step =
            |by: &Move| (by.code(), p.t(&format!("step-{}", by.code().replace('_', "-"))).into_owned());
        let elsewhere = life.wants_another_point();
        let next = if elsewhere { "life-next-held-point".to_owned() } else { format!("life-next-{key}") };
        Self {
            state: p.t(&format!("life-{key}")).into_owned(),
            color: color(life.state),
            since: dates::moment(p.lang, swiss(life.since)),
            why: life.why.as_ref().map(|reason| why(p, reason)),
            next: p.t(&next).into_owned(),
            elsewhere,
            steps: STEPS.iter().flat_map(|some| some.iter()).filter(|by| can(**by)).map(step).collect(),
            changes: changes(p, can(Move::PointChanged), can(Move::PersonCorrected)),
            cancel: can(Move::Cancelled),
            void: false,
        }
    }

    /// For samples.
    #[must_use]
    pub fn sample(p: &Page, state: LifeState) -> Self {
        let why = (state == LifeState::Held).then_some(Reason::ByMerchant);
        Self::about(p, &Life { state, since: DateTime::<Utc>::UNIX_EPOCH, why })
    }
}

fn changes(p: &Page, point: bool, person: bool) -> Vec<(&'static str, String)> {
    let pages = [("point", "merchant-point", point), ("person", "merchant-person", person)];
    let there = pages.into_iter().filter(|(.., there)| *there);
    there.map(|(page, key, _)| (page, p.t(key).into_owned())).collect()
}

/// The colour of a state: what waits for somebody, what goes well, what came to nothing.
#[must_use]
pub fn color(state: LifeState) -> &'static str {
    match state {
        LifeState::ToConfirm | LifeState::ToPack | LifeState::Held | LifeState::Returned => "waiting",
        LifeState::Packed | LifeState::HandedOver | LifeState::Ready | LifeState::Collected => "known",
        LifeState::Cancelled | LifeState::Refunded => "refused",
    }
}
