//! How asking the carrier can fail. For the shop all of it means the same: to be confirmed (rule 7).

/// A failed call. Carries no personal data.
#[derive(Debug, thiserror::Error)]
pub enum CarrierError {
    /// No answer within the deadline.
    #[error("Post did not answer in time")]
    Timeout,
    /// No connection.
    #[error("Post cannot be reached")]
    Unreachable,
    /// A fault on Post's side, with its status.
    #[error("Post answered {0}")]
    Down(u16),
    /// Post refused the request, with its status.
    #[error("Post refused with {0}")]
    Refused(u16),
    /// Post refused the credentials, also with a fresh token.
    #[error("Post refused the credentials")]
    Unauthorised,
    /// An answer that makes no sense.
    #[error("Post answered nonsense: {0}")]
    Nonsense(&'static str),
    /// Post wants fewer questions (429), and said nothing of when, or a time for which nobody waits.
    #[error("Post answered 429: it is asked too often")]
    Busy,
    /// Not asked at all: Post has failed several times in a row, a moment ago.
    #[error("Post has failed several times in a row and is left in peace for a moment")]
    Paused,
    /// Not asked at all: too many were asking at once.
    #[error("too many were asking Post at once")]
    Crowded,
}

/// The kind of a failure: what histories and metrics keep of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// See [`CarrierError::Timeout`].
    Timeout,
    /// See [`CarrierError::Unreachable`].
    Unreachable,
    /// See [`CarrierError::Down`].
    Down,
    /// See [`CarrierError::Refused`].
    Refused,
    /// See [`CarrierError::Unauthorised`].
    Unauthorised,
    /// See [`CarrierError::Nonsense`].
    Nonsense,
    /// See [`CarrierError::Busy`].
    Busy,
    /// See [`CarrierError::Paused`].
    Paused,
    /// See [`CarrierError::Crowded`].
    Crowded,
}

impl CarrierError {
    /// Its kind.
    #[must_use]
    pub fn failure(&self) -> Failure {
        match self {
            Self::Timeout => Failure::Timeout,
            Self::Unreachable => Failure::Unreachable,
            Self::Down(_) => Failure::Down,
            Self::Refused(_) => Failure::Refused,
            Self::Unauthorised => Failure::Unauthorised,
            Self::Nonsense(_) => Failure::Nonsense,
            Self::Busy => Failure::Busy,
            Self::Paused => Failure::Paused,
            Self::Crowded => Failure::Crowded,
        }
    }

    /// The code of its kind.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.failure().code()
    }

    /// The HTTP status, where it says more than the word.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Down(status) | Self::Refused(status) => Some(*status),
            Self::Busy => Some(429),
            _ => None,
        }
    }
}

impl Failure {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Timeout,
        Self::Unreachable,
        Self::Down,
        Self::Refused,
        Self::Unauthorised,
        Self::Nonsense,
        Self::Busy,
        Self::Paused,
        Self::Crowded,
    ];

    /// As histories, metrics and the database write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Unreachable => "unreachable",
            Self::Down => "down",
            Self::Refused => "refused",
            Self::Unauthorised => "unauthorised",
            Self::Nonsense => "nonsense",
            Self::Busy => "busy",
            Self::Paused => "paused",
            Self::Crowded => "crowded",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|failure| failure.code() == code)
    }
}
