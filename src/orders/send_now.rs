//! A merchant sends an order's parcels now: what was held is held no longer, and what was refused or given up is tried again.

use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::{Connection, PgConnection};
use tokio::time::{Instant, sleep};

use crate::ground::Ground;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::life::LifeState;
use crate::orders::{Order, steps, store};
use crate::shipping::jobs::send_shipment::{self, When};
use crate::shipping::shipment::{ShipmentState, store as shipment_store};

/// So long the merchant's page waits for Post's answer; what comes later it shows when it is loaded next.
const WAIT: Duration = Duration::from_secs(3);
/// Between two looks.
const LOOK: Duration = Duration::from_millis(100);

/// Asks for the job at once, and waits a moment for what comes of it. An order that is sent is left as it is. `services` are what
/// its parcels are sent with from now on, by Post's codes.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn send_now(
    ground: &Ground,
    order: &Order,
    services: Option<&[String]>,
    by: Actor,
) -> sqlx::Result<()> {
    let Ground { pool, clock, .. } = ground;
    let shipments = shipment_store::of(pool, order.id).await?;
    if !shipments.is_empty() && ShipmentState::of_all(&shipments) == ShipmentState::Sent {
        return Ok(());
    }
    let before: i64 = shipments.iter().map(|shipment| shipment.ended).sum();
    let now = clock.now();
    if let Some(services) = services {
        shipment_store::serve(pool, order.id, services).await?;
    }
    // Whoever clicks twice has said it once.
    if !matches!(send_shipment::when(pool, order.id).await?, When::At(due, _) if due <= now) {
        let mut connection = pool.acquire().await?;
        let mut transaction = connection.begin().await?;
        // Held, cancelled, or gone: nothing is sent.
        let state = steps::store::hold(&mut transaction, order.id).await?;
        if !state.is_some_and(|state| [LifeState::ToPack, LifeState::Packed].contains(&state)) {
            return Ok(());
        }
        // Of many clicks at once the first has said it, and Post may have answered by now: the present is that of whoever has waited.
        let now = clock.now();
        if !is_under_way(&mut transaction, order, now).await? {
            let event = Event { at: now, kind: EventKind::SendNow, by, why: None };
            store::insert_event(&mut transaction, order.id, &event).await?;
            send_shipment::begin(&mut transaction, order.id, order.freight(), (now, now)).await?;
        }
        // What an older version has announced is planned only now.
        if let Some(services) = services {
            shipment_store::serve(&mut *transaction, order.id, services).await?;
        }
        transaction.commit().await?;
    }
    ground.bell.ring();
    let until = Instant::now() + WAIT;
    while Instant::now() < until {
        sleep(LOOK).await;
        let shipments = shipment_store::of(pool, order.id).await?;
        let ended: i64 = shipments.iter().map(|shipment| shipment.ended).sum();
        if ended > before {
            break;
        }
    }
    Ok(())
}

/// Whether its parcels are being sent, or are.
async fn is_under_way(
    connection: &mut PgConnection,
    order: &Order,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    if matches!(send_shipment::when(&mut *connection, order.id).await?, When::At(due, _) if due <= now) {
        return Ok(true);
    }
    let shipments = shipment_store::of(connection, order.id).await?;
    Ok(!shipments.is_empty() && ShipmentState::of_all(&shipments) == ShipmentState::Sent)
}
