//! A note is written down about an order.

use actix_web::web::Path;
use serde::Deserialize;

use crate::merchant::clerk::Clerk;
use crate::orders::OrderNumber;
use crate::orders::notes::{note, store};
use crate::orders::search::store as search_store;
use crate::pasted;
use crate::web::{Answer, Error, Form, see_other};

/// The form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NoteForm {
    note: String,
}

/// Writes the note down; an empty one writes nothing.
///
/// # Errors
/// [`Error::NotFound`] for an unknown number; [`Error::TooLarge`] for more than a note holds, which the page's field does not
/// let through.
pub async fn submit(clerk: Clerk, number: Path<String>, Form(form): Form<NoteForm>) -> Answer {
    let number = OrderNumber::parse(&number).ok_or(Error::NotFound)?;
    let ground = &clerk.visit.site.ground;
    let order = search_store::id_of(&ground.pool, number).await?.ok_or(Error::NotFound)?;
    if let Some(note) = note::tidy(&form.note) {
        store::append(&ground.pool, order, (&clerk.email, &note), ground.clock.now()).await?;
    } else if !pasted::clean(&form.note).is_empty() {
        return Err(Error::TooLarge);
    }
    Ok(see_other(&format!("/merchant/orders/{number}#notes")))
}
