//! Places an order: one transaction, one order per basket, whatever is clicked how often (rule 5).

use sqlx::Connection;

use crate::clock::swiss;
use crate::db::turns::TurnError;
use crate::ground::Ground;
use crate::label::IdentCode;
use crate::orders::new_order::NewOrder;
use crate::orders::{OrderNumber, shown, store};
use crate::shipping::calendar::Journey;
use crate::shipping::{announce, store as shipping_store};

/// What came of placing: the token of the order, new or already there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The unguessable part of the order's address.
    pub token: String,
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
    /// The database did not answer or refused.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

/// Places the order. The same basket placed again gives the same order.
///
/// # Errors
/// See [`PlaceError`].
pub async fn place(ground: &Ground, licence: &str, order: &NewOrder) -> Result<Placed, PlaceError> {
    let turn = ground.turns.alone(order.basket, async || match write(ground, licence, order).await {
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

async fn write(ground: &Ground, licence: &str, order: &NewOrder) -> Result<Placed, PlaceError> {
    let now = ground.clock.now();
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    // The basket's row is the lock: a second click waits for its turn and then finds the order.
    if !store::lock_basket(&mut transaction, order.basket).await? {
        return Err(PlaceError::Changed);
    }
    if let Some(token) = store::token_of_basket(&mut *transaction, order.basket).await? {
        return Ok(Placed { token });
    }
    // Between the page's question and this one it may have become another day.
    let day = Journey::of(swiss(now).date()).arrives;
    if day != order.expected_on || !shown::store::is_as_seen(&mut transaction, order).await? {
        return Err(PlaceError::Changed);
    }
    let id = ground.random.uuid();
    let token = ground.random.token();
    let number = store::insert_order(&mut transaction, order, (id, &token), now).await?;
    store::insert_copies(&mut transaction, id, order).await?;
    shipping_store::insert_delivery(&mut transaction, id, &order.delivery).await?;
    store::insert_event(&mut *transaction, id, "placed", "shopper", now).await?;
    let code = ident_code(licence, OrderNumber::new(number));
    if announce::announce(&mut transaction, id, &order.delivery, &code, now).await? {
        store::insert_event(&mut *transaction, id, "parcel_announced", "shop", now).await?;
    } else {
        store::insert_event(&mut *transaction, id, "user_id_to_confirm", "shop", now).await?;
    }
    store::close_basket(&mut transaction, order.basket, now).await?;
    // Last of all: these rows are what other baskets with the same article wait for.
    if !store::take_from_stock(&mut transaction, order).await? {
        return Err(PlaceError::SoldOut);
    }
    transaction.commit().await?;
    metrics::counter!("orders_placed_total", "delivery" => order.delivery.kind().code()).increment(1);
    Ok(Placed { token })
}

/// The ident code of an order's parcel.
#[must_use]
pub fn ident_code(licence: &str, number: OrderNumber) -> IdentCode {
    IdentCode::new(licence, number.get().unsigned_abs())
}
