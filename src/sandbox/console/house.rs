//! What every page of the console knows, and who may change anything with it.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, ORIGIN};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use url::Url;

use crate::sandbox::desk::Desk;
use crate::sandbox::oauth::CLIENT;

/// Where the simulator is, and the shop that it plays for.
#[derive(Clone, Debug)]
pub struct House {
    /// The simulator's own address.
    pub url: Url,
    /// The shop's, where it is known.
    pub shop: Option<Url>,
}

/// What stands around every page.
pub struct Frame {
    /// The page that is shown: `requests`, `messages`, ….
    pub here: &'static str,
    /// How many messages there are.
    pub messages: usize,
    /// How many parcels there are.
    pub parcels: usize,
    /// How many APIs have a fault switched on.
    pub faults: usize,
    /// The client and its secret.
    pub client: (&'static str, &'static str),
}

impl House {
    /// The merchant's side of the shop, where the shop is known.
    #[must_use]
    pub fn merchant(&self) -> Option<String> {
        self.shop.as_ref().and_then(|shop| shop.join("merchant/").ok()).map(Into::into)
    }
}

impl Frame {
    /// For a page.
    #[must_use]
    pub fn of(desk: &Desk, here: &'static str) -> Self {
        desk.catch_up();
        let letters = desk.letters().all().count();
        let memory = desk.memory();
        let (messages, parcels) = (memory.records.messages().count(), memory.records.parcels().count());
        Self { here, messages: messages + letters, parcels, faults: memory.switches.len(), client: CLIENT }
    }

    /// The pages, each with its address, its name, and a number on it.
    #[must_use]
    pub fn pages(&self) -> [(&'static str, &'static str, &'static str, usize); 6] {
        [
            ("requests", "/console", "Requests", 0),
            ("messages", "/console/messages", "Messages", self.messages),
            ("parcels", "/console/parcels", "Parcels", self.parcels),
            ("faults", "/console/faults", "Faults", self.faults),
            ("values", "/console/values", "Magic values", 0),
            ("contract", "/openapi", "Contract", 0),
        ]
    }
}

/// Answers with a page, which no cache keeps.
pub(super) fn page(view: &impl Template) -> HttpResponse {
    match view.render() {
        Ok(html) => HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((CACHE_CONTROL, "no-store"))
            .body(html),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

/// Answers with one sentence.
pub(super) fn sentence(status: StatusCode, words: String) -> HttpResponse {
    HttpResponse::build(status).content_type("text/plain; charset=utf-8").body(words)
}

/// A form of another page must not change anything.
pub(super) fn is_foreign(http: &HttpRequest) -> bool {
    let header = |name| http.headers().get(name).and_then(|value| value.to_str().ok());
    match (header(ORIGIN), header(HOST)) {
        (Some(origin), Some(host)) => {
            let rest = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
            rest != Some(host)
        }
        (Some(_), None) => true,
        (None, _) => false,
    }
}
