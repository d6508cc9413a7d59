//! Asks Post who collects, for a checkout: when the form is sent, and once more where the order is placed in another language.

use uuid::Uuid;

use crate::checkout::Draft;
use crate::checkout::hint::Hint;
use crate::checkout::keep::keep;
use crate::db::turns::TurnError;
use crate::ground::Ground;
use crate::i18n::Lang;
use crate::limit::Grant;
use crate::pickup::Point;
use crate::post::Carrier;
use crate::shipping::{Collector, ask as shipping_ask};

/// What came of it.
#[derive(Debug)]
pub enum Asked {
    /// Whatever Post said is kept: the draft as it stands now.
    Now(Box<Draft>),
    /// Another tab was quicker, or the basket has become an order.
    Changed,
    /// Post was asked so often that this one waits so many seconds.
    Wait(u32),
}

/// Asks Post about this person under a mandate of its own, if `grant` allows it, and keeps both in the draft. `hint` is found out
/// meanwhile, so that it costs no time of its own. Whoever calls has the turn to ask (`shipping::question`).
///
/// # Errors
/// When the database does not answer, or too many are at this basket.
pub async fn ask(
    ground: &Ground,
    carrier: &Carrier,
    (basket, draft, point): (Uuid, &Draft, &Point),
    (collector, lang): (Collector, Lang),
    grant: impl AsyncFnOnce() -> sqlx::Result<Grant>,
    hint: impl Future<Output = Option<Hint>>,
) -> Result<Asked, TurnError> {
    if let Grant::Wait(seconds) = grant().await? {
        return Ok(Asked::Wait(seconds));
    }
    let at = (point.kind, point.id.as_str());
    let mandate = shipping_ask::anew(ground, carrier, Some(basket), at, &collector, lang);
    let (mandate, hint) = tokio::join!(mandate, hint);
    let Some(mandate) = mandate? else { return Ok(Asked::Changed) };
    let (mandate, asked_in) = (Some(mandate.id), Some(lang));
    let draft = Draft { collector: Some(collector), mandate, asked_in, hint, ..draft.clone() };
    let kept = keep(ground, basket, &draft).await?;
    Ok(if kept { Asked::Now(Box::new(draft)) } else { Asked::Changed })
}
