//! The preview of a label, as SVG, PDF or PNG. There is none before the User ID is known (rule 2), nor once it is erased.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::clock::swiss;
use crate::config::Sender;
use crate::label::{Label, svg};
use crate::merchant::clerk::Clerk;
use crate::orders::Order;
use crate::paper;
use crate::shipping::Parcel;
use crate::shipping::recipient::recipient;
use crate::web::{Answer, Error, Query};

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LabelQuery {
    layout: Option<String>,
    /// Which of its parcels, from 1.
    parcel: Option<i16>,
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
