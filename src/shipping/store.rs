//! Every statement about mandates, deliveries and parcels.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::address::Address;
use crate::carrier::{Kind, UserId, Verified};
use crate::contact::{Email, Phone};
use crate::db::address_row::AddressRow;
use crate::db::unreadable;
use crate::shipping::call::Call;
use crate::shipping::{Collector, Delivery, DeliveryKind, Mandate, Notify, PickUp, PointCopy, UserIdState};

/// Opens a mandate, for which Post is about to be asked: for the order of a basket, and the chosen point.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn open_mandate(
    pool: &PgPool,
    id: Uuid,
    basket: Uuid,
    (kind, point_id): (Kind, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into shipping_mandate (id, basket_id, service, point_id, state, asked_at)
         values ($1, $2, $3, $4, 'requested', $5)",
        id,
        basket,
        kind.code(),
        point_id,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Writes what came of asking. What is known already stays: another call was quicker.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn settle(pool: &PgPool, id: Uuid, state: &UserIdState, now: DateTime<Utc>) -> sqlx::Result<()> {
    let known = state.known();
    sqlx::query!(
        "update shipping_mandate set state = $2, user_id = $3, verified = $4, answered_at = $5
         where id = $1 and state <> 'known'",
        id,
        state.code(),
        known.map(|(id, _)| id.as_str()),
        known.map(|(_, verified)| verified.db_code()),
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Notes a call to Post.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn log_call(pool: &PgPool, mandate: Uuid, call: &Call) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into mandate_call (mandate_id, at, outcome, milliseconds) values ($1, $2, $3, $4)",
        mandate,
        call.at,
        call.outcome.code(),
        call.milliseconds
    )
    .execute(pool)
    .await
    .map(drop)
}

/// How often Post was asked about a mandate.
///
/// # Errors
/// When the database does not answer.
pub async fn call_count(pool: &PgPool, mandate: Uuid) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from mandate_call where mandate_id = $1"#, mandate)
        .fetch_one(pool)
        .await
}

/// The newest hundred calls about a mandate, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn calls(pool: &PgPool, mandate: Uuid) -> sqlx::Result<Vec<Call>> {
    sqlx::query_as!(
        Call,
        "select at, outcome, milliseconds from mandate_call where mandate_id = $1 order by at desc limit 100",
        mandate
    )
    .fetch_all(pool)
    .await
}

/// A mandate by its id.
///
/// # Errors
/// When the database does not answer.
pub async fn mandate(pool: &PgPool, id: Uuid) -> sqlx::Result<Option<Mandate>> {
    let row = sqlx::query!("select state, user_id, verified from shipping_mandate where id = $1", id)
        .fetch_optional(pool)
        .await?;
    row.map(|row| Ok(Mandate { id, state: state(&row.state, row.user_id, row.verified)? })).transpose()
}

/// Writes the frozen delivery of an order.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert_delivery(
    connection: &mut PgConnection,
    order: Uuid,
    delivery: &Delivery,
) -> sqlx::Result<()> {
    let own = AddressRow::from(delivery.own_address());
    let pickup = delivery.pickup();
    let point = pickup.map(|pickup| &pickup.point);
    let notify = pickup.map(|pickup| &pickup.collector.notify);
    let hours = point.map(|point| serde_json::to_value(&point.hours)).transpose().map_err(unreadable)?;
    sqlx::query!(
        "insert into delivery (order_id, kind, title, first_name, last_name, company, street, house_number,
             address_extra, postcode, town, country, notify, notify_email, notify_phone, point_id, point_name,
             point_street, point_postcode, point_town, point_hours, point_data_as_of, mandate_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
             $22, $23)",
        order,
        delivery.kind().code(),
        own.title,
        own.first_name as _,
        own.last_name as _,
        own.company as _,
        own.street as _,
        own.house_number as _,
        own.address_extra as _,
        own.postcode as _,
        own.town as _,
        own.country,
        notify.map(Notify::code),
        notify.and_then(Notify::email),
        notify.and_then(Notify::phone),
        point.map(|point| &*point.id),
        point.map(|point| &*point.name) as _,
        point.map(|point| &*point.street),
        point.map(|point| &*point.postcode) as _,
        point.map(|point| &*point.town) as _,
        hours,
        point.map(|point| point.data_as_of),
        pickup.map(|pickup| pickup.mandate.id)
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Writes a parcel with its ident code. The database refuses one whose User ID is not known (rule 2).
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert_parcel(
    connection: &mut PgConnection,
    order: Uuid,
    kind: DeliveryKind,
    mandate: Option<Uuid>,
    ident_code: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into parcel (order_id, kind, mandate_id, ident_code, announced_at) values ($1, $2, $3, $4, $5)
         on conflict (order_id) do nothing",
        order,
        kind.code(),
        mandate,
        ident_code,
        now
    )
    .execute(connection)
    .await
    .map(drop)
}

struct DeliveryRow {
    kind: String,
    title: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    company: Option<String>,
    street: String,
    house_number: Option<String>,
    address_extra: Option<String>,
    postcode: String,
    town: String,
    country: String,
    notify_email: Option<String>,
    notify_phone: Option<String>,
    point_id: Option<String>,
    point_name: Option<String>,
    point_street: Option<String>,
    point_postcode: Option<String>,
    point_town: Option<String>,
    point_hours: Option<serde_json::Value>,
    point_data_as_of: Option<NaiveDate>,
    mandate_id: Option<Uuid>,
    state: Option<String>,
    user_id: Option<String>,
    verified: Option<String>,
}

/// The delivery of an order, with its parcel's ident code once it has one.
///
/// # Errors
/// When the database does not answer.
pub async fn delivery(pool: &PgPool, order: Uuid) -> sqlx::Result<Option<(Delivery, Option<String>)>> {
    let ident_code = sqlx::query_scalar!("select ident_code from parcel where order_id = $1", order);
    let ident_code = ident_code.fetch_optional(pool).await?;
    let row = sqlx::query_as!(
        DeliveryRow,
        r#"select kind, title, first_name::text, last_name::text, company::text, street::text as "street!",
               house_number::text, address_extra::text, postcode::text as "postcode!", town::text as "town!", country,
               notify_email, notify_phone, d.point_id, point_name::text, point_street, point_postcode::text,
               point_town::text, point_hours, point_data_as_of, mandate_id,
               m.state as "state?", m.user_id, m.verified
           from delivery d left join shipping_mandate m on m.id = d.mandate_id where order_id = $1"#,
        order
    )
    .fetch_optional(pool)
    .await?;
    row.map(|row| Ok((row.read()?, ident_code))).transpose()
}

impl DeliveryRow {
    fn read(self) -> sqlx::Result<Delivery> {
        let missing = || unreadable("a pick-up without its point");
        let own = Address::try_from(AddressRow {
            title: self.title,
            first_name: self.first_name,
            last_name: self.last_name,
            company: self.company,
            street: self.street,
            house_number: self.house_number,
            address_extra: self.address_extra,
            postcode: self.postcode,
            town: self.town,
            country: self.country,
        })
        .map_err(unreadable)?;
        let kind = match DeliveryKind::parse(&self.kind).ok_or_else(missing)? {
            DeliveryKind::Home => return Ok(Delivery::Home(own)),
            DeliveryKind::Other => return Ok(Delivery::Other(own)),
            kind => kind.pickup().ok_or_else(missing)?,
        };
        let notify = match (self.notify_email, self.notify_phone) {
            (Some(email), _) => Notify::Email(Email::try_from(email).map_err(unreadable)?),
            (None, Some(phone)) => Notify::Sms(Phone::try_from(phone).map_err(unreadable)?),
            (None, None) => return Err(missing()),
        };
        let point = PointCopy {
            id: self.point_id.ok_or_else(missing)?,
            kind,
            name: self.point_name.ok_or_else(missing)?,
            street: self.point_street.ok_or_else(missing)?,
            postcode: self.point_postcode.ok_or_else(missing)?,
            town: self.point_town.ok_or_else(missing)?,
            hours: serde_json::from_value(self.point_hours.ok_or_else(missing)?).map_err(unreadable)?,
            data_as_of: self.point_data_as_of.ok_or_else(missing)?,
        };
        let state = state(&self.state.ok_or_else(missing)?, self.user_id, self.verified)?;
        let person = own.party.person().cloned().ok_or_else(missing)?;
        let mandate = Mandate { id: self.mandate_id.ok_or_else(missing)?, state };
        Ok(Delivery::PickUp(Box::new(PickUp {
            point,
            collector: Collector { person, home: own, notify },
            mandate,
        })))
    }
}

fn state(code: &str, user_id: Option<String>, verified: Option<String>) -> sqlx::Result<UserIdState> {
    Ok(match (code, user_id, verified) {
        ("known", Some(id), Some(verified)) => {
            UserIdState::Known(UserId::parse(&id).map_err(unreadable)?, Verified::from_db(&verified))
        }
        ("requested", ..) => UserIdState::Requested,
        _ => UserIdState::ToConfirm,
    })
}
