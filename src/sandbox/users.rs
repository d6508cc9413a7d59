//! `POST /pickpost/v1/users`: finds or enrols a person. Refuses what Post's published description refuses, and what
//! a neighbouring API of the same family is known to refuse (developer.post.ch, "Digital Commerce API", chapter 7).

use std::time::Instant;

use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::sandbox::answers;
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::{Fault, tag};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names, on purpose not shared with the client")]
struct Body {
    userDetails: UserDetails,
    address: Address,
    notification: Notification,
    #[expect(dead_code, reason = "read to be checked; one ID serves both services")]
    service: Service,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names")]
struct UserDetails {
    #[expect(dead_code, reason = "read to be checked")]
    gender: Option<Gender>,
    firstName: String,
    lastName: String,
    #[expect(dead_code, reason = "read to be checked")]
    language: Language,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    house: House,
    zip: Zip,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names")]
struct House {
    street: String,
    houseNumber: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names")]
struct Zip {
    zip: String,
    city: String,
    countryCode: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "the wire's own names")]
struct Notification {
    notifyMode: NotifyMode,
    email: Option<String>,
    mobile: Option<String>,
}

#[derive(Deserialize)]
enum Gender {
    #[serde(rename = "MALE")]
    Male,
    #[serde(rename = "FEMALE")]
    Female,
}

#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Language {
    De,
    Fr,
    It,
    En,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "UPPERCASE")]
enum NotifyMode {
    Email,
    Sms,
}

#[derive(Deserialize)]
enum Service {
    #[serde(rename = "PICKPOST")]
    PickPost,
    #[serde(rename = "MYPOST24")]
    MyPost24,
}

/// Answers `{"id": …, "verified": …}`.
pub async fn users(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let begun = Instant::now();
    let request: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
    let empty = |status: HttpResponse| {
        answers::note(&desk, &http, begun, status.status().as_u16(), (&request, &Value::Null));
        status
    };
    let bearer = http.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    match bearer.and_then(|value| value.strip_prefix("Bearer ")).and_then(|token| desk.scopes(token)) {
        None => return empty(HttpResponse::Unauthorized().finish()),
        Some(scopes) if !scopes.iter().any(|scope| scope == "WEDEC_PICKPOST") => {
            return empty(HttpResponse::Forbidden().finish());
        }
        Some(_) => {}
    }
    let is_json = http.content_type().eq_ignore_ascii_case("application/json");
    let Some(body) =
        serde_json::from_slice::<Body>(&body).ok().filter(|body| is_json && body.is_well_formed())
    else {
        return empty(HttpResponse::BadRequest().finish());
    };
    let person = body.person();
    let email = body.notification.email.clone().unwrap_or_default();
    let switched = desk.memory().fault;
    let fault = switched.or_else(|| tag(&email).and_then(Fault::read));
    if let Some(fault) = fault {
        let before = !desk.memory().refuses_once(&person);
        if let Some(answer) = fault.answer(before).await {
            return empty(answer);
        }
    }
    let id = desk.memory().user_id(&person);
    let verified = if fault == Some(Fault::UnknownStatus) { "SOMETHING" } else { status(&email) };
    let reply = json!({ "id": id, "verified": verified });
    answers::json(&desk, &http, begun, (HttpResponse::Ok(), reply), &request)
}

impl Body {
    /// Lengths and forms as the Barcode API of the same family has them.
    fn is_well_formed(&self) -> bool {
        let text = |text: &str, max: usize| !text.trim().is_empty() && text.chars().count() <= max;
        let (house, zip) = (&self.address.house, &self.address.zip);
        let number = house.houseNumber.as_deref().is_none_or(|number| text(number, 10));
        let postcode = zip.zip.len() == 4 && zip.zip.bytes().all(|b| b.is_ascii_digit());
        let email =
            self.notification.email.as_deref().is_some_and(|email| text(email, 160) && email.contains('@'));
        let mobile = self.notification.mobile.as_deref().is_some_and(|mobile| {
            mobile.len() <= 20
                && mobile.strip_prefix('+').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
        });
        let reached = if self.notification.notifyMode == NotifyMode::Email { email } else { mobile };
        let names = [&self.userDetails.firstName, &self.userDetails.lastName, &house.street, &zip.city];
        let country = ["CH", "LI"].contains(&zip.countryCode.as_str());
        names.into_iter().all(|name| text(name, 35)) && number && postcode && country && reached
    }

    /// Everything that makes a person another one. Not the service: one ID serves both.
    fn person(&self) -> String {
        let (house, zip, told) = (&self.address.house, &self.address.zip, &self.notification);
        let parts = [
            Some(&self.userDetails.firstName),
            Some(&self.userDetails.lastName),
            Some(&house.street),
            house.houseNumber.as_ref(),
            Some(&zip.zip),
            Some(&zip.city),
            told.email.as_ref(),
            told.mobile.as_ref(),
        ];
        let folded = parts.map(|part| part.map(|part| part.trim().to_lowercase()).unwrap_or_default());
        folded.join("\u{1f}")
    }
}

/// NONE for whoever was enrolled on the spot; the other three by a tag in the e-mail address.
fn status(email: &str) -> &'static str {
    match tag(email) {
        Some("mail") => "MAIL",
        Some("registred") => "REGISTRED_MAIL",
        Some("suisseid") => "SUISSE-ID",
        _ => "NONE",
    }
}
