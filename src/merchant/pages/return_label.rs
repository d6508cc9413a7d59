//! The label with which a parcel comes back: asked for by a merchant, given as Post drew it. No money moves by it.

use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::config::{PostSettings, Sender};
use crate::merchant::clerk::Clerk;
use crate::orders::life::LifeState;
use crate::orders::{Order, OrderNumber, store};
use crate::post::Carrier;
use crate::shipping::prints::store as print_store;
use crate::shipping::returns::{Came, Returner, store as return_store};
use crate::web::{Answer, Error, Form, see_other};

/// Answers the label, and writes down that it was printed.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order, and where there is no such label (any more).
pub async fn show(clerk: Clerk, http: HttpRequest, number: Path<String>) -> Answer {
    let order = clerk.order(&number).await?;
    let (label, kind, image) = return_store::label(clerk.pool(), order.id).await?.ok_or(Error::NotFound)?;
    if http.method() == Method::GET {
        let ground = &clerk.visit.site.ground;
        print_store::note_return(&ground.pool, (label, kind), &clerk.email, ground.clock.now()).await?;
    }
    let name = format!("inline; filename=\"{}-return.{}\"", order.number, kind.code());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind.mime()))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(image))
}

/// The form carries nothing but its token.
#[derive(Debug, Deserialize)]
pub struct ReturnForm {}

/// Asks Post for it, unless there is one.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order; [`Error::Conflict`] where nothing can come back; [`Error::Busy`] while somebody asks.
pub async fn submit(
    clerk: Clerk,
    number: Path<String>,
    (carrier, post, sender): (Data<Carrier>, Data<PostSettings>, Data<Sender>),
    Form(ReturnForm {}): Form<ReturnForm>,
) -> Answer {
    let number = OrderNumber::parse(&number).ok_or(Error::NotFound)?;
    let order = store::by_number(clerk.visit.lines(), number).await?.ok_or(Error::NotFound)?;
    let from = order.delivery.own_address().filter(|_| may(&order)).ok_or(Error::Conflict)?;
    let ground = &clerk.visit.site.ground;
    let returner = Returner { ground, carrier: &carrier, licence: &post.franking_licence, merchant: &sender };
    let what = (&**from, order.lang, order.weight_g());
    match returner.ask(order.id, what, &clerk.email).await? {
        Came::Busy => Err(Error::Busy(3)),
        Came::Drawn | Came::Nothing => Ok(see_other(&format!("/merchant/orders/{}#return", order.number))),
    }
}

/// Whether something of an order can come back by a label: it lives, and so does whoever would send it.
#[must_use]
pub fn may(order: &Order) -> bool {
    let over = [LifeState::Cancelled, LifeState::Refunded].contains(&order.life.state);
    !over && order.erased_at.is_none() && !order.delivery.is_erased()
}
