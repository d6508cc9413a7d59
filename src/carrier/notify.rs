//! How the carrier tells somebody that the parcel is ready.

use serde::{Deserialize, Serialize};

use crate::contact::{Email, Phone};

/// One of two ways.
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

    /// The address or the number, as people write it.
    #[must_use]
    pub fn contact(&self) -> String {
        match self {
            Self::Email(email) => email.readable(),
            Self::Sms(phone) => phone.as_str().to_owned(),
        }
    }
}
