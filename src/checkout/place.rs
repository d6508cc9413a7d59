//! Places an order: one transaction, one order per basket, whatever is clicked how often (rule 5).

use chrono::{DateTime, Utc};
use sqlx::{Connection, PgConnection};

use crate::basket::store as basket_store;
use crate::catalogue::store::{self as goods_store, Taken, Wanted};
use crate::checkout::store;
use crate::clock::swiss;
use crate::config::PostSettings;
use crate::db::turns::TurnError;
use crate::ground::Ground;
use crate::jobs::store as job_store;
use crate::label::IdentCode;
use crate::limit::Grant;
use crate::orders::event::{Actor, EventKind};
use crate::orders::jobs::confirm_user_id;
use crate::orders::mail::MailKind;
use crate::orders::mails::outbox;
use crate::orders::new_order::NewOrder;
use crate::orders::order::goods;
use crate::orders::store as order_store;
use crate::payments::store as payment_store;
use crate::shipping::jobs::send_shipment;
use crate::shipping::store::{self as shipping_store, Sending};
use crate::shipping::{Journey, loads};

/// What came of placing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The unguessable part of the order's address.
    pub token: String,
    /// Article and what is left of it; nothing where the order was there already.
    pub left: Vec<(i16, i32)>,
}

/// Why an order was not placed; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// The basket, a price or the checkout is no longer what the shopper saw.
    #[error("the basket or the checkout has changed")]
    Changed,
    /// The database reads the keyword of a pick-up point where an address of one's own belongs (rule 1).
    #[error("an address of one's own names a pick-up point")]
    NotOwn,
    /// Fewer in stock than ordered.
    #[error("not enough in stock")]
    SoldOut,
    /// Too many are ordering at this moment.
    #[error("too many are ordering")]
    Busy,
    /// This visitor, or their address, has ordered often; not before so many seconds.
    #[error("ordered too often")]
    TooOften(u32),
    /// The database did not answer or refused.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

/// Places the order. The same basket placed again gives the same order.
///
/// `grant` says whether this visitor may order now. It is asked once for the one click that holds the basket, in
/// whatever instance: the clicks beside it take nothing, and find the order. Where none comes of it, it does not count.
///
/// # Errors
/// See [`PlaceError`].
pub async fn place(
    ground: &Ground,
    post: &PostSettings,
    order: &NewOrder,
    grant: impl AsyncFn() -> sqlx::Result<Grant>,
) -> Result<Placed, PlaceError> {
    let turn = ground.turns.alone(order.basket, async || match write(ground, post, order, &grant).await {
        Err(PlaceError::Database(error)) => Err(error),
        written => Ok(written),
    });
    match turn.await.unwrap_or_else(|error| Err(error.into())) {
        // The key of another basket's order: nothing of this one was written, and a fresh key helps.
        Err(PlaceError::Database(sqlx::Error::Database(error)))
            if error.constraint() == Some("shop_order_idempotency_key_key") =>
        {
            Err(PlaceError::Changed)
        }
        // The forms judge alike, so this should never come; if it does, the shopper is told what to change.
        Err(PlaceError::Database(sqlx::Error::Database(error)))
            if matches!(
                error.constraint(),
                Some("billing_is_no_pickup_point" | "own_address_is_no_pickup_point")
            ) =>
        {
            Err(PlaceError::NotOwn)
        }
        written => written,
    }
}

impl From<TurnError> for PlaceError {
    fn from(error: TurnError) -> Self {
        match error {
            TurnError::Busy => Self::Busy,
            TurnError::Database(error) => Self::Database(error),
        }
    }
}

async fn write(
    ground: &Ground,
    post: &PostSettings,
    order: &NewOrder,
    grant: impl AsyncFn() -> sqlx::Result<Grant>,
) -> Result<Placed, PlaceError> {
    let now = ground.clock.now();
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    // The basket's row is the lock: a second click waits for its turn and then finds the order.
    let Some(quantities) = basket_store::close(&mut transaction, order.basket, now).await? else {
        drop(transaction);
        let token = order_store::token_of_basket(&mut *connection, order.basket).await?;
        return token.map(|token| Placed { token, left: Vec::new() }).ok_or(PlaceError::Changed);
    };
    let taken = match grant().await? {
        Grant::Given(taken) => taken,
        Grant::Wait(seconds) => return Err(PlaceError::TooOften(seconds)),
    };
    match fill(&mut transaction, (ground, now), post, order, quantities).await {
        // What is taken stays so even if the commit is not heard of: the order may stand.
        Ok(placed) => {
            transaction.commit().await?;
            ground.bell.ring();
            metrics::counter!("orders_placed_total", "delivery" => order.delivery.kind().code()).increment(1);
            Ok(placed)
        }
        Err(error) => {
            drop(transaction);
            drop(connection);
            taken.give_back(ground).await?;
            Err(error)
        }
    }
}

/// Writes everything that an order is, while its basket is held.
async fn fill(
    transaction: &mut PgConnection,
    (ground, now): (&Ground, DateTime<Utc>),
    post: &PostSettings,
    order: &NewOrder,
    quantities: Vec<(i16, i32)>,
) -> Result<Placed, PlaceError> {
    // Between the page's question and this one it may have become another day.
    let same_day = Journey::of(&ground.calendar, swiss(now).date()).arrives == order.expected_on;
    if !same_day
        || !is_of(order, quantities)
        || !store::take(&mut *transaction, order.basket, order.checkout_version).await?
    {
        return Err(PlaceError::Changed);
    }
    let (id, token) = (ground.random.uuid(), ground.random.token());
    let next = if order.delivery.may_be_labelled() {
        EventKind::ParcelAnnounced
    } else {
        EventKind::UserIdToConfirm
    };
    let events = [(EventKind::Placed, Actor::Shopper), (next, Actor::Shop)];
    let told = (&events[..], MailKind::Confirmed);
    order_store::insert(&mut *transaction, order, (id, &token), told, now).await?;
    let payment = (ground.random.uuid(), id);
    payment_store::insert(&mut *transaction, payment, &order.payment, order.amounts.total(), now).await?;
    let prefix = IdentCode::prefix(&post.franking_licence);
    let loads = loads(goods(&order.lines).as_ref(), order.delivery.kind(), &ground.random);
    let sending = Sending { order: id, basket: Some(order.basket), loads: &loads, prefix: &prefix };
    shipping_store::insert(&mut *transaction, sending, &order.delivery, now).await?;
    let job = if next == EventKind::UserIdToConfirm {
        confirm_user_id::wanted(id, now)?
    } else {
        let due = now + post.hold;
        send_shipment::plan(&mut *transaction, id, order.freight(), (now, due)).await?
    };
    job_store::enqueue_all(&mut *transaction, [job, outbox::wanted(id, now)?], now).await?;
    // Last of all: these rows are what other baskets with the same article wait for.
    let left = take_goods(transaction, order).await?;
    Ok(Placed { token, left })
}

/// Whether this is what the shopper saw.
fn is_of(order: &NewOrder, mut quantities: Vec<(i16, i32)>) -> bool {
    let mut seen: Vec<(i16, i32)> = order.lines.iter().map(|line| (line.product_id, line.quantity)).collect();
    seen.sort_unstable();
    quantities.sort_unstable();
    seen == quantities
}

async fn take_goods(connection: &mut PgConnection, order: &NewOrder) -> Result<Vec<(i16, i32)>, PlaceError> {
    let wanted = order.lines.iter().map(|line| Wanted {
        id: line.product_id,
        quantity: line.quantity,
        price: line.unit_price,
        vat: line.vat,
        weight_g: line.weight_g,
        name: &line.name,
    });
    match goods_store::take(connection, &wanted.collect::<Vec<_>>(), order.lang).await? {
        Taken::Now(left) => Ok(left),
        Taken::Changed => Err(PlaceError::Changed),
        Taken::NotEnough => Err(PlaceError::SoldOut),
    }
}
