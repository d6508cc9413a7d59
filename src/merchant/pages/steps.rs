//! What a merchant does with an order: one step in its life.

use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::catalogue::Goods;
use crate::config::PostSettings;
use crate::merchant::clerk::Clerk;
use crate::orders::Order;
use crate::orders::asker::Asker;
use crate::orders::cancel::{Ended, cancel};
use crate::orders::event::Actor;
use crate::orders::life::Move;
use crate::orders::pack::by_hand;
use crate::orders::redirect::Way;
use crate::post::Carrier;
use crate::web::{Answer, Error, Form, see_other};

/// The form: which step.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct StepForm {
    step: String,
}

/// Takes a step; whoever comes too late sees on the order's page what happened instead.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order; [`Error::Unreadable`] for what is no step.
pub async fn submit(
    clerk: Clerk,
    number: Path<String>,
    (carrier, post, goods): (Data<Carrier>, Data<PostSettings>, Data<Goods>),
    Form(form): Form<StepForm>,
) -> Answer {
    let order = clerk.order(&number).await?;
    let (ground, actor) = (&clerk.visit.site.ground, Actor::Merchant(clerk.email.clone()));
    match Move::parse(&form.step).ok_or(Error::Unreadable)? {
        Move::Refunded => {
            if let Ended::Now(left) = cancel(ground, &order, Move::Refunded, &actor).await? {
                goods.left(&left);
            }
        }
        Move::SentAgain => {
            let asker = Asker::new(ground, &carrier, &post);
            asker.redirect(&order, once_more(&order), Move::SentAgain, &actor).await?;
        }
        by => {
            by_hand(ground, &order, by, &actor, post.hold).await?;
        }
    }
    Ok(see_other(&format!("/merchant/orders/{}", order.number)))
}

/// Where it went before, with a User ID of its own.
fn once_more(order: &Order) -> Way {
    match order.delivery.pickup() {
        Some(pickup) => Way::To(Box::new(pickup.point.clone()), Box::new(pickup.collector.clone())),
        None => Way::Address(order.delivery.clone()),
    }
}
