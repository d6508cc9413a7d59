//! Post's own location search, played: a page for a shop's frame that sends the id of a picked place to the shop.
//! Like the real one it knows nothing of the shop, and refuses to work without a key.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::sandbox::spot::{SPOTS, Spot};

/// The page may be framed by any shop on this machine.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors http://127.0.0.1:* http://localhost:*";

/// What the frame's address says.
#[derive(Deserialize)]
#[serde(default)]
pub struct WidgetQuery {
    key: String,
    lang: String,
    q: String,
}

impl Default for WidgetQuery {
    fn default() -> Self {
        Self { key: String::new(), lang: "de".into(), q: "Bern".into() }
    }
}

#[derive(Template)]
#[template(path = "sandbox/widget.html")]
struct Widget {
    query: WidgetQuery,
    spots: Vec<&'static Spot>,
}

/// The page.
pub async fn show(Query(query): Query<WidgetQuery>) -> HttpResponse {
    let wanted = query.q.trim().to_lowercase();
    let hit =
        |spot: &&Spot| spot.postcode.starts_with(&wanted) || spot.town.to_lowercase().starts_with(&wanted);
    let spots = if wanted.is_empty() { Vec::new() } else { SPOTS.iter().filter(hit).take(20).collect() };
    let page = Widget { query, spots };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .body(page.render().unwrap_or_default())
}

/// Its script.
pub async fn script() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/javascript; charset=utf-8"))
        .body(include_str!("../../templates/sandbox/widget.js"))
}
