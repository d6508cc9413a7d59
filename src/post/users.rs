//! `POST /pickpost/v1/users`: finds or enrols a person and gives the User ID and the status. Published: the example in
//! `tests/fixtures/post` (<https://developer.post.ch/en/digital-commerce-api>, PickPost / My Post 24), the service
//! `PICKPOST`, the status `NONE`. Ours: the language `EN`, and what `profile` says is ours.

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use crate::address::Title;
use crate::carrier::{CarrierError, Kind, Notify, UserAnswer, UserId, UserRequest, Verified};
use crate::line::Line;
use crate::post::Carrier;
use crate::post::operation::USERS;
use crate::post::profile::{
    FIELD_MOBILE, GENDER_MR, GENDER_MS, NOTIFY_EMAIL, NOTIFY_SMS, SERVICE_MY_POST_24, SERVICE_PICK_POST,
    STATUSES,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    user_details: UserDetails<'a>,
    address: HomeAddress<'a>,
    /// `notifyMode`, and the field that belongs to it.
    #[serde(serialize_with = "in_order")]
    notification: [(&'static str, &'a str); 2],
    service: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UserDetails<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'static str>,
    first_name: &'a str,
    last_name: &'a str,
    /// `DE`, `FR`, `IT` or `EN`.
    language: String,
}

#[derive(Serialize)]
struct HomeAddress<'a> {
    house: House<'a>,
    zip: Zip<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct House<'a> {
    street: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    house_number: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Zip<'a> {
    zip: &'a str,
    city: &'a str,
    country_code: &'static str,
}

#[derive(Deserialize)]
struct Answer {
    id: Option<String>,
    /// Any shape: a status that we cannot read must not cost the shopper the ID.
    #[serde(default)]
    verified: Value,
}

impl Carrier {
    /// Asks for the User ID. To repeat a call is safe: Post finds the person or enrols them.
    ///
    /// # Errors
    /// See [`CarrierError`]; within three seconds.
    pub async fn user(&self, request: &UserRequest) -> Result<UserAnswer, CarrierError> {
        let (dialect, body) = (self.dialect(), body(request));
        let answer: Answer = self.post(&USERS, dialect.paths.users, &dialect.scope_pickpost, &body).await?;
        let id = answer.id.ok_or(CarrierError::Nonsense("no User ID"))?;
        let id = UserId::parse(&id).map_err(|_| CarrierError::Nonsense("a User ID of no known form"))?;
        let verified = answer.verified.as_str().and_then(status).unwrap_or_else(|| {
            tracing::warn!("Post gave no status that we know; taken as NONE");
            Verified::None
        });
        Ok(UserAnswer { id, verified })
    }
}

/// The body of a request, to be shown to the merchant, in the order of the contract: of everything personal the first letter.
#[must_use]
pub fn masked(request: &UserRequest) -> String {
    let whole = serde_json::to_string_pretty(&body(request)).unwrap_or_default();
    whole.lines().map(hidden).collect::<Vec<_>>().join("\n")
}

/// A line of it, with at most one text; words of the contract stay.
fn hidden(line: &str) -> String {
    let Some((name, text)) = line.split_once("\": \"") else { return line.to_owned() };
    let word = name.trim_start().trim_start_matches('"');
    if ["gender", "language", "countryCode", "notifyMode", "service"].contains(&word) {
        return line.to_owned();
    }
    let comma = if text.ends_with(',') { "," } else { "" };
    let text: String = serde_json::from_str(&format!("\"{}", text.trim_end_matches(','))).unwrap_or_default();
    let first: String = text.chars().take(1).chain(['…']).collect();
    format!("{name}\": {}{comma}", Value::from(first))
}

fn body(request: &UserRequest) -> Body<'_> {
    let home = &request.home;
    Body {
        user_details: UserDetails {
            gender: request.person.title.map(|title| match title {
                Title::Ms => GENDER_MS,
                Title::Mr => GENDER_MR,
            }),
            first_name: request.person.first_name.as_str(),
            last_name: request.person.last_name.as_str(),
            language: request.lang.code().to_ascii_uppercase(),
        },
        address: HomeAddress {
            house: House {
                street: home.street.as_str(),
                house_number: home.house_number.as_ref().map(Line::as_str),
            },
            zip: Zip {
                zip: home.postcode.as_str(),
                city: home.town.as_str(),
                country_code: home.country.code(),
            },
        },
        notification: match &request.notify {
            Notify::Email(email) => [("notifyMode", NOTIFY_EMAIL), ("email", email.as_str())],
            Notify::Sms(phone) => [("notifyMode", NOTIFY_SMS), (FIELD_MOBILE, phone.as_str())],
        },
        service: match request.kind {
            Kind::PickPost => SERVICE_PICK_POST,
            Kind::MyPost24 => SERVICE_MY_POST_24,
        },
    }
}

/// Names with their values, as they stand there.
fn in_order<S: Serializer>(fields: &[(&'static str, &str); 2], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(fields.iter().copied())
}

/// Reads a status in any of its spellings; `None` (of the option) for one that nobody knows.
fn status(text: &str) -> Option<Verified> {
    let folded = text.replace(['-', '_', ' '], "").to_ascii_lowercase();
    STATUSES.into_iter().find(|(spelling, _)| *spelling == folded).map(|(_, verified)| verified)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{body, status};
    use crate::address::{Fields, Whose};
    use crate::carrier::{Kind, Notify, UserRequest, Verified};
    use crate::contact::Email;
    use crate::i18n::Lang;
    use crate::line::Fault;

    #[test]
    fn the_request_is_the_published_example_to_the_letter() -> Result<(), Fault> {
        let typed = |text: &str| text.to_owned();
        let fields = Fields {
            title: typed("mr"),
            first_name: typed("Test"),
            last_name: typed("User"),
            street: typed("Bellerivestrasse"),
            house_number: typed("5"),
            postcode: typed("8008"),
            town: typed("Zürich"),
            ..Fields::default()
        };
        let home = fields.address(Whose::APerson).expect("an address");
        let request = UserRequest {
            person: home.party.person().cloned().expect("a person"),
            home,
            lang: Lang::De,
            notify: Notify::Email(Email::parse("testuser1@post.ch")?),
            kind: Kind::PickPost,
        };
        let text = include_str!("../../tests/fixtures/post/users-request.json");
        let published: Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(serde_json::to_value(body(&request)).expect("JSON"), published);
        let dense: String = text.split_whitespace().collect();
        assert_eq!(serde_json::to_string(&body(&request)).expect("JSON"), dense, "in its order, too");
        Ok(())
    }

    #[test]
    fn every_spelling_of_a_status_is_understood() {
        for (known, spellings) in [
            (Verified::None, vec!["NONE", "none"]),
            (Verified::Mail, vec!["MAIL", "Mail"]),
            (Verified::RegisteredMail, vec!["REGISTRED_MAIL", "REGISTERED_MAIL", "registered-mail"]),
            (Verified::SuisseId, vec!["SUISSE-ID", "SUISSE_ID", "SUISSEID", "suisse_id"]),
        ] {
            for spelling in spellings.into_iter().chain([known.printed()]) {
                assert_eq!(status(spelling), Some(known), "{spelling}");
            }
        }
        for stranger in ["GOLD", "", "MAIL2", "NONE?", "E-MAIL", "VERIFIED", "REGISTERED"] {
            assert_eq!(status(stranger), None, "{stranger}");
        }
    }
}
