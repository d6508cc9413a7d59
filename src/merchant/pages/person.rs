//! The person who collects, corrected behind the counter by the form of the checkout: Post is asked anew.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::checkout::collector_form::CollectorForm;
use crate::config::PostSettings;
use crate::i18n::Lang;
use crate::merchant::clerk::Clerk;
use crate::orders::another::{Corrected, correct};
use crate::orders::asker::Asker;
use crate::orders::event::Actor;
use crate::orders::life::Move;
use crate::orders::{Order, list};
use crate::post::Carrier;
use crate::web::page::render;
use crate::web::{Answer, Error, Form, FormState, Page, see_other};

/// The form: the person, and the version of the delivery that it was made from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PersonForm {
    version: String,
    #[serde(flatten)]
    form: CollectorForm,
}

#[derive(Template)]
#[template(path = "merchant/person.html")]
struct PersonView {
    p: Page,
    email: String,
    waiting: i64,
    number: String,
    form: FormState,
    version: i32,
    /// Whether it is too late.
    late: bool,
}

/// Shows who collects.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order.
pub async fn show(clerk: Clerk, number: Path<String>) -> Answer {
    let order = clerk.order(&number).await?;
    let form = order
        .delivery
        .pickup()
        .map(|pickup| CollectorForm::of(&pickup.collector, order.email.as_ref(), order.phone.as_ref()));
    let state = form.map(|form| form.state()).unwrap_or_default();
    answer(&clerk, &order, state, order.version).await
}

/// Takes the person and asks Post; whatever Post does, the order says so.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order; [`Error::Conflict`] where somebody else has changed it meanwhile.
pub async fn submit(
    clerk: Clerk,
    number: Path<String>,
    (carrier, post): (Data<Carrier>, Data<PostSettings>),
    Form(PersonForm { version, form }): Form<PersonForm>,
) -> Answer {
    let order = clerk.order(&number).await?;
    let mut state = form.state();
    let seen: Option<i32> = version.parse().ok();
    let parsed = form.parse(&clerk.visit.page, &mut state);
    // A point is chosen on a page of its own here.
    state.elsewhere = None;
    let Some(collector) = parsed else {
        return answer(&clerk, &order, state, seen.unwrap_or_default()).await;
    };
    let (asker, by) =
        (Asker::new(&clerk.visit.site.ground, &carrier, &post), Actor::Merchant(clerk.email.clone()));
    match correct(&asker, &order, &by, collector, seen).await? {
        Corrected::Now | Corrected::Already => Ok(see_other(&format!("/merchant/orders/{}", order.number))),
        Corrected::Changed => Err(Error::Conflict),
        Corrected::TooLate => {
            let order = clerk.order(&number).await?;
            answer(&clerk, &order, state, seen.unwrap_or_default()).await
        }
    }
}

async fn answer(clerk: &Clerk, order: &Order, form: FormState, version: i32) -> Answer {
    let may = order.delivery.pickup().is_some() && order.life.state.after(Move::PersonCorrected).is_some();
    let status = match form.has_problems() {
        _ if !may => StatusCode::CONFLICT,
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    let view = PersonView {
        p: clerk.visit.page.clone(),
        email: clerk.email.clone(),
        waiting: list::waiting(clerk.pool()).await?,
        number: order.number.to_string(),
        form,
        version,
        late: !may,
    };
    render(status, &view)
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042/person");
    let view = |form: FormState, late| PersonView {
        email: "anna@example.ch".into(),
        waiting: 1,
        number: "M-10042".into(),
        form,
        version: 1,
        late,
        p: p.clone(),
    };
    let empty = CollectorForm::default();
    let mut wrong = empty.state();
    empty.parse(&p, &mut wrong);
    [
        ("merchant-person", view(empty.state(), false)),
        ("merchant-person-wrong", view(wrong, false)),
        ("merchant-person-late", view(empty.state(), true)),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
