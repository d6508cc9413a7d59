//! One point in words: the card that the map shows for a pin that does not stand in the list.

use askama::Template;
use serde::Deserialize;

use crate::checkout::Step;
use crate::checkout::arrival::arrive;
use crate::checkout::inventory::Inventory;
use crate::i18n::Lang;
use crate::pickup::finder::Entry;
use crate::web::{Answer, Error, Page, Query, Visit, page};

/// Which point.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CardQuery {
    id: String,
}

#[derive(Template)]
#[template(path = "checkout/card.html")]
struct CardView {
    p: Page,
    entry: Entry,
}

/// Shows a point.
///
/// # Errors
/// [`Error::NotFound`] for an id that no point has; when the database fails.
pub async fn show(visit: Visit, inventory: Inventory, Query(query): Query<CardQuery>) -> Answer {
    let checkout = arrive(&visit, &inventory, Step::Point).await?;
    let point = inventory.points.get(&query.id).ok_or(Error::NotFound)?;
    page(&CardView { entry: checkout.finder(&visit).entry(&point), p: visit.page.clone() })
}

/// The card as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/checkout/point/card");
    let view = CardView { entry: Entry { number: None, ..Entry::sample(lang, 1, None) }, p };
    vec![("card", view.render().unwrap_or_default())]
}
