//! How an order waits for Post, in words: why, since when, what happens next.

use chrono::{DateTime, Utc};

use crate::clock::swiss;
use crate::i18n::dates;
use crate::orders::jobs::confirm_user_id::Next;
use crate::orders::waiting::Waiting;
use crate::shipping::call::Outcome;
use crate::web::Page;

/// An order that waits.
#[derive(Clone, Debug)]
pub struct Waits {
    /// What came of the last question.
    pub why: String,
    /// Since when.
    pub since: String,
    /// How often Post was asked.
    pub calls: i64,
    /// What happens next by itself.
    pub next: String,
    /// Whether nothing does: somebody has to decide.
    pub decide: bool,
}

impl Waits {
    /// In the page's words.
    #[must_use]
    pub fn of(p: &Page, waiting: &Waiting, now: DateTime<Utc>) -> Self {
        let next = match waiting.next {
            Next::Asked(at) if at <= now => p.t("waits-asked-now").into_owned(),
            Next::Asked(at) => p.x("waits-asked-at", dates::moment(p.lang, swiss(at))),
            Next::Decided(_) => p.t("waits-decide").into_owned(),
            Next::Nothing => p.t("waits-let-go").into_owned(),
        };
        Self {
            why: outcome(p, waiting.outcome.as_ref()),
            since: dates::moment(p.lang, swiss(waiting.since)),
            calls: waiting.calls,
            next,
            decide: !matches!(waiting.next, Next::Asked(_)),
        }
    }

    /// For samples.
    #[must_use]
    pub fn sample(p: &Page, decide: bool) -> Self {
        let since = "24 November, 14:05";
        let next = if decide { p.t("waits-decide").into_owned() } else { p.x("waits-asked-at", since) };
        Self { why: p.t("outcome-timeout").into_owned(), since: since.into(), calls: 3, next, decide }
    }
}

/// What came of a question in words. Another version may know others, which stand here as they are.
#[must_use]
pub fn outcome(p: &Page, outcome: Option<&Outcome>) -> String {
    let Some(outcome) = outcome else { return p.t("outcome-none").into_owned() };
    let key = format!("outcome-{}", outcome.code().replace('_', "-"));
    let words = p.t(&key);
    if words == key { outcome.to_string() } else { words.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::outcome;
    use crate::carrier::Failure;
    use crate::i18n::Lang;
    use crate::shipping::call::Outcome;
    use crate::web::Page;

    #[test]
    fn every_way_to_fail_is_said_in_words_and_an_unknown_one_as_it_stands() {
        let p = Page::plain(Lang::En, "/merchant/orders");
        for failure in Failure::ALL {
            assert!(outcome(&p, Some(&Outcome::Failed(failure))).contains(' '), "{}", failure.code());
        }
        assert_eq!(outcome(&p, Some(&Outcome::Other("lost_in_the_mail".into()))), "lost_in_the_mail");
    }
}
