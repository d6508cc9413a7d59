//! The return label of an order, with its part of the order's page.

use crate::clock::swiss;
use crate::i18n::dates;
use crate::merchant::shipment::remark;
use crate::shipping::returns::Question;
use crate::shipping::shipment::Outcome;
use crate::web::Page;

/// The card.
#[derive(Clone, Debug, Default)]
pub struct ReturnCard {
    /// Since when there is one, and its number; or what became of the last question.
    pub words: Option<String>,
    /// What Post said.
    pub remarks: Vec<String>,
    /// Whether it can be fetched.
    pub has_label: bool,
    /// Whether it can be asked for.
    pub can_ask: bool,
}

impl ReturnCard {
    /// Of an order; `may` is whether something of it can come back at all.
    #[must_use]
    pub fn of(p: &Page, questions: &[Question], may: bool) -> Self {
        let drawn = questions.iter().find(|question| matches!(question.end, Some((_, Outcome::Sent))));
        let Some(question) = drawn.or(questions.last()) else {
            return Self { can_ask: may, ..Self::default() };
        };
        let words = match question.end {
            Some((at, Outcome::Sent)) => {
                let at = dates::moment(p.lang, swiss(at));
                p.xy("return-drawn", question.ident_code.grouped(), at)
            }
            Some((_, Outcome::Refused)) => p.t("return-refused").into_owned(),
            Some(_) => p.x("return-lost", question.ident_code.grouped()),
            None => p.t("return-asking").into_owned(),
        };
        Self {
            words: Some(words),
            remarks: question.codes.iter().map(|code| remark(p, code)).collect(),
            has_label: question.is_kept,
            can_ask: may && drawn.is_none(),
        }
    }

    /// For samples.
    #[must_use]
    pub fn sample(p: &Page, has_label: bool) -> Self {
        let words = p.xy("return-drawn", "99.00.123456.20000007", "24 November, 14:05");
        Self { words: has_label.then_some(words), remarks: Vec::new(), has_label, can_ask: !has_label }
    }
}
