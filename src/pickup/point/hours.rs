//! Opening hours of a week, and the week in groups as people read it.

use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// Seven days from Monday; each a list of spans in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hours([Vec<Span>; 7]);

/// From and until, in minutes of the day; `24:00` is 1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

impl Hours {
    /// A week from Monday as a source tells it, in no order: a span may end at midnight (`00:00`), go on into the next
    /// day, touch or overlap another.
    ///
    /// # Errors
    /// What is no time of the day.
    pub fn told(week: &[Vec<(String, String)>; 7]) -> Result<Self, String> {
        let mut days: [Vec<Span>; 7] = Default::default();
        for (at, slices) in week.iter().enumerate() {
            for slice in slices {
                let (today, tomorrow) = Span::told(slice)?;
                days[at].push(today);
                days[(at + 1) % 7].extend(tomorrow);
            }
        }
        Ok(Self(days.map(Span::joined)))
    }

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
        self.0.iter().all(|day| whole(day))
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
        self.0.iter().all(|day| orderly(day))
    }
}

/// Whether a day's door is open from midnight to midnight.
#[must_use]
pub fn whole(day: &[Span]) -> bool {
    matches!(day, [Span { from: 0, until: 1440 }])
}

/// Whether spans ascend without touching.
#[must_use]
pub fn orderly(day: &[Span]) -> bool {
    day.windows(2).all(|pair| pair[0].until < pair[1].from)
}

impl Span {
    /// When it begins, in minutes of the day.
    #[must_use]
    pub fn from(self) -> u16 {
        self.from
    }

    /// When it ends, in minutes of the day.
    #[must_use]
    pub fn until(self) -> u16 {
        self.until
    }

    /// When it begins.
    #[must_use]
    pub fn opens(self) -> NaiveTime {
        time(self.from)
    }

    /// A span as a source tells it: what lies on its own day, and what goes on into the next one.
    ///
    /// # Errors
    /// What is no time of the day.
    pub fn told((from, until): &(String, String)) -> Result<(Self, Option<Self>), String> {
        let times = minutes(from).zip(minutes(until)).filter(|(from, _)| *from < 1440);
        let (from, until) = times.ok_or_else(|| format!("no opening hours: {from} to {until}"))?;
        Ok(match until {
            0 => (Self { from, until: 1440 }, None),
            until if from < until => (Self { from, until }, None),
            until => (Self { from, until: 1440 }, Some(Self { from: 0, until })),
        })
    }

    /// Spans in order, those that touch or overlap as one.
    #[must_use]
    pub fn joined(mut spans: Vec<Self>) -> Vec<Self> {
        spans.sort_by_key(|span| (span.from, span.until));
        let mut joined: Vec<Self> = Vec::new();
        for span in spans {
            match joined.last_mut() {
                Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
                _ => joined.push(span),
            }
        }
        joined
    }

    /// What is left of it when everything ends at a time (minutes of the day); `None` where nothing is left.
    #[must_use]
    pub fn before(self, end: u16) -> Option<Self> {
        (self.from < end).then(|| Self { until: self.until.min(end), ..self })
    }
}

fn time(minutes: u16) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minutes) * 60, 0).unwrap_or_default()
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

    use super::Hours;

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
    fn hours_of_a_source_may_touch_overlap_and_pass_midnight() {
        let slices = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(from, until)| ((*from).to_owned(), (*until).to_owned())).collect()
        };
        let mut week: [Vec<(String, String)>; 7] = Default::default();
        week[0] = slices(&[("13:00", "18:00"), ("08:00", "12:00"), ("12:00", "13:00")]);
        week[4] = slices(&[("06:00", "00:00")]);
        week[6] = slices(&[("20:00", "02:00")]);
        let hours = Hours::told(&week).expect("a week");
        let of = |day| hours.of(day).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(of(Weekday::Mon), "00:00–02:00 08:00–18:00");
        assert_eq!((of(Weekday::Fri), of(Weekday::Sun)), ("06:00–24:00".into(), "20:00–24:00".into()));
        week[1] = slices(&[("00:00", "00:00")]);
        assert_eq!(Hours::told(&week).expect("a week").of(Weekday::Tue)[0].to_string(), "00:00–24:00");
        for wrong in [("24:00", "25:00"), ("8", "9"), ("", "12:00"), ("24:00", "02:00")] {
            week[2] = slices(&[wrong]);
            assert!(Hours::told(&week).is_err(), "{wrong:?}");
        }
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
