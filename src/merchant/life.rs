//! Where an order stands, in words, and what the merchant can do about it.

use chrono::{DateTime, Utc};

use crate::clock::swiss;
use crate::i18n::dates;
use crate::orders::Order;
use crate::orders::life::{LifeState, Move};
use crate::orders::order::Life;
use crate::orders::pack::BY_HAND;
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
        let mut card = Self { void: has_label, ..Self::about(p, &order.life) };
        if order.erased_at.is_some() {
            // Nobody is left whom it could be sent to.
            card.steps.retain(|(step, _)| *step != Move::SentAgain.code());
        }
        card
    }

    fn about(p: &Page, life: &Life) -> Self {
        let can = |by: Move| life.state.after(by).is_some();
        let key = life.state.code().replace('_', "-");
        let step =
            |by: &Move| (by.code(), p.t(&format!("step-{}", by.code().replace('_', "-"))).into_owned());
        Self {
            state: p.t(&format!("life-{key}")).into_owned(),
            color: color(life.state),
            since: dates::moment(p.lang, swiss(life.since)),
            why: life.why.as_ref().map(|why| p.t(&format!("why-{}", why.replace('_', "-"))).into_owned()),
            next: p.t(&format!("life-next-{key}")).into_owned(),
            steps: STEPS.iter().flat_map(|some| some.iter()).filter(|by| can(**by)).map(step).collect(),
            cancel: can(Move::Cancelled),
            void: false,
        }
    }

    /// For samples.
    #[must_use]
    pub fn sample(p: &Page, state: LifeState) -> Self {
        let why = (state == LifeState::Held).then(|| "by_merchant".to_owned());
        Self::about(p, &Life { state, since: DateTime::<Utc>::UNIX_EPOCH, why })
    }
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
