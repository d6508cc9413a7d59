//! Post hears of whoever collects in the order's language: it writes to them in it. Who changes the language after the question
//! is asked about once more before the review shows the order.

use crate::checkout::arrival::{Inventory, arrive, take};
use crate::checkout::{Checkout, Draft, Step};
use crate::limit::{ASK_POST, Grant};
use crate::post::Carrier;
use crate::shipping::{ask, question};
use crate::web::{Error, Visit, limit};

/// The checkout as the review finds it, once Post has heard of it in the language of the page. Where Post is silent it is to
/// confirm, and the order asks again in its own language (rule 7).
///
/// # Errors
/// When the database fails; [`Error::Elsewhere`] where another step comes first, or Post was asked too often to be asked now.
pub async fn arrive_heard(
    visit: &Visit,
    inventory: &Inventory,
    carrier: &Carrier,
) -> Result<Checkout, Error> {
    let checkout = arrive(visit, inventory, Step::Review).await?;
    if !checkout.draft.was_asked_otherwise(visit.lang()) {
        return Ok(checkout);
    }
    let again = async || ask_again(visit, inventory, carrier).await;
    question::alone(&visit.site.ground, checkout.id(), again).await??;
    arrive(visit, inventory, Step::Review).await
}

/// Asks, unless somebody has meanwhile.
async fn ask_again(visit: &Visit, inventory: &Inventory, carrier: &Carrier) -> Result<(), Error> {
    let arrival = take(visit, inventory, Step::Review).await?;
    let draft = &arrival.draft;
    let (Some(point), Some(collector), true) =
        (&arrival.point, &draft.collector, draft.was_asked_otherwise(visit.lang()))
    else {
        return Ok(());
    };
    if let Grant::Wait(_) = limit::take(visit, &ASK_POST).await? {
        // The page of the collector says how long to wait.
        return Err(Error::Elsewhere(visit.page.href(Step::Collector.path())));
    }
    let ground = &visit.site.ground;
    let opened = ask::open(ground, Some(arrival.id()), point.kind, point.id.as_str()).await?;
    let id = opened.ok_or(Error::Conflict)?;
    ask::ask(ground, carrier, id, collector, point.kind, visit.lang()).await?;
    let draft = Draft { mandate: Some(id), asked_in: Some(visit.lang()), ..draft.clone() };
    arrival.save(visit, &draft).await.map(drop)
}
