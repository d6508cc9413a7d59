//! The person who collects: a human being with a home of their own, and how Post tells them.

use serde::{Deserialize, Serialize};

use crate::address::{Address, Person};
use crate::contact::{Email, Phone};

/// Who collects a parcel at a pick-up point. Post enrols this person, not the one who pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collector {
    /// Whose identity document is shown.
    pub person: Person,
    /// Where that person lives; never the point's address.
    pub home: Address,
    /// How Post says that the parcel is ready.
    pub notify: Notify,
}

/// How Post says that the parcel is ready.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Notify {
    /// By e-mail.
    Email(Email),
    /// By SMS.
    Sms(Phone),
}

impl Notify {
    /// As forms and the database write it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Email(_) => "email",
            Self::Sms(_) => "sms",
        }
    }

    /// The e-mail address, if that is the way.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        match self {
            Self::Email(email) => Some(email.as_str()),
            Self::Sms(_) => None,
        }
    }

    /// The mobile number, if that is the way.
    #[must_use]
    pub fn phone(&self) -> Option<&str> {
        match self {
            Self::Email(_) => None,
            Self::Sms(phone) => Some(phone.as_str()),
        }
    }

    /// The address or the number, for showing.
    #[must_use]
    pub fn contact(&self) -> &str {
        self.email().or_else(|| self.phone()).unwrap_or_default()
    }
}
