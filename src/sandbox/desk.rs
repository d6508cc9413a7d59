//! What the simulator remembers: tokens, people, the fault that is switched on, and its journal.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use crate::clock::Clock;
use crate::ids::Random;
use crate::sandbox::address_faults::AddressFault;
use crate::sandbox::faults::{Fault, LocationFault};
use crate::sandbox::journal::Journal;

/// A token's life: the shortest that was ever recorded of Post (in a public client's tests, October 2020).
pub const TOKEN_SECONDS: i64 = 60;

/// The simulator's memory has room for so many of each.
const MOST_TOKENS: usize = 10_000;
const MOST_PEOPLE: usize = 20_000;

/// The simulator's memory, shared by its requests.
#[derive(Debug)]
pub struct Desk {
    /// The present.
    pub clock: Clock,
    random: Random,
    memory: Mutex<Memory>,
}

/// What is forgotten at a reset.
#[derive(Debug, Default)]
pub struct Memory {
    tokens: HashMap<String, (Vec<String>, DateTime<Utc>)>,
    people: HashMap<String, String>,
    given: HashSet<String>,
    /// The fault that meets every request of the carrier's API.
    pub fault: Option<Fault>,
    /// The fault that meets every request of the location service.
    pub location_fault: Option<LocationFault>,
    /// The fault that meets every request of the address API.
    pub address_fault: Option<AddressFault>,
    /// People who have met the fault `401once`.
    refused_once: HashSet<String>,
    /// The last requests.
    pub journal: Journal,
}

impl Desk {
    /// An empty memory.
    #[must_use]
    pub fn new(clock: Clock, random: Random) -> Self {
        Self { clock, random, memory: Mutex::default() }
    }

    /// The memory, for one moment.
    pub fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new token with these scopes.
    #[must_use]
    pub fn issue(&self, scopes: Vec<String>) -> String {
        let token = self.random.token();
        let now = self.clock.now();
        let mut memory = self.memory();
        memory.tokens.retain(|_, (_, until)| *until > now);
        if memory.tokens.len() >= MOST_TOKENS {
            memory.tokens.clear();
        }
        memory.tokens.insert(token.clone(), (scopes, now + TimeDelta::seconds(TOKEN_SECONDS)));
        token
    }

    /// The scopes of a token that is still good.
    #[must_use]
    pub fn scopes(&self, token: &str) -> Option<Vec<String>> {
        let memory = self.memory();
        let (scopes, until) = memory.tokens.get(token)?;
        (*until > self.clock.now()).then(|| scopes.clone())
    }
}

impl Memory {
    /// The User ID of a person: found, or made on the spot. Other data are another person. The ID follows from
    /// the data, so that it is the same after a restart, as Post's would be.
    pub fn user_id(&mut self, person: &str) -> String {
        if let Some(id) = self.people.get(person) {
            return id.clone();
        }
        if self.people.len() >= MOST_PEOPLE {
            // An ID follows from the data, so that whoever comes back gets the same one.
            self.people.clear();
            self.given.clear();
        }
        let digest = Sha256::digest(person.as_bytes());
        let seed = digest.iter().take(4).fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
        let free = (0..1_000_000).map(|step| format!("PT{:06}", (u64::from(seed) + step) % 1_000_000));
        let id =
            free.into_iter().find(|id| !self.given.contains(id)).unwrap_or_else(|| "PT000000".to_owned());
        self.given.insert(id.clone());
        self.people.insert(person.to_owned(), id.clone());
        id
    }

    /// Whether this person meets the fault `401once` for the first time.
    pub fn refuses_once(&mut self, person: &str) -> bool {
        if self.refused_once.len() >= MOST_PEOPLE {
            self.refused_once.clear();
        }
        self.refused_once.insert(person.to_owned())
    }

    /// Forgets everything.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}
