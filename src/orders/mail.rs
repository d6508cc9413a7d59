//! What an order has to tell by mail, and who reads it: closed sets, the same as in the migrations.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::orders::event::Actor;
use crate::orders::life::Move;

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailKind {
    /// It was placed.
    Confirmed,
    /// Post has given the User ID that was to be confirmed.
    UserIdKnown,
    /// Another point was chosen.
    PointChanged,
    /// It is held until somebody decides.
    Held,
    /// Its parcel is with Post.
    HandedOver,
    /// Nobody has collected or taken its parcel.
    CameBack,
    /// The merchant has cancelled it.
    Cancelled,
    /// The shopper has.
    CancelledByShopper,
}

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Whoever ordered, in the order's language.
    Shopper,
    /// The merchant, in English, as all of the merchant's side.
    Merchant,
}

/// A mail that was written down; its words are found when it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its row, and its `Message-ID`.
    pub id: Uuid,
    /// What it tells.
    pub kind: MailKind,
    /// Whom.
    pub reader: Reader,
    /// When it was written down.
    pub written_at: DateTime<Utc>,
}

impl MailKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Confirmed,
        Self::UserIdKnown,
        Self::PointChanged,
        Self::Held,
        Self::HandedOver,
        Self::CameBack,
        Self::Cancelled,
        Self::CancelledByShopper,
    ];

    /// What a move tells; nothing of most. "Ready" is Post's own message.
    #[must_use]
    pub fn of(by: Move, actor: &Actor) -> Option<Self> {
        match by {
            Move::PointChanged => Some(Self::PointChanged),
            Move::Held => Some(Self::Held),
            Move::HandedOver => Some(Self::HandedOver),
            Move::Returned => Some(Self::CameBack),
            Move::Cancelled if *actor == Actor::Shopper => Some(Self::CancelledByShopper),
            Move::Cancelled => Some(Self::Cancelled),
            Move::Announced
            | Move::Packed
            | Move::Unpacked
            | Move::Released
            | Move::PersonCorrected
            | Move::SentAgain
            | Move::Ready
            | Move::Collected
            | Move::ScanRevoked
            | Move::Refunded => None,
        }
    }

    /// As the database writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::UserIdKnown => "user_id_known",
            Self::PointChanged => "point_changed",
            Self::Held => "held",
            Self::HandedOver => "handed_over",
            Self::CameBack => "came_back",
            Self::Cancelled => "cancelled",
            Self::CancelledByShopper => "cancelled_by_shopper",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Who is told of it: the merchant of what somebody behind the counter has to know of, and has not done.
    #[must_use]
    pub fn readers(self, by: &Actor) -> &'static [Reader] {
        match self {
            Self::Held if matches!(by, Actor::Merchant(_)) => &[Reader::Shopper],
            Self::Confirmed | Self::Held | Self::CameBack | Self::CancelledByShopper => {
                &[Reader::Shopper, Reader::Merchant]
            }
            Self::UserIdKnown | Self::PointChanged | Self::HandedOver | Self::Cancelled => &[Reader::Shopper],
        }
    }
}

impl Reader {
    /// As the database writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Shopper => "shopper",
            Self::Merchant => "merchant",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Shopper, Self::Merchant].into_iter().find(|reader| reader.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::{MailKind, Reader};
    use crate::orders::event::Actor;

    #[test]
    fn what_a_row_says_is_what_was_written() {
        for kind in MailKind::ALL {
            assert_eq!(MailKind::parse(kind.code()), Some(kind));
            assert!(
                kind.readers(&Actor::Shop).contains(&Reader::Shopper),
                "{kind:?}: the shopper knows of everything"
            );
            for reader in kind.readers(&Actor::Shop) {
                assert_eq!(Reader::parse(reader.code()), Some(*reader));
            }
        }
        assert_eq!(MailKind::parse("ready"), None, "that is Post's own message");
    }
}
