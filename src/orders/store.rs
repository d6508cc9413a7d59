//! Every statement about orders. There is no update in here: the role has no right to one (rule 4).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::address::{Fields, OwnAddress, Whose};
use crate::contact::{Email, Phone};
use crate::db::unreadable;
use crate::i18n::Lang;
use crate::money::{Rappen, VatRate};
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::life::LifeState;
use crate::orders::mail::MailKind;
use crate::orders::new_order::NewOrder;
use crate::orders::order::{Amounts, Life, OrderLine};
use crate::orders::{Order, OrderNumber, Reason};
use crate::payments::{Payment, PaymentState, store as payment_store};
use crate::shipping::{Newest, store as shipping_store};

/// The token of the order that a basket has become.
///
/// # Errors
/// When the database does not answer.
pub async fn token_of_basket(executor: impl PgExecutor<'_>, basket: Uuid) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("select token from shop_order where basket_id = $1", basket)
        .fetch_optional(executor)
        .await
}

/// Writes the order with its copies (lines, VAT, billing address), the first events of its history, and the mails that tell
/// of it.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert(
    connection: &mut PgConnection,
    order: &NewOrder,
    (id, token): (Uuid, &str),
    (events, mail): (&[(EventKind, Actor)], MailKind),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let billing = Fields::from(&*order.billing);
    let (kinds, roles) = codes(events);
    sqlx::query!(
        "with placed as (
             insert into shop_order (id, number, token, basket_id, idempotency_key, language, placed_at, email, phone,
                 terms_version, goods, delivery_price, total, expected_on) values ($1, nextval('order_number'), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning number
         ), life as (insert into order_life (order_id, number, state, since) select $1, number, $28, $6 from placed
         ), lines as (
             insert into order_line (order_id, position, product_id, name, quantity, unit_price, amount, vat_rate_bp, weight_g, length_mm, width_mm, height_mm) select $1, position, product_id, name, quantity, unit_price, unit_price * quantity, vat_rate_bp, weight_g, length_mm, width_mm, height_mm
             from jsonb_to_recordset($14) as t (position smallint, product_id smallint, name text, quantity integer, unit_price bigint, vat_rate_bp integer, weight_g integer, length_mm integer, width_mm integer, height_mm integer)
         ), vat as (insert into order_vat (order_id, vat_rate_bp, gross, vat)
             select $1, vat_rate_bp, gross, vat from jsonb_to_recordset($15) as t (vat_rate_bp integer, gross bigint, vat bigint)
         ), billing as (
             insert into billing_address (order_id, title, first_name, last_name, company, street, house_number, address_extra, postcode, town, country)
             values ($1, nullif($16, ''), nullif($17, ''), nullif($18, ''), nullif($19, ''), $20, nullif($21, ''), nullif($22, ''), $23, $24, $25)
         ), mails as (insert into mail (order_id, kind, reader, written_at) select $1, $29, reader, $6 from unnest($30::text[]) as t (reader)
         )
         insert into order_event (order_id, at, what, role) select $1, $6, what, role from unnest($26::text[], $27::text[]) as t (what, role)",
        id,
        token,
        order.basket,
        order.idempotency_key,
        order.lang.code(),
        now,
        order.email.as_str(),
        order.phone.as_ref().map(Phone::as_str),
        order.terms_version,
        order.amounts.goods.0 as _,
        order.amounts.delivery.0 as _,
        order.amounts.total().0 as _,
        order.expected_on,
        Json(LineRow::of(order)) as _,
        Json(VatRow::of(order)) as _,
        billing.title,
        billing.first_name,
        billing.last_name,
        billing.company,
        billing.street as _,
        billing.house_number,
        billing.address_extra,
        billing.postcode as _,
        billing.town as _,
        billing.country,
        &kinds,
        &roles,
        order.begins().code(),
        mail.code(),
        &mail.readers(&Actor::Shopper).iter().map(|reader| reader.code().to_owned()).collect::<Vec<_>>()
    )
    .execute(connection)
    .await
    .map(drop)
}

fn codes(events: &[(EventKind, Actor)]) -> (Vec<String>, Vec<String>) {
    events.iter().map(|(kind, by)| (kind.code().to_owned(), by.role().to_owned())).unzip()
}

/// Appends to an order's history.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert_event(connection: &mut PgConnection, order: Uuid, event: &Event) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into order_event (order_id, at, what, role, who, why) values ($1, $2, $3, $4, $5, $6)",
        order,
        event.at,
        event.kind.code(),
        event.by.role(),
        event.by.name(),
        event.why.as_ref().map(Reason::code)
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Appends to an order's history what it need not say twice of this role.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert_event_once(
    connection: &mut PgConnection,
    order: Uuid,
    event: &Event,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into order_event (order_id, at, what, role, who, why) select $1, $2, $3, $4, $5, $6
         where not exists (select from order_event where order_id = $1 and what = $3 and role = $4)",
        order,
        event.at,
        event.kind.code(),
        event.by.role(),
        event.by.name(),
        event.why.as_ref().map(Reason::code)
    )
    .execute(connection)
    .await
    .map(drop)
}

/// An order by the unguessable part of its address.
///
/// # Errors
/// When the database does not answer.
pub async fn by_token(executor: impl PgExecutor<'_> + Copy, token: &str) -> sqlx::Result<Option<Order>> {
    // What cannot be a token is not asked for: Postgres would take offence at a NUL.
    if !token.bytes().all(|b| b.is_ascii_graphic()) {
        return Ok(None);
    }
    find(executor, (Some(token), None, None)).await
}

/// An order by its row.
///
/// # Errors
/// When the database does not answer.
pub async fn by_id(executor: impl PgExecutor<'_> + Copy, id: Uuid) -> sqlx::Result<Option<Order>> {
    find(executor, (None, None, Some(id))).await
}

/// An order by its number.
///
/// # Errors
/// When the database does not answer.
pub async fn by_number(
    executor: impl PgExecutor<'_> + Copy,
    number: OrderNumber,
) -> sqlx::Result<Option<Order>> {
    find(executor, (None, Some(number), None)).await
}

/// The same over one connection, for a page that has more to ask.
///
/// # Errors
/// When the database does not answer.
pub async fn by_number_over(
    connection: &mut PgConnection,
    number: OrderNumber,
) -> sqlx::Result<Option<Order>> {
    let Some(row) = head(&mut *connection, (None, Some(number), None)).await? else { return Ok(None) };
    let Some(sent) = shipping_store::delivery(&mut *connection, row.id).await? else { return Ok(None) };
    let paid = payment_store::of(connection, row.id).await?;
    row.read(sent, paid).map(Some)
}

struct OrderRow {
    id: Uuid,
    number: i32,
    token: String,
    language: String,
    placed_at: DateTime<Utc>,
    email: Option<String>,
    phone: Option<String>,
    erased_at: Option<DateTime<Utc>>,
    terms_version: NaiveDate,
    goods: i64,
    delivery_price: i64,
    expected_on: NaiveDate,
    title: String,
    first_name: String,
    last_name: String,
    company: String,
    street: String,
    house_number: String,
    address_extra: String,
    postcode: String,
    town: String,
    country: String,
    lines: Json<Vec<LineRow>>,
    vat: Json<Vec<VatRow>>,
    state: String,
    since: DateTime<Utc>,
    why: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct LineRow {
    position: usize,
    product_id: i16,
    name: String,
    quantity: i32,
    unit_price: i64,
    vat_rate_bp: i32,
    weight_g: i32,
    length_mm: Option<i32>,
    width_mm: Option<i32>,
    height_mm: Option<i32>,
}

#[derive(Serialize, Deserialize)]
struct VatRow {
    vat_rate_bp: i32,
    gross: i64,
    vat: i64,
}

/// A token, a number or a row: one of them.
type Key<'a> = (Option<&'a str>, Option<OrderNumber>, Option<Uuid>);

async fn find(executor: impl PgExecutor<'_> + Copy, key: Key<'_>) -> sqlx::Result<Option<Order>> {
    let Some(row) = head(executor, key).await? else { return Ok(None) };
    let Some(sent) = shipping_store::delivery(executor, row.id).await? else { return Ok(None) };
    let paid = payment_store::of(executor, row.id).await?;
    row.read(sent, paid).map(Some)
}

/// Orders as they were placed, and how they stand: `$which` of them.
macro_rules! heads {
    ($which:literal, $($key:expr),+) => {
        sqlx::query_as!(
            OrderRow,
            r#"select o.id, o.number, token, language, placed_at, email, phone, erased_at, terms_version, goods::bigint as "goods!",
               delivery_price::bigint as "delivery_price!", expected_on,
               coalesce(title, '') as "title!", coalesce(first_name, '') as "first_name!",
               coalesce(last_name, '') as "last_name!", coalesce(company, '') as "company!", street::text as "street!",
               coalesce(house_number, '') as "house_number!", coalesce(address_extra, '') as "address_extra!",
               postcode::text as "postcode!", town::text as "town!", country,
               (select json_agg(l order by position) from order_line l where l.order_id = o.id)
                   as "lines!: Json<Vec<LineRow>>",
               (select json_agg(v order by vat_rate_bp) from order_vat v where v.order_id = o.id)
                   as "vat!: Json<Vec<VatRow>>",
               life.state, life.since, life.why
           from shop_order o join billing_address b on b.order_id = o.id join order_life life on life.order_id = o.id"#
                + $which,
            $($key),+
        )
    };
}

async fn head(executor: impl PgExecutor<'_>, (token, number, id): Key<'_>) -> sqlx::Result<Option<OrderRow>> {
    let row = heads!(
        " where o.id = coalesce($3, (select id from shop_order where token = $1), (select id from shop_order where number = $2))",
        token,
        number.map(OrderNumber::get),
        id
    );
    row.fetch_optional(executor).await
}

/// Those of these orders that there are: as many questions as about one.
///
/// # Errors
/// When the database does not answer.
pub async fn by_numbers(
    executor: impl PgExecutor<'_> + Copy,
    numbers: &[OrderNumber],
) -> sqlx::Result<Vec<Order>> {
    let numbers: Vec<i32> = numbers.iter().map(|number| number.get()).collect();
    let rows = heads!(" where o.number = any($1)", &numbers).fetch_all(executor).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut sent = shipping_store::deliveries(executor, &ids).await?;
    let mut paid = payment_store::of_all(executor, &ids).await?;
    let whole = rows.into_iter().filter_map(|row| {
        let both = (sent.remove(&row.id)?, paid.remove(&row.id)?);
        Some(row.read(both.0, both.1))
    });
    whole.collect()
}

impl LineRow {
    fn of(order: &NewOrder) -> Vec<Self> {
        let row = |(at, line): (usize, &OrderLine)| Self {
            position: at + 1,
            product_id: line.product_id,
            name: line.name.clone(),
            quantity: line.quantity,
            unit_price: line.unit_price.0,
            vat_rate_bp: line.vat.0,
            weight_g: line.weight_g,
            length_mm: line.mm.map(|mm| mm[0]),
            width_mm: line.mm.map(|mm| mm[1]),
            height_mm: line.mm.map(|mm| mm[2]),
        };
        order.lines.iter().enumerate().map(row).collect()
    }

    fn read(self) -> OrderLine {
        OrderLine {
            product_id: self.product_id,
            name: self.name,
            quantity: self.quantity,
            unit_price: Rappen(self.unit_price),
            vat: VatRate(self.vat_rate_bp),
            weight_g: self.weight_g,
            mm: self.length_mm.zip(self.width_mm).zip(self.height_mm).map(|((a, b), c)| [a, b, c]),
        }
    }
}

impl VatRow {
    fn of(order: &NewOrder) -> Vec<Self> {
        let rates = order.amounts.vat.iter();
        rates.map(|(rate, gross, vat)| Self { vat_rate_bp: rate.0, gross: gross.0, vat: vat.0 }).collect()
    }

    fn read(self) -> (VatRate, Rappen, Rappen) {
        (VatRate(self.vat_rate_bp), Rappen(self.gross), Rappen(self.vat))
    }
}

impl OrderRow {
    fn read(self, sent: Newest, (payment, payment_state): (Payment, PaymentState)) -> sqlx::Result<Order> {
        let state = LifeState::parse(&self.state).ok_or_else(|| unreadable("an order in no known state"))?;
        Ok(Order {
            billing: self.billing()?,
            life: Life { state, since: self.since, why: self.why.map(Reason::read) },
            id: self.id,
            number: OrderNumber::new(self.number),
            token: self.token,
            lang: Lang::parse(&self.language).unwrap_or(Lang::De),
            placed_at: self.placed_at,
            email: self.email.map(Email::try_from).transpose().map_err(unreadable)?,
            phone: self.phone.map(Phone::try_from).transpose().map_err(unreadable)?,
            erased_at: self.erased_at,
            terms_version: self.terms_version,
            payment,
            payment_state,
            amounts: Amounts {
                goods: Rappen(self.goods),
                delivery: Rappen(self.delivery_price),
                vat: self.vat.0.into_iter().map(VatRow::read).collect(),
            },
            expected_on: self.expected_on,
            lines: self.lines.0.into_iter().map(LineRow::read).collect(),
            version: sent.version,
            delivery: sent.delivery,
            parcels: sent.parcels,
        })
    }

    fn billing(&self) -> sqlx::Result<OwnAddress> {
        let fields = Fields {
            title: self.title.clone(),
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            company: self.company.clone(),
            street: self.street.clone(),
            house_number: self.house_number.clone(),
            address_extra: self.address_extra.clone(),
            postcode: self.postcode.clone(),
            town: self.town.clone(),
            country: self.country.clone(),
        };
        let address = fields.address(Whose::Anybody);
        address.map(OwnAddress::stored).map_err(|faults| unreadable(format!("{faults:?}")))
    }
}
