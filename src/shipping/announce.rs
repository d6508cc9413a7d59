//! Gives a parcel its ident code, once it may carry a label.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::label::IdentCode;
use crate::shipping::{Delivery, store};

/// Announces the parcel of an order, if its delivery may be labelled; gives whether it did. The number of the
/// order is the consignment number: unique, and never used again.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn announce(
    connection: &mut PgConnection,
    order: Uuid,
    delivery: &Delivery,
    ident_code: &IdentCode,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    if !delivery.may_be_labelled() {
        return Ok(false);
    }
    let mandate = delivery.pickup().map(|pickup| pickup.mandate.id);
    store::insert_parcel(connection, order, delivery.kind(), mandate, &ident_code.to_string(), now).await?;
    Ok(true)
}
