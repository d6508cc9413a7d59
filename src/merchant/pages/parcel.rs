//! From a parcel that somebody sees at the simulator, or in their hands, back to its order: one that goes out, one that comes back, or
//! one whose number was written off.

use actix_web::web::Path;

use crate::label::IdentCode;
use crate::merchant::clerk::Clerk;
use crate::orders::store;
use crate::shipping::asked;
use crate::web::{Answer, Error, see_other};

/// Leads to the order.
///
/// # Errors
/// [`Error::NotFound`] for a number that is no parcel's.
pub async fn show(clerk: Clerk, ident_code: Path<String>) -> Answer {
    let code = IdentCode::parse(&ident_code).ok_or(Error::NotFound)?;
    let order = asked::store::order_of_number(clerk.pool(), &code).await?.ok_or(Error::NotFound)?;
    let order = store::by_id(clerk.pool(), order).await?.ok_or(Error::NotFound)?;
    Ok(see_other(&format!("/merchant/orders/{}", order.number)))
}
