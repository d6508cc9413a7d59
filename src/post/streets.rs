//! `GET /address/v1/streets`: the streets of a postcode that begin so. Published for WEDEC: `name` and `zip`, and
//! `{"streets":[…]}` with texts; seen on DCAPI: `street`, `zip` and `type`, and a bare list of objects. Both answers are read
//! from both. Ours: the objects have the street at `street`, `streetName` or `name`.

use serde_json::Value;

use crate::address::Postcode;
use crate::carrier::{CarrierError, Completions};
use crate::post::Carrier;
use crate::post::entries::entries;
use crate::post::operation::COMPLETION;
use crate::post::profile::{DOMICILE, KIND, ZIP};

impl Carrier {
    /// The streets of a postcode that begin with what was typed; none where no scope is known for the question.
    ///
    /// # Errors
    /// See [`CarrierError`]; within seven tenths of a second.
    pub async fn streets(&self, postcode: &Postcode, typed: &str) -> Result<Completions, CarrierError> {
        let dialect = self.dialect();
        let Some(scope) = &dialect.scope_address_autocomplete else { return Ok(Completions::new()) };
        let completion = &dialect.completion;
        let mut query = vec![(completion.street, typed), (ZIP, postcode.as_str())];
        query.extend(completion.with_kind.then_some((KIND, DOMICILE)));
        let answer: Value = self.get_help(&COMPLETION, completion.streets, scope, &query).await?;
        entries(&answer, "streets", &["street", "streetName", "name"])
    }
}
