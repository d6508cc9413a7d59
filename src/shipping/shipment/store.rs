//! Every statement about shipments, their questions and labels, and numbers that are used up. Whoever changes one locks the
//! shipment's row first, so that no question is begun with a number that somebody is just writing off.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{Connection, PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use crate::carrier::{ImageKind, OfficialLabel};
use crate::db::unreadable;
use crate::i18n::Lang;
use crate::label::IdentCode;
use crate::shipping::shipment::attempt::{CUT_OFF, LICENCE};
use crate::shipping::shipment::{Attempt, Ending, Freight, Outcome, Shipment, ShipmentState};

/// A question may take eight seconds (`post::operation::LABEL`). One that is older than this has no end any more: its instance is
/// gone, or so slow that it must not come back with an answer.
pub const LEASE: TimeDelta = TimeDelta::seconds(60);

/// Writes down that the parcels of an order's newest delivery are to be sent, each with its weight; what stands stays.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn plan(
    connection: &mut PgConnection,
    order: Uuid,
    freight: Freight,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    // Nobody orders two thousand tons; whoever did would be refused by Post.
    let weight_g = i32::try_from(freight.weight_g).unwrap_or(i32::MAX).max(1);
    sqlx::query!(
        "insert into shipment (parcel_id, language, weight_g, state, planned_at)
         select id, $2, coalesce(weight_g, $3), 'waiting', $4 from parcel where order_id = $1
             and delivery_version = (select max(delivery_version) from parcel where order_id = $1)
         on conflict (parcel_id) do nothing",
        order,
        freight.lang.code(),
        weight_g,
        now
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Writes down with which services the parcels of an order's newest delivery are sent, by Post's codes; what is sent is sent.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn serve(executor: impl PgExecutor<'_>, order: Uuid, services: &[String]) -> sqlx::Result<()> {
    sqlx::query!(
        "update shipment set services = $2 where state <> 'sent' and services <> $2 and parcel_id in (
             select id from parcel where order_id = $1
                 and delivery_version = (select max(delivery_version) from parcel where order_id = $1))",
        order,
        services
    )
    .execute(executor)
    .await
    .map(drop)
}

/// A question that is about to be asked.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The question.
    pub id: Uuid,
    /// The parcel.
    pub parcel: Uuid,
    /// Which one of how many.
    pub part: (i16, i16),
    /// The number that it is asked with.
    pub ident: IdentCode,
    /// The order's language.
    pub lang: Lang,
    /// In grams.
    pub weight_g: i32,
    /// What it is sent with, by Post's codes.
    pub services: Vec<String>,
}

/// What there is to do about a parcel.
#[derive(Clone, Debug)]
pub enum Next {
    /// Ask.
    Ask(Begun),
    /// Nothing: it is sent, or was never planned.
    Nothing,
    /// Wait: somebody is asking.
    Busy,
}

/// Writes down, and commits, that a question is about to be asked. One that was left open by an instance that is gone ends as
/// lost; its number is written off, and so is one of another franking licence.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn begin(
    pool: &PgPool,
    (id, parcel): (Uuid, Uuid),
    prefix: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Next> {
    let mut connection = pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let planned = sqlx::query!(
        // A subquery would see what stood before the lock was had.
        r#"select language, weight_g, services, state from shipment where parcel_id = $1 for update"#,
        parcel
    );
    let Some(planned) = planned.fetch_optional(&mut *transaction).await? else { return Ok(Next::Nothing) };
    if planned.state == ShipmentState::Sent.code() || is_withdrawn(&mut transaction, parcel).await? {
        return Ok(Next::Nothing);
    }
    let open = sqlx::query!(
        "select id, ident_code, begun_at from shipment_attempt where parcel_id = $1 and ended_at is null",
        parcel
    );
    if let Some(open) = open.fetch_optional(&mut *transaction).await? {
        // One that begins in the future was begun before the clock was set back.
        if (now - open.begun_at).abs() < LEASE {
            return Ok(Next::Busy);
        }
        end(&mut transaction, open.id, &Ending::lost(CUT_OFF), now).await?;
        write_off(&mut transaction, (parcel, &open.ident_code), prefix, (now, CUT_OFF)).await?;
    }
    let known = sqlx::query!("select ident_code, sequence, parcels from parcel where id = $1", parcel);
    let known = known.fetch_one(&mut *transaction).await?;
    let (mut number, part) = (known.ident_code, (known.sequence, known.parcels));
    if !number.starts_with(prefix)
        && let Some(fresh) = write_off(&mut transaction, (parcel, &number), prefix, (now, LICENCE)).await?
    {
        number = fresh;
    }
    sqlx::query!(
        "insert into shipment_attempt (id, parcel_id, ident_code, begun_at) values ($1, $2, $3, $4)",
        id,
        parcel,
        number,
        now
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    let ident = IdentCode::parse(&number).ok_or_else(|| unreadable("a parcel without an ident code"))?;
    let lang = Lang::parse(&planned.language).unwrap_or(Lang::De);
    let (weight_g, services) = (planned.weight_g, planned.services);
    Ok(Next::Ask(Begun { id, parcel, part, ident, lang, weight_g, services }))
}

/// Whether a parcel is not to go out any more.
async fn is_withdrawn(connection: &mut PgConnection, parcel: Uuid) -> sqlx::Result<bool> {
    let found = sqlx::query!("select from withdrawn_parcel where parcel_id = $1", parcel);
    Ok(found.fetch_optional(connection).await?.is_some())
}

/// Writes down how a question ended: its end, the label, the state and the number together. `false` where it was given up
/// meanwhile: then nothing is written, and a label that came too late is no label.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn settle(
    pool: &PgPool,
    begun: &Begun,
    ending: &Ending,
    prefix: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let mut connection = pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    sqlx::query!("select from shipment where parcel_id = $1 for update", begun.parcel)
        .execute(&mut *transaction)
        .await?;
    if !end(&mut transaction, begun.id, ending, now).await? {
        return Ok(false);
    }
    if let Some(label) = &ending.label {
        keep(&mut transaction, begun, label, now).await?;
    }
    let state = match ending.outcome {
        Outcome::Sent => ShipmentState::Sent,
        Outcome::Refused => ShipmentState::Refused,
        Outcome::Failed | Outcome::Lost | Outcome::Used => ShipmentState::Waiting,
    };
    sqlx::query!(
        "update shipment set state = $2 where parcel_id = $1 and state <> $2",
        begun.parcel,
        state.code()
    )
    .execute(&mut *transaction)
    .await?;
    if let Some(why) = ending.written_off {
        write_off(&mut transaction, (begun.parcel, begun.ident.digits()), prefix, (now, why)).await?;
    }
    transaction.commit().await?;
    Ok(true)
}

/// Ends a question, unless it has ended.
async fn end(
    connection: &mut PgConnection,
    id: Uuid,
    ending: &Ending,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update shipment_attempt set ended_at = $2, outcome = $3, why = $4, codes = $5
         where id = $1 and ended_at is null",
        id,
        now,
        ending.outcome.code(),
        ending.why.filter(|_| matches!(ending.outcome, Outcome::Failed | Outcome::Lost)),
        &ending.codes
    );
    Ok(done.execute(connection).await?.rows_affected() == 1)
}

async fn keep(
    connection: &mut PgConnection,
    begun: &Begun,
    label: &OfficialLabel,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        // From now on Post may see the parcel: it is asked what it has seen.
        "with watched as (insert into parcel_watch (parcel_id, next_at) values ($1, $5) on conflict do nothing)
         insert into official_label (parcel_id, attempt_id, mandate_id, image, image_type, received_at)
         select $1, $2, mandate_id, $3, $4, $5 from parcel where id = $1",
        begun.parcel,
        begun.id,
        label.image,
        label.kind.code(),
        now
    )
    .execute(connection)
    .await
    .map(drop)
}

async fn write_off(
    connection: &mut PgConnection,
    (parcel, number): (Uuid, &str),
    prefix: &str,
    (now, why): (DateTime<Utc>, &str),
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("select write_off($1, $2, $3, $4, $5)", parcel, number, prefix, now, why)
        .fetch_one(connection)
        .await
}

struct ShipmentRow {
    order_id: Uuid,
    parcel: Uuid,
    state: String,
    at: Option<DateTime<Utc>>,
    outcome: Option<String>,
    why: Option<String>,
    codes: Option<Vec<String>>,
    ended: i64,
}

/// Parcels with their shipments and the last question about each: `$which` of them. One that was never planned waits.
macro_rules! shipments {
    ($which:literal, $key:expr) => {
        sqlx::query_as!(
            ShipmentRow,
            r#"select p.order_id, p.id as parcel, coalesce(s.state, 'waiting') as "state!",
                   a.ended_at as "at?", a.outcome as "outcome?", a.why as "why?", a.codes as "codes?",
                   (select count(*) from shipment_attempt e where e.parcel_id = p.id and e.ended_at is not null) as "ended!"
               from parcel p left join shipment s on s.parcel_id = p.id
                   left join lateral (select * from shipment_attempt a where a.parcel_id = p.id and a.ended_at is not null
                                      order by a.begun_at desc, a.ended_at desc limit 1) as a on true"#
                + $which,
            $key
        )
    };
}

/// The shipments of an order's newest delivery, in the order of its parcels.
///
/// # Errors
/// When the database does not answer.
pub async fn of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Vec<Shipment>> {
    let rows = shipments!(
        " where p.order_id = $1 and p.delivery_version = (select max(version) from delivery where order_id = $1)
          order by p.sequence",
        order
    );
    rows.fetch_all(executor).await?.into_iter().map(ShipmentRow::read).collect()
}

/// The same of each of these orders.
///
/// # Errors
/// When the database does not answer.
pub async fn of_all(
    executor: impl PgExecutor<'_>,
    orders: &[Uuid],
) -> sqlx::Result<HashMap<Uuid, Vec<Shipment>>> {
    let rows = shipments!(
        " where p.order_id = any($1)
              and p.delivery_version = (select max(version) from delivery d where d.order_id = p.order_id)
          order by p.sequence",
        orders
    );
    let mut all: HashMap<Uuid, Vec<Shipment>> = HashMap::new();
    for row in rows.fetch_all(executor).await? {
        all.entry(row.order_id).or_default().push(row.read()?);
    }
    Ok(all)
}

impl ShipmentRow {
    fn read(self) -> sqlx::Result<Shipment> {
        let state = ShipmentState::parse(&self.state);
        let state = state.ok_or_else(|| unreadable("a shipment in no known state"))?;
        let ended = self.at.zip(self.outcome.as_deref().and_then(Outcome::parse));
        let last = ended.map(|(at, outcome)| Attempt {
            at,
            outcome,
            why: self.why,
            codes: self.codes.unwrap_or_default(),
        });
        Ok(Shipment { parcel: self.parcel, state, last, ended: self.ended })
    }
}

/// A parcel's label as Post drew it, until it is erased with the User ID that stands on it.
///
/// # Errors
/// When the database does not answer.
pub async fn label(
    executor: impl PgExecutor<'_>,
    parcel: Uuid,
) -> sqlx::Result<Option<(ImageKind, Vec<u8>)>> {
    let row = sqlx::query!("select image_type, image from official_label where parcel_id = $1", parcel);
    let row = row.fetch_optional(executor).await?;
    let kind = |code: &str| ImageKind::parse(code).ok_or_else(|| unreadable("a picture of no known sort"));
    row.map(|row| Ok((kind(&row.image_type)?, row.image))).transpose()
}
