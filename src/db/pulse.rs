//! Whether the database can be reached, found out on a line of its own several times a second, so that nobody else has to
//! wait for a database that does not answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};
use tokio::sync::watch::{Sender, channel};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::db::login;
use crate::lasting;

/// Between two beats.
const BEAT: Duration = Duration::from_millis(150);
/// A beat that takes longer is missed: the database is frozen, or the way to it is.
const MISSED: Duration = Duration::from_millis(750);
/// Between two tries to reach a database that is gone.
const AGAIN: Duration = Duration::from_millis(50);

/// What is known, shared by all workers.
#[derive(Clone, Debug)]
pub struct Pulse(Arc<Sender<State>>);

#[derive(Clone, Copy, Debug)]
struct State {
    up: bool,
    /// Since when.
    since: Instant,
    /// When it was last found out that the database was gone.
    lost: Option<Instant>,
}

impl Default for Pulse {
    /// Of a database that answers, and that nobody looks after.
    fn default() -> Self {
        let (sender, _) = channel(State { up: true, since: Instant::now(), lost: None });
        Self(Arc::new(sender))
    }
}

impl Pulse {
    /// Feels the pulse of a database that was reached a moment ago, until the task is aborted.
    #[must_use]
    pub fn begin(options: PgConnectOptions) -> (Self, JoinHandle<()>) {
        let pulse = Self::default();
        let felt = pulse.clone();
        let feeling =
            lasting::keep("pulse", CancellationToken::new(), move |_| feel(options.clone(), felt.clone()));
        let feeling = tokio::spawn(feeling);
        (pulse, feeling)
    }

    /// Whether the database answers.
    #[must_use]
    pub fn is_up(&self) -> bool {
        self.0.borrow().up
    }

    /// Whether the database answers, now or within so much time.
    pub async fn is_up_within(&self, patience: Duration) -> bool {
        let mut state = self.0.subscribe();
        timeout(patience, state.wait_for(|state| state.up)).await.is_ok_and(|up| up.is_ok())
    }

    /// Waits until the database does not answer.
    pub async fn down(&self) {
        let mut state = self.0.subscribe();
        if state.wait_for(|state| !state.up).await.is_err() {
            std::future::pending::<()>().await;
        }
    }

    /// Whether the database did not answer at some moment since then.
    #[must_use]
    pub fn was_down_since(&self, begun: Instant) -> bool {
        let state = *self.0.borrow();
        !state.up || state.since > begun
    }

    /// Whether a connection of this age is older than the last outage: its other side may be gone.
    #[must_use]
    pub fn is_from_before(&self, age: Duration) -> bool {
        self.0.borrow().lost.is_some_and(|lost| age >= lost.elapsed())
    }

    fn say(&self, up: bool) {
        let now = Instant::now();
        let changed = self.0.send_if_modified(|state| {
            let changed = state.up != up;
            if changed {
                *state = State { up, since: now, lost: if up { state.lost } else { Some(now) } };
            }
            changed
        });
        match (changed, up) {
            (true, true) => tracing::info!("the database is back"),
            (true, false) => tracing::error!("the database does not answer"),
            _ => {}
        }
    }
}

async fn feel(options: PgConnectOptions, pulse: Pulse) {
    loop {
        if let Some(Ok(mut line)) = within(MISSED, PgConnection::connect_with(&options)).await {
            let mut pause = Duration::ZERO;
            while beats(&mut line, pause).await {
                pulse.say(true);
                pause = BEAT;
            }
        }
        pulse.say(false);
        sleep(AGAIN).await;
    }
}

/// Whether the database answers after that pause, and takes orders: a standby answers too, but takes none. The pause is made
/// by the database, so that a line which is cut meanwhile is felt at once: whoever sends a form in that moment waits, and is
/// not sent away.
async fn beats(line: &mut PgConnection, pause: Duration) -> bool {
    matches!(within(pause + MISSED, login::is_standby_after(line, pause)).await, Some(Ok(false)))
}

/// The outcome, or `None` after so much time. Where this process itself was held up, the time does not count.
async fn within<T>(most: Duration, asked: impl Future<Output = T>) -> Option<T> {
    let mut asked = std::pin::pin!(asked);
    for _ in 0..4 {
        let begun = Instant::now();
        if let Ok(outcome) = timeout(most, asked.as_mut()).await {
            return Some(outcome);
        }
        // A timer that rings late says more of us than of the database.
        if begun.elapsed() < most + Duration::from_millis(150) {
            return None;
        }
    }
    None
}
