//! Who runs the shop, what it keeps of its visitors, and whose work it builds on.

use actix_web::web::Data;
use askama::Template;

use crate::config::Sender;
use crate::i18n::Lang;
use crate::web::cookies::{ALL, Kept};
use crate::web::{Answer, Page, Visit, page};

#[derive(Template)]
#[template(path = "about/about.html")]
struct AboutView {
    p: Page,
    sender: Sender,
    /// Name, purpose and days of every cookie.
    cookies: Vec<(&'static str, Kept)>,
}

/// Shows the page.
///
/// # Errors
/// Only when the template fails, which its sample excludes.
pub async fn show(visit: Visit, sender: Data<Sender>) -> Answer {
    let cookies = ALL.map(|kept| (kept.name(&visit.site), kept)).into();
    page(&AboutView { p: visit.page, sender: (**sender).clone(), cookies })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let cookies = ALL.map(|kept| ("sid", kept)).into();
    let view = AboutView { p: Page::plain(lang, "/about"), sender: Sender::sample(), cookies };
    vec![("about", view.render().unwrap_or_default())]
}
