//! How a mail begins: written down, and its sending asked for, in the transaction of what it tells.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::jobs::{Wanted, store as job_store};
use crate::orders::event::Actor;
use crate::orders::mail::MailKind;
use crate::orders::mails::jobs::send_mails::SendMails;
use crate::orders::mails::store;

/// Writes down what has happened to an order, and by whom, for everybody who is to know of it, and asks for it to be sent. Ring the ground's
/// bell after the commit.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn write(
    connection: &mut PgConnection,
    order: Uuid,
    (kind, by): (MailKind, &Actor),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    store::insert(&mut *connection, order, (kind, by), now).await?;
    job_store::enqueue_all(connection, [wanted(order, now)?], now).await
}

/// The job that sends what is written down, for whoever asks for several.
///
/// # Errors
/// None that is known.
pub fn wanted(order: Uuid, now: DateTime<Utc>) -> sqlx::Result<Wanted> {
    Wanted::of(&SendMails { order }, Some(&order.to_string()), now)
}
