//! What is kept of an order's way, of all its deliveries, in one statement: a page that tells of it asks once.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use sqlx::PgExecutor;
use sqlx::types::Json;
use uuid::Uuid;

use crate::carrier::ImageKind;
use crate::db::unreadable;
use crate::label::IdentCode;
use crate::shipping::call::{self, Call};
use crate::shipping::prints::store::Print;
use crate::shipping::shipment::{Attempt, Outcome, WrittenOff};

/// What happened.
#[derive(Clone, Debug)]
pub struct Past {
    /// The newest hundred calls about each of the newest ten mandates, in no order.
    pub calls: Vec<(Uuid, Call)>,
    /// The newest hundred questions about its parcels that have ended, in no order.
    pub attempts: Vec<Attempt>,
    /// The numbers that its parcels have used up, in no order.
    pub written_off: Vec<WrittenOff>,
    /// The newest hundred prints of its labels, oldest first.
    pub prints: Vec<Print>,
    /// The newest hundred prints of its return label, oldest first; `parcel` is that label's row.
    pub prints_back: Vec<Print>,
}

/// The past of an order.
///
/// # Errors
/// When the database does not answer.
pub async fn of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Past> {
    let row = sqlx::query_as!(
        PastRow,
        r#"select
               (select coalesce(json_agg(c), '[]') from (
                    select asked.mandate_id as mandate, at, outcome, milliseconds, trace
                    from (select mandate_id from delivery where order_id = $1 and mandate_id is not null
                          order by version desc limit 10) as asked
                    cross join lateral (select * from mandate_call m where m.mandate_id = asked.mandate_id
                                        order by at desc limit 100) as newest) as c) as "calls!: Json<Vec<CallRow>>",
               (select coalesce(json_agg(a), '[]') from (
                    select ended_at as at, outcome, why, codes
                    from shipment_attempt a join parcel p on p.id = a.parcel_id
                    where p.order_id = $1 and ended_at is not null order by begun_at desc limit 100) as a)
                   as "attempts!: Json<Vec<AttemptRow>>",
               (select coalesce(json_agg(w), '[]') from (
                    select w.ident_code, w.at, w.why from written_off_number w join parcel p on p.id = w.parcel_id
                    where p.order_id = $1) as w) as "written_off!: Json<Vec<WrittenOffRow>>",
               (select coalesce(json_agg(r order by r.id), '[]') from (
                    select r.id, r.parcel_id as parcel, p.ident_code, r.at, r.who, r.image_type,
                        exists (select from label_print before where before.parcel_id = r.parcel_id and before.id < r.id) as again
                    from label_print r join parcel p on p.id = r.parcel_id
                    where p.order_id = $1 order by r.id desc limit 100) as r) as "prints!: Json<Vec<PrintRow>>",
               (select coalesce(json_agg(b order by b.id), '[]') from (
                    select r.id, r.label_id as parcel, l.ident_code, r.at, r.who, r.image_type,
                        exists (select from return_print before where before.label_id = r.label_id and before.id < r.id) as again
                    from return_print r join return_label l on l.id = r.label_id
                    where l.order_id = $1 order by r.id desc limit 100) as b) as "prints_back!: Json<Vec<PrintRow>>""#,
        order
    );
    let row = row.fetch_one(executor).await?;
    Ok(Past {
        calls: row.calls.0.into_iter().map(CallRow::read).collect(),
        attempts: row.attempts.0.into_iter().map(AttemptRow::read).collect::<sqlx::Result<_>>()?,
        written_off: row.written_off.0.into_iter().map(WrittenOffRow::read).collect::<sqlx::Result<_>>()?,
        prints: row.prints.0.into_iter().map(PrintRow::read).collect::<sqlx::Result<_>>()?,
        prints_back: row.prints_back.0.into_iter().map(PrintRow::read).collect::<sqlx::Result<_>>()?,
    })
}

struct PastRow {
    calls: Json<Vec<CallRow>>,
    attempts: Json<Vec<AttemptRow>>,
    written_off: Json<Vec<WrittenOffRow>>,
    prints: Json<Vec<PrintRow>>,
    prints_back: Json<Vec<PrintRow>>,
}

#[derive(Deserialize)]
struct CallRow {
    mandate: Uuid,
    at: DateTime<Utc>,
    outcome: String,
    milliseconds: i32,
    trace: Option<String>,
}

#[derive(Deserialize)]
struct AttemptRow {
    at: DateTime<Utc>,
    outcome: String,
    why: Option<String>,
    codes: Vec<String>,
}

#[derive(Deserialize)]
struct WrittenOffRow {
    ident_code: String,
    at: DateTime<Utc>,
    why: String,
}

#[derive(Deserialize)]
struct PrintRow {
    parcel: Uuid,
    ident_code: String,
    at: DateTime<Utc>,
    who: String,
    image_type: String,
    again: bool,
}

impl CallRow {
    fn read(self) -> (Uuid, Call) {
        let outcome = call::Outcome::from(self.outcome);
        (self.mandate, Call { at: self.at, outcome, milliseconds: self.milliseconds, trace: self.trace })
    }
}

impl AttemptRow {
    fn read(self) -> sqlx::Result<Attempt> {
        let outcome =
            Outcome::parse(&self.outcome).ok_or_else(|| unreadable("a question with no known end"))?;
        Ok(Attempt { at: self.at, outcome, why: self.why, codes: self.codes })
    }
}

impl WrittenOffRow {
    fn read(self) -> sqlx::Result<WrittenOff> {
        Ok(WrittenOff { ident_code: ident(&self.ident_code)?, at: self.at, why: self.why })
    }
}

impl PrintRow {
    fn read(self) -> sqlx::Result<Print> {
        Ok(Print {
            parcel: self.parcel,
            ident_code: ident(&self.ident_code)?,
            at: self.at,
            who: self.who,
            kind: ImageKind::parse(&self.image_type).ok_or_else(|| unreadable("no known picture"))?,
            again: self.again,
        })
    }
}

fn ident(code: &str) -> sqlx::Result<IdentCode> {
    IdentCode::parse(code).ok_or_else(|| unreadable("no ident code"))
}
