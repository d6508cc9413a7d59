//! What happened to an order: its own events, and what Post was asked about it.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::{Order, store};
use crate::shipping::call::Outcome;
use crate::shipping::store as shipping_store;

/// One entry of the history.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: What,
    /// Who.
    pub by: Actor,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum What {
    /// An event of the order, with its reason where there is one.
    Event(EventKind, Option<String>),
    /// A call to Post: what came of it, and how many milliseconds it took.
    AskedPost(Outcome, i32),
}

impl What {
    /// As the `.json` writes it; the key of its words is `event-` with it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Event(kind, _) => kind.code(),
            Self::AskedPost(..) => "asked_post",
        }
    }

    fn fails_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::AskedPost(one, _), Self::AskedPost(two, _)) => one == two && *one != Outcome::Answered,
            _ => false,
        }
    }

    /// What more there is to say.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::Event(_, why) => why.clone(),
            Self::AskedPost(outcome, milliseconds) => Some(format!("{outcome} in {milliseconds} ms")),
        }
    }
}

impl From<Event> for Entry {
    fn from(event: Event) -> Self {
        Self { at: event.at, what: What::Event(event.kind, event.why), by: event.by }
    }
}

/// Entries that say the same one after another, as calls to a silent Post do.
#[derive(Clone, Debug)]
pub struct Run {
    /// The first of them.
    pub entry: Entry,
    /// How many there are.
    pub times: usize,
    /// When the last one was.
    pub until: DateTime<Utc>,
}

/// A history in short: of calls that failed in the same way one after another the first, with how many there were.
#[must_use]
pub fn runs(history: Vec<Entry>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for entry in history {
        match runs.last_mut() {
            Some(run) if run.entry.what.fails_like(&entry.what) => {
                run.times += 1;
                run.until = entry.at;
            }
            _ => runs.push(Run { times: 1, until: entry.at, entry }),
        }
    }
    runs
}

/// The history of an order, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of(pool: &PgPool, order: &Order) -> sqlx::Result<Vec<Entry>> {
    let mut connection = pool.acquire().await?;
    let events = store::events(&mut *connection, order.id).await?;
    let mut entries: Vec<Entry> = events.into_iter().map(Entry::from).collect();
    if let Some(pickup) = order.delivery.pickup() {
        let calls = shipping_store::calls(&mut *connection, pickup.mandate.id).await?;
        let asked = |call: crate::shipping::call::Call| Entry {
            at: call.at,
            what: What::AskedPost(call.outcome, call.milliseconds),
            by: Actor::Shop,
        };
        entries.extend(calls.into_iter().map(asked));
    }
    entries.sort_by_key(|entry| entry.at);
    Ok(entries)
}
