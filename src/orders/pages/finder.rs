//! What the location search is told of an order, by whoever may see it.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use crate::catalogue::{Goods, Shelf};
use crate::orders::another::{At, May};
use crate::orders::event::Actor;
use crate::orders::pages::browser;
use crate::orders::{Order, store};
use crate::pickup::Points;
use crate::pickup::finder::Finder;
use crate::pickup::pages::seeker::Seeker;
use crate::web::{Error, Page, Visit};

/// Who looks for another point for an order, with its link.
pub struct Seeking {
    visit: Visit,
    order: Order,
    shelf: Arc<Shelf>,
    points: Data<Points>,
}

/// Where and when another point is looked for.
#[must_use]
pub fn at<'a>(visit: &'a Visit, order: &Order, shelf: &'a Shelf) -> At<'a> {
    At {
        lang: visit.lang(),
        base: format!("{}/point", visit.page.href(&order.path())),
        instead: visit.page.href(&order.path()),
        now: visit.now(),
        calendar: &visit.site.ground.calendar,
        shelf,
        seal: &visit.site.seal,
    }
}

impl FromRequest for Seeking {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { read(&request).await })
    }
}

/// Only whoever may see the order, and only while another point can be chosen for it: the page itself says why not.
async fn read(request: &HttpRequest) -> Result<Seeking, Error> {
    let held = request.app_data::<Data<Points>>().zip(request.app_data::<Data<Goods>>());
    let (points, goods) = held.ok_or(Error::NotFound)?;
    let token = request.match_info().get("token").ok_or(Error::NotFound)?;
    let visit = Visit::extract(request).await?;
    let order = store::by_token(visit.lines(), token).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    if May::of(&order, &Actor::Shopper) != May::Yes {
        return Err(Error::Elsewhere(format!("{}/point", visit.page.href(&order.path()))));
    }
    Ok(Seeking { visit, order, shelf: goods.now(), points: points.clone() })
}

impl Seeker for Seeking {
    // Whoever may not see the order is not helped beside it either.
    type Guest = Self;

    fn page(&self) -> &Page {
        &self.visit.page
    }

    fn points(&self) -> &Points {
        &self.points
    }

    fn finder(&self) -> Finder<'_> {
        self.order.finder(&at(&self.visit, &self.order, &self.shelf))
    }
}
