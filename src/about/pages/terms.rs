//! The terms of the shop, with the day of their version.

use askama::Template;

use crate::about::TERMS;
use crate::carrier::Kind;
use crate::i18n::{Lang, dates};
use crate::money::Rappen;
use crate::parcel::tariff;
use crate::pickup::point::waiting;
use crate::web::{Answer, Page, Visit, page};

#[derive(Template)]
#[template(path = "about/terms.html")]
struct TermsView {
    p: Page,
    version: String,
    /// What things cost, by the tariff.
    prices: String,
    /// How fast they come, and how long they wait.
    delivery: String,
}

/// Shows the page.
///
/// # Errors
/// Only when the template fails, which its sample excludes.
pub async fn show(visit: Visit) -> Answer {
    page(&view(visit.page))
}

fn view(p: Page) -> TermsView {
    let waits = [Kind::PickPost, Kind::MyPost24].map(waiting::days);
    TermsView {
        version: dates::full(p.lang, TERMS),
        prices: prices(p.lang),
        delivery: p.xy("terms-delivery", waits[0], waits[1]),
        p,
    }
}

fn prices(lang: Lang) -> String {
    let band = |(grams, price): (i64, Rappen)| lang.xy("terms-price-band", price, grams / 1000);
    let bands = tariff::TO_ADDRESS.map(band).join(", ");
    let (point, bulky) = (tariff::TO_POINT.to_string(), tariff::BULKY.to_string());
    lang.with("terms-price", &[("point", point.into()), ("bands", bands.into()), ("bulky", bulky.into())])
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    vec![("terms", view(Page::plain(lang, "/terms")).render().unwrap_or_default())]
}
