//! Asks Post for the User ID of one mandate. Every order has a mandate of its own, so every order asks (stage 2,
//! docs/post.md); nothing is kept from one to the next.

use std::time::Instant;

use uuid::Uuid;

use crate::carrier::{Kind, UserRequest};
use crate::ground::Ground;
use crate::i18n::Lang;
use crate::post::Carrier;
use crate::shipping::call::{Call, Outcome};
use crate::shipping::{Collector, Mandate, UserIdState, store};
use crate::trace::TraceId;

/// Opens a mandate for the order of a basket (`None`: for an order that goes elsewhere), at the chosen point, and asks Post about
/// whoever collects there; `None` where the basket is open no more.
///
/// # Errors
/// Only when the database does not answer.
pub async fn anew(
    ground: &Ground,
    carrier: &Carrier,
    basket: Option<Uuid>,
    (kind, point_id): (Kind, &str),
    collector: &Collector,
    lang: Lang,
) -> sqlx::Result<Option<Mandate>> {
    let (id, now) = (ground.random.uuid(), ground.clock.now());
    if !store::open_mandate(&ground.lines, id, basket, (kind, point_id), now).await? {
        return Ok(None);
    }
    let state = ask(ground, carrier, id, collector, kind, lang).await?;
    Ok(Some(Mandate { id, state }))
}

/// Asks Post about a mandate that exists already, for the first time or again. When Post is silent or answers nonsense the
/// mandate is "to confirm" (rule 7): that is an answer, not an error. What is known already stays in the database as it is.
///
/// # Errors
/// Only when the database does not answer.
pub async fn ask(
    ground: &Ground,
    carrier: &Carrier,
    mandate: Uuid,
    collector: &Collector,
    kind: Kind,
    lang: Lang,
) -> sqlx::Result<UserIdState> {
    let request = UserRequest {
        person: collector.person.clone(),
        home: (*collector.home).clone(),
        lang,
        notify: collector.notify.clone(),
        kind,
    };
    let (at, watch) = (ground.clock.now(), Instant::now());
    let answer = carrier.user(&request).await;
    let milliseconds = i32::try_from(watch.elapsed().as_millis()).unwrap_or(i32::MAX);
    let trace = TraceId::current().map(|trace| trace.to_string());
    let call = Call { at, outcome: Outcome::of(&answer), milliseconds, trace };
    let state =
        answer.map_or(UserIdState::ToConfirm, |answer| UserIdState::Known(answer.id, answer.verified));
    store::settle(&ground.lines, mandate, &call, &state, ground.clock.now()).await?;
    Ok(state)
}
