//! What the database calls out: LISTEN on a line of its own.

use sqlx::PgPool;
use sqlx::postgres::PgListener;

/// A line that listens on one channel.
#[derive(Debug)]
pub struct Calls(PgListener);

impl Calls {
    /// Listens on a channel, over a connection that it keeps.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn on(pool: &PgPool, channel: &str) -> sqlx::Result<Self> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(channel).await?;
        Ok(Self(listener))
    }

    /// Waits for the next call. One that was lost with its line counts as a call: anything may have been said meanwhile.
    ///
    /// # Errors
    /// When the line cannot be taken up again.
    pub async fn next(&mut self) -> sqlx::Result<()> {
        self.0.try_recv().await.map(drop)
    }

    /// Passes over the calls that have come already.
    pub fn pass(&mut self) {
        while self.0.next_buffered().is_some() {}
    }
}
