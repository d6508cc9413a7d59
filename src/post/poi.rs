//! `GET /Poi`: one point's XML. Published: nothing; its elements are those that others have seen in it (canton, opening
//! hours, special days, texts). Ours, where they leave open how an element looks inside: dates as `2026-12-24`, times as
//! `08:00`, a closure as a dated period without hours.

use chrono::{NaiveDate, TimeDelta};
use roxmltree::{Document, Node};

use crate::carrier::CarrierError;
use crate::carrier::point::{Details, Slice, Texts};
use crate::post::Carrier;
use crate::post::operation::LOCATION;
use crate::post::profile::COUNTER;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// So many days of a season are looked ahead.
const SEASON: usize = 120;
/// What goes on for so long is no season.
const LONG: TimeDelta = TimeDelta::days(120);

impl Carrier {
    /// One point with its hours and texts, for a day and those after it.
    ///
    /// # Errors
    /// [`CarrierError`]; [`CarrierError::Refused`] with 404 when it is gone.
    pub async fn location(&self, id: &str, today: NaiveDate) -> Result<Details, CarrierError> {
        let body = self.get_body(&LOCATION, "/Poi", &[("id", id)]).await?;
        read(std::str::from_utf8(&body).map_err(|_| CarrierError::Nonsense("not UTF-8"))?, today)
    }
}

/// Reads a point; refuses what is no XML of this form.
fn read(xml: &str, today: NaiveDate) -> Result<Details, CarrierError> {
    let nonsense = CarrierError::Nonsense("not the XML of a point");
    let document = Document::parse(xml).map_err(|_| CarrierError::Nonsense("not XML"))?;
    let root = document.root_element();
    if !root.has_tag_name("POI") {
        return Err(nonsense);
    }
    let canton = text(root, "KantonCode").unwrap_or_default();
    let mut details = Details {
        canton,
        info: texts(root, "InfoText"),
        note: texts(root, "AdditionalDescription"),
        ..Details::default()
    };
    let counters: Vec<_> = root.children().filter(|node| node.has_tag_name("Counter")).collect();
    let is_main = |node: &&Node<'_, '_>| node.attribute("CounterTypeId") == Some(COUNTER);
    let Some(counter) = counters.iter().find(is_main).or_else(|| counters.first()) else {
        return Ok(details);
    };
    periods(*counter, today, &mut details);
    for holiday in counter.children().filter(|node| node.has_tag_name("Holiday")) {
        if let Some(day) = date(holiday, "Date") {
            put(&mut details, (day, slices(holiday, "TimeSlice"), texts(holiday, "Name")));
        }
    }
    details.days.sort_by_key(|(day, ..)| *day);
    Ok(details)
}

/// The usual week, seasons and closures of a counter. Where every week has its dates, one of them is the usual one.
fn periods(counter: Node<'_, '_>, today: NaiveDate, details: &mut Details) {
    let (mut undated, mut seasons, mut closed) = (None, Vec::new(), Vec::new());
    for period in counter.children().filter(|node| node.has_tag_name("OpeningPeriods")) {
        let (from, to, week) = (date(period, "DateFrom"), date(period, "DateTo"), week(period));
        match (from.zip(to), week.iter().all(Vec::is_empty)) {
            (Some(days), true) => closed.push(days),
            // It began once, or goes on for ever.
            (None, false) if from.is_some() || to.is_some() => {
                seasons.push((from.unwrap_or(NaiveDate::MIN), to.unwrap_or(NaiveDate::MAX), week));
            }
            (None, _) => undated = Some(week),
            (Some((from, to)), false) => seasons.push((from, to, week)),
        }
    }
    seasons.retain(|(_, to, _)| *to >= today);
    if undated.is_none() {
        undated = usual(&mut seasons, today).map(|(from, to, week)| {
            if let Some(before) = from.pred_opt().filter(|before| *before >= today) {
                closed.push((today, before));
            }
            // What comes after it is closed, unless a season below says more.
            let after = today.iter_days().take(SEASON).filter(|day| *day > to);
            after.for_each(|day| put(details, (day, Vec::new(), Texts::new())));
            week
        });
    }
    details.week = undated.unwrap_or_default();
    // Of several closures the one of now, else the next one, else the last that was.
    details.closed = closed.into_iter().min_by_key(|(from, to)| {
        let over = *to < today;
        (over, if over { today - *to } else { *from - today })
    });
    // A season with its own hours: its days, one by one.
    for (from, to, week) in seasons {
        for day in from.max(today).iter_days().take_while(|day| *day <= to).take(SEASON) {
            let at = chrono::Datelike::weekday(&day).num_days_from_monday() as usize;
            put(details, (day, week[at].clone(), Texts::new()));
        }
    }
}

type Dated = (NaiveDate, NaiveDate, [Vec<Slice>; 7]);

/// Of weeks with dates that of today, else the next that begins, if it goes on for long or another follows it: no mere season.
fn usual(dated: &mut Vec<Dated>, today: NaiveDate) -> Option<Dated> {
    let at = (0..dated.len()).min_by_key(|at| dated[*at].0.max(today))?;
    let (begins, to) = (dated[at].0, dated[at].1);
    let for_long = to - begins.max(today) >= LONG;
    let follows = to.succ_opt().is_some_and(|next| dated.iter().any(|(from, ..)| *from == next));
    (for_long || follows).then(|| dated.remove(at))
}

/// One day has one set of hours: the last one that is told.
fn put(details: &mut Details, day: (NaiveDate, Vec<Slice>, Texts)) {
    details.days.retain(|(known, ..)| *known != day.0);
    details.days.push(day);
}

fn week(period: Node<'_, '_>) -> [Vec<Slice>; 7] {
    let hours = period.children().find(|node| node.has_tag_name("OpeningHours"));
    DAYS.map(|day| {
        let day = hours.and_then(|hours| hours.children().find(|node| node.has_tag_name(day)));
        day.map(|day| slices(day, "Timeslice")).unwrap_or_default()
    })
}

fn slices(node: Node<'_, '_>, name: &str) -> Vec<Slice> {
    let slices = node.children().filter(|child| child.has_tag_name(name));
    slices.filter_map(|slice| text(slice, "TimeFrom").zip(text(slice, "TimeUntil"))).collect()
}

fn date(node: Node<'_, '_>, name: &str) -> Option<NaiveDate> {
    text(node, name)?.parse().ok()
}

fn text(node: Node<'_, '_>, name: &str) -> Option<String> {
    let found = node.descendants().find(|child| child.has_tag_name(name))?;
    found.text().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn texts(node: Node<'_, '_>, name: &str) -> Texts {
    let found = node.children().filter(|child| child.has_tag_name(name));
    let pair = |child: Node<'_, '_>| {
        let lang = child.attribute("lang").unwrap_or("de").to_ascii_lowercase();
        child.text().map(|text| (lang, text.trim().to_owned())).filter(|(_, text)| !text.is_empty())
    };
    found.filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::read;

    /// 24 November 2026.
    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
    }

    #[test]
    fn hours_special_days_closures_and_texts_are_read() {
        let day = "<Timeslice><TimeFrom>08:00</TimeFrom><TimeUntil>12:00</TimeUntil></Timeslice>";
        let xml = format!(
            "<POI Id='1' POITypeId='001PST'><AdditionalDescription lang='fr'>Derrière</AdditionalDescription>\
             <Address><KantonCode>LU</KantonCode></Address><Counter CounterTypeId='0017'/>\
             <Counter CounterTypeId='0011'><OpeningPeriods><OpeningHours><Monday>{day}</Monday></OpeningHours>\
             </OpeningPeriods><OpeningPeriods><DateFrom>2026-12-01</DateFrom><DateTo>2026-12-05</DateTo>\
             </OpeningPeriods><Holiday><Date>2026-12-08</Date><Name lang='de'>Feiertag</Name></Holiday></Counter></POI>"
        );
        let details = read(&xml, today()).expect("a point");
        assert_eq!(details.canton, "LU");
        assert_eq!(details.week[0], [("08:00".to_owned(), "12:00".to_owned())]);
        assert!(details.week[1].is_empty() && details.closed.is_some());
        assert_eq!((details.days.len(), details.days[0].1.len()), (1, 0));
        assert_eq!(details.note["fr"], "Derrière");
    }

    #[test]
    fn half_an_answer_and_other_documents_are_refused() {
        for xml in ["", "<POI><Address>", "<html/>", "{}", "<!DOCTYPE a [<!ENTITY b \"c\">]><POI>&b;</POI>"] {
            assert!(read(xml, today()).is_err(), "{xml}");
        }
    }

    #[test]
    fn of_several_closures_and_seasons_what_is_over_does_not_count() {
        let closed = |from: &str, to: &str| {
            format!("<OpeningPeriods><DateFrom>{from}</DateFrom><DateTo>{to}</DateTo></OpeningPeriods>")
        };
        let season = "<OpeningPeriods><DateFrom>2026-04-01</DateFrom><DateTo>2026-11-30</DateTo><OpeningHours>\
                      <Friday><Timeslice><TimeFrom>09:00</TimeFrom><TimeUntil>20:00</TimeUntil></Timeslice></Friday>\
                      </OpeningHours></OpeningPeriods>";
        let periods = [
            closed("2027-02-01", "2027-02-10"),
            closed("2026-11-23", "2026-11-25"),
            closed("2026-01-01", "2026-01-31"),
            season.to_owned(),
            season.to_owned(),
        ];
        let xml = format!("<POI><Counter CounterTypeId='0011'>{}</Counter></POI>", periods.concat());
        let details = read(&xml, today()).expect("a point");
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert_eq!(details.closed, Some((day("2026-11-23"), day("2026-11-25"))));
        let over = format!("<POI><Counter CounterTypeId='0011'>{}</Counter></POI>", periods[2]);
        assert_eq!(
            read(&over, today()).expect("a point").closed,
            Some((day("2026-01-01"), day("2026-01-31")))
        );
        let days: Vec<NaiveDate> = details.days.iter().map(|(day, ..)| *day).collect();
        assert_eq!((days.len(), days[0], days[6]), (7, day("2026-11-24"), day("2026-11-30")));
        assert!(
            details
                .days
                .iter()
                .all(|(date, slices, _)| slices.len() == usize::from(*date == day("2026-11-27")))
        );
    }

    #[test]
    fn where_every_week_has_its_dates_that_of_today_is_the_usual_one() {
        let week = |dates: &str, from: &str| {
            let day =
                format!("<Timeslice><TimeFrom>{from}</TimeFrom><TimeUntil>18:00</TimeUntil></Timeslice>");
            format!(
                "<OpeningPeriods>{dates}<OpeningHours><Friday>{day}</Friday></OpeningHours></OpeningPeriods>"
            )
        };
        let of = |periods: &[String]| {
            let xml = format!("<POI><Counter CounterTypeId='0011'>{}</Counter></POI>", periods.concat());
            read(&xml, today()).expect("a point")
        };
        let friday = |from: &str| [(from.to_owned(), "18:00".to_owned())];
        let past = week("<DateFrom>2025-01-01</DateFrom><DateTo>2025-12-31</DateTo>", "07:00");
        let this = week("<DateFrom>2026-01-01</DateFrom><DateTo>2026-12-31</DateTo>", "08:00");
        let next = week("<DateFrom>2027-01-01</DateFrom>", "09:00");
        let details = of(&[past.clone(), next.clone(), this]);
        assert_eq!((details.week[4].as_slice(), details.closed), (friday("08:00").as_slice(), None));
        let (day, hours, _) = details.days.iter().find(|(_, hours, _)| !hours.is_empty()).expect("a Friday");
        assert_eq!((day.to_string().as_str(), hours.as_slice()), ("2027-01-01", friday("09:00").as_slice()));
        // A season with nothing after it stays one: without a usual week, its days one by one.
        let season = week("<DateFrom>2026-06-01</DateFrom><DateTo>2026-12-03</DateTo>", "10:00");
        let details = of(&[season]);
        assert!(details.week.iter().all(Vec::is_empty) && details.days.len() == 10, "{:?}", details.days);
        // One that opens in the new year only is closed until then.
        let details = of(&[past, next]);
        assert_eq!(details.week[4], friday("09:00"));
        let until = details.closed.map(|(from, until)| (from.to_string(), until.to_string()));
        assert_eq!(until, Some(("2026-11-24".to_owned(), "2026-12-31".to_owned())));
        assert!(details.days.is_empty());
    }
}
