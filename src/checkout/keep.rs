//! Keeps what was told so far.

use uuid::Uuid;

use crate::checkout::{Draft, store};
use crate::db::turns::TurnError;
use crate::ground::Ground;

/// Saves a draft when it is its basket's turn; `false`, and nothing is written, where somebody else wrote since it was loaded, or the
/// basket has become an order.
///
/// # Errors
/// When the database does not answer, or too many are at this basket.
pub async fn keep(ground: &Ground, basket: Uuid, draft: &Draft) -> Result<bool, TurnError> {
    let save = async || store::save(&ground.lines, basket, draft, ground.clock.now()).await;
    ground.turns.alone(basket, save).await
}
