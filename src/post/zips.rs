//! `GET /address/v1/zips`: the towns of a postcode. Published: `zipCity` and `type`, and `{"zips":[{zip,city18,city27}]}`;
//! seen on DCAPI: the bare list. Ours: the longer name is the town's, `city` stands in for it, and entries of another
//! postcode are left out.

use serde_json::Value;

use crate::address::Postcode;
use crate::carrier::{CarrierError, Completions};
use crate::post::Carrier;
use crate::post::entries::{entries, named};
use crate::post::operation::COMPLETION;
use crate::post::profile::{DOMICILE, KIND, ZIP};

impl Carrier {
    /// The towns of a postcode; none where no scope is known for the question.
    ///
    /// # Errors
    /// See [`CarrierError`]; within seven tenths of a second.
    pub async fn towns(&self, postcode: &Postcode) -> Result<Completions, CarrierError> {
        let (dialect, postcode) = (self.dialect(), postcode.as_str());
        let Some(scope) = &dialect.scope_address_autocomplete else { return Ok(Completions::new()) };
        let query = [(dialect.completion.zip_city, postcode), (KIND, DOMICILE)];
        let answer: Value = self.get_help(&COMPLETION, dialect.completion.zips, scope, &query).await?;
        read(&answer, postcode)
    }
}

fn read(answer: &Value, postcode: &str) -> Result<Completions, CarrierError> {
    let rows = answer.as_array().or_else(|| answer.get("zips")?.as_array());
    let rows = rows.ok_or(CarrierError::Nonsense("no list of postcodes"))?;
    let own = rows.iter().filter(|row| named(row, &[ZIP]).is_none_or(|zip| zip == postcode));
    entries(&own.cloned().collect(), "", &["city27", "city18", "city"])
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::read;

    #[test]
    fn towns_are_read_in_the_form_of_both_generations() {
        let published = include_str!("../../tests/fixtures/post/zips-answer.json");
        let published: Value = serde_json::from_str(published).expect("JSON");
        assert_eq!(read(&published, "9999").expect("towns"), ["Erfunden", "Erfunden-Vorderberg"]);
        let bare = json!([{ "zip": 9999, "city27": "Erfunden" }, { "zip": "9998", "city27": "Anderswo" }]);
        assert_eq!(read(&bare, "9999").expect("towns"), ["Erfunden"]);
        assert!(read(&json!({ "towns": [] }), "9999").is_err());
    }
}
