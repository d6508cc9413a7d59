//! Asks the carrier for its holidays and keeps them, unless what it says is of no use.

use crate::carrier::CarrierError;
use crate::ground::Ground;
use crate::post::Carrier;
use crate::shipping::holidays::store;

/// Who asks whom.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Where they are kept.
    pub ground: Ground,
    /// Whom to ask.
    pub carrier: Carrier,
}

/// Why they are not new.
#[derive(Debug, thiserror::Error)]
pub enum Stale {
    /// The carrier did not answer as it should.
    #[error(transparent)]
    Carrier(#[from] CarrierError),
    /// The database did not.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

impl Asker {
    /// Asks. A calendar of nothing but the past is not taken: it would leave the days to come to ours, and say nothing.
    ///
    /// # Errors
    /// [`Stale`].
    pub async fn ask(&self) -> Result<(), Stale> {
        let Some(days) = self.carrier.holidays().await? else { return Ok(()) };
        let today = self.ground.clock.swiss().date();
        if days.last().is_none_or(|last| *last < today) {
            tracing::warn!("Post's holidays end before today: those of before are kept");
            return Ok(());
        }
        store::replace(&self.ground.pool, &days).await?;
        self.ground.calendar.replace(days);
        Ok(())
    }
}
