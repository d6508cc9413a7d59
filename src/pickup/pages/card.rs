//! One point in words: the card that the map shows for a pin that does not stand in the list.

use askama::Template;
use serde::Deserialize;

use crate::i18n::Lang;
use crate::pickup::finder::Entry;
use crate::pickup::pages::seeker::Seeker;
use crate::web::{Answer, Error, Page, Query, page};

/// Which point.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CardQuery {
    id: String,
}

#[derive(Template)]
#[template(path = "pickup/card.html")]
struct CardView {
    p: Page,
    /// The address of the page that takes the choice.
    base: String,
    entry: Entry,
}

/// Shows a point.
///
/// # Errors
/// [`Error::NotFound`] for an id that no point has; those of whoever may not search here.
pub async fn show<S: Seeker>(seeker: S, Query(query): Query<CardQuery>) -> Answer {
    let point = seeker.points().get(&query.id).ok_or(Error::NotFound)?;
    let finder = seeker.finder();
    page(&CardView { entry: finder.entry(&point), base: finder.base, p: seeker.page().clone() })
}

/// The card as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/anywhere/card");
    let entry = Entry { number: None, ..Entry::sample(lang, 1, None) };
    let view = CardView { base: p.href("/anywhere"), entry, p };
    vec![("card", view.render().unwrap_or_default())]
}
