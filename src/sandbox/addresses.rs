//! `/address/v1`: whether an address is one, and completions in the form of both generations. The form of the requests and of
//! the lists is published or seen (developer.post.ch, "Digital Commerce API", chapter 5; public clients for DCAPI). Ours: when
//! an address has which quality, and that the corrected address comes back in the form of the request.

use std::collections::BTreeMap;

use actix_web::web::{Bytes, Data};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use chrono::Days;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::gazetteer::Places;
use crate::gazetteer::name::folded;
use crate::sandbox::answers::{Call, tag};
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::Api;
use crate::sandbox::pace::Work;
use crate::sandbox::streets;

const VALIDATE: [&str; 2] = ["WEDEC_VALIDATE_ADDRESS", "DCAPI_ADDRESS_VALIDATE"];
const COMPLETE: [&str; 2] = ["WEDEC_AUTOCOMPLETE_ADDRESS", "DCAPI_ADDRESS_AUTOCOMPLETE"];

/// Qualities by a tag at the end of the street, as in `Seestrasse+unusable`.
pub const QUALITIES: [(&str, &str); 7] = [
    ("certified", "CERTIFIED"),
    ("verified", "VERIFIED"),
    ("usable", "USABLE"),
    ("fixed", "FIXED"),
    ("compromised", "COMPROMISED"),
    ("unusable", "UNUSABLE"),
    ("invalid", "INVALID"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names, on purpose not shared with the client")]
struct Body {
    addressee: Option<Addressee>,
    geographicLocation: Location,
    #[expect(dead_code, reason = "read to be checked")]
    logisticLocation: Option<PostBox>,
    #[expect(dead_code, reason = "read to be checked")]
    fullValidation: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names")]
struct Addressee {
    firstName: Option<String>,
    lastName: Option<String>,
    #[expect(dead_code, reason = "read to be checked: the one title that is published")]
    title: Option<Title>,
}

#[derive(Deserialize)]
enum Title {
    #[serde(rename = "MISTER")]
    Mister,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names")]
struct PostBox {
    #[expect(dead_code, reason = "read to be checked")]
    postBoxNumber: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Location {
    house: House,
    zip: Zip,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names")]
struct House {
    street: String,
    houseNumber: Option<String>,
    additionalAddress: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Zip {
    zip: String,
    city: String,
}

/// Answers `{"quality": …, "expires": …, "address": …}`.
pub async fn validation(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let call = Call::begin(&desk, &http, serde_json::from_slice(&body).unwrap_or(Value::Null));
    if let Err(answer) = call.bearer(&VALIDATE) {
        return answer;
    }
    let is_json = http.content_type().eq_ignore_ascii_case("application/json");
    let read = serde_json::from_slice::<Body>(&body).ok();
    let Some(body) = read.filter(|body| is_json && body.is_well_formed()) else {
        return call.empty(400);
    };
    let house = &body.geographicLocation.house;
    if let Err(answer) = call.fault(Api::Address, Some(&tagged(&house.street))).await {
        return answer;
    }
    call.work(Work::LookUp).await;
    let (quality, written) = judged(&body.geographicLocation);
    let mut address = json!({ "type": "DOMICILE", "houseKey": "76543210", "id": "9876543210" });
    if let Some((street, city)) = written {
        address["geographicLocation"] = json!({
            "house": { "street": street, "houseNumber": house.houseNumber },
            "zip": { "zip": body.geographicLocation.zip.zip, "city": city }
        });
    }
    let expires = (desk.clock.swiss().date() + Days::new(365)).to_string();
    call.json(200, json!({ "quality": quality, "expires": expires, "address": address }))
}

/// A text whose tag a fault is read from as from an e-mail address.
fn tagged(typed: &str) -> String {
    format!("{}@", typed.trim().to_lowercase())
}

/// The quality, and street and town as they should be, where they are known.
fn judged(location: &Location) -> (&'static str, Option<(String, String)>) {
    let (street, zip) = (location.house.street.trim(), &location.zip);
    let named = tagged(street);
    let magic = tag(&named).and_then(|tag| QUALITIES.into_iter().find(|(name, _)| *name == tag));
    if let Some((_, quality)) = magic {
        let plain = street.rsplit_once('+').map_or(street, |(street, _)| street).trim();
        let fixed = (quality == "FIXED").then(|| (plain.to_owned(), zip.city.clone()));
        return (quality, fixed);
    }
    let places = Places::all().with_postcode(&zip.zip);
    let Some(first) = places.first() else { return ("UNUSABLE", None) };
    let typed = folded(&zip.city);
    let named = places.iter().any(|place| {
        place.is_called(&typed) || place.names().any(|name| folded(name).starts_with(&format!("{typed} ")))
    });
    let city = if named { zip.city.clone() } else { first.name.to_owned() };
    let meant = streets::meant(&zip.zip, street);
    let same = meant.is_none_or(|meant| folded(meant) == folded(street));
    match (named, same) {
        (true, true) if meant.is_some() => ("CERTIFIED", None),
        // A street that only real life knows.
        (true, true) => ("USABLE", None),
        (true, false) => ("FIXED", Some((meant.unwrap_or(street).to_owned(), city))),
        (false, _) => ("COMPROMISED", Some((meant.unwrap_or(street).to_owned(), city))),
    }
}

impl Body {
    /// Lengths as the Barcode API of the same family has them.
    fn is_well_formed(&self) -> bool {
        let text = |text: &str, max: usize| !text.trim().is_empty() && text.chars().count() <= max;
        let absent = |part: Option<&String>, max| part.is_none_or(|part| text(part, max));
        let Location { house, zip } = &self.geographicLocation;
        let who = self.addressee.as_ref();
        let postcode = zip.zip.len() == 4 && zip.zip.bytes().all(|b| b.is_ascii_digit());
        text(&house.street, 35)
            && absent(house.houseNumber.as_ref(), 10)
            && absent(house.additionalAddress.as_ref(), 35)
            && absent(who.and_then(|who| who.firstName.as_ref()), 35)
            && absent(who.and_then(|who| who.lastName.as_ref()), 35)
            && postcode
            && text(&zip.city, 35)
    }
}

/// Answers `{"zips": [{"zip": …, "city18": …, "city27": …}]}`.
pub async fn zips(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let list = |query: &Query| {
        let rows = streets::towns(query.get("zipCity")?).into_iter().map(|(zip, name)| {
            let cut = |most| name.chars().take(most).collect::<String>();
            json!({ "zip": zip, "city18": cut(18), "city27": cut(27) })
        });
        Some(json!({ "zips": rows.collect::<Vec<_>>() }))
    };
    completion(&desk, &http, &[&["zipCity", "type"]], list).await
}

/// Answers `{"streets": [texts]}` to the parameters of WEDEC, a bare list of objects to those of DCAPI.
pub async fn streets(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let list = |query: &Query| {
        let zip = query.get("zip")?;
        let object = |street| json!({ "street": street, "zip": zip });
        match (query.get("name"), query.get("street")) {
            (Some(name), _) => Some(json!({ "streets": streets::streets(zip, name) })),
            (None, Some(street)) => Some(streets::streets(zip, street).into_iter().map(object).collect()),
            (None, None) => None,
        }
    };
    completion(&desk, &http, &[&["name", "zip"], &["street", "zip", "type"]], list).await
}

/// Answers `{"houses": [texts]}`, as WEDEC does.
pub async fn houses(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let list = |query: &Query| {
        let found = streets::houses(query.get("zip")?, query.get("streetname")?, query.get("number")?);
        Some(json!({ "houses": found }))
    };
    completion(&desk, &http, &[&["zip", "streetname", "number"]], list).await
}

/// Answers a bare list of objects, as DCAPI does.
pub async fn house_numbers(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let list = |query: &Query| {
        let found = streets::houses(query.get("zip")?, query.get("street")?, query.get("houseNumber")?);
        Some(found.into_iter().map(|number| json!({ "houseNumber": number })).collect())
    };
    completion(&desk, &http, &[&["houseNumber", "street", "zip", "type"]], list).await
}

type Query = BTreeMap<String, String>;

/// Answers a completion, refuses parameters that no generation has. The journal keeps neither what was typed nor what was
/// found: together they are somebody's address.
async fn completion(
    desk: &Desk,
    http: &HttpRequest,
    known: &[&[&str]],
    list: impl FnOnce(&Query) -> Option<Value>,
) -> HttpResponse {
    let query: Query = serde_html_form::from_str(http.query_string()).unwrap_or_default();
    let call = Call::by_query(desk, http, &query);
    if let Err(answer) = call.bearer(&COMPLETE) {
        return answer;
    }
    let fits = |names: &&&[&str]| query.keys().all(|name| names.contains(&name.as_str()));
    let kind = query.get("type").is_none_or(|kind| ["DOMICILE", "POSTBOX"].contains(&kind.as_str()));
    let Some(answer) = known.iter().find(fits).filter(|_| kind).and_then(|_| list(&query)) else {
        return call.empty(400);
    };
    let with_tag = query.values().find(|typed| typed.contains('+')).map(|typed| tagged(typed));
    if let Err(answer) = call.fault(Api::Address, with_tag.as_deref()).await {
        return answer;
    }
    call.work(Work::LookUp).await;
    let found = answer.as_array().or_else(|| answer.as_object()?.values().next()?.as_array());
    call.note(200, &json!({ "found": found.map_or(0, Vec::len) }));
    HttpResponse::Ok().json(&answer)
}
