//! Arriving at a step: everything the page needs, or the way to the first step that is not done yet. A page asks twice:
//! for the draft and for the basket; goods and points are held in memory.

use std::sync::Arc;

use actix_web::HttpResponse;
use chrono::NaiveDate;
use uuid::Uuid;

use crate::basket::store::{self as basket_store, Quantities};
use crate::basket::{Basket, Summary};
use crate::checkout::address_form::AddressForm;
use crate::checkout::ask::{Asked, ask};
use crate::checkout::draft::can_be_collected_at;
use crate::checkout::inventory::Inventory;
use crate::checkout::keep::keep;
use crate::checkout::{Draft, Step, seen, step, store};
use crate::limit::ASK_POST;
use crate::orders::store as order_store;
use crate::pickup::{Point, Points};
use crate::post::Carrier;
use crate::shipping::{Collector, DeliveryKind, Mandate, Offer, offer, question, store as shipping_store};
use crate::web::steps::StepLink;
use crate::web::{Error, FormState, Visit, limit, see_other};

/// A draft as a form finds it, before anybody has looked into the basket.
#[derive(Debug)]
pub struct Arrival {
    id: Uuid,
    /// What was told so far.
    pub draft: Draft,
    /// The chosen point, if it is there and open.
    pub point: Option<Arc<Point>>,
    /// The day of the data that the point was read from.
    points_as_of: NaiveDate,
    inventory: Inventory,
}

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
    /// The day of the data that the point was read from.
    pub points_as_of: NaiveDate,
    /// The first step that is not done.
    pub unmet: Step,
}

/// Loads the checkout for the page of a step.
///
/// # Errors
/// [`Error::Elsewhere`] where another page comes first.
pub async fn arrive(visit: &Visit, inventory: &Inventory, at: Step) -> Result<Checkout, Error> {
    let checkout = load(visit, inventory).await?;
    belongs(visit, at, checkout.unmet, &checkout.draft)?;
    Ok(checkout)
}

/// Loads what the form of a step needs to be taken: the draft alone. Whether the parcel fits, the next page sees.
///
/// # Errors
/// [`Error::Elsewhere`] where another page comes first.
pub async fn take(visit: &Visit, inventory: &Inventory, at: Step) -> Result<Arrival, Error> {
    let arrival = begin(visit, inventory).await?;
    belongs(visit, at, arrival.unmet(true), &arrival.draft).map_err(moved_on)?;
    Ok(arrival)
}

/// The same page, which says that the form came too late: in another window the checkout has gone another way.
#[must_use]
pub fn moved_on(error: Error) -> Error {
    match error {
        Error::Elsewhere(path) if path.contains("/checkout/") => Error::Elsewhere(format!("{path}?changed")),
        error => error,
    }
}

/// Loads the checkout of the visitor's basket.
///
/// # Errors
/// [`Error::Elsewhere`] without a basket or with an empty one.
pub async fn load(visit: &Visit, inventory: &Inventory) -> Result<Checkout, Error> {
    begin(visit, inventory).await?.look_into(visit).await
}

async fn begin(visit: &Visit, inventory: &Inventory) -> Result<Arrival, Error> {
    let id = basket(visit)?;
    let draft = store::load(visit.lines(), id).await?;
    // One reading for the point and its age.
    let points = inventory.points.now();
    let point = draft.point_id.as_deref().and_then(|id| points.get(id).cloned());
    let kind = draft.delivery.and_then(DeliveryKind::pickup);
    let today = visit.swiss_now().date();
    let point = point.filter(|point| {
        Some(point.kind) == kind && can_be_collected_at(point, (&visit.site.ground.calendar, today))
    });
    let points_as_of = points.as_of();
    Ok(Arrival { id, draft, point, points_as_of, inventory: inventory.clone() })
}

/// The visitor's basket.
///
/// # Errors
/// [`Error::Elsewhere`] where there is none.
pub fn basket(visit: &Visit) -> Result<Uuid, Error> {
    visit.basket().ok_or_else(|| no_basket(visit))
}

/// The way to the order that a basket has become: whoever goes back after ordering finds it.
async fn ordered(visit: &Visit, basket: Uuid) -> Result<Option<Error>, Error> {
    let token = order_store::token_of_basket(visit.lines(), basket).await?;
    Ok(token.map(|token| Error::Elsewhere(visit.page.href(&format!("/orders/{token}")))))
}

fn has_moved(
    visit: &Visit,
    points: &Points,
    now: &Draft,
    wanted: (&str, &Draft),
    state: &mut FormState,
) -> bool {
    state.meanwhile = seen::meanwhile(&visit.page, points, now, wanted);
    state.put("version", &seen::version(now));
    !state.meanwhile.is_empty()
}

fn no_basket(visit: &Visit) -> Error {
    Error::Elsewhere(visit.page.href("/basket"))
}

fn belongs(visit: &Visit, at: Step, unmet: Step, draft: &Draft) -> Result<(), Error> {
    let foreign = !at.belongs_to(draft.delivery);
    let wanted = at == Step::Point && draft.asks_for_a_point();
    if (at > unmet || foreign) && !wanted {
        return Err(Error::Elsewhere(visit.page.href(unmet.path())));
    }
    Ok(())
}

impl Arrival {
    /// The basket's id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    fn unmet(&self, fits: bool) -> Step {
        Step::first_unmet(&self.draft, fits, self.point.is_some())
    }

    /// The way to the first step that is not done.
    #[must_use]
    pub fn onward(&self, visit: &Visit) -> HttpResponse {
        self.onward_with(visit, &self.draft)
    }

    /// The same with this draft, which names the same point.
    #[must_use]
    pub fn onward_with(&self, visit: &Visit, draft: &Draft) -> HttpResponse {
        see_other(&visit.page.href(Step::first_unmet(draft, true, self.point.is_some()).path()))
    }

    /// The way to the first step that is not done, which says that the form came too late.
    #[must_use]
    pub fn has_gone_on(&self, visit: &Visit) -> Error {
        moved_on(Error::Elsewhere(visit.page.href(self.unmet(true).path())))
    }

    /// Looks into the basket, for a page with the order's summary.
    ///
    /// # Errors
    /// [`Error::Elsewhere`] where it is empty, or has become an order.
    pub async fn look_into(self, visit: &Visit) -> Result<Checkout, Error> {
        match basket_store::load(visit.lines(), self.id).await? {
            Some(lines) => self.with(visit, &lines),
            None => Err(ordered(visit, self.id).await?.unwrap_or_else(|| no_basket(visit))),
        }
    }

    /// Whether another window has changed something since the page of a form was made. The form's state says what then, and
    /// carries the version of now.
    pub fn has_moved(&self, visit: &Visit, wanted: (&str, &Draft), state: &mut FormState) -> bool {
        has_moved(visit, &self.inventory.points, &self.draft, wanted, state)
    }

    /// The same for whoever had to wait while Post was asked for another click: they are no later than that one, and whom it named
    /// is not held against them.
    pub fn has_moved_otherwise(
        &self,
        visit: &Visit,
        (seen, collector): (&str, &Collector),
        state: &mut FormState,
    ) -> bool {
        let now = seen::but_for_the_collector(seen, &self.draft);
        let wanted = Draft { collector: Some(collector.clone()), ..now.clone() };
        let moved = has_moved(visit, &self.inventory.points, &now, (seen, &wanted), state);
        // The page that tells them shows what stands: sent again, it is later than everything.
        state.put("version", &seen::version(&self.draft));
        moved
    }

    fn with(self, visit: &Visit, lines: &Quantities) -> Result<Checkout, Error> {
        let basket = Basket::of(self.id, lines, &self.inventory.goods.now(), visit.lang());
        if basket.lines.is_empty() {
            return Err(no_basket(visit));
        }
        let offers = offer::offers(&basket.parcel(), &visit.site.ground.calendar, visit.swiss_now().date());
        let takes = |kind| offers.iter().any(|offer| offer.kind == kind && offer.refused.is_none());
        let unmet = self.unmet(self.draft.delivery.is_none_or(takes));
        let (point, points_as_of) = (self.point, self.points_as_of);
        Ok(Checkout { basket, draft: self.draft, offers, point, points_as_of, unmet })
    }

    /// Remembers an address that names a pick-up point. Where another tab was quicker nothing is remembered.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remember(&self, visit: &Visit, form: &FormState, typed: &AddressForm) -> Result<(), Error> {
        remember(visit, self.id, &self.draft, (form, typed)).await
    }

    /// Saves the changed draft and goes on to the first step that is not done.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another tab was quicker; [`Error::Internal`] when the database fails.
    pub async fn save(&self, visit: &Visit, draft: &Draft) -> Result<HttpResponse, Error> {
        save(visit, &self.inventory, self.id, draft).await
    }
}

/// Saves a changed draft and goes on to the first step that is not done.
async fn save(visit: &Visit, inventory: &Inventory, id: Uuid, draft: &Draft) -> Result<HttpResponse, Error> {
    if !keep(&visit.site.ground, id, draft).await? {
        return Err(Error::Conflict);
    }
    let point = draft.point_id.as_deref().and_then(|id| inventory.points.get(id));
    let kind = draft.delivery.and_then(DeliveryKind::pickup);
    let today = visit.swiss_now().date();
    let open = point.is_some_and(|point| {
        Some(point.kind) == kind && can_be_collected_at(&point, (&visit.site.ground.calendar, today))
    });
    Ok(see_other(&visit.page.href(Step::first_unmet(draft, true, open).path())))
}

async fn remember(
    visit: &Visit,
    id: Uuid,
    draft: &Draft,
    (form, typed): (&FormState, &AddressForm),
) -> Result<(), Error> {
    if form.elsewhere.is_some() {
        let draft = Draft { begun: Some(typed.without_point()), ..draft.clone() };
        keep(&visit.site.ground, id, &draft).await?;
    }
    Ok(())
}

impl Checkout {
    /// The basket's id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.basket.id
    }

    /// What the page's forms carry, so that a later one is told what has changed.
    #[must_use]
    pub fn version(&self) -> String {
        seen::version(&self.draft)
    }

    /// Whether another window has changed something, as [`Arrival::has_moved`].
    pub fn has_moved(
        &self,
        visit: &Visit,
        inventory: &Inventory,
        wanted: (&str, &Draft),
        state: &mut FormState,
    ) -> bool {
        has_moved(visit, &inventory.points, &self.draft, wanted, state)
    }

    /// The offer that was chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<&Offer> {
        self.offers.iter().find(|offer| Some(offer.kind) == self.draft.delivery)
    }

    /// Takes out of the basket what is not on the shelf any more: nobody sees it there, and it would stand in the way of
    /// the order for ever. To be asked of goods that were just read.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn let_go(&mut self, visit: &Visit) -> Result<(), Error> {
        let gone: Vec<(i16, i32)> = self.basket.gone.drain(..).map(|(id, _)| (id, 0)).collect();
        if !gone.is_empty() {
            let (turns, pool, now) = (&visit.site.ground.turns, visit.lines(), visit.now());
            turns.alone(self.id(), async || basket_store::set(pool, self.id(), &gone, now).await).await?;
        }
        Ok(())
    }

    /// The order summary beside the form.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary::new(&self.basket, self.chosen().and_then(|offer| offer.price))
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

    /// The mandate of this order with its User ID; `None` where there is none yet.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mandate(&self, visit: &Visit) -> sqlx::Result<Option<Mandate>> {
        match self.draft.mandate {
            Some(id) => shipping_store::mandate(visit.lines(), id).await,
            None => Ok(None),
        }
    }

    /// The same once Post has heard of whoever collects in the language of the page, which is the order's: it writes to them in
    /// it. Where Post is silent it is to confirm, and the order asks again in its own language (rule 7).
    ///
    /// # Errors
    /// When the database fails; [`Error::Elsewhere`] where another step comes first, or Post was asked too often to be asked now.
    pub async fn heard(self, visit: &Visit, inventory: &Inventory, carrier: &Carrier) -> Result<Self, Error> {
        if !self.draft.was_asked_otherwise(visit.lang()) {
            return Ok(self);
        }
        let again = async |_| ask_again(visit, inventory, carrier).await;
        question::alone(&visit.site.ground, self.id(), again).await?;
        arrive(visit, inventory, Step::Review).await
    }

    /// Remembers an address that names a pick-up point. Where another tab was quicker nothing is remembered.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remember(&self, visit: &Visit, form: &FormState, typed: &AddressForm) -> Result<(), Error> {
        remember(visit, self.id(), &self.draft, (form, typed)).await
    }

    /// Saves the changed draft and goes on to the first step that is not done.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another tab was quicker; [`Error::Internal`] when the database fails.
    pub async fn save(
        &self,
        visit: &Visit,
        inventory: &Inventory,
        draft: &Draft,
    ) -> Result<HttpResponse, Error> {
        save(visit, inventory, self.id(), draft).await
    }
}

/// Asks, unless somebody has meanwhile.
async fn ask_again(visit: &Visit, inventory: &Inventory, carrier: &Carrier) -> Result<(), Error> {
    let arrival = take(visit, inventory, Step::Review).await?;
    let (draft, lang) = (&arrival.draft, visit.lang());
    let collector = draft.collector.clone().filter(|_| draft.was_asked_otherwise(lang));
    let (Some(collector), Some(point)) = (collector, &arrival.point) else { return Ok(()) };
    let grant = async || limit::take(visit, &ASK_POST).await;
    let (at, hint) = ((arrival.id, draft, &**point), std::future::ready(draft.hint.clone()));
    match ask(&visit.site.ground, carrier, at, (collector, lang), grant, hint).await? {
        Asked::Now(_) => Ok(()),
        Asked::Changed => Err(Error::Conflict),
        // The page of the collector says how long to wait.
        Asked::Wait(_) => Err(Error::Elsewhere(visit.page.href(Step::Collector.path()))),
    }
}
