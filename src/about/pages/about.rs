//! Who runs the shop, what it keeps of its visitors, and whose work it builds on.

use askama::Template;

use crate::i18n::Lang;
use crate::web::{Answer, Page, Visit, page};

#[derive(Template)]
#[template(path = "about/about.html")]
struct AboutView {
    p: Page,
}

/// Shows the page.
///
/// # Errors
/// Only when the template fails, which its sample excludes.
pub async fn show(visit: Visit) -> Answer {
    page(&view(visit.page))
}

fn view(p: Page) -> AboutView {
    AboutView { p }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    vec![("about", view(Page::plain(lang, "/about")).render().unwrap_or_default())]
}
