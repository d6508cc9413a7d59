//! `POST /pickpost/v1/users`: finds or enrols a person. Refuses what Post's published description refuses, and what
//! a neighbouring API of the same family is known to refuse (developer.post.ch, "Digital Commerce API", chapter 7).

use actix_web::web::{Bytes, Data};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::sandbox::answers::{Call, tag};
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::{Api, Fault};
use crate::sandbox::messages::Reached;
use crate::sandbox::pace::Work;

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
    let call = Call::begin(&desk, &http, serde_json::from_slice(&body).unwrap_or(Value::Null));
    if let Err(answer) = call.bearer(&["WEDEC_PICKPOST"]) {
        return answer;
    }
    let is_json = http.content_type().eq_ignore_ascii_case("application/json");
    let body = serde_json::from_slice::<Body>(&body).ok();
    let Some(body) = body.filter(|body| is_json && body.is_well_formed()) else {
        return call.empty(400);
    };
    let email = body.notification.email.as_deref();
    let fault = match call.fault(Api::Users, email).await {
        Ok(fault) => fault,
        Err(answer) => return answer,
    };
    call.work(Work::LookUp).await;
    let (person, reached) = (body.person(), body.notification.reached());
    let id = desk
        .change(|records| records.enrol(call.client(), &person, reached, body.userDetails.language.code()));
    let status = || status(email.and_then(tag).unwrap_or_default());
    let verified = if fault == Some(Fault::UnknownStatus) { "SOMETHING" } else { status() };
    call.json(200, json!({ "id": id, "verified": verified }))
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

impl Notification {
    /// Checked before: the one of the two that the mode names is there.
    fn reached(&self) -> Reached {
        match self.notifyMode {
            NotifyMode::Email => Reached::Mail(self.email.clone().unwrap_or_default()),
            NotifyMode::Sms => Reached::Sms(self.mobile.clone().unwrap_or_default()),
        }
    }
}

impl Language {
    fn code(&self) -> &'static str {
        match self {
            Self::De => "DE",
            Self::Fr => "FR",
            Self::It => "IT",
            Self::En => "EN",
        }
    }
}

/// The statuses that a tag in the e-mail address gives; whoever was enrolled on the spot is NONE.
pub const STATUSES: [(&str, &str); 3] =
    [("mail", "MAIL"), ("registred", "REGISTRED_MAIL"), ("suisseid", "SUISSE-ID")];

fn status(tag: &str) -> &'static str {
    STATUSES.into_iter().find(|(known, _)| *known == tag).map_or("NONE", |(_, status)| status)
}
