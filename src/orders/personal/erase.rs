//! Erases the people of an order because whoever placed it asks for it: at once what no law keeps.

use crate::ground::Ground;
use crate::orders::Order;
use crate::orders::event::Actor;
use crate::orders::personal::{retention, store};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// It is done, now or before.
    Done,
    /// The order is under way: people may have to be written to.
    NotYet,
}

/// Erases them. The history says so, once.
///
/// # Errors
/// When the database does not answer.
pub async fn erase(ground: &Ground, order: &Order) -> sqlx::Result<Erasure> {
    let now = ground.clock.now();
    if order.erased_at.is_none() {
        if !retention::is_finished(order, now) {
            return Ok(Erasure::NotYet);
        }
        store::erase_one(&ground.lines, order.id, Actor::Shopper.role(), now).await?;
    }
    Ok(Erasure::Done)
}
