//! Signs out.

use serde::Deserialize;

use crate::merchant::clerk::{self, Clerk};
use crate::web::{Answer, Form, see_other};

/// The form carries nothing but its token.
#[derive(Debug, Deserialize)]
pub struct SignOutForm {}

/// Ends the sign-in, and nothing else that this browser holds.
///
/// # Errors
/// When the database fails.
pub async fn submit(clerk: Clerk, Form(SignOutForm {}): Form<SignOutForm>) -> Answer {
    clerk::sign_out(&clerk.visit).await?;
    Ok(see_other("/merchant/sign-in"))
}
