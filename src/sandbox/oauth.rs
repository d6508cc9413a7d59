//! `POST /OAuth/token`: the client credentials grant (RFC 6749 section 4.4), by form or by query.

use std::collections::HashMap;

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use crate::sandbox::answers::Call;
use crate::sandbox::desk::{Desk, TOKEN_SECONDS};
use crate::sandbox::faults::Api;
use crate::sandbox::pace::Work;

/// The scopes that Post's documents and clients name (developer.post.ch, chapter 3).
const SCOPES: [&str; 9] = [
    "WEDEC_PICKPOST",
    "WEDEC_BARCODE_READ",
    "DCAPI_BARCODE_READ",
    "WEDEC_VALIDATE_ADDRESS",
    "DCAPI_ADDRESS_VALIDATE",
    "WEDEC_AUTOCOMPLETE_ADDRESS",
    "DCAPI_ADDRESS_AUTOCOMPLETE",
    "WEDEC_DELIVERY",
    "MYSB_MAILPIECE_TRACKING_B2B_READ",
];
/// Who may ask: this client, or one of its kin (`sandbox-anna`), each with records of its own.
pub const CLIENT: (&str, &str) = ("sandbox", "sandbox");
/// The longest name of a client.
const LONGEST: usize = 40;

/// Gives a token for sixty seconds.
pub async fn token(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let fields: HashMap<String, String> = if body.is_empty() {
        serde_html_form::from_str(http.query_string()).unwrap_or_default()
    } else {
        serde_html_form::from_bytes(&body).unwrap_or_default()
    };
    let call = Call::begin(&desk, &http, json!(fields));
    if let Err(answer) = call.fault(Api::Token, None).await {
        return answer;
    }
    call.work(Work::LookUp).await;
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let scopes: Vec<String> = field("scope").split_whitespace().map(ToOwned::to_owned).collect();
    let refuse = |status, error: &str| call.json(status, json!({ "error": error }));
    let known = !scopes.is_empty() && scopes.iter().all(|scope| SCOPES.contains(&scope.as_str()));
    if field("grant_type") != "client_credentials" {
        refuse(400, "unsupported_grant_type")
    } else if !is_client(field("client_id")) || field("client_secret") != CLIENT.1 {
        refuse(401, "invalid_client")
    } else if known {
        let token = desk.issue(field("client_id"), scopes);
        call.json(200, json!({ "access_token": token, "token_type": "Bearer", "expires_in": TOKEN_SECONDS }))
    } else {
        refuse(400, "invalid_scope")
    }
}

fn is_client(id: &str) -> bool {
    let name = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    id.len() <= LONGEST
        && id
            .strip_prefix(CLIENT.0)
            .is_some_and(|rest| rest.is_empty() || rest.len() > 1 && rest.starts_with('-') && name(rest))
}
