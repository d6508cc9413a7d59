//! What can happen to an order, and who does it: closed sets, the same as in the migrations.

use chrono::{DateTime, Utc};

use crate::orders::Reason;
use crate::orders::life::Move;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The shopper has ordered.
    Placed,
    /// Post has given the User ID.
    UserIdKnown,
    /// Post was silent: the User ID is to be confirmed.
    UserIdToConfirm,
    /// Post was asked again.
    AskedAgain,
    /// The parcel has got its ident code.
    ParcelAnnounced,
    /// A merchant has brought the sending of the parcel's data forward.
    SendNow,
    /// Its invoice is paid.
    Paid,
    /// The shopper has taken a copy of what is kept.
    DataCopied,
    /// The people in it were erased: on their date, or because the shopper asked.
    DataErased,
    /// It has moved on in its life.
    Moved(Move),
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Whoever ordered.
    Shopper,
    /// A merchant, by the e-mail address of the sign-in.
    Merchant(String),
    /// The shop by itself.
    Shop,
    /// The carrier.
    Carrier,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: EventKind,
    /// Who.
    pub by: Actor,
    /// Why, where there is a reason.
    pub why: Option<Reason>,
}

impl EventKind {
    /// Those that move nothing.
    pub const OWN: [Self; 9] = [
        Self::Placed,
        Self::UserIdKnown,
        Self::UserIdToConfirm,
        Self::AskedAgain,
        Self::ParcelAnnounced,
        Self::SendNow,
        Self::Paid,
        Self::DataCopied,
        Self::DataErased,
    ];

    /// As the database and the `.json` write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::UserIdKnown => "user_id_known",
            Self::UserIdToConfirm => "user_id_to_confirm",
            Self::AskedAgain => "asked_again",
            Self::ParcelAnnounced => "parcel_announced",
            Self::SendNow => "send_now",
            Self::Paid => "paid",
            Self::DataCopied => "data_copied",
            Self::DataErased => "data_erased",
            Self::Moved(by) => by.code(),
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let own = Self::OWN.into_iter().find(|kind| kind.code() == code);
        own.or_else(|| Move::parse(code).map(Self::Moved))
    }
}

impl Actor {
    /// The role, as the database writes it.
    #[must_use]
    pub fn role(&self) -> &'static str {
        match self {
            Self::Shopper => "shopper",
            Self::Merchant(_) => "merchant",
            Self::Shop => "shop",
            Self::Carrier => "carrier",
        }
    }

    /// The name, which only a merchant has.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Merchant(email) => Some(email),
            Self::Shopper | Self::Shop | Self::Carrier => None,
        }
    }

    /// As the `.json` and pages show it: a merchant by name, the others by their role.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.name().unwrap_or_else(|| self.role())
    }

    /// Reads a role and a name.
    #[must_use]
    pub fn parse(role: &str, name: Option<String>) -> Option<Self> {
        match (role, name) {
            ("merchant", Some(email)) => Some(Self::Merchant(email)),
            ("shopper", None) => Some(Self::Shopper),
            ("shop", None) => Some(Self::Shop),
            ("carrier", None) => Some(Self::Carrier),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Actor, EventKind};
    use crate::orders::life::Move;

    #[test]
    fn what_a_row_says_is_what_was_written() {
        for kind in EventKind::OWN.into_iter().chain(Move::ALL.map(EventKind::Moved)) {
            assert_eq!(EventKind::parse(kind.code()), Some(kind));
        }
        for actor in [Actor::Shopper, Actor::Merchant("a@example.ch".into()), Actor::Shop, Actor::Carrier] {
            assert_eq!(Actor::parse(actor.role(), actor.name().map(ToOwned::to_owned)), Some(actor));
        }
        assert_eq!(Actor::parse("merchant", None), None);
    }
}
