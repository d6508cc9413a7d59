//! "Cancel this order?": what happens then, and the end of it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::catalogue::Goods;
use crate::i18n::Lang;
use crate::orders::cancel::{Ended, cancel};
use crate::orders::event::Actor;
use crate::orders::life::{LifeState, Move};
use crate::orders::pages::browser;
use crate::orders::{Order, store};
use crate::payments::{Payment, PaymentState};
use crate::web::page::render;
use crate::web::{Answer, Error, OpenForm, Page, Visit, see_other};

#[derive(Template)]
#[template(path = "orders/cancel.html")]
struct CancelView {
    p: Page,
    number: String,
    total: String,
    /// The order's page.
    back: String,
    /// What becomes of the money.
    money: String,
    /// Whether it is too late.
    late: bool,
}

/// The form carries nothing but its token.
#[derive(Debug, Deserialize)]
pub struct CancelForm {}

/// Asks whether it is meant. Where it is too late the page says so, with the way on.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token.
pub async fn show(visit: Visit, path: Path<(String, String)>) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    answer(visit.page, &order)
}

/// Cancels the order; one that is cancelled already is left as it is.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token.
pub async fn submit(
    visit: Visit,
    goods: Data<Goods>,
    path: Path<(String, String)>,
    // The link may have been opened where no session is yet.
    OpenForm(CancelForm {}): OpenForm<CancelForm>,
) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    match cancel(&visit.site.ground, &order, Move::Cancelled, &Actor::Shopper).await? {
        Ended::Now(left) => goods.left(&left),
        Ended::Before => {}
        Ended::TooLate => {
            // As it stands now, not as it stood when it was read.
            let order = store::by_id(visit.lines(), order.id).await?.ok_or(Error::NotFound)?;
            return answer(visit.page, &order);
        }
    }
    Ok(see_other(&visit.page.href(&order.path())))
}

fn answer(p: Page, order: &Order) -> Answer {
    let back = p.href(&order.path());
    if order.life.state == LifeState::Cancelled {
        return Ok(see_other(&back));
    }
    let late = !order.life.state.is_here();
    let money = match (&order.payment, order.payment_state) {
        (Payment::Card { .. }, _) | (_, PaymentState::Paid) => "cancel-money-back",
        (Payment::Invoice, _) => "cancel-money-none",
    };
    let view = CancelView {
        number: order.number.to_string(),
        total: p.chf(&order.amounts.total()),
        back,
        money: p.t(money).into_owned(),
        late,
        p,
    };
    render(if late { StatusCode::CONFLICT } else { StatusCode::OK }, &view)
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/orders/x/cancel");
    let view = |late| CancelView {
        number: "M-10042".into(),
        total: "CHF 35.50".into(),
        back: p.href("/orders/x"),
        money: p.t("cancel-money-back").into_owned(),
        late,
        p: p.clone(),
    };
    [("cancel", view(false)), ("cancel-late", view(true))]
        .map(|(name, view)| (name, view.render().unwrap_or_default()))
        .into()
}
