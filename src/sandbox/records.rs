//! What outlives a restart, for each client id by itself: who is enrolled, parcels, messages. Each has a bound.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::sandbox::messages::{self, Message, Person, Reached};
use crate::sandbox::parcels::{Event, NewParcel, Parcel, Taken};
use crate::sandbox::timetable::due;

/// There is room for so many of each, over all clients.
const MOST_CLIENTS: usize = 20;
const MOST_PEOPLE: usize = 20_000;
const MOST_PARCELS: usize = 5_000;
const MOST_MESSAGES: usize = 1_000;
/// A parcel's lines are longer on no label.
const MOST_LINES: usize = 10;
const LONGEST_LINE: usize = 80;

/// The records of all clients.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Records(BTreeMap<String, Client>);

/// The records of one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Client {
    /// By a digest of all that makes a person another one.
    people: HashMap<String, Person>,
    /// Oldest first.
    parcels: VecDeque<Parcel>,
    /// Oldest first.
    messages: VecDeque<Message>,
}

impl Records {
    /// The User ID of a person: found, or made on the spot. Other data are another person. The ID follows from the data,
    /// so that it is the same after everything was forgotten, as Post's would be.
    pub fn enrol(&mut self, client: &str, who: &str, reached: Reached, language: &str) -> String {
        let digest = Sha256::digest(who.as_bytes());
        let key: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let full = self.0.values().map(|client| client.people.len()).sum::<usize>() >= MOST_PEOPLE;
        let people = &mut self.of(client).people;
        if let Some(person) = people.get_mut(&key) {
            language.clone_into(&mut person.language);
            return person.id.clone();
        }
        if full {
            // Whoever comes back gets the same ID.
            people.clear();
        }
        let seed = digest.iter().take(4).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        let number = |step: u64| format!("PT{:06}", (seed + step) % 1_000_000);
        let mut id = number(0);
        // The set is made only where an ID is taken already, which is rare.
        if people.values().any(|person| person.id == id) {
            let given: HashSet<&str> = people.values().map(|person| &*person.id).collect();
            id = (1..1_000_000).map(number).find(|id| !given.contains(&**id)).unwrap_or(id);
        }
        people.insert(key, Person { id: id.clone(), reached, language: language.to_owned() });
        id
    }

    /// Takes a parcel on.
    ///
    /// # Errors
    /// [`Taken`] where this client has a parcel of this number.
    pub fn take_parcel(&mut self, mut new: NewParcel, now: DateTime<Utc>) -> Result<(), Taken> {
        if self.knows_parcel(&new.client, &new.ident_code) {
            return Err(Taken);
        }
        new.recipient.truncate(MOST_LINES);
        new.recipient.iter_mut().for_each(|line| *line = line.chars().take(LONGEST_LINE).collect());
        let full = self.parcels().count() >= MOST_PARCELS;
        let parcels = &mut self.of(&new.client.clone()).parcels;
        parcels.push_back(Parcel { announced: Some(now), ..new.into() });
        if full {
            parcels.pop_front();
        }
        Ok(())
    }

    /// Whether this client has a parcel of this number.
    #[must_use]
    pub fn knows_parcel(&self, client: &str, ident_code: &str) -> bool {
        let parcels = self.0.get(client).map(|client| &client.parcels);
        parcels.is_some_and(|parcels| parcels.iter().any(|parcel| parcel.ident_code == ident_code))
    }

    /// Lets something happen to a parcel; where it is ready its recipient is told. `None` for a number that nobody has.
    ///
    /// # Errors
    /// One sentence, where that cannot happen now.
    pub fn happen(
        &mut self,
        ident_code: &str,
        event: Event,
        now: DateTime<Utc>,
    ) -> Option<Result<(), String>> {
        let full = self.messages().count() >= MOST_MESSAGES;
        let mut clients = self.0.values_mut();
        let (client, at) = clients.find_map(|client| {
            let at = client.parcels.iter().position(|parcel| parcel.ident_code == ident_code)?;
            Some((client, at))
        })?;
        let Client { people, parcels, messages } = client;
        let parcel = &mut parcels[at];
        if let Err(sentence) = parcel.happen(event, now) {
            return Some(Err(sentence));
        }
        let person = parcel.goes.user_id().and_then(|id| people.values().find(|person| person.id == id));
        if let (Event::Ready, Some(person)) = (event, person) {
            messages.extend(messages::ready(parcel, person, now));
            if full {
                messages.pop_front();
            }
        }
        Some(Ok(()))
    }

    /// Post takes back what it scanned last of a parcel; `None` for a number that nobody has.
    ///
    /// # Errors
    /// One sentence, where there is nothing to take back.
    pub fn take_back(&mut self, ident_code: &str, now: DateTime<Utc>) -> Option<Result<(), String>> {
        let mut all = self.0.values_mut().flat_map(|client| &mut client.parcels);
        let parcel = all.find(|parcel| parcel.ident_code == ident_code)?;
        let nothing = || "Nothing of this parcel was scanned.".to_owned();
        Some(parcel.take_back(now).then_some(()).ok_or_else(nothing))
    }

    /// Lets everything happen that is due by itself, each at its time; whether there was anything. A parcel has five such
    /// things at most, and the people of a client are gone through once.
    pub fn catch_up(&mut self, now: DateTime<Utc>) -> bool {
        let (mut moved, mut left) = (false, MOST_MESSAGES.saturating_sub(self.messages().count()));
        for Client { people, parcels, messages } in self.0.values_mut() {
            let mut ready: Vec<(DateTime<Utc>, usize)> = Vec::new();
            for (place, parcel) in parcels.iter_mut().enumerate() {
                while let Some((event, at)) = due(parcel).filter(|(_, at)| *at <= now) {
                    if parcel.happen(event, at).is_err() {
                        break;
                    }
                    moved = true;
                    if event == Event::Ready {
                        ready.push((at, place));
                    }
                }
            }
            if ready.is_empty() {
                continue;
            }
            ready.sort_unstable();
            let people: HashMap<&str, &Person> =
                people.values().map(|person| (&*person.id, person)).collect();
            let told = ready.into_iter().filter_map(|(at, place)| {
                let parcel = &parcels[place];
                messages::ready(parcel, people.get(parcel.goes.user_id()?)?, at)
            });
            for message in told {
                messages.push_back(message);
                match left.checked_sub(1) {
                    Some(less) => left = less,
                    None => drop(messages.pop_front()),
                }
            }
        }
        moved
    }

    /// The parcels of all clients, each with whose it is.
    pub fn parcels(&self) -> impl Iterator<Item = (&str, &Parcel)> {
        self.0.iter().flat_map(|(name, client)| client.parcels.iter().map(move |parcel| (&**name, parcel)))
    }

    /// The messages of all clients, each with whose it is.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &Message)> {
        self.0.iter().flat_map(|(name, client)| client.messages.iter().map(move |message| (&**name, message)))
    }

    /// How many people are enrolled, over all clients.
    #[must_use]
    pub fn people(&self) -> usize {
        self.0.values().map(|client| client.people.len()).sum()
    }

    /// Forgets what one client has, or everything.
    pub fn forget(&mut self, client: Option<&str>) {
        match client {
            Some(client) => drop(self.0.remove(client)),
            None => self.0.clear(),
        }
    }

    /// A client's records. Where there are too many clients, one with the least goes.
    fn of(&mut self, client: &str) -> &mut Client {
        if !self.0.contains_key(client) && self.0.len() >= MOST_CLIENTS {
            let least = self.0.iter().min_by_key(|(_, client)| client.people.len() + client.parcels.len());
            if let Some(name) = least.map(|(name, _)| name.clone()) {
                self.0.remove(&name);
            }
        }
        self.0.entry(client.to_owned()).or_default()
    }
}
