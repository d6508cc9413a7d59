//! How asking Post can fail. For the shop all of it means the same: to be confirmed (rule 7).

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
}

impl CarrierError {
    /// A short word for histories and metrics.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Unreachable => "unreachable",
            Self::Down(_) => "down",
            Self::Refused(_) => "refused",
            Self::Unauthorised => "unauthorised",
            Self::Nonsense(_) => "nonsense",
        }
    }

    /// The HTTP status, where it says more than the word.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Down(status) | Self::Refused(status) => Some(*status),
            _ => None,
        }
    }
}

impl From<reqwest::Error> for CarrierError {
    fn from(error: reqwest::Error) -> Self {
        match error {
            error if error.is_timeout() => Self::Timeout,
            error if error.is_connect() || error.is_request() => Self::Unreachable,
            _ => Self::Nonsense("the answer broke off"),
        }
    }
}
