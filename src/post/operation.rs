//! What each request may cost: time, size, how often. The table in `docs/bounds.md` is this one (`tests/carrier/bounds.rs`).

use std::time::{Duration, Instant};

use crate::carrier::CarrierError;

/// To connect, whatever is asked.
pub const CONNECT: Duration = Duration::from_secs(1);
/// A connection that rested so long is not used again: a server may close it at that moment (the simulator's does after five
/// seconds; Post does not say), and an order for a label that meets it is a failed try.
pub const RESTED: Duration = Duration::from_secs(3);

/// One of Post's requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Its name in log, metrics and the document.
    pub name: &'static str,
    /// From the first byte of the question to the last of the answer, connection included.
    pub time: Duration,
    /// Of an answer, in bytes: what is larger is refused unread.
    pub largest: usize,
    /// So many times again, each with a fresh token, after a 401.
    pub renewals: u8,
    /// So many times again after no connection, a fault on Post's side, or a 429 that says when (`repeat`). Zero wherever a
    /// second question could do what the first has done already.
    pub repeats: u8,
}

/// An access token. Whoever needs one repeats both.
pub const TOKEN: Operation =
    Operation { name: "token", time: SHOPPER, largest: SMALL, renewals: 0, repeats: 0 };
/// A User ID. The time is for all of it, token and repeats included: a shopper waits for this. To repeat it is safe: Post
/// finds the person or enrols them, so that a second question finds whom the first has enrolled.
pub const USERS: Operation =
    Operation { name: "users", time: SHOPPER, largest: SMALL, renewals: 1, repeats: 1 };
/// A label, which announces its parcel. Post names up to 1.5 s for the drawing (developer.post.ch, 8.6); nobody waits for it, and
/// to give up early may cost a number. Never repeated here: what has reached Post may have made the label, and a second question with the same number is an error
/// (E2016). Only a 401 has made nothing for certain.
pub const LABEL: Operation =
    Operation { name: "label", time: NOBODY, largest: PICTURE, renewals: 1, repeats: 0 };
/// The barcodes of a parcel without its label, which announce it as a label does: the same holds.
pub const BARCODES: Operation =
    Operation { name: "barcodes", time: NOBODY, largest: PICTURE, renewals: 1, repeats: 0 };
/// All points: each of the calls that it takes. Nobody waits for it; they only read.
pub const LOCATIONS: Operation =
    Operation { name: "locations", time: NOBODY, largest: WHOLE_COUNTRY, renewals: 0, repeats: 1 };
/// The details of one point: only read, too.
pub const LOCATION: Operation =
    Operation { name: "location", time: NOBODY, largest: WHOLE_COUNTRY, renewals: 0, repeats: 1 };

/// Whether an address is one. Somebody waits for the page behind it, and needs no answer to go on: it only reads, but is
/// never repeated, since there is no time for it.
pub const VALIDATION: Operation =
    Operation { name: "validation", time: HELP, largest: SMALL, renewals: 1, repeats: 0 };
/// What goes on from what is being typed: postcodes, streets, house numbers. Whoever types goes on meanwhile.
pub const COMPLETION: Operation =
    Operation { name: "completion", time: TYPING, largest: SMALL, renewals: 1, repeats: 0 };

/// Post's calendar. Nobody waits for it; it only reads.
pub const HOLIDAYS: Operation =
    Operation { name: "holidays", time: NOBODY, largest: SMALL, renewals: 1, repeats: 1 };
/// The days on which Post delivers to an address: only read, too.
pub const DELIVERY_DAYS: Operation =
    Operation { name: "delivery_days", time: SHOPPER, largest: SMALL, renewals: 1, repeats: 1 };

/// What happened to parcels: only read, too, and nobody waits.
pub const TRACKING: Operation =
    Operation { name: "tracking", time: NOBODY, largest: SMALL * 16, renewals: 1, repeats: 1 };

/// The table.
pub const ALL: [Operation; 11] = [
    TOKEN,
    USERS,
    LABEL,
    BARCODES,
    VALIDATION,
    COMPLETION,
    HOLIDAYS,
    DELIVERY_DAYS,
    TRACKING,
    LOCATIONS,
    LOCATION,
];

const SHOPPER: Duration = Duration::from_secs(3);
/// All that address help may cost a page, whatever it asks.
pub const HELP: Duration = Duration::from_secs(1);
const TYPING: Duration = Duration::from_millis(700);
const NOBODY: Duration = Duration::from_secs(8);
/// No answer about one person comes near.
const SMALL: usize = 64 * 1024;
/// A label of the largest size and resolution, as base64.
const PICTURE: usize = 4 * 1024 * 1024;
/// The whole list of points, with room to spare.
const WHOLE_COUNTRY: usize = 8 * 1024 * 1024;

impl Operation {
    /// Notes a call in log and metrics, by the operation's name, never by the content.
    pub(super) fn note(&self, attempts: u8, error: Option<&CarrierError>, begun: Instant) {
        let operation = self.name;
        let outcome = error.map_or("answered", CarrierError::code);
        let status = error.and_then(CarrierError::status);
        let seconds = begun.elapsed().as_secs_f64();
        tracing::info!(operation, outcome, status, attempts, milliseconds = seconds * 1000.0, "asked Post");
        metrics::counter!("post_calls_total", "operation" => operation, "outcome" => outcome).increment(1);
        metrics::histogram!("post_call_seconds").record(seconds);
    }
}
