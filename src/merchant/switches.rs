//! One of several ways to look at a page, each a link.

/// One of them.
#[derive(Clone, Debug)]
pub struct Switch {
    /// What it says.
    pub words: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is the one that is looked at.
    pub current: bool,
}

/// A group of them.
#[derive(Clone, Debug)]
pub struct Switches {
    /// What they are about.
    pub title: String,
    /// The ways.
    pub all: Vec<Switch>,
}
