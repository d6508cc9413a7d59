//! Who runs the shop, what it keeps of its visitors, and whose work it builds on.

use actix_web::web::Data;
use askama::Template;

use crate::config::Sender;
use crate::i18n::Lang;
use crate::web::{Answer, Page, Visit, page};

#[derive(Template)]
#[template(path = "about/about.html")]
struct AboutView {
    p: Page,
    sender: Sender,
}

/// Shows the page.
///
/// # Errors
/// Only when the template fails, which its sample excludes.
pub async fn show(visit: Visit, sender: Data<Sender>) -> Answer {
    page(&view(visit.page, &sender))
}

fn view(p: Page, sender: &Sender) -> AboutView {
    AboutView { p, sender: sender.clone() }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    vec![("about", view(Page::plain(lang, "/about"), &Sender::sample()).render().unwrap_or_default())]
}
