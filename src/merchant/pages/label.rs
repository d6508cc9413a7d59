//! The preview of a label, as SVG, PDF or PNG. There is none before the User ID is known (rule 2), nor once it is erased. And the
//! order to Post for the official one.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::clock::swiss;
use crate::config::Sender;
use crate::label::{IdentCode, Label, svg};
use crate::merchant::clerk::Clerk;
use crate::orders::event::Actor;
use crate::orders::send_now::send_now;
use crate::orders::{Order, OrderNumber, store};
use crate::paper;
use crate::shipping::recipient::recipient;
use crate::web::{Answer, Error, Form, Query, see_other};

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LabelQuery {
    layout: Option<String>,
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
    let labelled = order.ident_code().filter(|_| order.delivery.may_be_labelled());
    let ident = labelled.cloned().ok_or(Error::Conflict)?;
    let drawing = svg(&label(&order, ident, &sender));
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

/// The form carries nothing but its token.
#[derive(Debug, Deserialize)]
pub struct OrderForm {}

/// Orders the label from Post now, however long it was to be held.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order; [`Error::Conflict`] where the parcel may not carry a label (yet).
pub async fn submit(clerk: Clerk, number: Path<String>, Form(OrderForm {}): Form<OrderForm>) -> Answer {
    let number = OrderNumber::parse(&number).ok_or(Error::NotFound)?;
    let order = store::by_number(clerk.visit.lines(), number).await?.ok_or(Error::NotFound)?;
    if order.parcels.is_empty() || !order.delivery.may_be_labelled() {
        return Err(Error::Conflict);
    }
    let by = Actor::Merchant(clerk.email.clone());
    send_now(&clerk.visit.site.ground, &order, by).await?;
    Ok(see_other(&format!("/merchant/orders/{}", order.number)))
}

fn label(order: &Order, ident: IdentCode, sender: &Sender) -> Label {
    Label {
        recipient: recipient(&order.delivery),
        sender: sender.lines(),
        home_office: format!("{} · {} 1", sender.name, sender.town_line()),
        ident,
        date: swiss(order.placed_at).date(),
        weight_g: order.weight_g(),
    }
}
