//! The terms of the shop, with the day of their version.

use askama::Template;

use crate::about::TERMS;
use crate::i18n::{Lang, dates};
use crate::web::{Answer, Page, Visit, page};

#[derive(Template)]
#[template(path = "about/terms.html")]
struct TermsView {
    p: Page,
    version: String,
}

/// Shows the page.
///
/// # Errors
/// Only when the template fails, which its sample excludes.
pub async fn show(visit: Visit) -> Answer {
    page(&view(visit.page))
}

fn view(p: Page) -> TermsView {
    TermsView { version: dates::full(p.lang, TERMS), p }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    vec![("terms", view(Page::plain(lang, "/terms")).render().unwrap_or_default())]
}
