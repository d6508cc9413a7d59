//! What every use case stands on: the database, the present, randomness, and whose turn it is to write.

use sqlx::PgPool;

use crate::clock::Clock;
use crate::db::turns::Turns;
use crate::ids::Random;

/// Shared by all workers; each has a pool of its own.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Connections under the role `shop_app`.
    pub pool: PgPool,
    /// The present.
    pub clock: Clock,
    /// Tokens and ids.
    pub random: Random,
    /// Whose turn it is to write.
    pub turns: Turns,
}
