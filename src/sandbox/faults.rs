//! What can go wrong at Post, and at the mail server, on request: one list of all faults, and which of them each API can meet.

use serde::Serialize;

use crate::sandbox::codes;

/// A fault, named by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Fault {
    /// Answers after ten seconds, long after the shop's deadline.
    Silent,
    /// Answers after two seconds, within the deadline.
    Slow,
    /// The connection is reset.
    Reset,
    /// The connection is closed without a byte.
    Close,
    /// 500.
    Down,
    /// 429.
    Busy,
    /// 200 with a page instead of JSON.
    Garbage,
    /// Half an answer, then the connection ends.
    HalfBody,
    /// JSON of another form.
    Schema,
    /// An empty 400.
    Refused,
    /// 401 at the first try.
    RefusedOnce,
    /// 401 at every try.
    Unauthorised,
    /// 403.
    Forbidden,
    /// An ID that is none.
    BadId,
    /// No ID at all.
    NoId,
    /// A status that nobody knows.
    UnknownStatus,
    /// A list without a point.
    Empty,
    /// A list that lacks exactly a tenth of the points.
    Tenth,
    /// A list that lacks an eighth of the points.
    Fewer,
    /// Some points lie in the Gulf of Guinea.
    Nowhere,
    /// The label is made, and the connection closed without a byte.
    Lost,
    /// The label is made, and half of the answer sent.
    LostHalf,
    /// The label is made, and 500 answered.
    Made500,
    /// The label is made, and 504 answered, as by a gateway that has lost the service behind it.
    Made504,
    /// A code of the Barcode API's stands in the answer: E in place of a label, W beside it.
    Says(&'static str),
    /// The mail server takes the connection and says nothing.
    Hang,
    /// It takes no mails now, 421.
    NoService,
    /// It wants the mail another time, 451.
    Later,
    /// It refuses the address for good, 550.
    NoAddress,
    /// It takes the mail, and closes the connection without saying so.
    TakenUnsaid,
}

/// What every API over HTTP can meet.
const EVERYWHERE: [Fault; 10] = [
    Fault::Silent,
    Fault::Slow,
    Fault::Reset,
    Fault::Close,
    Fault::Down,
    Fault::Busy,
    Fault::Garbage,
    Fault::HalfBody,
    Fault::Schema,
    Fault::Refused,
];
/// What an API behind a token can meet.
const BEHIND_A_TOKEN: [Fault; 3] = [Fault::RefusedOnce, Fault::Unauthorised, Fault::Forbidden];
/// What becomes of a label that is made: played by the label's own files, as the codes are.
const AFTER_A_LABEL: [Fault; 4] = [Fault::Lost, Fault::LostHalf, Fault::Made500, Fault::Made504];
/// Every code of the Barcode API.
const SAID: [Fault; codes::ALL.len()] = said();

const fn said() -> [Fault; codes::ALL.len()] {
    let (mut all, mut at) = ([Fault::Says(""); codes::ALL.len()], 0);
    while at < all.len() {
        all[at] = Fault::Says(codes::ALL[at].0);
        at += 1;
    }
    all
}

/// What a mail can meet.
const OF_A_MAIL: [Fault; 8] = [
    Fault::Hang,
    Fault::Slow,
    Fault::Reset,
    Fault::Close,
    Fault::NoService,
    Fault::Later,
    Fault::NoAddress,
    Fault::TakenUnsaid,
];

impl Fault {
    /// All but those that say a code, each with its tag and what it does.
    pub const ALL: [(Self, &'static str, &'static str); 29] = [
        (Self::Silent, "silent", "answers after ten seconds, later than any shop waits"),
        (Self::Slow, "slow", "answers after two seconds"),
        (Self::Reset, "reset", "resets the connection (RST) instead of an answer"),
        (Self::Close, "close", "closes the connection without a byte"),
        (Self::Down, "500", "answers 500"),
        (Self::Busy, "429", "answers 429 with Retry-After: 1"),
        (Self::Garbage, "garbage", "answers 200 with a web page instead of data"),
        (Self::HalfBody, "halfbody", "sends half an answer, then the connection ends"),
        (Self::Schema, "schema", "answers 200 with JSON of another form"),
        (Self::Refused, "400", "answers 400 with nothing in it, as for a field it does not know"),
        (Self::RefusedOnce, "401once", "answers 401 at the first try, and rightly at the second"),
        (Self::Unauthorised, "401", "answers 401 at every try"),
        (Self::Forbidden, "403", "answers 403"),
        (Self::BadId, "badid", "gives an ID with blanks in it"),
        (Self::NoId, "noid", "gives no ID"),
        (Self::UnknownStatus, "unknown", "gives a status that nobody knows"),
        (Self::Empty, "empty", "gives a list without a point"),
        (Self::Tenth, "tenth", "gives a list that lacks exactly a tenth of the points"),
        (Self::Fewer, "fewer", "gives a list that lacks an eighth of the points"),
        (Self::Nowhere, "nowhere", "gives some points in the Gulf of Guinea"),
        (Self::Lost, "lost", "makes the label and closes the connection without a byte"),
        (Self::LostHalf, "losthalf", "makes the label and sends half of the answer"),
        (Self::Made500, "made500", "makes the label and answers 500"),
        (Self::Made504, "made504", "makes the label and answers 504, as a gateway does"),
        (Self::Hang, "hang", "takes the connection and says nothing"),
        (Self::NoService, "421", "answers 421: it takes no mails now"),
        (Self::Later, "451", "answers 451 to the address: another time"),
        (Self::NoAddress, "550", "refuses the address for good, 550"),
        (Self::TakenUnsaid, "taken", "takes the mail and closes the connection without saying so"),
    ];

    /// Its tag and what it does.
    fn told(self) -> (&'static str, &'static str) {
        let mut all = Self::ALL.into_iter();
        all.find(|(fault, ..)| *fault == self).map_or(("", ""), |(_, tag, does)| (tag, does))
    }

    /// `silent`; of a code itself.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Says(code) => code,
            fault => fault.told().0,
        }
    }

    /// What Post does.
    #[must_use]
    pub fn does(self) -> String {
        match self {
            Self::Says(code) if codes::is_warning(code) => {
                format!("makes the label and remarks that {}", codes::words(code))
            }
            Self::Says(code) => format!("says inside a 200: {}", codes::words(code)),
            fault => fault.told().1.to_owned(),
        }
    }
}

/// One of Post's APIs that faults are switched on for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Api {
    /// `/OAuth/token`.
    Token,
    /// `/pickpost/v1/users`.
    Users,
    /// `/barcode/v1/…`.
    Barcode,
    /// `/address/v1/…`, `/delivery/v1/…` and tracking.
    Address,
    /// The location service.
    Locations,
    /// The mail server, which is none of Post's.
    Mail,
}

/// An API as the fault switch knows it.
#[derive(Clone, Copy, Debug)]
pub struct Switchable {
    /// Which one.
    pub api: Api,
    /// Its field in `POST /console/faults`.
    pub field: &'static str,
    /// In words.
    pub title: &'static str,
    /// What it can meet.
    meets: &'static [&'static [Fault]],
}

impl Api {
    /// All of them: one line is one switch, on the console, in its form, and in docs/magic-values.md.
    pub const ALL: [Switchable; 6] = [
        Self::Users.with(
            "mode",
            "User IDs",
            &[&EVERYWHERE, &BEHIND_A_TOKEN, &[Fault::BadId, Fault::NoId, Fault::UnknownStatus]],
        ),
        Self::Token.with("token", "Tokens", &[&EVERYWHERE, &[Fault::Unauthorised, Fault::Forbidden]]),
        Self::Barcode.with("barcode", "Labels", &[&EVERYWHERE, &BEHIND_A_TOKEN, &AFTER_A_LABEL, &SAID]),
        Self::Address.with("address", "Addresses and delivery days", &[&EVERYWHERE, &BEHIND_A_TOKEN]),
        Self::Locations.with(
            "locations",
            "Locations",
            &[&EVERYWHERE, &[Fault::Empty, Fault::Tenth, Fault::Fewer, Fault::Nowhere]],
        ),
        Self::Mail.with("mail", "Mails", &[&OF_A_MAIL]),
    ];

    const fn with(
        self,
        field: &'static str,
        title: &'static str,
        meets: &'static [&'static [Fault]],
    ) -> Switchable {
        Switchable { api: self, field, title, meets }
    }

    /// Its line.
    #[must_use]
    pub fn switchable(self) -> Switchable {
        Self::ALL.into_iter().find(|line| line.api == self).unwrap_or(Self::ALL[0])
    }
}

impl Switchable {
    /// What it can meet.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.meets.iter().flat_map(|some| some.iter().copied()).collect()
    }

    /// Reads a tag; `None` for what this API cannot meet.
    #[must_use]
    pub fn read(&self, tag: &str) -> Option<Fault> {
        self.faults().into_iter().find(|fault| fault.tag() == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::{Api, Fault};
    use std::collections::BTreeSet;

    #[test]
    fn every_fault_stands_in_the_list_once_and_some_api_can_meet_it() {
        let tags: BTreeSet<_> = Fault::ALL.into_iter().map(|(_, tag, _)| tag).collect();
        assert_eq!(tags.len(), Fault::ALL.len());
        let met: BTreeSet<_> = Api::ALL.iter().flat_map(super::Switchable::faults).collect();
        let listed = Fault::ALL.into_iter().map(|(fault, ..)| fault).chain(super::SAID);
        assert_eq!(met, listed.collect());
        for line in Api::ALL {
            let faults = line.faults();
            let once: BTreeSet<_> = faults.iter().copied().collect();
            assert_eq!(once.len(), faults.len(), "{}", line.field);
            assert!(
                faults.iter().all(|fault| line.read(fault.tag()) == Some(*fault) && !fault.does().is_empty())
            );
        }
    }
}
