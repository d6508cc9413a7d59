//! How far the data of an order's parcels have come, in words, and the one thing to do about it.

use chrono::{DateTime, Utc};

use crate::carrier::code::words;
use crate::clock::swiss;
use crate::i18n::dates;
use crate::merchant::waits::outcome;
use crate::orders::Reason;
use crate::orders::history::What;
use crate::shipping::jobs::send_shipment::When;
use crate::shipping::shipment::{Shipment, ShipmentState};
use crate::web::Page;

/// The card of an order's shipment.
#[derive(Clone, Debug)]
pub struct ShipmentCard {
    /// The state in a word.
    pub state: String,
    /// Its colour: `known`, `waiting` or `refused`.
    pub color: &'static str,
    /// Since when, until when, or what next.
    pub when: String,
    /// What Post remarks, or why it did not work, a sentence each.
    pub remarks: Vec<String>,
    /// Whether Post's label can be fetched.
    pub has_label: bool,
    /// What a click would do.
    pub button: Option<String>,
}

impl ShipmentCard {
    /// In the page's words. Of several parcels the one that needs somebody most speaks for all.
    #[must_use]
    pub fn of(
        p: &Page,
        shipments: &[Shipment],
        when: When,
        (erased, now): (bool, DateTime<Utc>),
    ) -> Option<Self> {
        let shipment = shipments.iter().max_by_key(|shipment| shipment.state)?;
        let last = shipment.last.as_ref();
        let at = || last.map(|last| dates::moment(p.lang, swiss(last.at))).unwrap_or_default();
        let (state, words, button) = match (shipment.state, when) {
            (ShipmentState::Sent, _) => ("shipment-sent", p.x("shipment-sent-at", at()), None),
            (ShipmentState::Refused, When::At(..)) => {
                ("shipment-refused", p.t("shipment-now").into_owned(), Some("shipment-again"))
            }
            (ShipmentState::Refused, _) => {
                ("shipment-refused", p.x("shipment-refused-at", at()), Some("shipment-again"))
            }
            (ShipmentState::Waiting, When::At(due, _)) if due <= now => {
                ("shipment-waiting", p.t("shipment-now").into_owned(), Some("shipment-send"))
            }
            (ShipmentState::Waiting, When::At(due, 0)) => (
                "shipment-waiting",
                p.x("shipment-held", dates::moment(p.lang, swiss(due))),
                Some("shipment-send"),
            ),
            (ShipmentState::Waiting, When::At(due, _)) => (
                "shipment-waiting",
                p.x("shipment-retried", dates::moment(p.lang, swiss(due))),
                Some("shipment-send"),
            ),
            (ShipmentState::Waiting, When::GivenUp(_)) => {
                ("shipment-waiting", p.t("shipment-given-up").into_owned(), Some("shipment-again"))
            }
            (ShipmentState::Waiting, When::Never) => {
                ("shipment-waiting", p.t("shipment-never").into_owned(), Some("shipment-send"))
            }
        };
        let why = last.and_then(|last| last.why.as_deref()).map(|why| reason(p, why));
        let codes = last.into_iter().flat_map(|last| &last.codes).map(|code| remark(p, code));
        Some(Self {
            state: p.t(state).into_owned(),
            color: match shipment.state {
                ShipmentState::Sent => "known",
                ShipmentState::Waiting => "waiting",
                ShipmentState::Refused => "refused",
            },
            when: words,
            remarks: why.into_iter().chain(codes).collect(),
            has_label: shipment.state == ShipmentState::Sent && !erased,
            button: button.filter(|_| !erased).map(|key| p.t(key).into_owned()),
        })
    }

    /// For samples.
    #[must_use]
    pub fn sample(p: &Page, state: ShipmentState) -> Option<Self> {
        use crate::shipping::shipment::{Attempt, Outcome};
        let (outcome, codes) = match state {
            ShipmentState::Sent => (Outcome::Sent, vec!["W2016".to_owned()]),
            ShipmentState::Waiting => (Outcome::Failed, Vec::new()),
            ShipmentState::Refused => {
                (Outcome::Refused, vec!["E2026".to_owned(), "field:item.recipient.zip".to_owned()])
            }
        };
        let why = (outcome == Outcome::Failed).then(|| "timeout".to_owned());
        let last = Some(Attempt { at: DateTime::UNIX_EPOCH, outcome, why, codes });
        let shipment = Shipment { parcel: uuid::Uuid::nil(), state, last, ended: 1 };
        Self::of(p, &[shipment], When::Never, (false, DateTime::UNIX_EPOCH))
    }
}

/// What more the history says, in words; the `.json` has the codes.
#[must_use]
pub fn detail(p: &Page, what: &What) -> Option<String> {
    match what {
        What::AskedPost(came, 0) => Some(format!("{} · < 1 ms", outcome(p, Some(came)))),
        What::AskedPost(came, milliseconds) => {
            Some(format!("{} · {milliseconds} ms", outcome(p, Some(came))))
        }
        What::ShipmentSent(codes) | What::ShipmentRefused(codes) if !codes.is_empty() => {
            Some(codes.iter().map(|code| remark(p, code)).collect::<Vec<_>>().join("; "))
        }
        What::ShipmentFailed(why) => Some(reason(p, why)),
        What::NumberWrittenOff(number, why) => Some(format!("{}: {}", number.grouped(), reason(p, why))),
        What::PointChanged(from, to) => {
            let named =
                |place: &Option<String>| place.clone().unwrap_or_else(|| p.t("history-address").into_owned());
            Some(p.xy("history-from-to", named(from), named(to)))
        }
        What::Event(_, Some(reason)) => Some(why(p, reason)),
        other => other.detail(),
    }
}

/// Why something happened, or an order is where it is. Another version may know other reasons, which stand here as they are.
#[must_use]
pub fn why(p: &Page, reason: &Reason) -> String {
    let code = reason.code();
    let key = format!("why-{}", code.replace('_', "-"));
    let words = p.t(&key);
    if words == key { code.replace('_', " ") } else { words.into_owned() }
}

/// Why a question came to nothing. Another version may know other reasons, which stand here as they are.
fn reason(p: &Page, why: &str) -> String {
    let key = format!("outcome-{}", why.replace('_', "-"));
    let words = p.t(&key);
    if words == key { why.to_owned() } else { words.into_owned() }
}

/// What Post said: a code of its own, or a word of the client's.
/// What Post remarks, in words.
#[must_use]
pub fn remark(p: &Page, code: &str) -> String {
    if let Some(field) = code.strip_prefix("field:") {
        return p.x("shipment-field", field);
    }
    match code {
        "http_400" => p.t("shipment-unread").into_owned(),
        "no_item" => p.t("shipment-no-item").into_owned(),
        "unknown" => p.t("shipment-unknown").into_owned(),
        code => words(code, p.lang),
    }
}

#[cfg(test)]
mod tests {
    use super::{ShipmentCard, reason, remark, why};
    use crate::carrier::Failure;
    use crate::i18n::Lang;
    use crate::orders::Reason;
    use crate::shipping::shipment::ShipmentState;
    use crate::shipping::shipment::attempt::{CUT_OFF, LICENCE, USED};
    use crate::web::Page;

    #[test]
    fn every_reason_is_said_in_words_and_an_unknown_one_as_it_stands() {
        let p = Page::plain(Lang::En, "/merchant/orders/M-10042");
        for known in Reason::KNOWN {
            assert!(p.t(&format!("why-{}", known.code().replace('_', "-"))).contains(' '), "{known:?}");
        }
        assert_eq!(why(&p, &Reason::Other("the_moon".into())), "the moon");
        let of_ours = [CUT_OFF, LICENCE, USED, "troubled"];
        for why in Failure::ALL.map(Failure::code).into_iter().chain(of_ours) {
            assert!(reason(&p, why).contains(' '), "{why}");
        }
        for code in ["http_400", "no_item", "unknown", "field:item.recipient.zip", "E2026", "W2016"] {
            assert!(remark(&p, code).contains(' '), "{code}");
        }
        assert_eq!(reason(&p, "lost_in_the_mail"), "lost_in_the_mail");
    }

    #[test]
    fn what_is_sent_can_be_fetched_and_sent_no_more() {
        let p = Page::plain(Lang::En, "/merchant/orders/M-10042");
        for state in ShipmentState::ALL {
            let card = ShipmentCard::sample(&p, state).expect("a card");
            let sent = state == ShipmentState::Sent;
            assert_eq!((card.color == "known", card.has_label, card.button.is_none()), (sent, sent, sent));
        }
    }
}
