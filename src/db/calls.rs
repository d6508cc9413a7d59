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

    /// Waits for the next call; gives what was said, or `None` where the line was lost and taken up again: anything may have
    /// been said meanwhile.
    ///
    /// # Errors
    /// When the line cannot be taken up again.
    pub async fn next(&mut self) -> sqlx::Result<Option<String>> {
        let call = self.0.try_recv().await?;
        Ok(call.map(|call| call.payload().to_owned()))
    }

    /// What was said in the calls that have come already.
    pub fn more(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.0.next_buffered()).map(|call| call.payload().to_owned()).collect()
    }
}
