//! A field of a request: its form, whether it must be there, and what is known of it.

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// `address.zip.city`; an entry of a list is `item.notification[].type`.
    pub path: &'static str,
    /// What it may hold.
    pub form: Form,
    /// When it must be there.
    pub needed: Needed,
    /// What the published contract says, or that nothing is published.
    pub says: &'static str,
}

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// At most so many characters.
    Text(usize),
    /// Digits, from so many to so many.
    Digits(usize, usize),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A number.
    Number,
    /// Yes or no.
    Bool,
    /// A day, `2027-01-18`.
    Day,
    /// Any text, also an empty one.
    Any,
}

/// When a field must be there.
#[derive(Clone, Copy, Debug)]
pub enum Needed {
    /// In every request.
    Always,
    /// It may be left out.
    Never,
    /// Where another field holds this word.
    Where(&'static str, &'static str),
    /// Where another field is not there.
    Without(&'static str),
}

/// A field that must be there.
pub(super) const fn must(path: &'static str, form: Form, says: &'static str) -> Field {
    Field { path, form, needed: Needed::Always, says }
}

/// A field that may be left out.
pub(super) const fn may(path: &'static str, form: Form, says: &'static str) -> Field {
    Field { path, form, needed: Needed::Never, says }
}
