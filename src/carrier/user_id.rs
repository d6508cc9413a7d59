//! The User ID, opaque to us.

use std::fmt;

/// 1 to 20 letters and digits. Post prints two shapes, `PT011227` and `12345678`
/// (developer.post.ch, chapters 7 and 8); the length keeps keyword and ID within a label's line.
#[derive(Clone, PartialEq, Eq)]
pub struct UserId(String);

/// The text that was no User ID.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a User ID")]
pub struct NoUserId;

impl UserId {
    /// Reads an ID.
    ///
    /// # Errors
    /// [`NoUserId`] for anything else.
    pub fn parse(text: &str) -> Result<Self, NoUserId> {
        let fits = (1..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        if fits { Ok(Self(text.to_owned())) } else { Err(NoUserId) }
    }

    /// The ID.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UserId {
    /// Hidden: an ID belongs into no log (rule 8).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserId(hidden)")
    }
}
