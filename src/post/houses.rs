//! House numbers of a street. Published for WEDEC: `GET /address/v1/houses` with `zip`, `streetname` and `number`, and
//! `{"houses":["1","1 A"]}`; seen on DCAPI: `/house-numbers` with `houseNumber`, `street`, `zip` and `type`, and a list of
//! objects. Both answers are read from both. Ours: the objects have the number at `houseNumber`, `number` or `house`.

use serde_json::Value;

use crate::address::Postcode;
use crate::carrier::{CarrierError, Completions};
use crate::post::Carrier;
use crate::post::entries::entries;
use crate::post::operation::COMPLETION;
use crate::post::profile::{DOMICILE, KIND, ZIP};

impl Carrier {
    /// The numbers of a street that begin with what was typed; none where no scope is known for the question.
    ///
    /// # Errors
    /// See [`CarrierError`]; within seven tenths of a second.
    pub async fn houses(
        &self,
        postcode: &Postcode,
        street: &str,
        typed: &str,
    ) -> Result<Completions, CarrierError> {
        let dialect = self.dialect();
        let Some(scope) = &dialect.scope_address_autocomplete else { return Ok(Completions::new()) };
        let completion = &dialect.completion;
        let mut query = vec![
            (ZIP, postcode.as_str()),
            (completion.house_street, street),
            (completion.house_number, typed),
        ];
        query.extend(completion.with_kind.then_some((KIND, DOMICILE)));
        let answer: Value = self.get_help(&COMPLETION, completion.houses, scope, &query).await?;
        entries(&answer, "houses", &["houseNumber", "number", "house"])
    }
}
