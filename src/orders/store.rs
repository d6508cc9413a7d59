//! Every statement about orders. There is no update in here: the role has no right to one (rule 4).

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use crate::address::Address;
use crate::db::address_row::AddressRow;
use crate::db::unreadable;
use crate::i18n::Lang;
use crate::money::{Rappen, VatRate};
use crate::orders::history::Entry;
use crate::orders::new_order::NewOrder;
use crate::orders::order::{Amounts, OrderLine};
use crate::orders::{Order, OrderNumber, Payment};
use crate::shipping::store as shipping_store;

/// Locks the basket's row; `false` where there is none. Who comes second waits for the first outside the connection.
///
/// # Errors
/// When the database does not answer; at once, when somebody else holds the row ([`crate::db::is_held`]).
pub async fn lock_basket(connection: &mut PgConnection, basket: Uuid) -> sqlx::Result<bool> {
    let row = sqlx::query!("select id from basket where id = $1 for update nowait", basket);
    Ok(row.fetch_optional(connection).await?.is_some())
}

/// The token of the order that a basket has become.
///
/// # Errors
/// When the database does not answer.
pub async fn token_of_basket(executor: impl PgExecutor<'_>, basket: Uuid) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("select token from shop_order where basket_id = $1", basket)
        .fetch_optional(executor)
        .await
}

/// Takes the goods from stock; `false` where one of them no longer suffices.
///
/// # Errors
/// When the database does not answer.
pub async fn take_from_stock(connection: &mut PgConnection, order: &NewOrder) -> sqlx::Result<bool> {
    let ids: Vec<i16> = order.lines.iter().map(|line| line.product_id).collect();
    let quantities: Vec<i32> = order.lines.iter().map(|line| line.quantity).collect();
    // In the order of the ids, so that two orders of the same goods wait for each other instead of for ever.
    sqlx::query!("select id from product where id = any($1) order by id for no key update", &ids)
        .fetch_all(&mut *connection)
        .await?;
    let taken = sqlx::query!(
        "update product p set stock = p.stock - t.quantity
         from unnest($1::smallint[], $2::integer[]) as t (id, quantity) where p.id = t.id and p.stock >= t.quantity",
        &ids,
        &quantities
    )
    .execute(connection)
    .await?;
    Ok(taken.rows_affected() == ids.len() as u64)
}

/// Writes the order itself; gives its number.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert_order(
    connection: &mut PgConnection,
    order: &NewOrder,
    (id, token): (Uuid, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<i32> {
    sqlx::query_scalar!(
        "insert into shop_order (id, number, token, basket_id, idempotency_key, language, placed_at, email, phone,
             terms_version, payment, card_last4, goods, delivery_price, total, expected_on)
         values ($1, nextval('order_number'), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         returning number",
        id,
        token,
        order.basket,
        order.idempotency_key,
        order.lang.code(),
        now,
        order.email,
        order.phone,
        order.terms_version,
        order.payment.code(),
        order.payment.last4(),
        order.amounts.goods.0 as _,
        order.amounts.delivery.0 as _,
        order.amounts.total().0 as _,
        order.expected_on
    )
    .fetch_one(connection)
    .await
}

/// Writes the copies that belong to an order: lines, VAT, billing address.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert_copies(connection: &mut PgConnection, id: Uuid, order: &NewOrder) -> sqlx::Result<()> {
    let lines = &order.lines;
    sqlx::query!(
        "insert into order_line (order_id, position, product_id, name, quantity, unit_price, amount, vat_rate_bp,
             weight_g)
         select $1, position, product_id, name, quantity, price, price * quantity, rate, weight
         from unnest($2::smallint[], $3::text[], $4::integer[], $5::bigint[], $6::integer[], $7::integer[])
             with ordinality as t (product_id, name, quantity, price, rate, weight, position)",
        id,
        &lines.iter().map(|line| line.product_id).collect::<Vec<_>>(),
        &lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>(),
        &lines.iter().map(|line| line.quantity).collect::<Vec<_>>(),
        &lines.iter().map(|line| line.unit_price.0).collect::<Vec<_>>(),
        &lines.iter().map(|line| line.vat.0).collect::<Vec<_>>(),
        &lines.iter().map(|line| line.weight_g).collect::<Vec<_>>()
    )
    .execute(&mut *connection)
    .await?;
    let vat = &order.amounts.vat;
    sqlx::query!(
        "insert into order_vat (order_id, vat_rate_bp, gross, vat)
         select $1, rate, gross, vat from unnest($2::integer[], $3::bigint[], $4::bigint[]) as t (rate, gross, vat)",
        id,
        &vat.iter().map(|(rate, ..)| rate.0).collect::<Vec<_>>(),
        &vat.iter().map(|(_, gross, _)| gross.0).collect::<Vec<_>>(),
        &vat.iter().map(|(.., vat)| vat.0).collect::<Vec<_>>()
    )
    .execute(&mut *connection)
    .await?;
    let row = AddressRow::from(&order.billing);
    sqlx::query!(
        "insert into billing_address (order_id, title, first_name, last_name, company, street, house_number,
             address_extra, postcode, town, country)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        row.title,
        row.first_name as _,
        row.last_name as _,
        row.company as _,
        row.street as _,
        row.house_number as _,
        row.address_extra as _,
        row.postcode as _,
        row.town as _,
        row.country
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Appends to an order's history.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert_event(
    executor: impl PgExecutor<'_>,
    order: Uuid,
    what: &str,
    who: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into order_event (order_id, at, what, who) values ($1, $2, $3, $4)",
        order,
        now,
        what,
        who
    )
    .execute(executor)
    .await
    .map(drop)
}

/// Closes the basket that has become an order; what was typed lives on in the order only.
///
/// # Errors
/// When the database does not answer.
pub async fn close_basket(
    connection: &mut PgConnection,
    basket: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("delete from checkout where basket_id = $1", basket).execute(&mut *connection).await?;
    sqlx::query!("delete from review_shown where basket_id = $1", basket).execute(&mut *connection).await?;
    sqlx::query!("delete from basket_line where basket_id = $1", basket).execute(&mut *connection).await?;
    sqlx::query!("update basket set ordered_at = $2 where id = $1", basket, now)
        .execute(connection)
        .await
        .map(drop)
}

/// An order by the unguessable part of its address.
///
/// # Errors
/// When the database does not answer.
pub async fn by_token(pool: &PgPool, token: &str) -> sqlx::Result<Option<Order>> {
    // What cannot be a token is not asked for: Postgres would take offence at a NUL.
    if !token.bytes().all(|b| b.is_ascii_graphic()) {
        return Ok(None);
    }
    let id =
        sqlx::query_scalar!("select id from shop_order where token = $1", token).fetch_optional(pool).await?;
    match id {
        Some(id) => by_id(pool, id).await,
        None => Ok(None),
    }
}

/// An order by its number.
///
/// # Errors
/// When the database does not answer.
pub async fn by_number(pool: &PgPool, number: OrderNumber) -> sqlx::Result<Option<Order>> {
    let id = sqlx::query_scalar!("select id from shop_order where number = $1", number.get());
    match id.fetch_optional(pool).await? {
        Some(id) => by_id(pool, id).await,
        None => Ok(None),
    }
}

async fn by_id(pool: &PgPool, id: Uuid) -> sqlx::Result<Option<Order>> {
    let Some(row) = sqlx::query!(
        r#"select number, token, language, placed_at, email, phone, terms_version, card_last4,
               goods::bigint as "goods!", delivery_price::bigint as "delivery_price!", expected_on
           from shop_order where id = $1"#,
        id
    )
    .fetch_optional(pool)
    .await?
    else {
        return Ok(None);
    };
    let Some((delivery, ident_code)) = shipping_store::delivery(pool, id).await? else { return Ok(None) };
    let amounts =
        Amounts { goods: Rappen(row.goods), delivery: Rappen(row.delivery_price), vat: vat(pool, id).await? };
    Ok(Some(Order {
        id,
        number: OrderNumber::new(row.number),
        token: row.token,
        lang: Lang::parse(&row.language).unwrap_or(Lang::De),
        placed_at: row.placed_at,
        email: row.email,
        phone: row.phone,
        terms_version: row.terms_version,
        payment: row.card_last4.map_or(Payment::Invoice, |last4| Payment::Card { last4 }),
        amounts,
        expected_on: row.expected_on,
        lines: lines(pool, id).await?,
        billing: billing(pool, id).await?,
        delivery,
        ident_code,
    }))
}

async fn vat(pool: &PgPool, id: Uuid) -> sqlx::Result<Vec<(VatRate, Rappen, Rappen)>> {
    let rows = sqlx::query!(
        r#"select vat_rate_bp, gross::bigint as "gross!", vat::bigint as "vat!" from order_vat
           where order_id = $1 order by vat_rate_bp"#,
        id
    );
    let rows = rows.fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (VatRate(row.vat_rate_bp), Rappen(row.gross), Rappen(row.vat))).collect())
}

async fn lines(pool: &PgPool, id: Uuid) -> sqlx::Result<Vec<OrderLine>> {
    let rows = sqlx::query!(
        r#"select product_id, name, quantity, unit_price::bigint as "unit_price!", vat_rate_bp, weight_g
           from order_line where order_id = $1 order by position"#,
        id
    );
    let rows = rows.fetch_all(pool).await?;
    Ok(rows
        .into_iter()
        .map(|row| OrderLine {
            product_id: row.product_id,
            name: row.name,
            quantity: row.quantity,
            unit_price: Rappen(row.unit_price),
            vat: VatRate(row.vat_rate_bp),
            weight_g: row.weight_g,
        })
        .collect())
}

async fn billing(pool: &PgPool, id: Uuid) -> sqlx::Result<Address> {
    let row = sqlx::query_as!(
        AddressRow,
        r#"select title, first_name::text, last_name::text, company::text, street::text as "street!",
               house_number::text, address_extra::text, postcode::text as "postcode!", town::text as "town!", country
           from billing_address where order_id = $1"#,
        id
    );
    Address::try_from(row.fetch_one(pool).await?).map_err(unreadable)
}

/// The newest two hundred events of an order, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn events(pool: &PgPool, order: Uuid) -> sqlx::Result<Vec<Entry>> {
    sqlx::query_as!(
        Entry,
        r#"select at, what, who, null as "detail: String" from (
               select id, at, what, who from order_event where order_id = $1 order by id desc limit 200) as newest
           order by id"#,
        order
    )
    .fetch_all(pool)
    .await
}

/// Whether anything was ever ordered; the tables have to be there.
///
/// # Errors
/// When the database does not answer.
pub async fn any(connection: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists(select from shop_order) as "any!""#).fetch_one(connection).await
}
