//! The door of the checkout: on to the first step that is not done.

use crate::checkout::arrival;
use crate::checkout::inventory::Inventory;
use crate::web::{Answer, Visit, found};

/// Redirects to the first unmet step, or to the basket when it is empty.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, inventory: Inventory) -> Answer {
    let checkout = arrival::load(&visit, &inventory).await?;
    Ok(found(&visit.page.href(checkout.unmet.path())))
}
