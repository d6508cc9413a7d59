//! Tells Post of an order's parcels and takes their labels. What is about to be asked stands in the database before it is asked,
//! and what came of it in one transaction after it: wherever an instance ends in between, the next one knows what to do.

use std::rc::Rc;

use uuid::Uuid;

use crate::carrier::LabelSender;
use crate::ground::Ground;
use crate::label::IdentCode;
use crate::post::Carrier;
use crate::shipping::shipment::label_order::label_order;
use crate::shipping::shipment::store::Next;
use crate::shipping::shipment::{Ending, Gate, Outcome, store};
use crate::shipping::{Delivery, Newest, store as shipping_store};

/// Sends the data of parcels.
#[derive(Clone, Debug)]
pub struct Forwarder {
    /// Where parcels are, and the present.
    pub ground: Ground,
    /// Whom to tell.
    pub carrier: Carrier,
    /// The franking licence, which an ident code begins with.
    pub licence: String,
    /// Who sends.
    pub sender: LabelSender,
    /// Who is asked before.
    pub gate: Rc<dyn Gate>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// All that can be sent is.
    Done,
    /// Post has refused: somebody has to mend something first.
    Refused,
    /// Another time it may go well. A word of the program.
    Again(&'static str),
}

/// So many numbers in a row may be used already before something else must be wrong, such as a sequence that was set back.
const NUMBERS: usize = 3;

impl Forwarder {
    /// Sends the parcels of an order's newest delivery that are not sent yet. What may not carry a label is left alone: its
    /// User ID is not known yet, or was erased; and so is what the gate does not let out.
    ///
    /// # Errors
    /// When the database does not answer or refuses.
    pub async fn send(&self, order: Uuid) -> sqlx::Result<Sent> {
        let Some(Newest { delivery, parcels, .. }) =
            shipping_store::delivery(&self.ground.pool, order).await?
        else {
            return Ok(Sent::Done);
        };
        if !delivery.may_be_labelled() || !self.gate.opens(order).await? {
            return Ok(Sent::Done);
        }
        for parcel in parcels {
            let sent = self.send_one(&delivery, parcel.id).await?;
            if sent != Sent::Done {
                return Ok(sent);
            }
        }
        Ok(Sent::Done)
    }

    async fn send_one(&self, delivery: &Delivery, parcel: Uuid) -> sqlx::Result<Sent> {
        let Ground { pool, clock, random, .. } = &self.ground;
        let prefix = IdentCode::prefix(&self.licence);
        for _ in 0..NUMBERS {
            let begun = match store::begin(pool, (random.uuid(), parcel), &prefix, clock.now()).await? {
                Next::Ask(begun) => begun,
                Next::Nothing => return Ok(Sent::Done),
                Next::Busy => return Ok(Sent::Again("busy")),
            };
            // No connection is held meanwhile.
            let answer = self.carrier.label(&label_order(delivery, &begun, &self.sender)).await;
            let ending = Ending::of(answer);
            if !store::settle(pool, &begun, &ending, &prefix, clock.now()).await? {
                tracing::warn!("an answer about a label came too late and was dropped");
                return Ok(Sent::Again("busy"));
            }
            metrics::counter!("shipment_questions_total", "outcome" => ending.outcome.code()).increment(1);
            match ending.outcome {
                Outcome::Sent => return Ok(Sent::Done),
                Outcome::Refused => return Ok(Sent::Refused),
                Outcome::Failed | Outcome::Lost => return Ok(Sent::Again("carrier")),
                // Post is there: with the next number at once.
                Outcome::Used => {}
            }
        }
        Ok(Sent::Again("used"))
    }
}
