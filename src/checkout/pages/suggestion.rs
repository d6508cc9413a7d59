//! The answer to "did you mean": takes the address over as the carrier writes it, or leaves it as it was typed.

use serde::Deserialize;

use crate::checkout::arrival::{Inventory, take};
use crate::checkout::hint::line;
use crate::checkout::{Draft, Step};
use crate::web::{Answer, Form, Visit};

/// The form: the answer, and what it answers.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SuggestionForm {
    answer: String,
    /// The suggestion as the page showed it.
    written: String,
}

/// Takes the answer, and goes on to the first step that is not done. Where the suggestion is another one by now, nothing
/// changes.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(visit: Visit, inventory: Inventory, Form(form): Form<SuggestionForm>) -> Answer {
    let arrival = take(&visit, &inventory, Step::Address).await?;
    let Some(hint) = arrival.draft.hint.clone() else { return Ok(arrival.onward(&visit)) };
    let shown = hint.meant().find(|meant| line(meant) == form.written);
    let Some(shown) = shown else { return Ok(arrival.onward(&visit)) };
    let draft = Draft { hint: None, ..arrival.draft.clone() };
    let draft = match Some(shown.clone()).filter(|_| form.answer == "take") {
        Some(written) => draft.with_address(hint.about, written),
        None => draft,
    };
    arrival.save(&visit, &draft).await
}
