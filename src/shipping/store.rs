//! Every statement about mandates with their User IDs, deliveries and parcels.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::types::Json;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::address::{Fields, OwnAddress, Postcode, Whose};
use crate::carrier::{Kind, UserId, Verified};
use crate::contact::{Email, Phone};
use crate::db::unreadable;
use crate::line::Line;
use crate::shipping::call::Call;
use crate::shipping::load::Load;
use crate::shipping::parcel::Parcel;
use crate::shipping::user_id::erase_on;
use crate::shipping::{
    Collector, Delivery, DeliveryKind, Erased, Mandate, Newest, Notify, PickUp, PointCopy, UserIdState,
};

/// Opens a mandate, for which Post is about to be asked: for the order of a basket (`None`: for one that goes elsewhere), and the
/// chosen point. `false` where the basket has become an order, which takes no other mandate, or is gone.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn open_mandate(
    executor: impl PgExecutor<'_>,
    id: Uuid,
    basket: Option<Uuid>,
    (kind, point_id): (Kind, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let opened = sqlx::query!(
        "insert into shipping_mandate (id, basket_id, service, point_id, state, asked_at)
         values ($1, $2, $3, $4, 'requested', $5)",
        id,
        basket,
        kind.code(),
        point_id,
        now
    )
    .execute(executor)
    .await;
    match opened {
        Err(sqlx::Error::Database(error)) if error.constraint() == Some("mandate_of_an_open_basket") => {
            Ok(false)
        }
        opened => opened.map(|_| true),
    }
}

/// Notes a call to Post, and what came of it. What is known already stays: another call was quicker. Of a mandate that is
/// gone meanwhile, since its basket was ordered with another one, nothing is noted.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn settle(
    executor: impl PgExecutor<'_>,
    mandate: Uuid,
    call: &Call,
    state: &UserIdState,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let known = state.known();
    let settled = sqlx::query!(
        "with logged as (
             insert into mandate_call (mandate_id, at, outcome, milliseconds, trace) values ($1, $2, $3, $4, $10)
         ), settled as (
             update shipping_mandate set state = $5, answered_at = $6 where id = $1 and state <> 'known' returning id
         )
         insert into mandate_user_id (mandate_id, user_id, verified, erase_on)
         select id, $7, $8, $9 from settled where $7::text is not null",
        mandate,
        call.at,
        call.outcome.code(),
        call.milliseconds,
        state.code(),
        now,
        known.map(|(id, _)| id.as_str()) as _,
        known.map(|(_, verified)| verified.db_code()) as _,
        erase_on(now),
        call.trace
    )
    .execute(executor)
    .await;
    match settled {
        Err(sqlx::Error::Database(error)) if error.constraint() == Some("mandate_call_mandate_id_fkey") => {
            Ok(())
        }
        settled => settled.map(drop),
    }
}

/// How often Post was asked about a mandate, in all or before a moment.
///
/// # Errors
/// When the database does not answer.
pub async fn call_count(
    executor: impl PgExecutor<'_>,
    mandate: Uuid,
    before: Option<DateTime<Utc>>,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from mandate_call
           where mandate_id = $1 and ($2::timestamptz is null or at < $2)"#,
        mandate,
        before
    )
    .fetch_one(executor)
    .await
}

/// A mandate by its id.
///
/// # Errors
/// When the database does not answer.
pub async fn mandate(executor: impl PgExecutor<'_>, id: Uuid) -> sqlx::Result<Option<Mandate>> {
    let row = sqlx::query!(
        r#"select state, u.user_id as "user_id?", u.verified as "verified?"
           from shipping_mandate m left join mandate_user_id u on u.mandate_id = m.id where m.id = $1"#,
        id
    );
    let row = row.fetch_optional(executor).await?;
    row.map(|row| Ok(Mandate { id, state: state(&row.state, row.user_id, row.verified)? })).transpose()
}

/// What is sent with an order: whose basket it was, in which parcels it goes, and under which prefix they get their ident codes.
#[derive(Clone, Copy, Debug)]
pub struct Sending<'a> {
    /// The order.
    pub order: Uuid,
    /// The basket that has just become the order; mandates of it that the order does not take go.
    pub basket: Option<Uuid>,
    /// Its parcels, with what lies in each.
    pub loads: &'a [Load],
    /// What an ident code begins with (`IdentCode::prefix`).
    pub prefix: &'a str,
}

/// Writes an order's next, frozen delivery, the first one with the order, and announces its parcels if they may carry labels. The
/// database refuses a parcel whose User ID is not known (rule 2).
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert(
    connection: &mut PgConnection,
    sending: Sending<'_>,
    delivery: &Delivery,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let own = delivery.own_address().map(|own| Fields::from(&**own)).unwrap_or_default();
    let pickup = delivery.pickup();
    let point = pickup.map(|pickup| &pickup.point);
    let notify = pickup.map(|pickup| &pickup.collector.notify);
    let hours = point.map(|point| serde_json::to_value(&point.hours)).transpose().map_err(unreadable)?;
    sqlx::query!(
        r#"with delivered as (
               insert into delivery (order_id, version, kind, title, first_name, last_name, company, street, house_number,
                   address_extra, postcode, town, country, notify, notify_email, notify_phone, point_id, point_name,
                   point_street, point_house_number, point_postcode, point_town, point_hours, point_data_as_of, mandate_id)
               values ($1, coalesce((select max(version) + 1 from delivery where order_id = $1), 1), $2, nullif($3, ''), nullif($4, ''), nullif($5, ''), nullif($6, ''), $7, nullif($8, ''),
                   nullif($9, ''), $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
               returning order_id, version, kind, mandate_id), loads as materialized (select * from jsonb_to_recordset($26) as t (id uuid, sequence smallint, parcels smallint, weight_g integer, items jsonb) order by sequence), left_over as (delete from shipping_mandate where basket_id = $25 and id is distinct from $24), announced as (
               insert into parcel (id, order_id, delivery_version, kind, mandate_id, sequence, parcels, weight_g, ident_code, announced_at)
               select l.id, order_id, version, kind, mandate_id, l.sequence, l.parcels, l.weight_g,
                   $27 || lpad(nextval('consignment_number')::text, 8, '0'), $28
               from delivered, loads l where $29 returning id
           )
           insert into parcel_item (parcel_id, position, quantity) select l.id, (i ->> 0)::smallint, (i ->> 1)::integer
           from loads l join announced using (id), jsonb_array_elements(l.items) as i"#,
        sending.order,
        delivery.kind().code(),
        own.title,
        own.first_name,
        own.last_name,
        own.company,
        own.street as _,
        own.house_number,
        own.address_extra,
        own.postcode as _,
        own.town as _,
        own.country,
        notify.map(Notify::code),
        notify.and_then(Notify::email),
        notify.and_then(Notify::phone),
        point.map(|point| point.id.as_str()),
        point.map(|point| point.name.as_str()) as _,
        point.map(|point| point.street.as_str()),
        point.and_then(|point| point.house_number.as_ref()).map(Line::as_str),
        point.map(|point| point.postcode.as_str()) as _,
        point.map(|point| point.town.as_str()) as _,
        hours,
        point.map(|point| point.data_as_of),
        pickup.map(|pickup| pickup.mandate.id),
        sending.basket,
        Json(sending.loads) as _,
        sending.prefix,
        now,
        delivery.may_be_labelled()
    )
    .execute(connection)
    .await
    .map(drop)
}

struct DeliveryRow {
    order_id: Uuid,
    version: i16,
    kind: String,
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
    is_erased: bool,
    notify_email: Option<String>,
    notify_phone: Option<String>,
    point_id: Option<String>,
    point_name: Option<String>,
    point_street: Option<String>,
    point_house_number: Option<String>,
    point_postcode: Option<String>,
    point_town: Option<String>,
    point_hours: Option<serde_json::Value>,
    point_data_as_of: Option<NaiveDate>,
    mandate_id: Option<Uuid>,
    state: Option<String>,
    user_id: Option<String>,
    verified: Option<String>,
    parcels: Json<Vec<Parcel>>,
}

/// Deliveries with their parcels and what Post has seen of them: `$which` of them.
macro_rules! deliveries {
    ($which:literal, $key:expr) => {
        sqlx::query_as!(
            DeliveryRow,
            r#"select d.order_id, d.version, d.kind, coalesce(title, '') as "title!", coalesce(first_name, '') as "first_name!",
               coalesce(last_name, '') as "last_name!", coalesce(company, '') as "company!", coalesce(street, '') as "street!",
               coalesce(house_number, '') as "house_number!", coalesce(address_extra, '') as "address_extra!",
               coalesce(postcode, '') as "postcode!", coalesce(town, '') as "town!", coalesce(country, '') as "country!",
               d.erased_at is not null as "is_erased!", notify_email, notify_phone, d.point_id, point_name::text,
               point_street, point_house_number, point_postcode::text, point_town::text, point_hours, point_data_as_of,
               d.mandate_id, m.state as "state?", u.user_id as "user_id?", u.verified as "verified?",
               (select coalesce(json_agg(json_build_object('id', p.id, 'sequence', p.sequence, 'parcels', p.parcels,
                        'weight_g', p.weight_g, 'ident_code', p.ident_code, 'announced_at', p.announced_at,
                        'services', coalesce((select to_json(s.services) from shipment s where s.parcel_id = p.id), '[]'),
                        'withdrawn', (select w.at from withdrawn_parcel w where w.parcel_id = p.id), 'scans',
                        (select coalesce(json_agg(json_build_array(s.at, s.code) order by s.at, s.code), '[]')
                         from parcel_scan s where s.parcel_id = p.id and s.revoked_at is null), 'items',
                        (select coalesce(json_agg(json_build_array(i.position, i.quantity) order by i.position), '[]')
                         from parcel_item i where i.parcel_id = p.id)) order by p.sequence), '[]')
                from parcel p where p.order_id = d.order_id and p.delivery_version = d.version)
                   as "parcels!: Json<Vec<Parcel>>"
           from delivery d left join shipping_mandate m on m.id = d.mandate_id
               left join mandate_user_id u on u.mandate_id = m.id"#
                + $which,
            $key
        )
    };
}

/// The newest delivery of an order, with its parcels and what Post has seen of them.
///
/// # Errors
/// When the database does not answer.
pub async fn delivery(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Option<Newest>> {
    let row = deliveries!(" where d.order_id = $1 order by d.version desc limit 1", order);
    row.fetch_optional(executor).await?.map(DeliveryRow::read).transpose()
}

/// The same of each of these orders.
///
/// # Errors
/// When the database does not answer.
pub async fn deliveries(
    executor: impl PgExecutor<'_>,
    orders: &[Uuid],
) -> sqlx::Result<HashMap<Uuid, Newest>> {
    let rows = deliveries!(
        " where d.order_id = any($1) and d.version = (select max(version) from delivery n where n.order_id = d.order_id)",
        orders
    );
    let rows = rows.fetch_all(executor).await?;
    rows.into_iter().map(|row| Ok((row.order_id, row.read()?))).collect()
}

impl DeliveryRow {
    fn read(mut self) -> sqlx::Result<Newest> {
        let parcels = std::mem::take(&mut self.parcels.0);
        Ok(Newest { version: self.version.into(), delivery: self.delivery()?, parcels })
    }

    fn delivery(self) -> sqlx::Result<Delivery> {
        let missing = || unreadable("a pick-up without its point");
        let kind = DeliveryKind::parse(&self.kind).ok_or_else(missing)?;
        if self.is_erased {
            let point = kind.pickup().map(|kind| self.point(kind)).transpose()?;
            return Ok(Delivery::Erased(Box::new(Erased { kind, point, mandate: self.mandate_id })));
        }
        let own = self.own_address()?;
        let kind = match kind {
            DeliveryKind::Home => return Ok(Delivery::Home(own)),
            DeliveryKind::Other => return Ok(Delivery::Other(own)),
            kind => kind.pickup().ok_or_else(missing)?,
        };
        let point = self.point(kind)?;
        let notify = match (self.notify_email, self.notify_phone) {
            (Some(email), _) => Notify::Email(Email::try_from(email).map_err(unreadable)?),
            (None, Some(phone)) => Notify::Sms(Phone::try_from(phone).map_err(unreadable)?),
            (None, None) => return Err(missing()),
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

    fn own_address(&self) -> sqlx::Result<OwnAddress> {
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
        let own = fields.address(Whose::Anybody).map_err(|faults| unreadable(format!("{faults:?}")))?;
        Ok(OwnAddress::stored(own))
    }

    fn point(&self, kind: Kind) -> sqlx::Result<PointCopy> {
        let missing = || unreadable("a pick-up without its point");
        let text = |text: &Option<String>| text.clone().ok_or_else(missing);
        Ok(PointCopy {
            id: Line::parse(&text(&self.point_id)?).map_err(unreadable)?,
            kind,
            name: Line::parse(&text(&self.point_name)?).map_err(unreadable)?,
            street: Line::parse(&text(&self.point_street)?).map_err(unreadable)?,
            house_number: Line::optional(self.point_house_number.as_deref().unwrap_or_default())
                .map_err(unreadable)?,
            postcode: Postcode::parse(&text(&self.point_postcode)?).map_err(unreadable)?,
            town: Line::parse(&text(&self.point_town)?).map_err(unreadable)?,
            hours: serde_json::from_value(self.point_hours.clone().ok_or_else(missing)?)
                .map_err(unreadable)?,
            data_as_of: self.point_data_as_of.ok_or_else(missing)?,
        })
    }
}

fn state(code: &str, user_id: Option<String>, verified: Option<String>) -> sqlx::Result<UserIdState> {
    Ok(match (code, user_id, verified) {
        ("known", Some(id), Some(verified)) => {
            UserIdState::Known(UserId::parse(&id).map_err(unreadable)?, Verified::from_db(&verified))
        }
        ("known", ..) => UserIdState::Erased,
        ("requested", ..) => UserIdState::Requested,
        ("to_confirm", ..) => UserIdState::ToConfirm,
        _ => return Err(unreadable("a mandate in no known state")),
    })
}
