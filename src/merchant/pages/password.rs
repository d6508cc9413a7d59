//! A new password for whoever is signed in; the printed one of the first start leads here.

use actix_web::http::StatusCode;
use askama::Template;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::identity::admit::{AdmitError, admit};
use crate::identity::enrol::{self, EnrolError};
use crate::identity::password::SHORTEST;
use crate::merchant::clerk::{self, Clerk};
use crate::orders;
use crate::web::{Answer, Error, Form, FormState, Page, not_yet, page, see_other, unprocessable};

/// The form: the password of today, and the new one.
#[derive(Deserialize)]
#[serde(default)]
pub struct PasswordForm {
    password: SecretString,
    new_password: SecretString,
}

impl Default for PasswordForm {
    fn default() -> Self {
        Self { password: String::new().into(), new_password: String::new().into() }
    }
}

#[derive(Template)]
#[template(path = "merchant/password.html")]
struct PasswordView {
    p: Page,
    email: String,
    waiting: i64,
    /// Whether today's is the one that the first start has printed.
    printed: bool,
    form: FormState,
}

/// Shows the form.
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk) -> Answer {
    page(&view(clerk, FormState::default()).await?)
}

/// Takes the new password; every other sign-in of this merchant ends with it.
///
/// # Errors
/// When the database fails.
pub async fn submit(clerk: Clerk, Form(form): Form<PasswordForm>) -> Answer {
    let (visit, mut state) = (&clerk.visit, FormState::default());
    match admit((&visit.site.ground, &visit.site.limits), visit.network(), &clerk.email, form.password).await
    {
        Ok(_) => {}
        Err(AdmitError::Wrong) => {
            state.refuse("password", visit.page.t("password-wrong"));
            return unprocessable(&view(clerk, state).await?);
        }
        Err(AdmitError::Wait(seconds)) => {
            state.refuse("password", visit.page.x("sign-in-wait", visit.page.span(seconds)));
            return not_yet(StatusCode::TOO_MANY_REQUESTS, seconds, &view(clerk, state).await?);
        }
        Err(AdmitError::Busy) => return Err(Error::Busy(2)),
        Err(AdmitError::Database(error)) => return Err(error.into()),
        Err(error) => return Err(Error::internal(error)),
    }
    let ground = &visit.site.ground;
    let new = form.new_password.expose_secret();
    match enrol::put(&ground.pool, (&ground.clock, &ground.random), &clerk.email, new).await {
        Ok(admitted) => {
            let is_in = clerk::sign_in(visit, &admitted).await?;
            Ok(see_other(if is_in { "/merchant/orders" } else { "/merchant/sign-in" }))
        }
        Err(EnrolError::Database(error)) => Err(error.into()),
        Err(EnrolError::Hash(error)) => Err(Error::internal(error)),
        Err(EnrolError::Email(_) | EnrolError::Length | EnrolError::Common) => {
            state.refuse("new_password", visit.page.n("password-weak", SHORTEST));
            unprocessable(&view(clerk, state).await?)
        }
    }
}

async fn view(clerk: Clerk, form: FormState) -> sqlx::Result<PasswordView> {
    let waiting = orders::list::waiting(clerk.pool()).await?;
    Ok(PasswordView { waiting, email: clerk.email, printed: clerk.printed, form, p: clerk.visit.page })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(crate::i18n::Lang::En, "/merchant/password");
    let mut wrong = FormState::default();
    wrong.refuse("password", p.t("password-wrong"));
    wrong.refuse("new_password", p.n("password-weak", SHORTEST));
    let view = |printed, form| {
        let view = PasswordView { p: p.clone(), email: "anna@example.ch".into(), waiting: 0, printed, form };
        view.render().unwrap_or_default()
    };
    vec![("password", view(true, FormState::default())), ("password-wrong", view(false, wrong))]
}
