//! A note about an order.

use chrono::{DateTime, Utc};

use crate::pasted;

/// So many characters a note may have.
pub const LONGEST: usize = 1000;

/// A note. Nobody changes one, and none goes before its order does.
#[derive(Clone, Debug)]
pub struct Note {
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The merchant who wrote it.
    pub who: String,
    /// What it says.
    pub note: String,
}

/// A note as it is kept: without blanks around it, and without what cannot be seen but line ends. `None` where nothing is left,
/// or too much.
#[must_use]
pub fn tidy(typed: &str) -> Option<String> {
    let kept: String = pasted::seen(typed).chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let kept = kept.trim();
    (!kept.is_empty() && kept.chars().count() <= LONGEST).then(|| kept.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, tidy};

    #[test]
    fn a_note_has_words_and_an_end() {
        assert_eq!(tidy(" rang twice\r\nnobody \u{0} in ").as_deref(), Some("rang twice\nnobody  in"));
        assert_eq!(tidy(" \n\u{7}\u{200b}"), None);
        assert!(tidy(&"ü".repeat(LONGEST)).is_some());
        assert!(tidy(&"ü".repeat(LONGEST + 1)).is_none());
    }
}
