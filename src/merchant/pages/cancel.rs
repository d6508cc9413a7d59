//! A merchant cancels an order; answers without a page of its own.

use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::catalogue::Goods;
use crate::merchant::clerk::Clerk;
use crate::orders::cancel::{Ended, cancel};
use crate::orders::event::Actor;
use crate::orders::life::Move;
use crate::web::{Answer, Error, Form, see_other};

/// The form carries nothing but its token.
#[derive(Debug, Deserialize)]
pub struct CancelForm {}

/// Cancels the order; one that is cancelled already is left as it is.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order; [`Error::Conflict`] where it is too late.
pub async fn submit(
    clerk: Clerk,
    number: Path<String>,
    goods: Data<Goods>,
    Form(CancelForm {}): Form<CancelForm>,
) -> Answer {
    let order = clerk.order(&number).await?;
    let actor = Actor::Merchant(clerk.email.clone());
    match cancel(&clerk.visit.site.ground, &order, Move::Cancelled, &actor).await? {
        Ended::Now(left) => goods.left(&left),
        Ended::Before => {}
        Ended::TooLate => return Err(Error::Conflict),
    }
    Ok(see_other(&format!("/merchant/orders/{}", order.number)))
}
