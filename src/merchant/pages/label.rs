//! The preview of a label, as SVG, PDF or PNG. There is none before the User ID is known (rule 2), nor once it is erased. And the
//! order to Post for the official one, or why it cannot be ordered and the way on.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::clock::swiss;
use crate::config::{PostSettings, Sender};
use crate::i18n::Lang;
use crate::label::{Label, svg};
use crate::merchant::clerk::Clerk;
use crate::merchant::refusal::Refusal;
use crate::orders::event::Actor;
use crate::orders::send_now::send_now;
use crate::orders::{Order, OrderNumber, list, store};
use crate::paper;
use crate::shipping::Parcel;
use crate::shipping::recipient::recipient;
use crate::shipping::shipment::store as shipment_store;
use crate::web::page::render;
use crate::web::{Answer, Error, Form, Page, Query, see_other};

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LabelQuery {
    layout: Option<String>,
    /// Which of its parcels, from 1.
    parcel: Option<i16>,
}

/// Why Post is not asked for a label.
#[derive(Template)]
#[template(path = "merchant/label.html")]
struct LabelView {
    p: Page,
    email: String,
    waiting: i64,
    number: String,
    why: String,
    way: String,
    /// Whether another point is a way on.
    elsewhere: bool,
}

/// Answers the drawing.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order or format; [`Error::Conflict`] where there is no label (yet);
/// [`Error::Unreadable`] for a size that is not drawn.
pub async fn show(
    clerk: Clerk,
    sender: Data<Sender>,
    path: Path<(String, String)>,
    Query(query): Query<LabelQuery>,
) -> Answer {
    let (number, format) = path.into_inner();
    let order = clerk.order(&number).await?;
    if query.layout.is_some_and(|layout| layout != "A6") {
        return Err(Error::Unreadable);
    }
    // Once the User ID is erased the parcel has its code still, and a label would lead it nowhere.
    let labelled = order.parcels.first().filter(|_| order.delivery.may_be_labelled());
    let mut parcel = labelled.ok_or(Error::Conflict)?;
    if let Some(sequence) = query.parcel {
        let named = order.parcels.iter().find(|parcel| parcel.sequence == sequence);
        parcel = named.ok_or(Error::NotFound)?;
    }
    let drawing = svg(&label(&order, parcel, &sender));
    let (mime, body) = match format.as_str() {
        "svg" => ("image/svg+xml", drawing.into_bytes()),
        "pdf" => ("application/pdf", paper::pdf(&drawing).map_err(Error::internal)?),
        "png" => ("image/png", paper::png(&drawing, 300).map_err(Error::internal)?),
        _ => return Err(Error::NotFound),
    };
    let name = format!("inline; filename=\"{}.{format}\"", order.number);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, mime))
        .insert_header((CONTENT_DISPOSITION, name))
        .body(body))
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
    render(status, &view(clerk.visit.page, (clerk.email, waiting), order.number.to_string(), refusal))
}

fn view(p: Page, (email, waiting): (String, i64), number: String, refusal: Refusal) -> LabelView {
    let Refusal { why, way, elsewhere, .. } = refusal;
    LabelView { email, waiting, number, why, way, elsewhere, p }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042/label");
    let refused = |key: &str, elsewhere| {
        let (why, way) = (p.t(&format!("label-refused-{key}")), p.t(&format!("label-way-{key}")));
        let (why, way) = (why.into_owned(), way.into_owned());
        let refusal = Refusal { why, way, elsewhere, is_asked_wrongly: false };
        view(p.clone(), ("anna@example.ch".into(), 1), "M-10042".into(), refusal).render().unwrap_or_default()
    };
    vec![
        ("merchant-label-user-id", refused("user-id", true)),
        ("merchant-label-ended", refused("ended", false)),
    ]
}

fn label(order: &Order, parcel: &Parcel, sender: &Sender) -> Label {
    Label {
        recipient: recipient(&order.delivery),
        sender: sender.lines(),
        home_office: format!("{} · {} 1", sender.name, sender.town_line()),
        ident: parcel.ident_code.clone(),
        date: swiss(order.placed_at).date(),
        weight_g: parcel.weight_g.map_or_else(|| order.weight_g(), i64::from),
    }
}
