//! Public holidays of the 26 cantons and of Liechtenstein, the movable ones computed. The table follows the lists of
//! the cantons as `tests/fixtures/holidays` collects them; days that a canton only recommends are counted as well,
//! because a closed door costs a shopper more than one that is open after all.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::easter;

/// A public holiday in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The key of its name.
    pub key: &'static str,
    /// Whether it begins at noon.
    pub half: bool,
}

/// On which day of a year.
#[derive(Clone, Copy)]
enum Rule {
    /// Month and day.
    On(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// The Thursday after the first Sunday of September.
    GenevaFast,
    /// The Monday after the third Sunday of September.
    FastMonday,
    /// The first Thursday of April, a week later when that is in Holy Week.
    Naefels,
    /// The third Monday of April, a week later when that is Easter Monday.
    Sechselaeuten,
    /// The Monday after the second Sunday of September.
    Knabenschiessen,
}

/// Where, and under which condition.
type Where = fn(&str, NaiveDate) -> bool;

const EVERYWHERE: Where = |_, _| true;

/// The whole table. A city stands as canton and town.
const TABLE: &[(&str, Rule, Where)] = &[
    ("holiday-new-year", Rule::On(1, 1), EVERYWHERE),
    ("holiday-berchtold", Rule::On(1, 2), |canton, day| match canton {
        "NE" => day.weekday() == Weekday::Mon,
        _ => is_one(canton, "AG BE FR GL JU LU NW OW SG SH SO TG VD VS ZG FL"),
    }),
    ("holiday-epiphany", Rule::On(1, 6), |canton, _| is_one(canton, "SZ TI UR FL")),
    ("holiday-candlemas", Rule::On(2, 2), |canton, _| canton == "FL"),
    ("holiday-republic", Rule::On(3, 1), |canton, _| canton == "NE"),
    ("holiday-joseph", Rule::On(3, 19), |canton, _| is_one(canton, "NW SZ TI UR VS FL")),
    ("holiday-good-friday", Rule::Easter(-2), |canton, _| !is_one(canton, "TI VS")),
    ("holiday-easter-monday", Rule::Easter(1), |canton, _| !is_one(canton, "NE SO")),
    ("holiday-naefels", Rule::Naefels, |canton, _| canton == "GL"),
    ("holiday-labour", Rule::On(5, 1), |canton, _| is_one(canton, "AG BL BS JU NE SH SO TG TI ZH FL")),
    ("holiday-ascension", Rule::Easter(39), EVERYWHERE),
    ("holiday-whit-monday", Rule::Easter(50), |canton, _| !is_one(canton, "NE SO")),
    ("holiday-corpus-christi", Rule::Easter(60), |canton, _| {
        is_one(canton, "AG AI JU LU NE NW OW SZ TI UR VS ZG FL")
    }),
    ("holiday-jura", Rule::On(6, 23), |canton, _| canton == "JU"),
    ("holiday-peter-paul", Rule::On(6, 29), |canton, _| canton == "TI"),
    ("holiday-national", Rule::On(8, 1), |canton, _| canton != "FL"),
    ("holiday-assumption", Rule::On(8, 15), |canton, _| {
        is_one(canton, "AG AI JU LU NW OW SZ TI UR VS ZG FL")
    }),
    ("holiday-nativity-of-mary", Rule::On(9, 8), |canton, _| canton == "FL"),
    ("holiday-geneva-fast", Rule::GenevaFast, |canton, _| canton == "GE"),
    ("holiday-fast-monday", Rule::FastMonday, |canton, _| canton == "VD"),
    ("holiday-nicholas-of-flue", Rule::On(9, 25), |canton, _| canton == "OW"),
    ("holiday-all-saints", Rule::On(11, 1), |canton, _| {
        is_one(canton, "AG AI GL JU LU NW OW SG SZ TI UR VS ZG FL")
    }),
    ("holiday-immaculate-conception", Rule::On(12, 8), |canton, _| {
        is_one(canton, "AG AI LU NW OW SZ TI UR VS ZG FL")
    }),
    ("holiday-christmas", Rule::On(12, 25), EVERYWHERE),
    ("holiday-stephen", Rule::On(12, 26), |canton, day| match canton {
        "NE" => day.weekday() == Weekday::Mon,
        // Not beside a Sunday: that would be three days in a row.
        "AI" | "AR" | "UR" => !matches!(day.weekday(), Weekday::Tue | Weekday::Sat),
        _ => is_one(canton, "AG BE BL BS FR GL GR LU NW OW SG SH SZ TG TI VS ZG ZH FL"),
    }),
    ("holiday-restoration", Rule::On(12, 31), |canton, _| canton == "GE"),
];

/// Afternoons of the city of Zürich.
const CITY_OF_ZUERICH: [(&str, Rule); 2] =
    [("holiday-sechselaeuten", Rule::Sechselaeuten), ("holiday-knabenschiessen", Rule::Knabenschiessen)];

/// The holiday of a day in a town, if it is one.
#[must_use]
pub fn holiday(day: NaiveDate, canton: &str, town: &str) -> Option<Holiday> {
    let of_canton = TABLE.iter().find(|(_, rule, applies)| rule.falls_on(day) && applies(canton, day));
    if let Some((key, ..)) = of_canton {
        return Some(Holiday { key, half: *key == "holiday-labour" && canton == "SO" });
    }
    let of_city = CITY_OF_ZUERICH.iter().find(|(_, rule)| is_in_zuerich(canton, town) && rule.falls_on(day));
    of_city.map(|(key, _)| Holiday { key, half: true })
}

/// Whether a town is the city of Zürich, which has afternoons of its own: `Zürich`, `Zürich 8`, `Zürich Mülligen`.
#[must_use]
pub fn is_in_zuerich(canton: &str, town: &str) -> bool {
    canton == "ZH" && town.split(' ').next() == Some("Zürich")
}

impl Rule {
    fn falls_on(self, day: NaiveDate) -> bool {
        let (year, month) = (day.year(), day.month());
        match self {
            Self::On(on_month, on_day) => (month, day.day()) == (on_month, on_day),
            Self::Easter(after) => (day - easter(year)).num_days() == after,
            Self::GenevaFast => {
                Some(day) == nth(year, 9, Weekday::Sun, 1).map(|sunday| sunday + Days::new(4))
            }
            Self::FastMonday => {
                Some(day) == nth(year, 9, Weekday::Sun, 3).map(|sunday| sunday + Days::new(1))
            }
            Self::Naefels => {
                let first = nth(year, 4, Weekday::Thu, 1);
                let maundy = first.map(|thursday| (thursday - easter(year)).num_days()) == Some(-3);
                Some(day) == first.map(|thursday| thursday + Days::new(if maundy { 7 } else { 0 }))
            }
            Self::Sechselaeuten => {
                let third = nth(year, 4, Weekday::Mon, 3);
                let easter = third.map(|monday| (monday - easter(year)).num_days()) == Some(1);
                Some(day) == third.map(|monday| monday + Days::new(if easter { 7 } else { 0 }))
            }
            Self::Knabenschiessen => {
                Some(day) == nth(year, 9, Weekday::Sun, 2).map(|sunday| sunday + Days::new(1))
            }
        }
    }
}

fn is_one(canton: &str, of: &str) -> bool {
    of.split(' ').any(|one| one == canton)
}

fn nth(year: i32, month: u32, weekday: Weekday, n: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, n)
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate};

    use super::holiday;

    /// Ten years, every day, 26 cantons, Liechtenstein and the city of Zürich, against a published table.
    #[test]
    fn the_holidays_are_those_of_the_published_table() {
        let table = include_str!("../../tests/fixtures/holidays/cantons.tsv");
        let mut compared = 0;
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let fields: Vec<&str> = row.split('\t').collect();
            let [place, year, days] = fields[..] else { panic!("not a row: {row}") };
            let (canton, town) = place.split_once('-').unwrap_or((place, ""));
            let first = NaiveDate::from_ymd_opt(year.parse().expect("a year"), 1, 1).expect("a day");
            let own = first.iter_days().take_while(|day| day.year() == first.year()).filter_map(|day| {
                let mut found = holiday(day, canton, town)?;
                if town == "Zürich" {
                    found = holiday(day, "ZH", "").is_none().then_some(found)?;
                }
                Some(format!("{}{}", day.format("%m-%d"), if found.half { "*" } else { "" }))
            });
            assert_eq!(own.collect::<Vec<_>>().join(" "), days, "{place} {year}");
            compared += 1;
        }
        assert_eq!(compared, 28 * 10);
    }
}
