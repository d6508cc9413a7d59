//! The shop's own drawing of a label, as SVG, PDF, PNG or ZPL. There is none before the User ID is known (rule 2), nor once it is
//! erased.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::config::Sender;
use crate::label::draw::enlarged;
use crate::label::print::{RESOLUTIONS, pdf, png};
use crate::label::zpl::{Head, zpl};
use crate::label::{Layout, Orientation, Scene};
use crate::merchant::clerk::Clerk;
use crate::orders::Order;
use crate::orders::label::label;
use crate::web::{Answer, Error, Query};

/// What is asked; everything has a usual value.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LabelQuery {
    /// `A5`, `A6` or `A7`; A6.
    layout: Option<String>,
    /// `landscape` or `portrait`; lying.
    orientation: Option<String>,
    /// Dots per inch of PNG and ZPL: 200, 300 or 600; 300.
    dpi: Option<String>,
    /// How many times as large an SVG is shown: 1 to 3; 1.
    times: Option<String>,
    /// Which of the order's parcels, from 1; the first.
    parcel: Option<String>,
}

impl LabelQuery {
    /// The format.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for one that there is not.
    pub fn format(&self) -> Result<(Layout, Orientation), Error> {
        let layout = read(self.layout.as_deref(), Layout::A6, Layout::parse)?;
        let orientation = read(self.orientation.as_deref(), Orientation::Landscape, Orientation::parse)?;
        Ok((layout, orientation))
    }

    /// Which parcel, from 1.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for what is no number.
    pub fn parcel(&self) -> Result<usize, Error> {
        read(self.parcel.as_deref(), 1, |typed| typed.parse().ok().filter(|number| *number > 0))
    }

    /// The label of an order that is asked for.
    ///
    /// # Errors
    /// As [`show`].
    pub fn scene(&self, order: &Order, sender: &Sender) -> Result<Scene, Error> {
        let (layout, orientation) = self.format()?;
        let number = self.parcel()?;
        if !order.parcels.is_empty() && number > order.parcels.len() {
            return Err(Error::NotFound);
        }
        Ok(label(order, number, sender).ok_or(Error::Conflict)?.scene(layout, orientation))
    }

    fn dpi(&self) -> Result<u16, Error> {
        let known = |typed: &str| typed.parse().ok().filter(|dpi| RESOLUTIONS.contains(dpi));
        read(self.dpi.as_deref(), 300, known)
    }

    fn times(&self) -> Result<f32, Error> {
        read(self.times.as_deref(), 1.0, |typed| {
            ["1", "2", "3"].contains(&typed).then(|| typed.parse().ok())?
        })
    }
}

fn read<T>(typed: Option<&str>, usual: T, reading: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    typed.map_or(Ok(usual), |typed| reading(typed).ok_or(Error::Unreadable))
}

/// Answers the drawing.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order, parcel or format; [`Error::Conflict`] where there is no label (yet);
/// [`Error::Unreadable`] for a size, an orientation or a resolution that is not drawn.
pub async fn show(
    clerk: Clerk,
    sender: Data<Sender>,
    path: Path<(String, String)>,
    Query(query): Query<LabelQuery>,
) -> Answer {
    let (number, format) = path.into_inner();
    let order = clerk.order(&number).await?;
    let scene = query.scene(&order, &sender)?;
    let (dpi, times) = (query.dpi()?, query.times()?);
    let (mime, body) = match format.as_str() {
        "svg" => ("image/svg+xml", enlarged(&scene, times).into_bytes()),
        "pdf" => ("application/pdf", pdf(&scene).map_err(Error::internal)?),
        "png" => ("image/png", png(&scene, dpi).map_err(Error::internal)?),
        "zpl" => {
            let head = Head::of(dpi).ok_or(Error::Unreadable)?;
            ("application/zpl; charset=utf-8", zpl(&scene, head).map_err(Error::internal)?.into_bytes())
        }
        _ => return Err(Error::NotFound),
    };
    let shown = if format == "zpl" { "attachment" } else { "inline" };
    let name = format!("{shown}; filename=\"{}.{format}\"", order.number);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, mime))
        .insert_header((CONTENT_DISPOSITION, name))
        .body(body))
}

/// The form carries nothing but its token.
#[derive(Debug, Deserialize)]
pub struct OrderForm {}
