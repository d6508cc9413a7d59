//! `GET /delivery/v1/options/holidays`: the days on which parcels rest. Published: `[{date, name{de,fr,it,en}}]`. Ours: dates
//! are written `2026-12-25`, with or without a time behind them; the names are not needed, our own calendar has those of the cantons.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value;

use crate::carrier::CarrierError;
use crate::post::Carrier;
use crate::post::operation::HOLIDAYS;

/// More are no calendar.
const MOST: usize = 400;

impl Carrier {
    /// The days on which parcels rest; `None` where no scope is known for the question.
    ///
    /// # Errors
    /// [`CarrierError`]; also when a date cannot be read, since a calendar with a hole is none.
    pub async fn holidays(&self) -> Result<Option<BTreeSet<NaiveDate>>, CarrierError> {
        let dialect = self.dialect();
        let Some(scope) = &dialect.scope_delivery else { return Ok(None) };
        let answer = self.get_calendar(&HOLIDAYS, dialect.paths.holidays, scope, &[]).await?;
        read(&answer).map(Some)
    }
}

fn read(answer: &Value) -> Result<BTreeSet<NaiveDate>, CarrierError> {
    let rows = answer.as_array().filter(|rows| rows.len() <= MOST);
    let rows = rows.ok_or(CarrierError::Nonsense("no list of holidays"))?;
    rows.iter().map(date).collect::<Option<_>>().ok_or(CarrierError::Nonsense("a holiday without a date"))
}

/// The date of a row.
pub(super) fn date(row: &Value) -> Option<NaiveDate> {
    row.get("date")?.as_str()?.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::read;

    #[test]
    fn the_published_form_is_read_and_a_hole_is_refused() {
        let published: Value =
            serde_json::from_str(include_str!("../../tests/fixtures/post/holidays-answer.json"))
                .expect("JSON");
        let days: Vec<String> =
            read(&published).expect("a calendar").iter().map(ToString::to_string).collect();
        assert_eq!(days, ["2026-12-25", "2027-01-01"]);
        for nonsense in [
            json!({ "holidays": [] }),
            json!([{ "date": "25.12.2026" }]),
            json!([{ "date": "2026-12-25" }, {}]),
            json!([{ "date": 20_261_225 }]),
            json!([{ "date": "ééééééé" }]),
        ] {
            assert!(read(&nonsense).is_err(), "{nonsense}");
        }
    }
}
