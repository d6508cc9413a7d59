//! Asks Post for the User ID of one mandate. Every order has a mandate of its own, so every order asks (stage 2
//! of the source); nothing is kept from one to the next.

use uuid::Uuid;

use crate::ground::Ground;
use crate::i18n::Lang;
use crate::pickup::Kind;
use crate::post::{self, Carrier, UserRequest};
use crate::shipping::{Collector, Mandate, Notify, UserIdState, store};

/// What is asked, and for which basket and point.
#[derive(Clone, Debug)]
pub struct Question {
    /// The basket whose order this mandate will carry.
    pub basket: Uuid,
    /// Counter or terminal.
    pub kind: Kind,
    /// The chosen point.
    pub point_id: String,
    /// Who collects.
    pub collector: Collector,
    /// The language in which Post shall write.
    pub lang: Lang,
}

/// Opens a mandate and asks Post. When Post is silent or answers nonsense the mandate is "to confirm" (rule 7):
/// that is an answer, not an error.
///
/// # Errors
/// Only when the database does not answer.
pub async fn ask(ground: &Ground, carrier: &Carrier, question: &Question) -> sqlx::Result<Mandate> {
    let id = ground.random.uuid();
    store::open_mandate(&ground.pool, id, question, ground.clock.now()).await?;
    let state = call(ground, carrier, id, question).await?;
    Ok(Mandate { id, state })
}

/// Asks again for a mandate that is to be confirmed. A mandate that is known already stays as it is.
///
/// # Errors
/// Only when the database does not answer.
pub async fn again(
    ground: &Ground,
    carrier: &Carrier,
    id: Uuid,
    question: &Question,
) -> sqlx::Result<UserIdState> {
    call(ground, carrier, id, question).await
}

async fn call(
    ground: &Ground,
    carrier: &Carrier,
    id: Uuid,
    question: &Question,
) -> sqlx::Result<UserIdState> {
    let begun = ground.clock.now();
    let watch = std::time::Instant::now();
    let (state, outcome) = match carrier.user(&request(question)).await {
        Ok(answer) => (UserIdState::Known(answer.id, answer.verified), "answered"),
        Err(error) => (UserIdState::ToConfirm, error.code()),
    };
    let milliseconds = i32::try_from(watch.elapsed().as_millis()).unwrap_or(i32::MAX);
    store::log_call(&ground.pool, id, begun, outcome, milliseconds).await?;
    store::settle(&ground.pool, id, &state, ground.clock.now()).await?;
    Ok(state)
}

fn request(question: &Question) -> UserRequest {
    UserRequest {
        person: question.collector.person.clone(),
        home: question.collector.home.clone(),
        language: question.lang.code().to_ascii_uppercase(),
        notify: match &question.collector.notify {
            Notify::Email(email) => post::Notify::Email(email.clone()),
            Notify::Sms(phone) => post::Notify::Sms(phone.clone()),
        },
        service: service(question.kind),
    }
}

/// The carrier's name for a kind of point.
#[must_use]
pub fn service(kind: Kind) -> post::Service {
    match kind {
        Kind::PickPost => post::Service::PickPost,
        Kind::MyPost24 => post::Service::MyPost24,
    }
}
