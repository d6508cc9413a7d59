//! What happens to a parcel by itself, and when. Nothing of it is published: assumed are a counter that closes at five, a night
//! in the sorting centre, a van in the morning, and the deadlines that were in the press (7 days at a terminal) and that the
//! shop's own decision takes (15 at a counter). That somebody collects never happens by itself.

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Zurich;

use crate::clock::swiss;
use crate::sandbox::days::works;
use crate::sandbox::parcels::{Event, Goes, Parcel};

/// Whether parcels move by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moves {
    /// A button lets each thing happen.
    #[default]
    OnDemand,
    /// The timetable does; the buttons go on working.
    ByClock,
}

/// After what, at which hour the next thing happens: on the first working day on which that is later. `None` is a parcel that
/// is announced.
const TABLE: [(Option<Event>, u32, Event); 4] = [
    (None, 17, Event::HandedOver),
    (Some(Event::HandedOver), 23, Event::Sorted),
    (Some(Event::Sorted), 7, Event::Arrived),
    (Some(Event::Arrived), 10, Event::Ready),
];
/// So many days a parcel waits at a counter and at a terminal; it goes back on the first working day after, at this hour.
const WAITS: (u64, u64, u32) = (15, 7, 18);
/// No row of holidays is longer.
const LONGEST_REST: usize = 14;

impl Moves {
    /// Both, each with its name.
    pub const ALL: [(Self, &'static str); 2] = [(Self::OnDemand, "on_demand"), (Self::ByClock, "by_clock")];

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(moves, _)| moves)
    }
}

/// What happens next to a parcel by itself, and when; `None` where only somebody can let it happen.
#[must_use]
pub fn due(parcel: &Parcel) -> Option<(Event, DateTime<Utc>)> {
    let last = parcel.events.last();
    // A parcel of a simulator that did not note it yet waits for its first button.
    let since = last.map_or(parcel.announced, |happened| Some(happened.at))?;
    let after = last.map(|happened| happened.event);
    let (days, hour, event) = if after == Some(Event::Ready) {
        let (counter, terminal, hour) = WAITS;
        (if matches!(parcel.goes, Goes::Terminal(_)) { terminal } else { counter }, hour, Event::Returned)
    } else {
        let (_, hour, event) = *TABLE.iter().find(|(known, ..)| *known == after)?;
        (0, hour, event)
    };
    // At a door nobody gets a parcel ready.
    parcel.next().contains(&event).then_some((event, first(since, days, hour)?))
}

/// This hour of the first working day, some days on, on which it is later than a moment.
fn first(since: DateTime<Utc>, days: u64, hour: u32) -> Option<DateTime<Utc>> {
    let from = swiss(since).date().checked_add_days(Days::new(days))?;
    let time = NaiveTime::from_hms_opt(hour, 0, 0)?;
    let days = from.iter_days().take(LONGEST_REST).filter(|day| works(*day));
    days.filter_map(|day| Zurich.from_local_datetime(&day.and_time(time)).earliest())
        .map(|at| at.to_utc())
        .find(|at| *at > since)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::due;
    use crate::clock::swiss;
    use crate::sandbox::parcels::{NewParcel, Parcel};

    /// What happens to a parcel that was announced at a moment, as Swiss clocks show it.
    fn journey(name2: &str, announced: &str) -> Vec<String> {
        let new = NewParcel {
            client: "sandbox".into(),
            ident_code: "990012345600010042".into(),
            recipient: Vec::new(),
            name2: name2.into(),
        };
        let announced: DateTime<Utc> = announced.parse().expect("a moment");
        let mut parcel = Parcel { announced: Some(announced), ..new.into() };
        let mut told = Vec::new();
        while let Some((event, at)) = due(&parcel) {
            assert!(told.len() < 6, "it ends: {told:?}");
            parcel.happen(event, at).expect("in order");
            told.push(format!("{} {}", swiss(at).format("%a %-d.%-m. %H:%M"), event.name()));
        }
        told
    }

    #[test]
    fn a_parcel_takes_a_night_and_waits_out_its_deadline() {
        let to_ready = [
            "Tue 24.11. 17:00 handed_over",
            "Tue 24.11. 23:00 sorted",
            "Wed 25.11. 07:00 arrived",
            "Wed 25.11. 10:00 ready",
        ];
        let then = |last: &'static str| [&to_ready[..], &[last]].concat();
        let announced = "2026-11-24T10:00:00Z";
        assert_eq!(journey("My Post 24 PT011227", announced), then("Wed 2.12. 18:00 returned"));
        assert_eq!(journey("PickPost PT011227", announced), then("Thu 10.12. 18:00 returned"));
        assert_eq!(journey("", announced), to_ready[..3], "at a door somebody has to take it");
    }

    #[test]
    fn nothing_moves_at_a_weekend_on_a_holiday_or_after_the_counter_has_closed() {
        // Five o'clock on the dot is too late.
        let told = journey("PickPost PT011227", "2026-12-23T16:00:00Z");
        let days: Vec<_> = told.iter().take(4).map(|words| &words[..10]).collect();
        assert_eq!(days, ["Thu 24.12.", "Thu 24.12.", "Mon 28.12.", "Mon 28.12."], "{told:?}");
        let told = journey("", "2027-03-25T20:00:00Z");
        assert_eq!(told[0], "Tue 30.3. 17:00 handed_over", "after Easter, in summer time");
        let told = journey("", "2026-12-31T20:00:00Z");
        assert_eq!(told[0], "Mon 4.1. 17:00 handed_over");
    }
}
