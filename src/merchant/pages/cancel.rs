//! A merchant cancels an order; whoever comes too late is told so.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::catalogue::Goods;
use crate::i18n::Lang;
use crate::merchant::clerk::Clerk;
use crate::orders::cancel::{Ended, cancel};
use crate::orders::event::Actor;
use crate::orders::life::Move;
use crate::orders::{Order, list};
use crate::web::page::render;
use crate::web::{Answer, Form, Page, see_other};

/// The form carries nothing but its token.
#[derive(Debug, Deserialize)]
pub struct CancelForm {}

#[derive(Template)]
#[template(path = "merchant/cancel.html")]
struct LateView {
    p: Page,
    email: String,
    waiting: i64,
    number: String,
}

/// Says that it is too late (409).
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk, order: &Order) -> Answer {
    let (email, number) = (clerk.email.clone(), order.number.to_string());
    let waiting = list::waiting(clerk.pool()).await?;
    render(StatusCode::CONFLICT, &LateView { p: clerk.visit.page, email, waiting, number })
}

/// Cancels the order; one that is cancelled already is left as it is. Where the parcel is on its way the answer is a page that says so
/// (409).
///
/// # Errors
/// [`Error::NotFound`](crate::web::Error::NotFound) for an unknown order.
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
        Ended::TooLate => return show(clerk, &order).await,
    }
    Ok(see_other(&format!("/merchant/orders/{}", order.number)))
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042/cancel");
    let view = LateView { p, email: "anna@example.ch".into(), waiting: 1, number: "M-10042".into() };
    vec![("merchant-cancel-late", view.render().unwrap_or_default())]
}
