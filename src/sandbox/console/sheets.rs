//! The console's style sheets and its typeface: the shop's own tokens and letters, and sheets of its own.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Path;

const CSS: &str = "text/css; charset=utf-8";

/// Each by its name.
const SHEETS: [(&str, &str, &[u8]); 4] = [
    ("console.css", CSS, include_bytes!("../../../templates/sandbox/console.css")),
    ("parts.css", CSS, include_bytes!("../../../templates/sandbox/parts.css")),
    ("tokens.css", CSS, include_bytes!("../../../static/css/tokens.css")),
    ("letters.woff2", "font/woff2", include_bytes!("../../../static/fonts/host-grotesk-latin.woff2")),
];

/// Gives one.
pub async fn show(name: Path<String>) -> HttpResponse {
    let Some((_, kind, bytes)) = SHEETS.into_iter().find(|(known, ..)| *known == *name) else {
        return HttpResponse::NotFound().finish();
    };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CACHE_CONTROL, "max-age=60"))
        .body(bytes)
}
