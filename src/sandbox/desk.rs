//! What the simulator remembers: tokens, faults that are switched on, its journal; and its records and the shop's mails,
//! which it keeps.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock::Clock;
use crate::ids::Random;
use crate::sandbox::faults::{Api, Fault};
use crate::sandbox::file::Place;
use crate::sandbox::journal::Journal;
use crate::sandbox::letters::Letters;
use crate::sandbox::pace::Pace;
use crate::sandbox::parcels::{Event, NewParcel, Taken};
use crate::sandbox::records::Records;
use crate::sandbox::switch::Switch;
use crate::sandbox::timetable::Moves;

/// A token's life: the shortest that was ever recorded of Post (in a public client's tests, October 2020).
pub const TOKEN_SECONDS: i64 = 60;

/// The simulator's memory has room for so many of each.
const MOST_TOKENS: usize = 10_000;
const MOST_REFUSED: usize = 20_000;

/// The simulator's memory, shared by its requests.
#[derive(Debug)]
pub struct Desk {
    /// The present.
    pub clock: Clock,
    /// Its chance.
    pub random: Random,
    /// How fast it is.
    pub pace: Pace,
    /// Whether nobody but this machine sees it: only then does it remember bodies as they were.
    pub is_private: bool,
    /// Whether parcels move by themselves, as it was set.
    moves: Moves,
    memory: Mutex<Memory>,
    letters: Mutex<Letters>,
    place: Option<Place>,
    /// Whether the records are others than those on the disk.
    unsaved: AtomicBool,
}

/// What is forgotten at a reset.
#[derive(Debug, Default)]
pub struct Memory {
    tokens: HashMap<String, Bearer>,
    /// What is kept over restarts.
    pub records: Records,
    /// Whether parcels move by themselves, where the console says otherwise than the setting.
    moves: Option<Moves>,
    /// When the timetable was last looked at.
    looked: Option<i64>,
    /// The faults that meet every request of an API.
    pub switches: BTreeMap<Api, Switch>,
    /// Who has met the fault `401once`.
    refused_once: HashSet<String>,
    /// The last requests.
    pub journal: Journal,
}

/// Whose a token is.
#[derive(Clone, Debug)]
pub struct Bearer {
    /// The client id.
    pub client: String,
    /// What it is good for.
    pub scopes: Vec<String>,
    until: DateTime<Utc>,
}

impl Desk {
    /// With the records that were kept, or none.
    #[must_use]
    pub fn new((clock, random): (Clock, Random), keeps: Option<Place>, pace: Pace, is_private: bool) -> Self {
        let records = keeps.as_ref().map_or_else(|| Ok(Records::default()), Place::read);
        let records = records.unwrap_or_else(|sentence| {
            tracing::warn!("{sentence}");
            Records::default()
        });
        let memory = Memory { records, ..Memory::default() };
        let (memory, unsaved) = (Mutex::new(memory), AtomicBool::new(false));
        let letters = Mutex::new(Letters::kept_at(keeps.clone()));
        let moves = Moves::default();
        Self { clock, random, pace, is_private, moves, memory, letters, place: keeps, unsaved }
    }

    /// The same with parcels that move so.
    #[must_use]
    pub fn moving(self, moves: Moves) -> Self {
        Self { moves, ..self }
    }

    /// The memory, for one moment.
    pub fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The shop's mails, for one moment.
    pub fn letters(&self) -> MutexGuard<'_, Letters> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the records. They are written a moment later ([`Desk::save`]).
    pub fn change<T>(&self, how: impl FnOnce(&mut Records) -> T) -> T {
        let done = how(&mut self.memory().records);
        self.unsaved.store(true, Ordering::Relaxed);
        done
    }

    /// Writes the records where they have changed.
    pub fn save(&self) {
        let Some(place) = self.place.as_ref().filter(|_| self.unsaved.swap(false, Ordering::Relaxed)) else {
            return;
        };
        let records = self.memory().records.clone();
        if let Err(error) = place.write(&records) {
            tracing::warn!(%error, "the simulator could not keep its records, and goes on without");
        }
    }

    /// A new token with these scopes.
    #[must_use]
    pub fn issue(&self, client: &str, scopes: Vec<String>) -> String {
        let token = self.random.token();
        let now = self.clock.now();
        let mut memory = self.memory();
        memory.tokens.retain(|_, bearer| bearer.until > now);
        if memory.tokens.len() >= MOST_TOKENS {
            memory.tokens.clear();
        }
        let until = now + TimeDelta::seconds(TOKEN_SECONDS);
        memory.tokens.insert(token.clone(), Bearer { client: client.to_owned(), scopes, until });
        token
    }

    /// Whose a token is, while it is good.
    #[must_use]
    pub fn bearer(&self, token: &str) -> Option<Bearer> {
        let bearer = self.memory().tokens.get(token).cloned();
        bearer.filter(|bearer| bearer.until > self.clock.now())
    }

    /// The scopes of a token, while it is good.
    #[must_use]
    pub fn scopes(&self, token: &str) -> Option<Vec<String>> {
        self.bearer(token).map(|bearer| bearer.scopes)
    }

    /// The client id of a token, while it is good.
    #[must_use]
    pub fn client(&self, token: &str) -> Option<String> {
        self.bearer(token).map(|bearer| bearer.client)
    }

    /// Takes on a parcel that a label was given for.
    ///
    /// # Errors
    /// [`Taken`] where its client has a parcel of this number.
    pub fn take_parcel(&self, parcel: NewParcel) -> Result<(), Taken> {
        let now = self.clock.now();
        self.change(|records| records.take_parcel(parcel, now))
    }

    /// Whether a client has a parcel of this number.
    #[must_use]
    pub fn knows_parcel(&self, client: &str, ident_code: &str) -> bool {
        self.memory().records.knows_parcel(client, ident_code)
    }

    /// Whether parcels move by themselves now.
    #[must_use]
    pub fn moves(&self) -> Moves {
        self.memory().moves.unwrap_or(self.moves)
    }

    /// Lets happen what is due by itself, before somebody looks at parcels or messages. However many look, it is done once in a
    /// second: nothing is due sooner than that after anything else.
    pub fn catch_up(&self) {
        let now = self.clock.now();
        let mut memory = self.memory();
        let by_clock = memory.moves.unwrap_or(self.moves) == Moves::ByClock;
        if by_clock && memory.looked.replace(now.timestamp()) != Some(now.timestamp()) {
            let moved = memory.records.catch_up(now);
            self.unsaved.fetch_or(moved, Ordering::Relaxed);
        }
    }

    /// Lets something happen to a parcel; `None` for a number that nobody has.
    ///
    /// # Errors
    /// One sentence, where that cannot happen now.
    pub fn happen(&self, ident_code: &str, event: Event) -> Option<Result<(), String>> {
        self.catch_up();
        let now = self.clock.now();
        self.change(|records| records.happen(ident_code, event, now))
    }

    /// Post takes back what it scanned last of a parcel; `None` for a number that nobody has.
    ///
    /// # Errors
    /// One sentence, where there is nothing to take back.
    pub fn take_back(&self, ident_code: &str) -> Option<Result<(), String>> {
        let now = self.clock.now();
        self.change(|records| records.take_back(ident_code, now))
    }
}

impl Memory {
    /// The fault that meets the next request of an API, where one is switched on and does.
    pub fn switched(&mut self, api: Api) -> Option<Fault> {
        let switch = self.switches.get_mut(&api)?;
        let met = switch.meets().then_some(switch.fault);
        if !switch.is_on() {
            self.switches.remove(&api);
        }
        met
    }

    /// Whether somebody meets the fault `401once` for the first time.
    pub fn refuses_once(&mut self, who: &str) -> bool {
        if self.refused_once.len() >= MOST_REFUSED {
            self.refused_once.clear();
        }
        self.refused_once.insert(who.to_owned())
    }

    /// Lets parcels move by themselves, or no longer.
    pub fn move_parcels(&mut self, moves: Moves) {
        (self.moves, self.looked) = (Some(moves), None);
    }

    /// Forgets everything.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}
