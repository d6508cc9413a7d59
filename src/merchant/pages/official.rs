//! The label as Post drew it, byte for byte; before that, and after it was erased, a page that says so.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Path;
use askama::Template;

use crate::i18n::Lang;
use crate::merchant::clerk::Clerk;
use crate::orders::{Order, list};
use crate::shipping::shipment::store as shipment_store;
use crate::web::page::render;
use crate::web::{Answer, Page};

#[derive(Template)]
#[template(path = "merchant/official.html")]
struct OfficialView {
    p: Page,
    email: String,
    waiting: i64,
    number: String,
    why: String,
}

/// Answers the label.
///
/// # Errors
/// [`crate::web::Error::NotFound`] for an unknown order.
pub async fn show(clerk: Clerk, number: Path<String>) -> Answer {
    let order = clerk.order(&number).await?;
    let label = match order.parcels.first() {
        Some(parcel) => shipment_store::label(clerk.pool(), parcel.id).await?,
        None => None,
    };
    let Some((kind, image)) = label else {
        let waiting = list::waiting(clerk.pool()).await?;
        return render(StatusCode::NOT_FOUND, &view(clerk.visit.page, (clerk.email, waiting), &order));
    };
    let name = format!("inline; filename=\"{}.{}\"", order.number, kind.code());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind.mime()))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(image))
}

fn view(p: Page, (email, waiting): (String, i64), order: &Order) -> OfficialView {
    let erased =
        !order.parcels.is_empty() && (order.erased_at.is_some() || !order.delivery.may_be_labelled());
    let why = p.t(if erased { "official-erased" } else { "official-none" }).into_owned();
    OfficialView { email, waiting, number: order.number.to_string(), why, p }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042/label/official");
    let view = |key: &str| OfficialView {
        email: "anna@example.ch".into(),
        waiting: 1,
        number: "M-10042".into(),
        why: p.t(key).into_owned(),
        p: p.clone(),
    };
    [("merchant-official-none", view("official-none")), ("merchant-official-erased", view("official-erased"))]
        .map(|(name, view)| (name, view.render().unwrap_or_default()))
        .into()
}
