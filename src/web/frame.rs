//! What stands around every page, as data from above: this toolkit knows no subject that it links to.

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

/// What every page shows around itself.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Who shows the page.
    pub brand: Brand,
    /// The key of the sentence above everything.
    pub strip: &'static str,
    /// The header's navigation.
    pub header: Navigation,
    /// What the visitor has, with a number on it.
    pub badge: Badge,
    /// The footer's navigation.
    pub footer: Navigation,
    /// The key of the sentence beside the brand in the footer.
    pub footer_line: &'static str,
    /// Who made what the page is made of.
    pub credits: &'static str,
    /// The ways on from a page of errors; the first one stands out.
    pub ways_on: Vec<Link>,
}

/// A name and its sign.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    /// The same in all languages.
    pub name: &'static str,
    /// An icon.
    pub icon: &'static str,
}

/// Links that belong together.
#[derive(Clone, Debug, Default)]
pub struct Navigation {
    /// What the style sheet calls it.
    pub class: &'static str,
    /// The key of what it is called.
    pub label: &'static str,
    /// In their order.
    pub links: Vec<Link>,
}

/// A link of the shop's own.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// Path and query below the language.
    pub path: Cow<'static, str>,
    /// The key of its words.
    pub key: Cow<'static, str>,
}

/// A link with a number on it, where the number is not zero.
#[derive(Clone, Debug, Default)]
pub struct Badge {
    /// What the style sheet calls it.
    pub class: &'static str,
    /// An icon.
    pub icon: &'static str,
    /// Where it leads.
    pub link: Link,
    /// The key of what is counted.
    pub count: &'static str,
}

impl Link {
    /// A link that is written down.
    #[must_use]
    pub const fn new(path: &'static str, key: &'static str) -> Self {
        Self { path: Cow::Borrowed(path), key: Cow::Borrowed(key) }
    }
}

/// One for the whole process, as the texts are: samples and pages of errors are made where nothing of a shop is at hand.
static FRAME: OnceLock<Frame> = OnceLock::new();

impl Frame {
    /// Stands around every page from now on. The first one stays.
    pub fn put_up(self) {
        let _ = FRAME.set(self);
    }

    /// What was put up; before that, nothing.
    #[must_use]
    pub fn now() -> &'static Self {
        static NONE: LazyLock<Frame> = LazyLock::new(Frame::default);
        FRAME.get().unwrap_or(&NONE)
    }
}
