//! The answer to "did you mean": takes the address over as the carrier writes it, or leaves it as it was typed.

use serde::Deserialize;

use crate::checkout::arrival::take;
use crate::checkout::hint::line;
use crate::checkout::inventory::Inventory;
use crate::checkout::{Draft, Step};
use crate::web::{Answer, Form, Visit};

/// The form: the answer, and what it answers.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SuggestionForm {
    answer: String,
    /// The address that was typed, as the page showed it.
    typed: String,
    /// The suggestion as the page showed it.
    written: String,
}

/// Takes the answer, and goes on to the first step that is not done. Where another window has meanwhile typed or answered
/// something else, nothing changes, and the page says so.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(visit: Visit, inventory: Inventory, Form(form): Form<SuggestionForm>) -> Answer {
    let arrival = take(&visit, &inventory, Step::Address).await?;
    let draft = &arrival.draft;
    let wanted = if form.answer == "take" { &form.written } else { &form.typed };
    let asked =
        draft.hint.as_ref().filter(|hint| draft.address(hint.about).map(line) == Some(form.typed.clone()));
    let shown = asked.and_then(|hint| Some((hint, hint.meant().find(|meant| line(meant) == form.written)?)));
    let Some((hint, shown)) = shown else {
        // The same answer twice is one.
        let stands = draft.hint.is_none() && draft.has_line(wanted);
        return if stands { Ok(arrival.onward(&visit)) } else { Err(arrival.has_gone_on(&visit)) };
    };
    let draft = Draft { hint: None, ..arrival.draft.clone() };
    let draft = match Some(shown.clone()).filter(|_| form.answer == "take") {
        Some(written) => draft.with_address(hint.about, written),
        None => draft,
    };
    arrival.save(&visit, &draft).await
}
