//! The merchant's sign-in.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;
use secrecy::SecretString;
use serde::Deserialize;

use crate::i18n::Lang;
use crate::identity::admit::{AdmitError, admit};
use crate::merchant::clerk;
use crate::web::{Answer, Error, FormState, OpenForm, Page, Visit, not_yet, page, see_other, unprocessable};

/// In so many seconds the queue before the hash has moved.
const BUSY: u32 = 3;

/// The form.
#[derive(Deserialize)]
#[serde(default)]
pub struct SignInForm {
    email: String,
    password: SecretString,
}

impl Default for SignInForm {
    fn default() -> Self {
        Self { email: String::new(), password: String::new().into() }
    }
}

#[derive(Template)]
#[template(path = "merchant/sign_in.html")]
struct SignInView {
    p: Page,
    form: FormState,
}

/// Shows the form.
///
/// # Errors
/// Only when the template fails, which its sample excludes.
pub async fn show(request: HttpRequest) -> Answer {
    let visit = Visit::read(&request, Some(Lang::En))?;
    page(&SignInView { p: visit.page, form: FormState::default() })
}

/// Lets a merchant in.
///
/// # Errors
/// When the database fails.
pub async fn submit(request: HttpRequest, OpenForm(form): OpenForm<SignInForm>) -> Answer {
    let visit = Visit::read(&request, Some(Lang::En))?;
    let mut state = FormState::new(vec![("email", form.email.clone())]);
    let (status, seconds, message) =
        match admit((&visit.site.ground, &visit.site.limits), visit.network(), &form.email, form.password)
            .await
        {
            Ok(merchant) if clerk::sign_in(&visit, &merchant).await? => {
                let next = if merchant.printed { "/merchant/password" } else { "/merchant/orders" };
                return Ok(see_other(next));
            }
            // The first: it was right a moment ago, and has been changed since.
            Ok(_) | Err(AdmitError::Wrong) => {
                state.refuse("email", visit.page.t("sign-in-wrong"));
                return unprocessable(&SignInView { p: visit.page, form: state });
            }
            Err(AdmitError::Wait(seconds)) => (
                StatusCode::TOO_MANY_REQUESTS,
                seconds,
                visit.page.x("sign-in-wait", visit.page.span(seconds)),
            ),
            Err(AdmitError::Busy) => {
                (StatusCode::SERVICE_UNAVAILABLE, BUSY, visit.page.t("sign-in-busy").into_owned())
            }
            Err(AdmitError::Database(error)) => return Err(error.into()),
            Err(error) => return Err(Error::internal(error)),
        };
    state.refuse("email", message);
    not_yet(status, seconds, &SignInView { p: visit.page, form: state })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/sign-in");
    let mut wrong = FormState::new(vec![("email", "anna@example.ch".into())]);
    wrong.refuse("email", p.t("sign-in-wrong"));
    let mut wait = FormState::new(vec![("email", "anna@example.ch".into())]);
    wait.refuse("email", p.x("sign-in-wait", p.span(40)));
    [("sign-in", FormState::default()), ("sign-in-wrong", wrong), ("sign-in-wait", wait)]
        .map(|(name, form)| (name, SignInView { p: p.clone(), form }.render().unwrap_or_default()))
        .into()
}
