//! A delivery of point data, from wherever it comes, and what taking it changes.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::pickup::Point;

/// Where points come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Inside the program, invented.
    Demo,
    /// A file, as the carrier hands it to merchants.
    File,
    /// The carrier's location service, by schedule.
    Service,
    /// The same, asked by hand.
    ByHand,
}

/// What came of a refresh or of a file, as it is kept for the merchant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The points are as the feed has them.
    Taken,
    /// The feed would have done harm.
    Refused,
    /// Nothing came, or it could not be stored.
    Failed,
}

/// What can happen to a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointEvent {
    /// It is new.
    Appeared,
    /// It had vanished, and is back.
    Returned,
    /// It will be closed for a while.
    Closed,
    /// It will not be closed after all, or no longer.
    Reopened,
    /// Anything else about it is new.
    Changed,
    /// It is no longer in the data.
    Vanished,
}

impl Source {
    /// Reads a code; anything else is `None`. The table does not tell who asked the service.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Demo, Self::File, Self::Service].into_iter().find(|source| source.code() == code)
    }

    /// As the database writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::File => "file",
            Self::Service | Self::ByHand => "service",
        }
    }
}

impl Verdict {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Taken, Self::Refused, Self::Failed];

    /// As the database writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
}

impl PointEvent {
    /// As the database writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Appeared => "appeared",
            Self::Returned => "returned",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::Changed => "changed",
            Self::Vanished => "vanished",
        }
    }
}

/// All points of a source at one moment.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Where they come from.
    pub source: Source,
    /// The moment of the data.
    pub data_at: DateTime<Utc>,
    /// Whether they are invented.
    pub synthetic: bool,
    /// The points.
    pub points: Vec<Point>,
    /// Those whose hours and texts were asked for just now.
    pub detailed: Vec<String>,
}

/// A point as the database has it.
#[derive(Clone, Debug)]
pub struct Known {
    /// The point.
    pub point: Point,
    /// Whether it vanished from the data.
    pub gone: bool,
    /// When its hours and texts were last asked for.
    pub details_at: Option<DateTime<Utc>>,
}

/// Why a feed is not taken; the last good points serve on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More than a tenth of the points would vanish.
    #[error("{1} of {0} points would vanish, more than a tenth")]
    TooManyVanish(usize, usize),
    /// More than a tenth of the points would be of another kind.
    #[error("{1} of {0} points would be of another kind, more than a tenth")]
    TooManyOfAnotherKind(usize, usize),
    /// Some points lie outside the country.
    #[error("{0} points lie nowhere in the country")]
    Nowhere(usize),
    /// No point at all.
    #[error("it has no point")]
    Empty,
    /// The points come from a file, and nobody has asked for others.
    #[error("the shop takes its points from a file")]
    FromFile,
    /// Invented points must not take the place of real ones.
    #[error("its points are invented, and those of the shop are real")]
    Invented,
}

/// What taking a feed changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Points to write: new ones, changed ones, returned ones.
    pub write: Vec<usize>,
    /// Ids of those that vanish.
    pub vanish: Vec<String>,
    /// What happened to which point.
    pub events: Vec<(String, PointEvent)>,
    /// How many are new or have returned.
    pub appeared: usize,
    /// How many changed.
    pub changed: usize,
}

impl Feed {
    /// What this feed changes on a day, or why it must not be taken.
    ///
    /// # Errors
    /// [`Refusal`]. Invented points may give way to real ones, however many vanish.
    pub fn changes(
        &self,
        known: &HashMap<String, Known>,
        was_synthetic: bool,
        today: NaiveDate,
    ) -> Result<Changes, Refusal> {
        let nowhere = self.points.iter().filter(|point| !point.is_in_the_country()).count();
        match nowhere {
            _ if self.points.is_empty() => return Err(Refusal::Empty),
            0 => {}
            nowhere => return Err(Refusal::Nowhere(nowhere)),
        }
        let before = known.values().filter(|known| !known.gone).count();
        if self.synthetic && !was_synthetic && before > 0 {
            return Err(Refusal::Invented);
        }
        let mut changes = Changes::default();
        let mut ids: HashSet<&str> = HashSet::new();
        for (at, point) in self.points.iter().enumerate() {
            ids.insert(point.id.as_str());
            let Some(what) = event(known.get(point.id.as_str()), point, today) else { continue };
            changes.write.push(at);
            changes.events.push((point.id.to_string(), what));
            match what {
                PointEvent::Appeared | PointEvent::Returned => changes.appeared += 1,
                _ => changes.changed += 1,
            }
        }
        let vanishing = known.iter().filter(|(id, known)| !known.gone && !ids.contains(id.as_str()));
        changes.vanish = vanishing.map(|(id, _)| id.clone()).collect();
        changes.vanish.sort();
        let replaces_invented = was_synthetic && !self.synthetic;
        if !replaces_invented && changes.vanish.len() * 10 > before {
            return Err(Refusal::TooManyVanish(before, changes.vanish.len()));
        }
        // A counter does not become a terminal: where many seem to, somebody has mistaken the one for the other.
        let kind_of = |point: &Point| known.get(point.id.as_str()).map(|known| known.point.kind);
        let turned =
            self.points.iter().filter(|point| kind_of(point).is_some_and(|kind| kind != point.kind)).count();
        if !replaces_invented && turned * 10 > before {
            return Err(Refusal::TooManyOfAnotherKind(before, turned));
        }
        changes.events.extend(changes.vanish.iter().map(|id| (id.clone(), PointEvent::Vanished)));
        Ok(changes)
    }
}

fn event(known: Option<&Known>, point: &Point, today: NaiveDate) -> Option<PointEvent> {
    match known {
        None => Some(PointEvent::Appeared),
        Some(known) if known.gone => Some(PointEvent::Returned),
        Some(known) if known.point == *point => None,
        Some(known) => Some(match (known.point.is_closed_from(today), point.is_closed_from(today)) {
            (false, true) => PointEvent::Closed,
            (true, false) => PointEvent::Reopened,
            _ => PointEvent::Changed,
        }),
    }
}
