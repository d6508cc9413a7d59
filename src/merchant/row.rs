//! An order as a row of the merchant's lists, in words.

use chrono::{DateTime, Utc};

use crate::clock::swiss;
use crate::i18n::dates;
use crate::merchant::life::color;
use crate::merchant::shipment::{remark, why};
use crate::merchant::waits::Waits;
use crate::orders::Reason;
use crate::orders::life::LifeState;
use crate::orders::list::{OrderRow, Which};
use crate::shipping::DeliveryKind;
use crate::web::Page;

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// `M-10042`.
    pub number: String,
    /// When it was placed.
    pub placed: String,
    /// Who pays.
    pub who: String,
    /// The icon of its delivery.
    pub icon: &'static str,
    /// Where it goes.
    pub place: String,
    /// Where it stands, and what is wrong with it: colour and words.
    pub pills: Vec<(&'static str, String)>,
    /// The total.
    pub total: String,
    /// Why it stands in this queue.
    pub why: String,
    /// Since when.
    pub since: String,
    /// The one next step.
    pub next: String,
    /// Whether nothing goes on by itself.
    pub decide: bool,
}

impl Row {
    /// In the list of all.
    #[must_use]
    pub fn of(p: &Page, order: OrderRow, now: DateTime<Utc>) -> Self {
        Self::in_queue(p, order, Which::All, now)
    }

    /// In one of the queues.
    #[must_use]
    pub fn in_queue(p: &Page, order: OrderRow, which: Which, now: DateTime<Utc>) -> Self {
        let (why, since, next, decide) = reason(p, &order, which, now);
        Self {
            number: order.number.to_string(),
            placed: dates::moment(p.lang, swiss(order.placed_at)),
            who: order.who,
            icon: match order.kind {
                DeliveryKind::PickPost => "counter",
                DeliveryKind::MyPost24 => "locker",
                DeliveryKind::Other => "buildings",
                DeliveryKind::Home => "house",
            },
            place: order.place,
            pills: pills(p, order.life.state, order.refused.is_some()),
            total: p.chf(&order.total),
            why,
            since,
            next,
            decide,
        }
    }

    /// For samples.
    #[must_use]
    pub fn samples(p: &Page) -> Vec<Self> {
        let row = |state: LifeState, refused: bool| Self {
            number: "M-10042".into(),
            placed: "24 November, 14:05".into(),
            who: "Hans Muster".into(),
            icon: "counter",
            place: "Filiale Zürich".into(),
            pills: pills(p, state, refused),
            total: "CHF 58.90".into(),
            why: p.t("outcome-timeout").into_owned(),
            since: "24 November, 14:05".into(),
            next: p.t("life-next-to-pack").into_owned(),
            decide: refused,
        };
        vec![
            row(LifeState::ToPack, false),
            row(LifeState::ToConfirm, false),
            row(LifeState::ToPack, true),
            row(LifeState::Returned, false),
        ]
    }
}

/// The name of a list.
#[must_use]
pub fn name(p: &Page, which: Which) -> String {
    match which {
        Which::All => p.t("merchant-orders").into_owned(),
        Which::Waiting => p.t("merchant-waiting").into_owned(),
        Which::Refused => p.t("queue-refused").into_owned(),
        Which::State(state) => state_name(p, state),
    }
}

/// Where an order stands, in a word or two.
#[must_use]
pub fn state_name(p: &Page, state: LifeState) -> String {
    let key = match state {
        LifeState::ToConfirm => "state-to-confirm",
        LifeState::ToPack => "queue-to-pack",
        LifeState::Packed => "queue-packed",
        LifeState::Held => "queue-held",
        LifeState::HandedOver => "queue-handed-over",
        LifeState::Ready => "queue-ready",
        LifeState::Collected => "queue-collected",
        LifeState::Returned => "queue-returned",
        LifeState::Cancelled => "queue-cancelled",
        LifeState::Refunded => "queue-refunded",
    };
    p.t(key).into_owned()
}

fn pills(p: &Page, state: LifeState, refused: bool) -> Vec<(&'static str, String)> {
    let mut pills = vec![(color(state), state_name(p, state))];
    if refused {
        pills.push(("refused", p.t("queue-refused").into_owned()));
    }
    pills
}

/// Why an order stands in a queue, since when, the one next step, and whether somebody has to decide.
fn reason(p: &Page, order: &OrderRow, which: Which, now: DateTime<Utc>) -> (String, String, String, bool) {
    let t = |key: &str| p.t(key).into_owned();
    let when = |at| dates::moment(p.lang, swiss(at));
    if let (Which::Waiting, Some(waiting)) = (which, &order.waiting) {
        let waits = Waits::of(p, waiting, now);
        return (waits.why, waits.since, waits.next, waits.decide);
    }
    if let (Some(refusal), Which::Refused | Which::State(LifeState::ToPack | LifeState::Packed)) =
        (&order.refused, which)
    {
        let codes: Vec<String> = refusal.codes.iter().map(|code| remark(p, code)).collect();
        let why = if codes.is_empty() { t("queue-refused") } else { codes.join("; ") };
        return (why, when(refusal.at), t("queue-next-refused"), true);
    }
    let (why, next, decide) = match order.life.state {
        LifeState::ToPack => (t("queue-why-to-pack"), "life-next-to-pack", false),
        LifeState::Packed => (t("queue-why-packed"), "life-next-packed", false),
        LifeState::Held => {
            let held = order.life.why.as_ref();
            let erased = held == Some(&Reason::PeopleErased);
            let next = if erased { "life-next-held-erased" } else { "life-next-held" };
            (held.map_or_else(|| t("queue-held"), |held| why(p, held)), next, true)
        }
        LifeState::Returned => (t("queue-why-returned"), "life-next-returned", true),
        _ => return (String::new(), when(order.life.since), String::new(), false),
    };
    (why, when(order.life.since), t(next), decide)
}
