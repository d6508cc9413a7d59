//! What the location search is told of a checkout.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::checkout::arrival::arrive;
use crate::checkout::inventory::Inventory;
use crate::checkout::{Checkout, Step};
use crate::pickup::finder::Finder;
use crate::pickup::pages::seeker::Seeker;
use crate::pickup::{Kind, Points};
use crate::shipping::{DeliveryKind, Journey};
use crate::web::{Error, Page, Visit};

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
            offers_posts_map: true,
        }
    }
}

/// Who looks for a point in a checkout.
pub struct Seeking {
    visit: Visit,
    inventory: Inventory,
    checkout: Checkout,
}

impl FromRequest for Seeking {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let (visit, inventory) = (Visit::extract(&request).await?, Inventory::extract(&request).await?);
            let checkout = arrive(&visit, &inventory, Step::Point).await?;
            Ok(Self { visit, inventory, checkout })
        })
    }
}

impl Seeker for Seeking {
    // What is called so, and what lies where, is no secret: nothing is read for each letter.
    type Guest = Visit;

    fn page(&self) -> &Page {
        &self.visit.page
    }

    fn points(&self) -> &Points {
        &self.inventory.points
    }

    fn finder(&self) -> Finder<'_> {
        self.checkout.finder(&self.visit)
    }
}
