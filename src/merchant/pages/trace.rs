//! From a call that somebody sees at the simulator back to the order that it was made for.

use actix_web::web::Path;

use crate::merchant::clerk::Clerk;
use crate::orders::store;
use crate::shipping::asked;
use crate::trace::TraceId;
use crate::web::{Answer, Error, see_other};

/// Leads to the order.
///
/// # Errors
/// [`Error::NotFound`] for a trace that no order knows.
pub async fn show(clerk: Clerk, trace: Path<String>) -> Answer {
    let trace = TraceId::parse(&trace).ok_or(Error::NotFound)?;
    let order = asked::store::order_of(clerk.pool(), trace).await?.ok_or(Error::NotFound)?;
    let order = store::by_id(clerk.pool(), order).await?.ok_or(Error::NotFound)?;
    Ok(see_other(&format!("/merchant/orders/{}", order.number)))
}
