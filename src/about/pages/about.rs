//! Who runs the shop, what it keeps of its visitors, and whose work it builds on.

use actix_web::web::Data;
use askama::Template;

use crate::config::Sender;
use crate::i18n::{Lang, Value};
use crate::orders::pages::browser::MOST;
use crate::orders::personal::retention;
use crate::orders::personal::sight::LINK_DAYS;
use crate::web::cookies::{ALL, Kept, SESSION};
use crate::web::{Answer, Page, Visit, page};

#[derive(Template)]
#[template(path = "about/about.html")]
struct AboutView {
    p: Page,
    sender: Sender,
    /// Name, purpose and days of every cookie.
    cookies: Vec<(&'static str, Kept)>,
    /// How many orders the session knows.
    orders: [(&'static str, Value<'static>); 1],
    /// What is kept, for how long.
    privacy: [String; 3],
}

/// Shows the page.
///
/// # Errors
/// Only when the template fails, which its sample excludes.
pub async fn show(visit: Visit, sender: Data<Sender>) -> Answer {
    let cookies = ALL.map(|kept| (kept.name(&visit.site), kept)).into();
    page(&view(visit.page, (**sender).clone(), cookies))
}

fn view(p: Page, sender: Sender, cookies: Vec<(&'static str, Kept)>) -> AboutView {
    let (days, years) = (retention::PEOPLE.into(), retention::BOOKS.into());
    let privacy = [
        p.n("about-privacy", SESSION.days),
        p.with("about-privacy-order", &[("days", days), ("years", years)]),
        p.n("about-privacy-rights", LINK_DAYS),
    ];
    AboutView { p, sender, cookies, orders: [("orders", MOST.into())], privacy }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let cookies = ALL.map(|kept| ("sid", kept)).into();
    let view = view(Page::plain(lang, "/about"), Sender::sample(), cookies);
    vec![("about", view.render().unwrap_or_default())]
}
