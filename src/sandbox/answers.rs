//! One request and its answer: who asks, which fault it meets, and the note in the journal.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::time::Instant;

use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, CACHE_CONTROL};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use serde_json::Value;

use crate::sandbox::contract;
use crate::sandbox::desk::{Bearer, Desk};
use crate::sandbox::faults::{Api, Fault};
use crate::sandbox::journal::{Entry, masked};
use crate::sandbox::pace::Work;
use crate::sandbox::wire;

/// Longer bodies are not kept: 500 of them are.
const LONGEST_KEPT: usize = 8 * 1024;
/// An answer that never got through.
pub const NO_STATUS: u16 = 0;

/// A request that is being answered. Whatever ends it notes it.
pub struct Call<'a> {
    desk: &'a Desk,
    http: &'a HttpRequest,
    begun: Instant,
    request: Value,
    /// A query as it came, which the journal does not keep.
    query: Option<Value>,
    bearer: Option<Bearer>,
    met: Cell<Option<Fault>>,
}

impl<'a> Call<'a> {
    /// A request with its body as JSON; `Value::Null` where it is none.
    #[must_use]
    pub fn begin(desk: &'a Desk, http: &'a HttpRequest, request: Value) -> Self {
        let header = http.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = header.and_then(|value| value.strip_prefix("Bearer "));
        let bearer = token.and_then(|token| desk.bearer(token));
        Self { desk, http, begun: Instant::now(), request, query: None, bearer, met: Cell::new(None) }
    }

    /// A request by its query. It is held against the contract, but the journal keeps its names only: what is typed into an
    /// address is somebody's.
    #[must_use]
    pub fn by_query(desk: &'a Desk, http: &'a HttpRequest, query: &BTreeMap<String, String>) -> Self {
        let names = query.keys().map(|name| (name.clone(), Value::from("…"))).collect();
        let query = query.iter().map(|(name, value)| (name.clone(), Value::from(&**value))).collect();
        Self { query: Some(query), ..Self::begin(desk, http, names) }
    }

    /// The client id of its token.
    #[must_use]
    pub fn client(&self) -> &str {
        self.bearer.as_ref().map_or("", |bearer| &bearer.client)
    }

    /// Whether its token is good for one of these scopes.
    ///
    /// # Errors
    /// The answer where it is not: 401 without a good token, 403 without the scope.
    #[expect(clippy::result_large_err, reason = "made once for a request, and answered at once")]
    pub fn bearer(&self, scopes: &[&str]) -> Result<(), HttpResponse> {
        match &self.bearer {
            None => Err(self.empty(401)),
            Some(bearer) if bearer.scopes.iter().any(|scope| scopes.contains(&&**scope)) => Ok(()),
            Some(_) => Err(self.empty(403)),
        }
    }

    /// The fault that this request meets: switched on for everybody, or by the tag of an e-mail address. Where it is only a
    /// late answer, it is late from here on. What the API plays by itself is given back.
    ///
    /// # Errors
    /// The answer that the fault gives instead of the right one.
    pub async fn fault(&self, api: Api, email: Option<&str>) -> Result<Option<Fault>, HttpResponse> {
        let (fault, before) = {
            let mut memory = self.desk.memory();
            let by_tag = || email.and_then(tag).and_then(|tag| api.switchable().read(tag));
            let Some(fault) = memory.switched(api).or_else(by_tag) else { return Ok(None) };
            let who = format!("{}\n{}\n{}", api.switchable().field, self.client(), email.unwrap_or_default());
            (fault, fault == Fault::RefusedOnce && !memory.refuses_once(&who))
        };
        self.met.set(Some(fault));
        let Some(answer) = wire::answer(self.http, fault, before).await else { return Ok(Some(fault)) };
        let lost = matches!(fault, Fault::Reset | Fault::Close);
        self.note(if lost { NO_STATUS } else { answer.status().as_u16() }, &Value::Null);
        Err(answer)
    }

    /// Takes as long as Post takes for this work, where delays are honest.
    pub async fn work(&self, work: Work) {
        self.desk.pace.take(work, &self.desk.random).await;
    }

    /// Answers JSON.
    #[must_use]
    pub fn json(&self, status: u16, body: Value) -> HttpResponse {
        self.note(status, &body);
        build(status).insert_header((CACHE_CONTROL, "no-store")).json(body)
    }

    /// Answers with nothing in it.
    #[must_use]
    pub fn empty(&self, status: u16) -> HttpResponse {
        self.note(status, &Value::Null);
        build(status).finish()
    }

    /// Notes an answer, or what the journal is to keep of it. Both bodies are masked before they are kept.
    pub fn note(&self, status: u16, response: &Value) {
        let path = short(self.http.path(), 200);
        let kept =
            |body: &Value| if is_long(body) { Value::from("(too long to be kept)") } else { body.clone() };
        let (request, response) = (kept(&self.request), kept(response));
        let of_first = |place: &str| response.pointer(place).and_then(Value::as_str);
        let ident_code = of_first("/item/identCode").or_else(|| of_first("/item/0/identCode"));
        let entry = Entry {
            time: self.desk.clock.now(),
            method: short(self.http.method().as_str(), 20),
            status,
            milliseconds: u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX),
            request: masked(&request),
            response: masked(&response),
            trace_id: trace(self.http),
            client: self.bearer.as_ref().map(|bearer| bearer.client.clone()),
            fault: self.met.get().map(Fault::tag),
            ident_code: ident_code.map(|code| short(code, 20)),
            remarks: contract::compare(&path, self.query.as_ref().unwrap_or(&self.request)),
            plain: self.desk.is_private.then_some((request, response)),
            path,
        };
        self.desk.memory().journal.write(entry);
    }
}

fn build(status: u16) -> HttpResponseBuilder {
    HttpResponse::build(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
}

fn is_long(body: &Value) -> bool {
    serde_json::to_string(body).is_ok_and(|text| text.len() > LONGEST_KEPT)
}

fn short(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// The tag of an e-mail address, or of what is made to look like one: what stands between `+` and `@`.
#[must_use]
pub fn tag(email: &str) -> Option<&str> {
    email.split_once('@')?.0.rsplit_once('+').map(|(_, tag)| tag)
}

/// The trace that a request belongs to (W3C Trace Context, section 3.2): `00-<32 digits>-<16 digits>-01`.
fn trace(http: &HttpRequest) -> Option<String> {
    let header = http.headers().get("traceparent")?.to_str().ok()?;
    let mut parts = header.split('-').skip(1);
    let is_id =
        |id: &&str| id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    parts.next().filter(is_id).map(ToOwned::to_owned)
}

/// Notes a request and what is answered to it.
pub fn note(
    desk: &Desk,
    http: &HttpRequest,
    begun: Instant,
    status: u16,
    (request, response): (&Value, &Value),
) {
    Call { begun, ..Call::begin(desk, http, request.clone()) }.note(status, response);
}

/// Answers JSON and notes it.
pub fn json(
    desk: &Desk,
    http: &HttpRequest,
    begun: Instant,
    (mut answer, body): (HttpResponseBuilder, Value),
    request: &Value,
) -> HttpResponse {
    let answer = answer.insert_header((CACHE_CONTROL, "no-store")).json(&body);
    note(desk, http, begun, answer.status().as_u16(), (request, &body));
    answer
}
