//! Another point is chosen: one question to Post for one choice, however often it is clicked.

use crate::db::turns::TurnError;
use crate::limit::Grant;
use crate::orders::another::May;
use crate::orders::asker::Asker;
use crate::orders::event::Actor;
use crate::orders::life::{LifeState, Move};
use crate::orders::redirect::Way;
use crate::orders::{Order, store};
use crate::shipping::{Collector, Notify, PointCopy, question};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// The order goes there now.
    Now,
    /// It goes there already.
    Already,
    /// It cannot be.
    No(May),
    /// This point cannot be chosen: why, in words.
    Refused(String),
    /// Post was asked so often that this one waits so many seconds.
    Wait(u32),
}

/// Sends an order to another point. Those who choose for one order wait for each other; `pick` says what was chosen as the order
/// stands when it is their turn, and `ask` whether Post may be asked.
///
/// # Errors
/// When the database does not answer or refuses, or too many are choosing for this order.
pub async fn choose(
    asker: &Asker,
    order: &Order,
    by: &Actor,
    pick: impl Fn(&Order) -> Result<PointCopy, String>,
    ask: impl AsyncFnOnce() -> sqlx::Result<Grant>,
) -> Result<Chosen, TurnError> {
    let turn = async |_| -> Result<Chosen, TurnError> {
        let lines = &asker.ground.lines;
        let Some(order) = store::by_id(lines, order.id).await? else { return Ok(Chosen::No(May::TooLate)) };
        let may = May::of(&order, by);
        if may != May::Yes {
            return Ok(Chosen::No(may));
        }
        let point = match pick(&order) {
            Ok(point) => point,
            Err(problem) => return Ok(Chosen::Refused(problem)),
        };
        let there = order.delivery.pickup().is_some_and(|now| now.point.id == point.id);
        // One that is held goes on from here, also to where it went before: the door may be open again.
        if there && ![LifeState::Returned, LifeState::Held].contains(&order.life.state) {
            return Ok(Chosen::Already);
        }
        let Some(collector) = collector(&order) else { return Ok(Chosen::No(May::Nobody)) };
        if let Grant::Wait(seconds) = ask().await? {
            return Ok(Chosen::Wait(seconds));
        }
        let way = Way::To(Box::new(point), Box::new(collector));
        let done = asker.redirect(&order, way, Move::PointChanged, by).await?;
        Ok(if done { Chosen::Now } else { Chosen::No(May::TooLate) })
    };
    question::alone(&asker.ground, order.id, turn).await
}

/// Who collects: as before, or whoever it was to be brought to.
fn collector(order: &Order) -> Option<Collector> {
    if let Some(pickup) = order.delivery.pickup() {
        return Some(pickup.collector.clone());
    }
    let home = order.delivery.own_address()?;
    let person = home.party.person()?.clone();
    Some(Collector { person, home: home.clone(), notify: Notify::Email(order.email.clone()?) })
}
