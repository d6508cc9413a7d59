//! `GET /delivery/v1/deliverabilities/when`: on which days a parcel can be delivered to an address. Published: the parameters
//! `zip`, `city`, `date`, `dayCount`, and `days[{deliveryDate, deliverabilities[…], activity "WORK"}]`. Ours: a day counts where
//! something is delivered on it; what is not of that form is left out.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value;

use crate::address::Address;
use crate::carrier::CarrierError;
use crate::post::Carrier;
use crate::post::operation::DELIVERY_DAYS;

/// So many days are looked at, as in the published example.
const DAYS: &str = "14";

impl Carrier {
    /// The days on which a parcel can be delivered to an address, from a day on; `None` where no scope is known for it.
    ///
    /// # Errors
    /// See [`CarrierError`].
    pub async fn delivery_days(
        &self,
        address: &Address,
        from: NaiveDate,
    ) -> Result<Option<BTreeSet<NaiveDate>>, CarrierError> {
        let dialect = self.dialect();
        let Some(scope) = &dialect.scope_delivery else { return Ok(None) };
        let from = from.to_string();
        let query = [
            ("zip", address.postcode.as_str()),
            ("city", address.town.as_str()),
            ("date", &from),
            ("dayCount", DAYS),
        ];
        let answer = self.get_calendar(&DELIVERY_DAYS, dialect.paths.days, scope, &query).await?;
        read(&answer).map(Some)
    }
}

fn read(answer: &Value) -> Result<BTreeSet<NaiveDate>, CarrierError> {
    let days = answer.get("days").and_then(Value::as_array);
    let days = days.ok_or(CarrierError::Nonsense("no list of days"))?;
    let delivered = |day: &&Value| {
        day.get("deliverabilities").and_then(Value::as_array).is_some_and(|list| !list.is_empty())
    };
    let date = |day: &Value| day.get("deliveryDate")?.as_str()?.get(..10)?.parse().ok();
    Ok(days.iter().filter(delivered).filter_map(date).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::read;

    #[test]
    fn the_published_form_is_read_and_days_without_a_delivery_do_not_count() {
        let published: Value =
            serde_json::from_str(include_str!("../../tests/fixtures/post/days-answer.json")).expect("JSON");
        let days: Vec<String> = read(&published).expect("days").iter().map(ToString::to_string).collect();
        assert_eq!(days, ["2026-12-03"]);
        assert!(read(&json!([])).is_err() && read(&json!({ "days": [{}, 7] })).expect("none").is_empty());
    }
}
