//! Holds orders whose point is gone, or closed while the parcel would wait there: by the job every hour, and for each parcel once
//! more before its data go to Post.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Connection;
use uuid::Uuid;

use crate::clock::swiss;
use crate::ground::Ground;
use crate::orders::Reason;
use crate::orders::event::Actor;
use crate::orders::life::LifeState;
use crate::orders::pack::hold_back;
use crate::orders::steps;
use crate::pickup::{Index, Kind, Points};
use crate::shipping::Journey;
use crate::shipping::places::store as place_store;
use crate::shipping::shipment::{Gate, Opens};

/// So many orders are looked at with one question.
const BATCH: i64 = 500;
/// Where orders stand whose parcels are to go out. One that is held already is looked at by somebody.
const TO_GO: [LifeState; 3] = [LifeState::ToConfirm, LifeState::ToPack, LifeState::Packed];

/// Watches the points that orders go to.
#[derive(Clone, Debug)]
pub struct Watcher {
    /// Where orders are, and the present.
    pub ground: Ground,
    /// The points of this moment.
    pub points: Points,
}

impl Watcher {
    /// Looks at every order whose parcel is to go out, in batches; gives how many were held.
    ///
    /// # Errors
    /// When the database does not answer or refuses.
    pub async fn watch(&self) -> sqlx::Result<usize> {
        let mut held = 0;
        for state in TO_GO {
            let mut after = 0;
            loop {
                let batch = steps::store::standing(&self.ground.pool, state, after, BATCH).await?;
                let Some((last, _)) = batch.last() else { break };
                after = *last;
                let orders: Vec<Uuid> = batch.into_iter().map(|(_, order)| order).collect();
                for (order, kind, id) in place_store::points(&self.ground.pool, &orders).await? {
                    if let Some(why) = self.trouble(kind, &id) {
                        held += usize::from(self.hold(order, &why).await? == Settled::Held);
                    }
                }
            }
        }
        Ok(held)
    }

    /// Whether an order's parcel may go out as far as its point is concerned; where not, the order is held.
    async fn may_go(&self, order: Uuid) -> sqlx::Result<bool> {
        let points = place_store::points(&self.ground.pool, &[order]).await?;
        let Some(why) = points.first().and_then(|(_, kind, id)| self.trouble(*kind, id)) else {
            return Ok(true);
        };
        Ok(self.hold(order, &why).await? == Settled::GoesOn)
    }

    /// What speaks against a point for a parcel that goes out now.
    fn trouble(&self, kind: Kind, id: &str) -> Option<Reason> {
        let now = self.ground.clock.now();
        let today = swiss(now).date();
        trouble(&self.points.now(), (kind, id), today, Journey::of(&self.ground.calendar, today).arrives)
    }

    async fn hold(&self, order: Uuid, why: &Reason) -> sqlx::Result<Settled> {
        let now: DateTime<Utc> = self.ground.clock.now();
        let mut connection = self.ground.pool.acquire().await?;
        let mut transaction = connection.begin().await?;
        match steps::store::hold(&mut transaction, order).await? {
            Some(state) if TO_GO.contains(&state) => {}
            Some(LifeState::Held | LifeState::Cancelled) => return Ok(Settled::Waits),
            // Whoever has handed it over has decided.
            _ => return Ok(Settled::GoesOn),
        }
        // Whoever was quicker has sent it elsewhere: what counts is where it goes now.
        let points = place_store::points(&mut *transaction, &[order]).await?;
        let still = points.first().and_then(|(_, kind, id)| self.trouble(*kind, id)).as_ref() == Some(why);
        // Somebody has let it go on all the same, and is not asked twice.
        if !still || steps::store::was_held(&mut *transaction, order, why).await? {
            return Ok(Settled::GoesOn);
        }
        hold_back(&mut transaction, order, (&Actor::Shop, why), now).await?;
        transaction.commit().await?;
        metrics::counter!("orders_held_total", "why" => why.code().to_owned()).increment(1);
        Ok(Settled::Held)
    }
}

/// What came of looking at an order whose point is in trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Settled {
    /// It is held from now on.
    Held,
    /// It was held already, or has ended.
    Waits,
    /// It goes on: it goes to another point by now, or somebody has decided so, or it is gone.
    GoesOn,
}

impl Gate for Watcher {
    fn opens(&self, order: Uuid) -> Opens<'_> {
        Box::pin(self.may_go(order))
    }
}

/// Why a parcel that goes out today should not go to this point. Without any list nothing is known of any point.
fn trouble(index: &Index, (kind, id): (Kind, &str), today: NaiveDate, arrives: NaiveDate) -> Option<Reason> {
    if index.all().is_empty() {
        return None;
    }
    let Some(point) = index.get(id).filter(|point| point.kind == kind) else {
        return Some(Reason::PointGone);
    };
    let waiting = point.waiting(arrives);
    // One that is open again when the parcel arrives is in nobody's way, though nobody would choose it today.
    let shut = waiting.first_open.is_none() || point.is_closed_on(arrives);
    (shut && point.shut(today, &waiting).is_some()).then_some(Reason::PointClosed)
}

#[cfg(test)]
mod tests {
    use super::trouble;
    use crate::pickup::{Index, Kind};

    #[test]
    fn without_any_list_no_point_is_called_gone() {
        let day = "2026-11-24".parse().expect("a date");
        assert_eq!(trouble(&Index::new(Vec::new()), (Kind::PickPost, "A"), day, day), None);
    }
}
