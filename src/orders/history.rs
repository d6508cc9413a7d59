//! What happened to an order: its own events, what Post was asked about it, what Post was told of its
//! parcels, and which mails went out.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::label::IdentCode;
use crate::orders::Reason;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::life::Move;
use crate::orders::mail::Mail;
use crate::orders::record::{Record, store as record_store};
use crate::shipping::call::{Call, Outcome};
use crate::shipping::past as shipping;
use crate::shipping::places::store::{self as place_store, Place};
use crate::shipping::prints::store::Print;
use crate::shipping::returns::{Question, store as return_store};
use crate::shipping::shipment::{self, Attempt, WrittenOff};

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
    Event(EventKind, Option<Reason>),
    /// It goes elsewhere: from there, to there; `None` for an address.
    PointChanged(Option<String>, Option<String>),
    /// A call to Post: what came of it, and how many milliseconds it took.
    AskedPost(Outcome, i32),
    /// Post has drawn the label of a parcel, with these remarks.
    ShipmentSent(Vec<String>),
    /// Post has refused to, for these reasons.
    ShipmentRefused(Vec<String>),
    /// It came to nothing: a word of the program.
    ShipmentFailed(String),
    /// A parcel's number is used up, and it has got another one.
    NumberWrittenOff(IdentCode, String),
    /// The label that Post drew was printed: its number, the sort of picture, and whether it had been before.
    LabelPrinted(IdentCode, &'static str, bool),
    /// Post has drawn a label for what comes back: its number.
    ReturnDrawn(IdentCode),
    /// That label was printed: its number, the sort of picture, and whether it had been before.
    ReturnPrinted(IdentCode, &'static str, bool),
    /// It has not: the number that is used up, and how it ended, or what Post said.
    ReturnFailed(IdentCode, String),
    /// A server has taken a mail.
    MailSent(Mail),
    /// A server has refused a mail for good.
    MailRefused(Mail),
}

impl What {
    /// As the `.json` writes it; the key of its words is `event-` with it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Event(kind, _) => kind.code(),
            Self::PointChanged(..) => Move::PointChanged.code(),
            Self::AskedPost(..) => "asked_post",
            Self::ShipmentSent(_) => "shipment_sent",
            Self::ShipmentRefused(_) => "shipment_refused",
            Self::ShipmentFailed(_) => "shipment_failed",
            Self::NumberWrittenOff(..) => "number_written_off",
            Self::LabelPrinted(_, _, false) => "label_printed",
            Self::LabelPrinted(_, _, true) => "label_printed_again",
            Self::ReturnDrawn(_) => "return_label_drawn",
            Self::ReturnPrinted(_, _, false) => "return_label_printed",
            Self::ReturnPrinted(_, _, true) => "return_label_printed_again",
            Self::ReturnFailed(..) => "return_label_failed",
            Self::MailSent(_) => "mail_sent",
            Self::MailRefused(_) => "mail_refused",
        }
    }

    fn fails_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::AskedPost(one, _), Self::AskedPost(two, _)) => one == two && *one != Outcome::Answered,
            (Self::ShipmentFailed(one), Self::ShipmentFailed(two)) => one == two,
            _ => false,
        }
    }

    /// What more there is to say.
    #[must_use]
    pub fn detail(&self) -> Option<String> {
        match self {
            Self::Event(_, why) => why.as_ref().map(|why| why.code().to_owned()),
            Self::PointChanged(from, to) => {
                let named = |place: &Option<String>| place.clone().unwrap_or_else(|| "address".to_owned());
                Some(format!("{} → {}", named(from), named(to)))
            }
            Self::AskedPost(outcome, milliseconds) => Some(format!("{outcome} in {milliseconds} ms")),
            Self::ShipmentSent(codes) | Self::ShipmentRefused(codes) => {
                (!codes.is_empty()).then(|| codes.join(", "))
            }
            Self::ShipmentFailed(why) => Some(why.clone()),
            Self::NumberWrittenOff(number, why) => Some(format!("{}: {why}", number.grouped())),
            Self::LabelPrinted(number, kind, _) | Self::ReturnPrinted(number, kind, _) => {
                Some(format!("{}: {kind}", number.grouped()))
            }
            Self::ReturnDrawn(number) => Some(number.grouped()),
            Self::ReturnFailed(number, why) => Some(format!("{}: {why}", number.grouped())),
            Self::MailSent(mail) | Self::MailRefused(mail) => {
                Some(format!("{}, to the {}", mail.kind.code().replace('_', " "), mail.reader.code()))
            }
        }
    }
}

impl From<Event> for Entry {
    fn from(event: Event) -> Self {
        Self { at: event.at, what: What::Event(event.kind, event.why), by: event.by }
    }
}

impl From<Call> for Entry {
    fn from(call: Call) -> Self {
        Self { at: call.at, what: What::AskedPost(call.outcome, call.milliseconds), by: Actor::Shop }
    }
}

impl From<WrittenOff> for Entry {
    fn from(gone: WrittenOff) -> Self {
        Self { at: gone.at, what: What::NumberWrittenOff(gone.ident_code, gone.why), by: Actor::Shop }
    }
}

impl From<Print> for Entry {
    fn from(print: Print) -> Self {
        let what = What::LabelPrinted(print.ident_code, print.kind.code(), print.again);
        Self { at: print.at, what, by: Actor::Merchant(print.who) }
    }
}

fn printed_back(print: Print) -> Entry {
    let what = What::ReturnPrinted(print.ident_code, print.kind.code(), print.again);
    Entry { at: print.at, what, by: Actor::Merchant(print.who) }
}

/// What came of asking for a return label; nothing while it is being asked.
fn asked_back(question: Question) -> Option<Entry> {
    let (at, outcome) = question.end?;
    let what = match (outcome, question.codes.is_empty()) {
        (shipment::Outcome::Sent, _) => What::ReturnDrawn(question.ident_code),
        (outcome, true) => What::ReturnFailed(question.ident_code, outcome.code().to_owned()),
        (_, false) => What::ReturnFailed(question.ident_code, question.codes.join(", ")),
    };
    Some(Entry { at, what, by: Actor::Merchant(question.who) })
}

/// What came of telling Post; where that cost a number, the number says it.
fn told(attempt: Attempt) -> Option<Entry> {
    let Attempt { at, outcome, why, codes } = attempt;
    let (what, by) = match outcome {
        shipment::Outcome::Sent => (What::ShipmentSent(codes), Actor::Carrier),
        shipment::Outcome::Refused => (What::ShipmentRefused(codes), Actor::Carrier),
        shipment::Outcome::Failed => (What::ShipmentFailed(why.unwrap_or_default()), Actor::Shop),
        shipment::Outcome::Lost | shipment::Outcome::Used => return None,
    };
    Some(Entry { at, what, by })
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
        // A mail that went out meanwhile is no end to a silence.
        let mail = |run: &&mut Run| matches!(run.entry.what, What::MailSent(_) | What::MailRefused(_));
        match runs.iter_mut().rev().find(|run| !mail(run)) {
            Some(run) if run.entry.what.fails_like(&entry.what) => {
                run.times += 1;
                run.until = entry.at;
            }
            _ => runs.push(Run { times: 1, until: entry.at, entry }),
        }
    }
    runs
}

/// The moves that give a delivery its next version.
const ELSEWHERE: [Move; 3] = [Move::PointChanged, Move::PersonCorrected, Move::SentAgain];

/// The events of an order, where it goes elsewhere with both places: each of those moves has given the delivery a version. The
/// newest of both belong together, so that it does not matter how far back they are told.
fn with_places(events: Vec<Event>, places: &[Place]) -> Vec<Entry> {
    let mut newer = places.windows(2);
    let mut entries: Vec<Entry> = Vec::new();
    for event in events.into_iter().rev() {
        let mut entry = Entry::from(event);
        if let What::Event(EventKind::Moved(by), _) = &entry.what
            && ELSEWHERE.contains(by)
            && let Some([to, from]) = newer.next()
            && *by == Move::PointChanged
        {
            entry.what = What::PointChanged(from.point.clone(), to.point.clone());
        }
        entries.push(entry);
    }
    entries.reverse();
    entries
}

/// What the history of an order is told from. A page that shows some of it elsewhere too reads it once.
#[derive(Clone, Debug)]
pub struct Past {
    /// Its events, mails and notes.
    pub record: Record,
    places: Vec<Place>,
    /// What happened on its way: calls, questions, prints.
    pub way: shipping::Past,
    /// What Post was asked about a label for what comes back, oldest first.
    pub questions: Vec<Question>,
}

impl Past {
    /// Reads it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read(connection: &mut PgConnection, order: Uuid) -> sqlx::Result<Self> {
        Ok(Self {
            record: record_store::of(&mut *connection, order).await?,
            places: place_store::of(&mut *connection, order).await?,
            way: shipping::store::of(&mut *connection, order).await?,
            questions: return_store::of(connection, order).await?,
        })
    }

    /// The newest hundred calls about a mandate, in no order.
    #[must_use]
    pub fn calls_of(&self, mandate: Uuid) -> Vec<Call> {
        let calls = self.way.calls.iter().filter(|(of, _)| *of == mandate);
        calls.map(|(_, call)| call.clone()).collect()
    }

    /// The history, oldest first.
    #[must_use]
    pub fn told(&self) -> Vec<Entry> {
        let mut entries = with_places(self.record.events.clone(), &self.places);
        entries.extend(self.way.calls.iter().map(|(_, call)| Entry::from(call.clone())));
        entries.extend(self.way.attempts.iter().cloned().filter_map(told));
        entries.extend(self.way.written_off.iter().cloned().map(Entry::from));
        entries.extend(self.way.prints.iter().cloned().map(Entry::from));
        entries.extend(self.way.prints_back.iter().cloned().map(printed_back));
        entries.extend(self.questions.iter().cloned().filter_map(asked_back));
        entries.extend(self.record.mails.iter().map(|(at, mail, sent)| {
            let what = if *sent { What::MailSent(*mail) } else { What::MailRefused(*mail) };
            Entry { at: *at, what, by: Actor::Shop }
        }));
        entries.sort_by_key(|entry| entry.at);
        entries
    }
}
