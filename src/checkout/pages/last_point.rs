//! The point of the last order, remembered on the shopper's device with consent: an id under our seal, nothing else.

use actix_web::cookie::Cookie;
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use crate::checkout::Step;
use crate::web::cookies::LAST_POINT;
use crate::web::{Answer, Error, Form, Visit, see_other};

const PURPOSE: &str = "last point";

/// An empty form.
#[derive(Debug, Default, Deserialize)]
pub struct ForgetForm {}

/// The id that this device remembers, if it is one of ours. Whether the point is still there is for the page to see.
#[must_use]
pub fn read(http: &HttpRequest, visit: &Visit) -> Option<String> {
    let cookie = http.cookie(LAST_POINT.name(&visit.site))?;
    let (tag, id) = cookie.value().split_once('.')?;
    let id = String::from_utf8(URL_SAFE_NO_PAD.decode(id).ok()?).ok()?;
    visit.site.seal.holds(PURPOSE, &id, tag).then_some(id)
}

/// The cookie that remembers a point.
#[must_use]
pub fn cookie(visit: &Visit, id: &str) -> Cookie<'static> {
    // The carrier's ids are free texts: a cookie is not.
    let value = format!("{}.{}", visit.site.seal.tag(PURPOSE, id), URL_SAFE_NO_PAD.encode(id));
    LAST_POINT.with(&visit.site, value)
}

/// The cookie that makes the device forget.
#[must_use]
pub fn removal(visit: &Visit) -> Cookie<'static> {
    let mut cookie = cookie(visit, "");
    cookie.make_removal();
    cookie
}

/// Forgets the point.
///
/// # Errors
/// When the answer cannot be built.
pub async fn submit(visit: Visit, Form(ForgetForm {}): Form<ForgetForm>) -> Answer {
    let mut answer: HttpResponse = see_other(&visit.page.href(Step::Point.path()));
    answer.add_cookie(&removal(&visit)).map_err(Error::internal)?;
    Ok(answer)
}
