//! What was found: a mark, what it is about, and a sentence that says what to do where something is to be done.

use std::fmt;

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// As it should be.
    Ok,
    /// The shop sells, but somebody should look at it.
    Warning,
    /// The shop does not sell, or sells what cannot be delivered.
    Failed,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How it stands.
    pub mark: Mark,
    what: &'static str,
    words: String,
}

impl Finding {
    /// As it should be.
    pub fn ok(what: &'static str, words: impl Into<String>) -> Self {
        Self { mark: Mark::Ok, what, words: words.into() }
    }

    /// To be looked at.
    pub fn warning(what: &'static str, words: impl Into<String>) -> Self {
        Self { mark: Mark::Warning, what, words: words.into() }
    }

    /// To be mended.
    pub fn failed(what: &'static str, words: impl Into<String>) -> Self {
        Self { mark: Mark::Failed, what, words: words.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.mark {
            Mark::Ok => "ok",
            Mark::Warning => "warning",
            Mark::Failed => "failed",
        };
        write!(f, "{mark:<7} {}: {}", self.what, self.words.trim_end_matches('.'))
    }
}
