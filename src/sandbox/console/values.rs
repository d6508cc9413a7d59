//! The magic values, from the table that docs/magic-values.md is written from.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use crate::sandbox::codes;
use crate::sandbox::console::house::{Frame, page};
use crate::sandbox::desk::Desk;
use crate::sandbox::magic::{self, Row};

#[derive(Template)]
#[template(path = "sandbox/values.html")]
struct Values {
    frame: Frame,
    rows: Vec<Row>,
    streets: Vec<Row>,
    items: Vec<Row>,
    mails: Vec<Row>,
    /// Code, what Post says, what brings it about by itself.
    codes: &'static [(&'static str, &'static str, &'static str)],
}

/// The page.
pub async fn show(desk: Data<Desk>) -> HttpResponse {
    page(&Values {
        frame: Frame::of(&desk, "values"),
        rows: magic::rows(),
        streets: magic::streets(),
        // Those of a code stand in a table of their own.
        items: magic::items().into_iter().filter(|row| codes::words(row.tag).is_empty()).collect(),
        mails: magic::mails(),
        codes: &codes::ALL,
    })
}
