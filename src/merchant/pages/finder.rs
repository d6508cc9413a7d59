//! What the location search is told of an order behind the counter.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use crate::catalogue::{Goods, Shelf};
use crate::merchant::clerk::Clerk;
use crate::orders::Order;
use crate::orders::another::{At, May};
use crate::orders::event::Actor;
use crate::pickup::Points;
use crate::pickup::finder::Finder;
use crate::pickup::pages::seeker::Seeker;
use crate::web::{Error, Page};

/// A merchant who looks for another point for an order.
pub struct Seeking {
    clerk: Clerk,
    order: Order,
    shelf: Arc<Shelf>,
    points: Data<Points>,
}

/// Where and when another point is looked for.
#[must_use]
pub fn at<'a>(clerk: &'a Clerk, order: &Order, shelf: &'a Shelf) -> At<'a> {
    let order = format!("/merchant/orders/{}", order.number);
    At {
        lang: clerk.visit.lang(),
        base: format!("{order}/point"),
        instead: order,
        now: clerk.visit.now(),
        calendar: &clerk.visit.site.ground.calendar,
        shelf,
        seal: &clerk.visit.site.seal,
    }
}

impl FromRequest for Seeking {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Self::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let clerk = Clerk::extract(&request).await?;
            Ok(read(&request, clerk).await?)
        })
    }
}

/// Only while another point can be chosen for the order: the page itself says why not.
async fn read(request: &HttpRequest, clerk: Clerk) -> Result<Seeking, Error> {
    let held = request.app_data::<Data<Points>>().zip(request.app_data::<Data<Goods>>());
    let (points, goods) = held.ok_or(Error::NotFound)?;
    let order = clerk.order(request.match_info().get("number").ok_or(Error::NotFound)?).await?;
    if May::of(&order, &Actor::Merchant(clerk.email.clone())) != May::Yes {
        return Err(Error::Elsewhere(format!("/merchant/orders/{}/point", order.number)));
    }
    Ok(Seeking { clerk, order, shelf: goods.now(), points: points.clone() })
}

impl Seeker for Seeking {
    // Whoever is signed in.
    type Guest = Clerk;

    fn page(&self) -> &Page {
        &self.clerk.visit.page
    }

    fn points(&self) -> &Points {
        &self.points
    }

    fn finder(&self) -> Finder<'_> {
        self.order.finder(&at(&self.clerk, &self.order, &self.shelf))
    }
}
