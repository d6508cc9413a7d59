//! `POST /pickpost/v1/users`: finds or enrols a person and gives the User ID and the status.
//! Documentation: <https://developer.post.ch/en/digital-commerce-api>, chapter PickPost / My Post 24.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::address::{Address, Person, Title};
use crate::contact::{Email, Phone};
use crate::line::Line;
use crate::post::{Carrier, CarrierError, Service, UserId, Verified};

/// Who is asked about. The address is the home of the person who collects, never the point's.
#[derive(Clone, Debug)]
pub struct UserRequest {
    /// Who collects.
    pub person: Person,
    /// Where that person lives.
    pub home: Address,
    /// `DE`, `FR`, `IT` or `EN`; whether Post takes `EN` here is not documented.
    pub language: String,
    /// How Post tells that the parcel is ready.
    pub notify: Notify,
    /// Counter or terminal.
    pub service: Service,
}

/// How Post tells that the parcel is ready.
#[derive(Clone, Debug)]
pub enum Notify {
    /// By e-mail.
    Email(Email),
    /// By SMS.
    Sms(Phone),
}

/// Post's answer.
#[derive(Clone, Debug)]
pub struct UserAnswer {
    /// The ID, for this mandate only.
    pub id: UserId,
    /// What Post knows of the person's identity.
    pub verified: Verified,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    user_details: UserDetails<'a>,
    address: HomeAddress<'a>,
    notification: Notification<'a>,
    service: Service,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UserDetails<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'static str>,
    first_name: &'a str,
    last_name: &'a str,
    language: &'a str,
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

#[derive(Serialize)]
#[serde(tag = "notifyMode", rename_all = "UPPERCASE")]
enum Notification<'a> {
    Email { email: &'a str },
    Sms { mobile: &'a str },
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
        let answer: Answer =
            self.post("users", "/pickpost/v1/users", self.scope_pickpost(), &body(request)).await?;
        let id = answer.id.ok_or(CarrierError::Nonsense("no User ID"))?;
        let id = UserId::parse(&id).map_err(|_| CarrierError::Nonsense("a User ID of no known form"))?;
        let verified = answer.verified.as_str().and_then(Verified::read).unwrap_or_else(|| {
            tracing::warn!("Post gave no status that we know; taken as NONE");
            Verified::None
        });
        Ok(UserAnswer { id, verified })
    }
}

fn body(request: &UserRequest) -> Body<'_> {
    let home = &request.home;
    Body {
        user_details: UserDetails {
            gender: request.person.title.map(|title| match title {
                Title::Ms => "FEMALE",
                Title::Mr => "MALE",
            }),
            first_name: request.person.first_name.as_str(),
            last_name: request.person.last_name.as_str(),
            language: &request.language,
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
            Notify::Email(email) => Notification::Email { email: email.as_str() },
            Notify::Sms(phone) => Notification::Sms { mobile: phone.as_str() },
        },
        service: request.service,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{Notify, UserRequest, body};
    use crate::address::{Address, Country, Party, Person, Postcode, Title};
    use crate::contact::Email;
    use crate::line::{Fault, Line};
    use crate::post::Service;

    #[test]
    fn the_request_is_the_published_example_to_the_letter() -> Result<(), Fault> {
        let person = Person {
            title: Some(Title::Mr),
            first_name: Line::parse("Test")?,
            last_name: Line::parse("User")?,
        };
        let request = UserRequest {
            home: Address {
                party: Party::Person(person.clone()),
                street: Line::parse("Bellerivestrasse")?,
                house_number: Line::optional("5")?,
                extra: None,
                postcode: Postcode::parse("8008")?,
                town: Line::parse("Zürich")?,
                country: Country::Ch,
            },
            person,
            language: "DE".into(),
            notify: Notify::Email(Email::parse("testuser1@post.ch")?),
            service: Service::PickPost,
        };
        let published: Value =
            serde_json::from_str(include_str!("../../tests/fixtures/post/users-request.json")).expect("JSON");
        assert_eq!(serde_json::to_value(body(&request)).expect("JSON"), published);
        Ok(())
    }
}
