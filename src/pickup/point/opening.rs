//! When a point is really open: its week, holidays of its canton, days of its own, and closures. All times are those
//! of clocks on Swiss walls; the changes to and from summer time are the clock's matter (`clock::swiss`).

use std::borrow::Cow;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

use crate::calendar::{Holiday, holiday};
use crate::pickup::Point;
use crate::pickup::point::hours::{Span, whole};
use crate::pickup::point::record::{Closure, Words};

/// Noon, in minutes: what a half holiday leaves.
const NOON: u16 = 12 * 60;
/// The end of a day, in minutes.
const END: u16 = 24 * 60;
/// How far ahead the next opening is looked for.
const AHEAD: u64 = 60;

/// The hours of one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Day<'a> {
    /// Which.
    pub date: NaiveDate,
    /// Its spans; none when closed.
    pub spans: Cow<'a, [Span]>,
    /// Why they are not those of the week.
    pub why: Option<Why<'a>>,
}

/// Why a day has other hours than its week says.
#[derive(Clone, Debug, PartialEq)]
pub enum Why<'a> {
    /// Closed for a while.
    Closure(&'a Closure),
    /// The point's own hours for that day, with a reason where it gives one.
    Own(Option<&'a Words>),
    /// A public holiday.
    Holiday(Holiday),
}

/// What the door says at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Open, and it stays so day and night.
    Always,
    /// Open without a break until this moment; the end of a day is the midnight that begins the next one.
    OpenUntil(NaiveDateTime),
    /// Closed; opens at this moment.
    Opens(NaiveDateTime),
    /// Closed for longer than anybody looks ahead.
    Closed,
}

impl Point {
    /// The hours of a day. A closure goes before the point's own days, these before holidays. On a holiday a point
    /// keeps its Sunday hours; a half holiday ends at noon. What is open day and night stays so.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Day<'_> {
        let day = |spans, why| Day { date, spans, why };
        if let Some(closure) = self.closed.as_ref().filter(|_| self.is_closed_on(date)) {
            return day(Cow::Borrowed(&[][..]), Some(Why::Closure(closure)));
        }
        if let Some(own) = self.exceptions.iter().find(|own| own.date == date) {
            return day(Cow::Borrowed(&own.hours), Some(Why::Own(own.reason.as_ref())));
        }
        let usual = self.hours.on(date);
        let is_holiday = || holiday(date, &self.canton, self.town.as_str());
        match if usual.is_empty() || self.hours.always() { None } else { is_holiday() } {
            Some(found) if found.half => {
                let morning: Vec<Span> = usual.iter().filter_map(|span| span.before(NOON)).collect();
                day(Cow::Owned(morning), Some(Why::Holiday(found)))
            }
            Some(found) => day(Cow::Borrowed(self.hours.of(Weekday::Sun)), Some(Why::Holiday(found))),
            None => day(Cow::Borrowed(usual), None),
        }
    }

    /// What the door says at a moment.
    #[must_use]
    pub fn door(&self, now: NaiveDateTime) -> Door {
        let today = self.on(now.date());
        if self.hours.always() && whole(&today.spans) {
            return Door::Always;
        }
        if let Some(span) = open_span(&today, now) {
            return self.closes(&today, span).map_or(Door::Always, Door::OpenUntil);
        }
        let days = (0..=AHEAD).map(|later| self.on(now.date() + Days::new(later)));
        let mut opens = days.filter_map(|day| {
            let moments = day.spans.iter().map(|span| day.date.and_time(span.opens()));
            moments.into_iter().find(|moment| *moment > now)
        });
        opens.next().map_or(Door::Closed, Door::Opens)
    }

    /// Whether the door is open at a moment.
    #[must_use]
    pub fn is_open(&self, now: NaiveDateTime) -> bool {
        open_span(&self.on(now.date()), now).is_some()
    }

    /// When a door that is open on a day in a span really closes: what ends at midnight may go on there, for days. `None` where it
    /// closes later than anybody looks ahead.
    fn closes(&self, day: &Day<'_>, span: Span) -> Option<NaiveDateTime> {
        let (mut date, mut until) = (day.date, span.until());
        for _ in 0..AHEAD {
            if until < END {
                return Some(date.and_time(NaiveTime::MIN) + TimeDelta::minutes(until.into()));
            }
            date = date + Days::new(1);
            until =
                self.on(date).spans.first().filter(|next| next.from() == 0).map_or(0, |next| next.until());
        }
        None
    }
}

fn open_span(day: &Day<'_>, now: NaiveDateTime) -> Option<Span> {
    let minute = u16::try_from(now.hour() * 60 + now.minute()).unwrap_or(0);
    day.spans.iter().copied().find(|span| (span.from()..span.until()).contains(&minute))
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDateTime};
    use serde_json::{Value, json};

    use super::{Door, Why};
    use crate::clock::swiss;
    use crate::pickup::Point;

    fn point(canton: &str, town: &str, more: Value) -> Point {
        let day = json!([["08:00", "12:00"], ["13:30", "18:00"]]);
        let mut point = json!({
            "id": "A", "kind": "pickpost", "place": "branch", "name": "A", "street": "A", "postcode": "8000",
            "town": town, "canton": canton, "lang": "de", "lat": 47.4, "lon": 8.5, "step_free": true,
            "hours": [day, day, day, day, day, [["08:30", "11:00"]], []],
        });
        let more = more.as_object().cloned().unwrap_or_default();
        point.as_object_mut().expect("an object").extend(more);
        serde_json::from_value(point).expect("a point")
    }

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a moment")
    }

    fn until(text: &str) -> Door {
        Door::OpenUntil(at(text))
    }

    #[test]
    fn the_door_says_until_when_it_is_open_and_when_it_opens_again() {
        let point = point("ZH", "Uster", json!({}));
        // 24 November 2026 is a Tuesday.
        assert_eq!(point.door(at("2026-11-24T08:00:00")), until("2026-11-24T12:00:00"));
        assert_eq!(point.door(at("2026-11-24T12:00:00")), Door::Opens(at("2026-11-24T13:30:00")));
        assert_eq!(point.door(at("2026-11-24T23:59:59")), Door::Opens(at("2026-11-25T08:00:00")));
        assert_eq!(point.door(at("2026-11-28T11:00:00")), Door::Opens(at("2026-11-30T08:00:00")));
    }

    #[test]
    fn a_holiday_of_the_canton_closes_the_door_and_half_a_holiday_closes_it_at_noon() {
        // The Immaculate Conception, a Tuesday: Lucerne rests, Zürich works.
        let noon = at("2026-12-08T10:00:00");
        assert_eq!(point("LU", "Luzern", json!({})).door(noon), Door::Opens(at("2026-12-09T08:00:00")));
        assert_eq!(point("ZH", "Zürich", json!({})).door(noon), until("2026-12-08T12:00:00"));
        let sechselaeuten = point("ZH", "Zürich", json!({}));
        assert_eq!(sechselaeuten.door(at("2026-04-20T09:00:00")), until("2026-04-20T12:00:00"));
        assert_eq!(sechselaeuten.door(at("2026-04-20T14:00:00")), Door::Opens(at("2026-04-21T08:00:00")));
        assert!(point("ZH", "Uster", json!({})).is_open(at("2026-04-20T14:00:00")));
        // Good Friday to Easter Monday in one go.
        let easter = point("ZH", "Uster", json!({})).door(at("2026-04-03T09:00:00"));
        assert_eq!(easter, Door::Opens(at("2026-04-04T08:30:00")));
    }

    #[test]
    fn what_is_open_on_sundays_keeps_its_sunday_hours_on_holidays() {
        let day = json!([["07:00", "20:00"]]);
        let kiosk = json!({"hours": [day, day, day, day, day, day, [["09:00", "17:00"]]]});
        assert_eq!(
            point("LU", "Luzern", kiosk).door(at("2026-12-08T10:00:00")),
            until("2026-12-08T17:00:00")
        );
        let always = json!([["00:00", "24:00"]]);
        let terminal = json!({"hours": [always, always, always, always, always, always, always]});
        assert_eq!(point("LU", "Luzern", terminal.clone()).door(at("2026-12-25T03:00:00")), Door::Always);
        let mut serviced = terminal;
        serviced["exceptions"] = json!([{"date": "2026-12-24", "hours": []}]);
        let serviced = point("LU", "Luzern", serviced);
        assert_eq!(serviced.door(at("2026-12-24T12:00:00")), Door::Opens(at("2026-12-25T00:00:00")));
        assert_eq!(serviced.door(at("2026-12-25T12:00:00")), Door::Always);
    }

    #[test]
    fn a_door_that_stays_open_at_midnight_closes_when_it_really_does() {
        // 30 November 2026 is a Monday.
        let day = json!([["00:00", "24:00"]]);
        let workdays = json!({"hours": [day, day, day, day, day, [["08:00", "11:00"]], []]});
        let workdays = point("ZH", "Uster", workdays);
        assert_eq!(workdays.door(at("2026-11-30T03:00:00")), until("2026-12-05T00:00:00"));
        assert!(workdays.is_open(at("2026-12-04T23:59:00")) && !workdays.is_open(at("2026-12-05T00:00:00")));
        let late = json!({"hours": [[["18:00", "24:00"]], [["00:00", "02:00"], ["18:00", "24:00"]], [], [], [], [], []]});
        let late = point("ZH", "Uster", late);
        assert_eq!(late.door(at("2026-11-30T23:00:00")), until("2026-12-01T02:00:00"));
        assert_eq!(late.door(at("2026-12-01T23:00:00")), until("2026-12-02T00:00:00"));
        let mut always = json!({"hours": [day, day, day, day, day, day, day]});
        always["exceptions"] = json!([{"date": "2026-12-01", "hours": [["00:00", "24:00"]]}, {"date": "2026-12-02", "hours": [["06:00", "12:00"]]}]);
        let always = point("ZH", "Uster", always);
        assert_eq!(always.door(at("2026-12-01T12:00:00")), Door::Always);
        assert_eq!(always.door(at("2026-12-02T08:00:00")), until("2026-12-02T12:00:00"));
    }

    #[test]
    fn its_own_days_and_closures_go_before_the_calendar() {
        let words = json!({"de": "Inventar", "fr": "Inventaire", "it": "Inventario", "en": "Stocktaking"});
        let own = json!({"exceptions": [
            {"date": "2026-12-08", "hours": [["09:00", "11:00"]]},
            {"date": "2026-12-10", "hours": [], "reason": words},
        ]});
        let open_all_the_same = point("LU", "Luzern", own);
        assert_eq!(open_all_the_same.door(at("2026-12-08T09:30:00")), until("2026-12-08T11:00:00"));
        assert!(matches!(
            open_all_the_same.on(at("2026-12-10T00:00:00").date()).why,
            Some(Why::Own(Some(_)))
        ));
        let closed = json!({"closed": {"from": "2026-12-01", "until": "2026-12-31", "reason": words}});
        let closed = point("ZH", "Uster", closed);
        assert_eq!(closed.door(at("2026-12-01T09:00:00")), Door::Opens(at("2027-01-02T08:30:00")));
    }

    #[test]
    fn the_door_keeps_its_times_through_both_clock_changes() {
        let point = point("ZH", "Uster", json!({}));
        // In the night to 29 March 2026 clocks go forward, in the night to 25 October back.
        for (moment, expected) in [
            ("2026-03-27T16:59:00Z", until("2026-03-27T18:00:00")),
            ("2026-03-27T17:00:00Z", Door::Opens(at("2026-03-28T08:30:00"))),
            ("2026-03-29T00:59:59Z", Door::Opens(at("2026-03-30T08:00:00"))),
            ("2026-03-29T01:00:00Z", Door::Opens(at("2026-03-30T08:00:00"))),
            ("2026-03-30T05:59:59Z", Door::Opens(at("2026-03-30T08:00:00"))),
            ("2026-03-30T06:00:00Z", until("2026-03-30T12:00:00")),
            ("2026-10-23T15:59:00Z", until("2026-10-23T18:00:00")),
            ("2026-10-25T00:30:00Z", Door::Opens(at("2026-10-26T08:00:00"))),
            ("2026-10-25T01:30:00Z", Door::Opens(at("2026-10-26T08:00:00"))),
            ("2026-10-26T06:59:59Z", Door::Opens(at("2026-10-26T08:00:00"))),
            ("2026-10-26T07:00:00Z", until("2026-10-26T12:00:00")),
        ] {
            let utc = DateTime::parse_from_rfc3339(moment).expect("a moment").to_utc();
            assert_eq!(point.door(swiss(utc)), expected, "{moment}");
        }
    }
}
