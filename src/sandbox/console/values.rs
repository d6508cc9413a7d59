//! The magic values, from the table that docs/magic-values.md is written from.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use crate::sandbox::console::house::{Frame, page};
use crate::sandbox::desk::Desk;
use crate::sandbox::magic::{self, Row};

#[derive(Template)]
#[template(path = "sandbox/values.html")]
struct Values {
    frame: Frame,
    rows: Vec<Row>,
    streets: Vec<Row>,
}

/// The page.
pub async fn show(desk: Data<Desk>) -> HttpResponse {
    page(&Values { frame: Frame::of(&desk, "values"), rows: magic::rows(), streets: magic::streets() })
}
