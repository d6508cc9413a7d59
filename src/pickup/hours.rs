//! Opening hours of a week, and the week in groups as people read it.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

/// Seven days from Monday; each a list of spans in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hours([Vec<Span>; 7]);

/// From and until, in minutes of the day; `24:00` is 1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(String, String)", into = "(String, String)")]
pub struct Span {
    from: u16,
    until: u16,
}

/// Days in a row with the same hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The first day.
    pub first: Weekday,
    /// The last day; the first again for a single one.
    pub last: Weekday,
    /// The spans; none when closed.
    pub spans: &'a [Span],
}

/// What the door says at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Open, and it stays so day and night.
    Always,
    /// Open until this time of the day.
    OpenUntil(NaiveTime),
    /// Closed; opens at this moment.
    Opens(NaiveDateTime),
    /// Closed for more than a week.
    Closed,
}

const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

impl Hours {
    /// The spans of a date's day of the week.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &[Span] {
        self.of(day.weekday())
    }

    /// The spans of a day of the week.
    #[must_use]
    pub fn of(&self, day: Weekday) -> &[Span] {
        &self.0[day.num_days_from_monday() as usize]
    }

    /// The spans of Monday to Friday.
    pub fn working_days(&self) -> impl Iterator<Item = &[Span]> {
        self.0[..5].iter().map(Vec::as_slice)
    }

    /// Whether it is open day and night.
    #[must_use]
    pub fn always(&self) -> bool {
        self.0.iter().all(|day| matches!(day.as_slice(), [Span { from: 0, until: 1440 }]))
    }

    /// What the door says at a moment, as clocks on Swiss walls show it.
    #[must_use]
    pub fn door(&self, now: NaiveDateTime) -> Door {
        if self.always() {
            return Door::Always;
        }
        let minute = u16::try_from(now.hour() * 60 + now.minute()).unwrap_or(0);
        let open = self.on(now.date()).iter().find(|span| (span.from..span.until).contains(&minute));
        if let Some(span) = open {
            return Door::OpenUntil(time(span.until));
        }
        let spans = (0..=7).flat_map(|later| {
            let day = now.date() + Days::new(later);
            self.on(day).iter().map(move |span| day.and_time(time(span.from)))
        });
        spans.into_iter().find(|opens| *opens > now).map_or(Door::Closed, Door::Opens)
    }

    /// The week from Monday, days with the same hours together.
    #[must_use]
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for (day, spans) in DAYS.into_iter().zip(&self.0) {
            match groups.last_mut() {
                Some(group) if group.spans == spans.as_slice() => group.last = day,
                _ => groups.push(Group { first: day, last: day, spans }),
            }
        }
        groups
    }

    /// Whether the spans of every day ascend without touching.
    #[must_use]
    pub fn is_orderly(&self) -> bool {
        self.0.iter().all(|day| day.windows(2).all(|pair| pair[0].until < pair[1].from))
    }
}

impl Span {
    /// When it ends, in minutes of the day.
    #[must_use]
    pub fn until(self) -> u16 {
        self.until
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", clock(self.from), clock(self.until))
    }
}

impl TryFrom<(String, String)> for Span {
    type Error = String;
    fn try_from((from, until): (String, String)) -> Result<Self, String> {
        match (minutes(&from), minutes(&until)) {
            (Some(from), Some(until)) if from < until => Ok(Self { from, until }),
            _ => Err(format!("no opening hours: {from} to {until}")),
        }
    }
}

impl From<Span> for (String, String) {
    fn from(span: Span) -> Self {
        (clock(span.from), clock(span.until))
    }
}

/// Midnight at the end of a day reads `00:00`.
fn time(minutes: u16) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minutes % 1440) * 60, 0).unwrap_or_default()
}

fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let total = hours.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && total <= 1440).then_some(total)
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::{Door, Hours};

    fn week(json: &str) -> Hours {
        serde_json::from_str(json).expect("a week")
    }

    #[test]
    fn days_with_the_same_hours_stand_together() {
        let day = r#"[["08:00","12:00"],["13:30","18:00"]]"#;
        let hours = week(&format!(r#"[{day},{day},{day},{day},{day},[["08:30","11:00"]],[]]"#));
        let groups = hours.groups();
        assert_eq!((groups[0].first, groups[0].last), (Weekday::Mon, Weekday::Fri));
        assert_eq!(groups[0].spans[1].to_string(), "13:30–18:00");
        assert_eq!((groups.len(), groups[2].spans.len()), (3, 0));
        assert!(hours.is_orderly() && !hours.always());
    }

    #[test]
    fn the_door_says_until_when_it_is_open_and_when_it_opens_again() {
        let day = r#"[["08:00","12:00"],["13:30","18:00"]]"#;
        let hours = week(&format!(r#"[{day},{day},{day},{day},{day},[["08:30","11:00"]],[]]"#));
        let at = |text: &str| text.parse().expect("a moment");
        let until = |text: &str| Door::OpenUntil(text.parse().expect("a time"));
        // 24 November 2026 is a Tuesday.
        assert_eq!(hours.door(at("2026-11-24T08:00:00")), until("12:00:00"));
        assert_eq!(hours.door(at("2026-11-24T12:00:00")), Door::Opens(at("2026-11-24T13:30:00")));
        assert_eq!(hours.door(at("2026-11-24T23:59:59")), Door::Opens(at("2026-11-25T08:00:00")));
        assert_eq!(hours.door(at("2026-11-28T11:00:00")), Door::Opens(at("2026-11-30T08:00:00")));
        assert_eq!(week("[[],[],[],[],[],[],[]]").door(at("2026-11-24T08:00:00")), Door::Closed);
        let always = r#"[["00:00","24:00"]]"#;
        let always = week(&format!("[{}]", [always; 7].join(",")));
        assert_eq!(always.door(at("2026-11-24T03:00:00")), Door::Always);
    }

    #[test]
    fn nonsense_hours_are_refused() {
        for span in
            [r#"["18:00","08:00"]"#, r#"["8","9"]"#, r#"["00:00","24:01"]"#, r#"["99999:00","00:60"]"#]
        {
            let week = format!("[[{span}],[],[],[],[],[],[]]");
            assert!(serde_json::from_str::<Hours>(&week).is_err(), "{span}");
        }
    }
}
