//! What the location search is told of a checkout.

use crate::checkout::{Checkout, Step};
use crate::pickup::Kind;
use crate::pickup::finder::Finder;
use crate::shipping::{DeliveryKind, Journey};
use crate::web::Visit;

impl Checkout {
    /// The search for this checkout's point.
    #[must_use]
    pub fn finder<'a>(&'a self, visit: &'a Visit) -> Finder<'a> {
        let misfit = |kind: Kind| {
            let offer = self.offers.iter().find(|offer| offer.kind == DeliveryKind::from(kind));
            offer.and_then(|offer| offer.refused.clone())
        };
        Finder {
            lang: visit.lang(),
            base: visit.page.href(Step::Point.path()),
            instead: visit.page.href(Step::Delivery.path()),
            now: visit.now(),
            arrives: Journey::of(&visit.site.ground.calendar, visit.swiss_now().date()).arrives,
            misfits: [Kind::PickPost, Kind::MyPost24].map(misfit),
            home: self.draft.billing.as_ref().map(|billing| &*billing.address),
            kind: self.draft.delivery.and_then(DeliveryKind::pickup).unwrap_or(Kind::PickPost),
            chosen: self.draft.point_id.as_deref(),
            whose: (self.id(), self.draft.version),
            seal: &visit.site.seal,
            remembers: true,
        }
    }
}
