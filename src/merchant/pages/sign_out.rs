//! Signs out.

use serde::Deserialize;

use crate::merchant::clerk::Clerk;
use crate::web::{Answer, Form, see_other};

/// The form carries nothing but its token.
#[derive(Debug, Deserialize)]
pub struct SignOutForm {}

/// Ends the session, here and in the database.
///
/// # Errors
/// None of its own.
pub async fn submit(clerk: Clerk, Form(SignOutForm {}): Form<SignOutForm>) -> Answer {
    clerk.visit.session().purge();
    Ok(see_other("/merchant/sign-in"))
}
