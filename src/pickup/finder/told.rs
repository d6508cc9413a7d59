//! What the search is told: for whom, about which parcel, what is chosen already, and where its links lead.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use uuid::Uuid;

use crate::address::Address;
use crate::clock::swiss;
use crate::gazetteer::Places;
use crate::i18n::Lang;
use crate::pickup::finder::{PointQuery, Question};
use crate::pickup::{Kind, Misfit};
use crate::seal::Seal;

/// A search for a point, on a page that lets one be chosen.
#[derive(Clone, Debug)]
pub struct Finder<'a> {
    /// The language of its words.
    pub lang: Lang,
    /// The address of its page, such as `/de/checkout/point`; what [`crate::pickup::routes`] answers lies below it.
    pub base: String,
    /// The address of the page with the other ways, for when there is no point at all.
    pub instead: String,
    /// The present.
    pub now: DateTime<Utc>,
    /// The day on which the parcel arrives at the point.
    pub arrives: NaiveDate,
    /// Why counters and terminals do not take the parcel.
    pub misfits: [Option<Misfit>; 2],
    /// Where the shopper lives: what is searched at first sight.
    pub home: Option<&'a Address>,
    /// Which kind is searched at first sight.
    pub kind: Kind,
    /// The id of the point that is chosen already.
    pub chosen: Option<&'a str>,
    /// What the choice goes into, and which version of it: nobody else's token chooses, and each only once.
    pub whose: (Uuid, i32),
    /// Seals the choices.
    pub seal: &'a Seal,
    /// Whether the page can remember a point on this device; `forget` lies below it then.
    pub remembers: bool,
    /// Whether it offers Post's own map as well, where the shop has it; that is `post`, below it.
    pub offers_posts_map: bool,
}

impl Finder<'_> {
    /// The present as Swiss clocks show it.
    #[must_use]
    pub fn swiss_now(&self) -> NaiveDateTime {
        swiss(self.now)
    }

    /// Why points of a kind do not take the parcel.
    #[must_use]
    pub fn misfit(&self, kind: Kind) -> Option<&Misfit> {
        let [counter, terminal] = &self.misfits;
        match kind {
            Kind::PickPost => counter.as_ref(),
            Kind::MyPost24 => terminal.as_ref(),
        }
    }

    /// Whether counters and terminals take the parcel.
    #[must_use]
    pub fn fits(&self) -> (bool, bool) {
        (self.misfit(Kind::PickPost).is_none(), self.misfit(Kind::MyPost24).is_none())
    }

    /// The parameters, read; what is missing is what was told.
    #[must_use]
    pub fn question(&self, query: &PointQuery) -> Question {
        query.read(self.home.map(Address::town_line).unwrap_or_default(), self.kind)
    }

    /// The middle of the place where the shopper lives, in degrees.
    #[must_use]
    pub fn home_position(&self) -> Option<(f64, f64)> {
        let postcode = self.home?.postcode.as_str();
        Places::all().with_postcode(postcode).first().map(|place| place.position)
    }
}
