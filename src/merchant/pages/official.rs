//! The label as Post drew it, byte for byte, and the word in the history that it was printed; before there is one, and after it was
//! erased, a page that says so. And the order to Post for it, however long it was to be held, or why it cannot be ordered and the
//! way on.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::config::PostSettings;
use crate::i18n::Lang;
use crate::merchant::clerk::Clerk;
use crate::merchant::refusal::Refusal;
use crate::orders::event::Actor;
use crate::orders::send_now::send_now;
use crate::orders::{Order, OrderNumber, list, store};
use crate::shipping::Parcel;
use crate::shipping::prints::store as print_store;
use crate::shipping::shipment::store as shipment_store;
use crate::web::page::render;
use crate::web::{Answer, Error, Form, Page, Query, see_other};

#[derive(Template)]
#[template(path = "merchant/official.html")]
struct OfficialView {
    p: Page,
    email: String,
    waiting: i64,
    number: String,
    why: String,
    /// What to do about it.
    way: Option<String>,
    /// Whether another point is a way on.
    elsewhere: bool,
}

/// Which of the order's parcels, from 1.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ParcelQuery {
    parcel: Option<i16>,
}

impl ParcelQuery {
    /// That one of the order's; the first where none is named. `None` where it has no parcel yet.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one that it does not have.
    pub fn of<'a>(&self, order: &'a Order) -> Result<Option<&'a Parcel>, Error> {
        let Some(sequence) = self.parcel else { return Ok(order.parcels.first()) };
        let parcel = order.parcels.iter().find(|parcel| parcel.sequence == sequence);
        parcel.map(Some).ok_or(Error::NotFound)
    }
}

/// Answers the label, and writes down that it was printed: whoever has it can. The same bytes each time.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order, or a parcel that it does not have.
pub async fn show(
    clerk: Clerk,
    http: HttpRequest,
    number: Path<String>,
    Query(query): Query<ParcelQuery>,
) -> Answer {
    let order = clerk.order(&number).await?;
    let parcel = query.of(&order)?;
    let label = match parcel {
        Some(parcel) => shipment_store::label(clerk.pool(), parcel.id).await?.map(|label| (parcel, label)),
        None => None,
    };
    let Some((parcel, (kind, image))) = label else {
        let waiting = list::waiting(clerk.pool()).await?;
        return render(StatusCode::NOT_FOUND, &view(clerk.visit.page, (clerk.email, waiting), &order));
    };
    if http.method() == Method::GET {
        let ground = &clerk.visit.site.ground;
        print_store::note(&ground.pool, &[(parcel.id, kind)], &clerk.email, ground.clock.now()).await?;
    }
    let part = if order.parcels.len() > 1 { format!("-{}", parcel.sequence) } else { String::new() };
    let name = format!("inline; filename=\"{}{part}.{}\"", order.number, kind.code());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind.mime()))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(image))
}

/// The form: the services by Post's codes, where they are not to stay as they are.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OrderForm {
    service: Vec<String>,
}

/// Orders the label from Post now, however long it was to be held.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order. Where the parcel may not carry a label (yet) the page says why, and what to do.
pub async fn submit(
    clerk: Clerk,
    number: Path<String>,
    post: Data<PostSettings>,
    Form(form): Form<OrderForm>,
) -> Answer {
    let number = OrderNumber::parse(&number).ok_or(Error::NotFound)?;
    let order = store::by_number(clerk.visit.lines(), number).await?.ok_or(Error::NotFound)?;
    let shipments = shipment_store::of(clerk.visit.lines(), order.id).await?;
    let p = &clerk.visit.page;
    if let Some(refusal) = Refusal::of(p, &order, &shipments) {
        return refused(clerk, &order, refusal).await;
    }
    let services = match Refusal::of_services(p, &order, &form.service, post.point_services) {
        Ok(services) => services,
        Err(refusal) => return refused(clerk, &order, refusal).await,
    };
    let by = Actor::Merchant(clerk.email.clone());
    send_now(&clerk.visit.site.ground, &order, services.as_deref(), by).await?;
    Ok(see_other(&format!("/merchant/orders/{}", order.number)))
}

async fn refused(clerk: Clerk, order: &Order, refusal: Refusal) -> Answer {
    let waiting = list::waiting(clerk.pool()).await?;
    let status =
        if refusal.is_asked_wrongly { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
    let Refusal { why, way, elsewhere, .. } = refusal;
    let view = view(clerk.visit.page, (clerk.email, waiting), order);
    render(status, &OfficialView { why, way: Some(way), elsewhere, ..view })
}

fn view(p: Page, (email, waiting): (String, i64), order: &Order) -> OfficialView {
    let erased =
        !order.parcels.is_empty() && (order.erased_at.is_some() || !order.delivery.may_be_labelled());
    let why = p.t(if erased { "official-erased" } else { "official-none" }).into_owned();
    OfficialView { email, waiting, number: order.number.to_string(), why, way: None, elsewhere: false, p }
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
        way: (key == "label-refused-user-id").then(|| p.t("label-way-user-id").into_owned()),
        elsewhere: key == "label-refused-user-id",
        p: p.clone(),
    };
    [
        ("merchant-official-none", view("official-none")),
        ("merchant-official-erased", view("official-erased")),
        ("merchant-official-refused", view("label-refused-user-id")),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
