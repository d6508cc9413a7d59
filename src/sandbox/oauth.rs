//! `POST /OAuth/token`: the client credentials grant (RFC 6749 section 4.4), by form or by query.

use std::collections::HashMap;
use std::time::Instant;

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use crate::sandbox::answers;
use crate::sandbox::desk::{Desk, TOKEN_SECONDS};

/// The scopes that Post's documents and clients name (developer.post.ch, chapter 3).
const SCOPES: [&str; 8] = [
    "WEDEC_PICKPOST",
    "WEDEC_BARCODE_READ",
    "DCAPI_BARCODE_READ",
    "WEDEC_VALIDATE_ADDRESS",
    "DCAPI_ADDRESS_VALIDATE",
    "WEDEC_AUTOCOMPLETE_ADDRESS",
    "DCAPI_ADDRESS_AUTOCOMPLETE",
    "WEDEC_DELIVERY",
];
/// Who may ask.
pub const CLIENT: (&str, &str) = ("sandbox", "sandbox");

/// Gives a token for sixty seconds.
pub async fn token(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let begun = Instant::now();
    let fields: HashMap<String, String> = if body.is_empty() {
        serde_html_form::from_str(http.query_string()).unwrap_or_default()
    } else {
        serde_html_form::from_bytes(&body).unwrap_or_default()
    };
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let scopes: Vec<String> = field("scope").split_whitespace().map(ToOwned::to_owned).collect();
    let refuse = |error: &str| json!({ "error": error });
    let known = !scopes.is_empty() && scopes.iter().all(|scope| SCOPES.contains(&scope.as_str()));
    let (answer, reply) = if field("grant_type") != "client_credentials" {
        (HttpResponse::BadRequest(), refuse("unsupported_grant_type"))
    } else if (field("client_id"), field("client_secret")) != CLIENT {
        (HttpResponse::Unauthorized(), refuse("invalid_client"))
    } else if known {
        let token = desk.issue(scopes);
        (
            HttpResponse::Ok(),
            json!({ "access_token": token, "token_type": "Bearer", "expires_in": TOKEN_SECONDS }),
        )
    } else {
        (HttpResponse::BadRequest(), refuse("invalid_scope"))
    };
    answers::json(&desk, &http, begun, (answer, reply), &json!(fields))
}
