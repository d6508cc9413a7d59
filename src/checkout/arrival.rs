//! Arriving at a step: everything the page needs, or the redirect to the first step that is not done yet.

use std::sync::Arc;

use actix_web::HttpResponse;
use chrono::NaiveDate;
use uuid::Uuid;

use crate::basket::{Basket, Summary, store as basket_store};
use crate::checkout::address_form::AddressForm;
use crate::checkout::{Draft, Step, step, store};
use crate::pickup::{Item, Parcel, Point, Points};
use crate::shipping::calendar::{Journey, waiting};
use crate::shipping::{Offer, offer};
use crate::web::steps::StepLink;
use crate::web::{Error, FormState, Visit, found, see_other};

/// A checkout as a step finds it.
#[derive(Debug)]
pub struct Checkout {
    /// The basket.
    pub basket: Basket,
    /// What was told so far.
    pub draft: Draft,
    /// The four kinds of delivery for this basket today.
    pub offers: [Offer; 4],
    /// The chosen point, if it is there and open.
    pub point: Option<Arc<Point>>,
    /// The first step that is not done.
    pub unmet: Step,
}

/// Loads the checkout for a step.
///
/// # Errors
/// The outer error when the database fails; the inner one is the redirect to where the visitor has to go first.
pub async fn arrive(
    visit: &Visit,
    points: &Points,
    at: Step,
) -> Result<Result<Checkout, HttpResponse>, Error> {
    let Some(checkout) = load(visit, points).await? else {
        return Ok(Err(found(&visit.page.href("/basket"))));
    };
    let early = at > checkout.unmet;
    let foreign = !at.belongs_to(checkout.draft.delivery);
    let wanted = at == Step::Point && checkout.draft.asks_for_a_point();
    if (early || foreign) && !wanted {
        return Ok(Err(found(&visit.page.href(checkout.unmet.path()))));
    }
    Ok(Ok(checkout))
}

/// Loads the checkout of the visitor's basket; `None` without a basket or with an empty one.
///
/// # Errors
/// When the database fails.
pub async fn load(visit: &Visit, points: &Points) -> Result<Option<Checkout>, Error> {
    let Some(id) = visit.basket() else { return Ok(None) };
    let Some(basket) = basket_store::load(visit.pool(), id, visit.lang()).await? else { return Ok(None) };
    if basket.lines.is_empty() {
        return Ok(None);
    }
    let draft = store::load(visit.pool(), id).await?;
    let today = visit.swiss_now().date();
    let offers = offer::offers(&parcel(&basket), today);
    let fits = draft.delivery.is_none_or(|kind| offers.iter().any(|o| o.kind == kind && o.refused.is_none()));
    let kind = draft.delivery.and_then(crate::shipping::DeliveryKind::pickup);
    let point = draft.point_id.as_deref().and_then(|id| points.get(id));
    let point = point.filter(|point| Some(point.kind) == kind && can_be_collected_at(point, today));
    let unmet = Step::first_unmet(&draft, fits, point.is_some());
    Ok(Some(Checkout { basket, draft, offers, point, unmet }))
}

/// Whether a parcel that is ordered today can be collected at a point.
fn can_be_collected_at(point: &Point, today: NaiveDate) -> bool {
    point.shut(today, &waiting(point, Journey::of(today).arrives)).is_none()
}

impl Checkout {
    /// The basket's id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.basket.id
    }

    /// The offer that was chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<&Offer> {
        self.offers.iter().find(|offer| Some(offer.kind) == self.draft.delivery)
    }

    /// The order summary beside the form.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary::new(&self.basket, self.chosen().map(|offer| offer.price))
    }

    /// The steps bar.
    #[must_use]
    pub fn bar(&self, visit: &Visit, at: Step) -> Vec<StepLink> {
        step::bar(&visit.page, at, self.unmet, self.draft.delivery.filter(|kind| at.belongs_to(Some(*kind))))
    }

    /// The page before this step.
    #[must_use]
    pub fn back(&self, visit: &Visit, at: Step) -> String {
        let before = Step::ALL.into_iter().rev().find(|s| *s < at && s.belongs_to(self.draft.delivery));
        visit.page.href(before.map_or("/basket", Step::path))
    }

    /// Remembers an address that names a pick-up point. Where another tab was quicker nothing is remembered.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remember(&self, visit: &Visit, form: &FormState, typed: &AddressForm) -> Result<(), Error> {
        if form.elsewhere.is_some() {
            let draft = Draft { begun: Some(typed.without_point()), ..self.draft.clone() };
            store::save(visit.pool(), self.id(), &draft, visit.now()).await?;
        }
        Ok(())
    }

    /// Saves the changed draft and goes on to the first step that is not done.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another tab was quicker; [`Error::Internal`] when the database fails.
    pub async fn save(&self, visit: &Visit, points: &Points, draft: &Draft) -> Result<HttpResponse, Error> {
        let (turns, pool, id, now) = (&visit.site.ground.turns, visit.pool(), self.id(), visit.now());
        if !turns.alone(id, async || store::save(pool, id, draft, now).await).await? {
            return Err(Error::Conflict);
        }
        let next = load(visit, points).await?.map_or("/basket", |checkout| checkout.unmet.path());
        Ok(see_other(&visit.page.href(next)))
    }
}

/// The basket's parcel, for the fit.
#[must_use]
pub fn parcel(basket: &Basket) -> Parcel {
    let item = |line: &crate::basket::BasketLine| Item {
        name: line.product.name.clone(),
        mm: line.product.mm,
        grams: line.product.weight_g,
        quantity: line.quantity,
    };
    Parcel { items: basket.lines.iter().map(item).collect() }
}
