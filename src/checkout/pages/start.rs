//! The door of the checkout: on to the first step that is not done.

use actix_web::web::Data;

use crate::checkout::arrival;
use crate::pickup::Points;
use crate::web::{Answer, Visit, found};

/// Redirects to the first unmet step, or to the basket when it is empty.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, points: Data<Points>) -> Answer {
    let step = arrival::load(&visit, &points).await?.map_or("/basket", |checkout| checkout.unmet.path());
    Ok(found(&visit.page.href(step)))
}
