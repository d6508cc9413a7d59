//! Parcels on their way: what happened to each, and what may happen next.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A parcel that a label was given for.
#[derive(Clone, Debug)]
pub struct NewParcel {
    /// Whose token asked for the label.
    pub client: String,
    /// 18 digits.
    pub ident_code: String,
    /// The recipient's lines as the label prints them, the name first, postcode and town last.
    pub recipient: Vec<String>,
    /// `recipient.name2` as it came: keyword and User ID, or nothing for a home.
    pub name2: String,
}

/// This consignment number is another parcel's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken;

/// A parcel as the simulator keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Parcel {
    /// 18 digits.
    pub ident_code: String,
    /// The recipient's lines.
    pub recipient: Vec<String>,
    /// Where it goes, and to whom.
    pub goes: Goes,
    /// When its label was given; a file of an earlier simulator does not say.
    #[serde(default)]
    pub announced: Option<DateTime<Utc>>,
    /// Oldest first.
    pub events: Vec<Happened>,
    /// What Post has taken back; a file of an earlier simulator has none.
    #[serde(default)]
    pub taken_back: Vec<TakenBack>,
}

/// A scan that counts no more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakenBack {
    /// The scan.
    pub scan: Happened,
    /// When it was taken back.
    pub at: DateTime<Utc>,
}

/// Where a parcel goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goes {
    /// To a door.
    Home,
    /// To a counter, for whoever has this User ID.
    Counter(String),
    /// To a terminal, for whoever has this User ID.
    Terminal(String),
}

/// What happened, and when.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Happened {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub event: Event,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Post has it.
    HandedOver,
    /// It went through a sorting centre.
    Sorted,
    /// It is where it goes: at the point, or in the round of whoever delivers.
    Arrived,
    /// It can be collected; Post tells the recipient.
    Ready,
    /// Somebody has it: at the point or at the door.
    Collected,
    /// It went back to whoever sent it.
    Returned,
}

impl Event {
    /// All, in the order in which they usually happen, each with its words.
    pub const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::HandedOver, "handed_over", "handed over to Post"),
        (Self::Sorted, "sorted", "sorted"),
        (Self::Arrived, "arrived", "arrived"),
        (Self::Ready, "ready", "ready to collect"),
        (Self::Collected, "collected", "collected"),
        (Self::Returned, "returned", "returned to the sender"),
    ];

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known, _)| *known == name).map(|(event, ..)| event)
    }

    fn told(self) -> (&'static str, &'static str) {
        let mut all = Self::ALL.into_iter();
        all.find(|(event, ..)| *event == self).map_or(("", ""), |(_, name, words)| (name, words))
    }

    /// `handed_over`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.told().0
    }

    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        self.told().1
    }
}

/// What may happen after what, to a parcel for a point and to one for a door. `None` is a parcel that is announced.
const NEXT: [(Option<Event>, &[Event], &[Event]); 7] = [
    (None, &[Event::HandedOver], &[Event::HandedOver]),
    (Some(Event::HandedOver), &[Event::Sorted], &[Event::Sorted]),
    (Some(Event::Sorted), &[Event::Arrived, Event::Returned], &[Event::Arrived, Event::Returned]),
    (Some(Event::Arrived), &[Event::Ready, Event::Returned], &[Event::Collected, Event::Returned]),
    (Some(Event::Ready), &[Event::Collected, Event::Returned], &[]),
    (Some(Event::Collected), &[], &[]),
    (Some(Event::Returned), &[], &[]),
];

/// More that was taken back of one parcel is not remembered.
const MOST_TAKEN_BACK: usize = 20;

impl From<NewParcel> for Parcel {
    fn from(new: NewParcel) -> Self {
        let NewParcel { ident_code, recipient, name2, .. } = new;
        Self {
            ident_code,
            recipient,
            goes: Goes::read(&name2),
            announced: None,
            events: Vec::new(),
            taken_back: Vec::new(),
        }
    }
}

impl Goes {
    /// Reads keyword and User ID as Post's table spells them, with or without the blanks of the brand.
    fn read(name2: &str) -> Self {
        let squeezed: String = name2.split_whitespace().collect();
        let after = |keyword: &str| {
            let begins = squeezed.get(..keyword.len()).is_some_and(|text| text.eq_ignore_ascii_case(keyword));
            begins.then(|| squeezed[keyword.len()..].to_owned())
        };
        if let Some(id) = after("MyPost24") {
            return Self::Terminal(id);
        }
        after("PickPost").map_or(Self::Home, Self::Counter)
    }

    /// Who collects, where somebody does.
    #[must_use]
    pub fn user_id(&self) -> Option<&str> {
        match self {
            Self::Home => None,
            Self::Counter(id) | Self::Terminal(id) => Some(id),
        }
    }
}

impl Parcel {
    /// The last thing that happened, or `announced`.
    #[must_use]
    pub fn state(&self) -> &'static str {
        self.last().map_or("announced", Event::name)
    }

    fn last(&self) -> Option<Event> {
        self.events.last().map(|happened| happened.event)
    }

    /// What may happen now.
    #[must_use]
    pub fn next(&self) -> &'static [Event] {
        let line = NEXT.iter().find(|(after, ..)| *after == self.last());
        let at_home = self.goes == Goes::Home;
        line.map_or(&[], |(_, point, home)| if at_home { *home } else { *point })
    }

    /// Post takes back what it scanned last; `false` where there is nothing.
    pub fn take_back(&mut self, at: DateTime<Utc>) -> bool {
        let last = self.events.pop();
        let any = last.is_some();
        if self.taken_back.len() >= MOST_TAKEN_BACK {
            self.taken_back.remove(0);
        }
        self.taken_back.extend(last.map(|scan| TakenBack { scan, at }));
        any
    }

    /// Lets something happen to it.
    ///
    /// # Errors
    /// One sentence, where that cannot happen now.
    pub fn happen(&mut self, event: Event, at: DateTime<Utc>) -> Result<(), String> {
        if self.next().contains(&event) {
            self.events.push(Happened { at, event });
            return Ok(());
        }
        let words = self.last().map_or("only announced", Event::words);
        let next: Vec<_> = self.next().iter().map(|event| event.name()).collect();
        Err(match &*next {
            [] => format!("Nothing happens to this parcel any more: it is {words}."),
            next => {
                let next = next.join(" or ");
                format!("This parcel is {words}: {} cannot follow. Next is {next}.", event.name())
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::{Event, Goes, NewParcel, Parcel};

    fn parcel(name2: &str) -> Parcel {
        NewParcel {
            client: "sandbox".into(),
            ident_code: "990012345600010042".into(),
            recipient: Vec::new(),
            name2: name2.into(),
        }
        .into()
    }

    #[test]
    fn the_keyword_says_where_a_parcel_goes() {
        let id = || "PT011227".to_owned();
        for (name2, goes) in [
            ("PickPost PT011227", Goes::Counter(id())),
            ("My Post 24 PT011227", Goes::Terminal(id())),
            ("MyPost24 PT011227", Goes::Terminal(id())),
            ("Postgasse", Goes::Home),
            ("é", Goes::Home),
            ("", Goes::Home),
        ] {
            assert_eq!(parcel(name2).goes, goes, "{name2}");
        }
    }

    #[test]
    fn nothing_happens_out_of_order() {
        let at = DateTime::UNIX_EPOCH;
        for (name2, journey) in [
            ("PickPost PT011227", vec!["handed_over", "sorted", "arrived", "ready", "collected"]),
            ("PickPost PT011227", vec!["handed_over", "sorted", "arrived", "ready", "returned"]),
            ("", vec!["handed_over", "sorted", "arrived", "collected"]),
        ] {
            let mut parcel = parcel(name2);
            for name in journey {
                let wanted = Event::parse(name).expect("an event");
                for (event, ..) in Event::ALL.into_iter().filter(|(event, ..)| !parcel.next().contains(event))
                {
                    assert!(parcel.clone().happen(event, at).is_err(), "{event:?} after {}", parcel.state());
                }
                parcel.happen(wanted, at).expect("in order");
                assert_eq!(parcel.state(), name);
            }
            assert!(parcel.next().is_empty());
        }
    }
}
