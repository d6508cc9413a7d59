//! What the location search is told of an order that shall go to another point.

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::catalogue::Shelf;
use crate::clock::swiss;
use crate::i18n::Lang;
use crate::orders::Order;
use crate::pickup::finder::Finder;
use crate::pickup::{Item, Kind, Parcel, split};
use crate::seal::Seal;
use crate::shipping::Journey;

/// Where and when somebody searches.
#[derive(Clone, Debug)]
pub struct At<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// The address of the search's page.
    pub base: String,
    /// The address of the order's page.
    pub instead: String,
    /// The present.
    pub now: DateTime<Utc>,
    /// The working days.
    pub calendar: &'a Calendar,
    /// How large the articles are.
    pub shelf: &'a Shelf,
    /// Seals the choices.
    pub seal: &'a Seal,
}

impl Order {
    /// The search for another point. A choice is good for this order while its delivery is in this version, so that each is
    /// taken once.
    #[must_use]
    pub fn finder<'a>(&'a self, at: &At<'a>) -> Finder<'a> {
        let parcel = self.parcel(at.shelf);
        let pickup = self.delivery.pickup();
        Finder {
            lang: at.lang,
            base: at.base.clone(),
            instead: at.instead.clone(),
            now: at.now,
            // As if it went out today.
            arrives: Journey::of(at.calendar, swiss(at.now).date()).arrives,
            misfits: [Kind::PickPost, Kind::MyPost24].map(|kind| split(&parcel, Some(kind)).err()),
            home: self.delivery.own_address().map(|home| &**home),
            kind: pickup.map_or(Kind::PickPost, |pickup| pickup.point.kind),
            chosen: pickup.map(|pickup| pickup.point.id.as_str()),
            whose: (self.id, self.version),
            seal: at.seal,
            remembers: false,
            offers_posts_map: false,
        }
    }

    /// What is sent together. Of an order that does not say how large its articles were, the shelf does; what is there no more
    /// counts by its weight.
    fn parcel(&self, goods: &Shelf) -> Parcel {
        let items = self.lines.iter().map(|line| Item {
            name: line.name.clone(),
            mm: line.mm.unwrap_or_else(|| {
                goods.get(self.lang, line.product_id).map_or([1; 3], |product| product.mm)
            }),
            grams: line.weight_g,
            quantity: line.quantity,
        });
        Parcel { items: items.collect() }
    }
}
