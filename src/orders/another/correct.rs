//! The person who collects is corrected: Post is asked anew, for what it knows is about somebody else.

use crate::db::turns::TurnError;
use crate::orders::asker::Asker;
use crate::orders::event::Actor;
use crate::orders::life::{LifeState, Move};
use crate::orders::redirect::Way;
use crate::orders::{Order, store};
use crate::shipping::{Collector, question};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corrected {
    /// This person collects now.
    Now,
    /// It was this person already.
    Already,
    /// Somebody else has changed the order since the form was shown.
    Changed,
    /// It is too late, or nobody collects it.
    TooLate,
}

/// Corrects who collects an order whose delivery was in the version `seen` when the form was shown.
///
/// # Errors
/// When the database does not answer or refuses, or too many are at it.
pub async fn correct(
    asker: &Asker,
    order: &Order,
    by: &Actor,
    collector: Collector,
    seen: Option<i32>,
) -> Result<Corrected, TurnError> {
    let turn = async |_| -> Result<Corrected, TurnError> {
        let order = store::by_id(&asker.ground.lines, order.id).await?;
        let Some(order) = order.filter(|order| order.life.state.after(Move::PersonCorrected).is_some())
        else {
            return Ok(Corrected::TooLate);
        };
        let Some(pickup) = order.delivery.pickup() else { return Ok(Corrected::TooLate) };
        if pickup.collector == collector && order.life.state != LifeState::Returned {
            return Ok(Corrected::Already);
        }
        if Some(order.version) != seen {
            return Ok(Corrected::Changed);
        }
        let way = Way::To(Box::new(pickup.point.clone()), Box::new(collector));
        let done = asker.redirect(&order, way, Move::PersonCorrected, by).await?;
        Ok(if done { Corrected::Now } else { Corrected::TooLate })
    };
    question::alone(&asker.ground, order.id, turn).await
}
