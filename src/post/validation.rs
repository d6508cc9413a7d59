//! `POST /address/v1/addresses/validation`. Published: the fields asked here (not which are needed), `quality`, `expires`, an address
//! with `type`, `houseKey`, `id`; seen: more qualities (`profile`). Ours: no question about post boxes, `fullValidation` always,
//! the address as Post writes it comes back, if at all, in the form of the request, and a quality that we do not know says nothing.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::address::{Address, Title};
use crate::carrier::{CarrierError, Checked, Quality, Written};
use crate::line::Line;
use crate::post::Carrier;
use crate::post::operation::VALIDATION;
use crate::post::profile::{QUALITIES, TITLE_MR};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    addressee: Option<Addressee<'a>>,
    geographic_location: Location<'a>,
    full_validation: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Addressee<'a> {
    first_name: &'a str,
    last_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
}

#[derive(Serialize)]
struct Location<'a> {
    house: House<'a>,
    zip: Zip<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct House<'a> {
    street: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    house_number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_address: Option<&'a str>,
}

#[derive(Serialize)]
struct Zip<'a> {
    zip: &'a str,
    city: &'a str,
}

impl Carrier {
    /// What Post says of an address; `None` where no scope is known for the question.
    ///
    /// # Errors
    /// See [`CarrierError`]; within a second.
    pub async fn check_address(&self, address: &Address) -> Result<Option<Checked>, CarrierError> {
        let dialect = self.dialect();
        let Some(scope) = &dialect.scope_address_validate else { return Ok(None) };
        let answer = self.post_help(&VALIDATION, dialect.paths.validation, scope, &body(address)).await?;
        read(&answer).map(Some)
    }
}

fn body(address: &Address) -> Body<'_> {
    Body {
        addressee: address.party.person().map(|person| Addressee {
            first_name: person.first_name.as_str(),
            last_name: person.last_name.as_str(),
            title: person.title.filter(|title| *title == Title::Mr).map(|_| TITLE_MR),
        }),
        geographic_location: Location {
            house: House {
                street: address.street.as_str(),
                house_number: address.house_number.as_ref().map(Line::as_str),
                additional_address: address.extra.as_ref().map(Line::as_str),
            },
            zip: Zip { zip: address.postcode.as_str(), city: address.town.as_str() },
        },
        full_validation: true,
    }
}

/// What of an address can be read. One that has not all of its lines is none.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    geographic_location: ToldLocation,
}

#[derive(Deserialize)]
struct ToldLocation {
    house: ToldHouse,
    zip: ToldZip,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ToldHouse {
    street: String,
    #[serde(default)]
    house_number: Value,
}

#[derive(Deserialize)]
struct ToldZip {
    zip: Value,
    city: String,
}

fn read(answer: &Value) -> Result<Checked, CarrierError> {
    let quality = answer.get("quality").and_then(Value::as_str);
    let quality = quality.ok_or(CarrierError::Nonsense("no quality"))?.to_ascii_uppercase();
    let known = QUALITIES.into_iter().find(|(spelling, _)| *spelling == quality);
    if known.is_none() {
        tracing::warn!("Post gave an address a quality that we do not know");
    }
    let told = answer.get("address").and_then(|address| Told::deserialize(address).ok());
    let written = told.map(|Told { geographic_location: ToldLocation { house, zip } }| Written {
        street: house.street,
        house_number: plain(&house.house_number),
        postcode: plain(&zip.zip),
        town: zip.city,
    });
    Ok(Checked { quality: known.map_or(Quality::Unknown, |(_, quality)| quality), written })
}

/// Text, or a number: sources have both.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{body, read};
    use crate::address::{Fields, Whose};
    use crate::carrier::{Checked, Quality, Written};

    fn fixture(text: &str) -> Value {
        serde_json::from_str(text).expect("JSON")
    }

    #[test]
    fn the_request_has_the_published_fields() {
        let typed = |text: &str| text.to_owned();
        let fields = Fields {
            title: typed("mr"),
            first_name: typed("Test"),
            last_name: typed("User"),
            street: typed("Bellerivestrasse"),
            house_number: typed("5"),
            address_extra: typed("c/o Muster"),
            postcode: typed("8008"),
            town: typed("Zürich"),
            ..Fields::default()
        };
        let address = fields.address(Whose::Anybody).expect("an address");
        let published = fixture(include_str!("../../tests/fixtures/post/validation-request.json"));
        assert_eq!(serde_json::to_value(body(&address)).expect("JSON"), published);
        let firm = Fields { company: typed("Murmel AG"), title: typed("ms"), ..fields.clone() };
        let firm = firm.address(Whose::Anybody).expect("an address");
        let sent = serde_json::to_value(body(&firm)).expect("JSON");
        assert_eq!(sent["addressee"], json!({ "firstName": "Test", "lastName": "User" }));
        let nobody = Fields { first_name: typed(""), last_name: typed(""), ..Fields::from(&firm) };
        let nobody = nobody.address(Whose::Anybody).expect("an address");
        assert_eq!(serde_json::to_value(body(&nobody)).expect("JSON").get("addressee"), None);
    }

    #[test]
    fn a_quality_is_all_that_an_answer_needs() {
        let published = fixture(include_str!("../../tests/fixtures/post/validation-answer.json"));
        assert_eq!(read(&published).expect("an answer"), Checked { quality: Quality::Good, written: None });
        for (quality, known) in [
            ("USABLE", Quality::Good),
            ("fixed", Quality::Good),
            ("UNUSABLE", Quality::Doubtful),
            ("COMPROMISED", Quality::Doubtful),
            ("GOLDEN", Quality::Unknown),
        ] {
            assert_eq!(read(&json!({ "quality": quality })).expect("an answer").quality, known);
        }
        for nonsense in [json!({}), json!([]), json!({ "quality": 7 }), json!("CERTIFIED")] {
            assert!(read(&nonsense).is_err(), "{nonsense}");
        }
    }

    #[test]
    fn the_address_as_post_writes_it_is_read_where_it_is_whole() {
        let location = json!({
            "house": { "street": "Bellerivestrasse", "houseNumber": 5 },
            "zip": { "zip": 8008, "city": "Zürich" }
        });
        let whole =
            json!({ "quality": "FIXED", "address": { "type": "DOMICILE", "geographicLocation": location } });
        let written = Written {
            street: "Bellerivestrasse".into(),
            house_number: "5".into(),
            postcode: "8008".into(),
            town: "Zürich".into(),
        };
        assert_eq!(read(&whole).expect("an answer").written, Some(written));
        for address in [json!(7), json!({ "geographicLocation": { "house": {}, "zip": {} } }), json!("x")] {
            let half = json!({ "quality": "FIXED", "address": address });
            assert_eq!(read(&half).expect("an answer").written, None, "{half}");
        }
    }
}
