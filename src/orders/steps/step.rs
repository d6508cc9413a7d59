//! One step in the life of an order.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::orders::Reason;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::life::{LifeState, Move};
use crate::orders::mail::MailKind;
use crate::orders::mails::outbox;
use crate::orders::steps::store;
use crate::orders::store as order_store;
use crate::shipping::packed::store as packed_store;

/// What is to happen, who does it, and why, where somebody has to know.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// What.
    pub by: Move,
    /// Who.
    pub actor: &'a Actor,
    /// Why.
    pub why: Option<&'a Reason>,
}

/// Moves an order on, with its event and its mails, in the caller's transaction; gives where it stands then. `None`, and nothing written, where
/// that cannot happen (any more): somebody else was quicker, or the parcel is further on.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn step(
    connection: &mut PgConnection,
    order: Uuid,
    step: Step<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<LifeState>> {
    let Some(next) = store::hold(&mut *connection, order).await?.and_then(|state| state.after(step.by))
    else {
        return Ok(None);
    };
    // What was held before it got a parcel has nothing that Post could have.
    if step.by == Move::HandedOver && !packed_store::has_parcel(&mut *connection, order).await? {
        return Ok(None);
    }
    store::set(&mut *connection, order, next, step.why, now).await?;
    let event =
        Event { at: now, kind: EventKind::Moved(step.by), by: step.actor.clone(), why: step.why.cloned() };
    order_store::insert_event(&mut *connection, order, &event).await?;
    if let Some(kind) = MailKind::of(step.by, step.actor) {
        outbox::write(connection, order, (kind, step.actor), now).await?;
    }
    Ok(Some(next))
}
