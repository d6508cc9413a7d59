//! `POST …/mailpiece/tracking/business/v1/mailpieces`: what happened to parcels. Seen: its address, its scope, `{ids}`, the numbers of
//! events; the form of an answer is not published. Ours: parcels in a list, bare or at `mailpieces`, each with its ident code and
//! `events` of number and moment, at any of the names below; what is not of that form, or was not asked for, is left out.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::carrier::{CarrierError, Scan, Tracked};
use crate::post::Carrier;
use crate::post::entries::named;
use crate::post::operation::TRACKING;
use crate::post::profile::REVOKES;

/// More are asked for in several questions.
pub const MOST: usize = 50;

impl Carrier {
    /// What happened to these parcels, those that the carrier knows of; `None` where this service has no tracking.
    ///
    /// # Errors
    /// See [`CarrierError`].
    pub async fn track(&self, ident_codes: &[&str]) -> Result<Option<Vec<Tracked>>, CarrierError> {
        let Some((url, scope)) = &self.dialect().tracking else { return Ok(None) };
        let mut all = Vec::new();
        for some in ident_codes.chunks(MOST) {
            let answer = self.post_tracking(&TRACKING, (url, scope), &json!({ "ids": some })).await?;
            all.extend(read(&answer, some)?);
        }
        Ok(Some(all))
    }
}

fn read(answer: &Value, asked: &[&str]) -> Result<Vec<Tracked>, CarrierError> {
    let rows = answer.as_array().or_else(|| answer.get("mailpieces")?.as_array());
    let rows = rows.ok_or(CarrierError::Nonsense("no list of parcels"))?;
    let parcel = |row: &Value| {
        // A search may bring neighbours: only what was asked for counts.
        let ident_code = named(row, &["id", "mailpieceId", "identCode"])?;
        let is_asked = asked.contains(&ident_code.as_str());
        is_asked.then(|| {
            let (scans, revoked) = scans(row.get("events").unwrap_or(&Value::Null));
            Tracked { ident_code, scans, revoked }
        })
    };
    Ok(rows.iter().filter_map(parcel).collect())
}

/// Those that count, and those that were taken back.
fn scans(events: &Value) -> (Vec<Scan>, Vec<Scan>) {
    let (mut scans, mut gone): (Vec<Scan>, Vec<Scan>) = (Vec::new(), Vec::new());
    let mut all: Vec<(Scan, bool)> = events.as_array().into_iter().flatten().filter_map(scan).collect();
    all.sort_by_key(|(scan, _)| scan.at);
    for (scan, revoked) in all {
        if revoked {
            let last = scans.iter().rposition(|known| known.code == scan.code);
            gone.extend(last.map(|at| scans.remove(at)));
        } else {
            scans.push(scan);
        }
    }
    (scans, gone)
}

/// A scan, and whether it takes an earlier one back.
fn scan(event: &Value) -> Option<(Scan, bool)> {
    let code = named(event, &["eventCode", "eventNumber", "code"])?;
    let at = named(event, &["timestamp", "eventTimestamp", "date"])?;
    let at: DateTime<Utc> = at.parse().ok()?;
    let revokes = named(event, &["subEvent", "subEventCode"]).is_some_and(|sub| sub.starts_with(REVOKES));
    Some((Scan { at, code }, revokes))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::read;

    const CODE: &str = "990060012300000001";

    fn codes(answer: &Value) -> Vec<String> {
        let parcels = read(answer, &[CODE]).expect("a list");
        assert!(parcels.len() <= 1 && parcels.iter().all(|parcel| parcel.ident_code == CODE));
        parcels.into_iter().flat_map(|parcel| parcel.scans).map(|scan| scan.code).collect()
    }

    #[test]
    fn scans_are_told_in_order_without_those_that_were_taken_back() {
        let at = |minute: u32| format!("2026-12-03T08:{minute:02}:00Z");
        let events = json!([
            { "eventCode": "2101", "timestamp": at(20) },
            { "eventCode": 1201, "timestamp": "2026-12-02T22:00:00+01:00" },
            { "eventCode": "2000", "timestamp": at(30) },
            { "eventCode": "2000", "timestamp": at(31), "subEvent": "CAN01" },
            { "eventCode": "9999" },
            "nonsense"
        ]);
        for answer in [
            json!([{ "id": CODE, "events": events }]),
            json!({ "mailpieces": [{ "mailpieceId": CODE, "events": events }] }),
        ] {
            assert_eq!(codes(&answer), ["1201", "2101"], "{answer}");
        }
    }

    #[test]
    fn a_neighbour_is_not_the_parcel_and_what_is_no_list_is_an_error() {
        let neighbour = json!([{ "id": "990060012300000002", "events": [] }, { "events": [] }, 7]);
        assert!(read(&neighbour, &[CODE]).expect("a list").is_empty());
        assert_eq!(codes(&json!([{ "id": CODE }])), [""; 0]);
        for nonsense in [json!({}), json!("x"), json!(null)] {
            assert!(read(&nonsense, &[CODE]).is_err(), "{nonsense}");
        }
    }
}
