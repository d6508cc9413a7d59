//! Many orders moved on at once, each by itself: what cannot move stays, and says where it stands.

use sqlx::Connection;

use crate::ground::Ground;
use crate::orders::OrderNumber;
use crate::orders::event::Actor;
use crate::orders::life::{LifeState, Move};
use crate::orders::search::store as search_store;
use crate::orders::steps::{self, Step, step};

/// So many at once.
pub const MOST: usize = 100;

/// What came of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// It has moved.
    Now,
    /// It stands there already: somebody else was quicker, or it was the second click.
    Before,
    /// It cannot, from where it stands.
    Refused(LifeState),
    /// There is no such order.
    Unknown,
}

/// Moves orders on, at most [`MOST`] of them, each in a transaction of its own.
///
/// # Errors
/// When the database does not answer; those before have moved.
pub async fn move_on(
    ground: &Ground,
    numbers: &[OrderNumber],
    by: Move,
    actor: &Actor,
) -> sqlx::Result<Vec<(OrderNumber, Moved)>> {
    let mut connection = ground.pool.acquire().await?;
    let mut moved = Vec::new();
    for number in numbers.iter().take(MOST) {
        let mut transaction = connection.begin().await?;
        let came = match search_store::id_of(&mut *transaction, *number).await? {
            None => Moved::Unknown,
            Some(order) => {
                let now = ground.clock.now();
                match step(&mut transaction, order, Step { by, actor, why: None }, now).await? {
                    Some(_) => Moved::Now,
                    None => match steps::store::hold(&mut transaction, order).await? {
                        None => Moved::Unknown,
                        state if state == by.leads_to() => Moved::Before,
                        Some(state) => Moved::Refused(state),
                    },
                }
            }
        };
        transaction.commit().await?;
        moved.push((*number, came));
    }
    ground.bell.ring();
    Ok(moved)
}
