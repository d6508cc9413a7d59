//! Every statement about labels for parcels that come back.

use chrono::{DateTime, Utc};
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::carrier::ImageKind;
use crate::db::unreadable;
use crate::label::IdentCode;
use crate::shipping::shipment::store::LEASE;
use crate::shipping::shipment::{Ending, Outcome};

/// A question for such a label.
#[derive(Clone, Debug)]
pub struct Question {
    /// The number that it was asked with.
    pub ident_code: IdentCode,
    /// Which merchant asked.
    pub who: String,
    /// When it began.
    pub begun_at: DateTime<Utc>,
    /// When it ended, and how.
    pub end: Option<(DateTime<Utc>, Outcome)>,
    /// What Post said, by its codes.
    pub codes: Vec<String>,
    /// Whether the picture is there: it goes with the people of the order.
    pub is_kept: bool,
}

/// Writes down, and commits, that a question is about to be asked, with the next number. `None` where there is a label, or somebody
/// is asking. A question that nobody lived to end is lost, and its number with it.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn begin(
    pool: &PgPool,
    (id, order): (Uuid, Uuid),
    (prefix, who): (&str, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<Option<IdentCode>> {
    sqlx::query!(
        "update return_label set ended_at = $2, outcome = 'lost' where order_id = $1 and ended_at is null
             and begun_at not between $3 and $4",
        order,
        now,
        now - LEASE,
        now + LEASE
    )
    .execute(pool)
    .await?;
    let code = sqlx::query_scalar!(
        "insert into return_label (id, order_id, ident_code, who, begun_at)
         select $1, $2, $3 || lpad(nextval('consignment_number')::text, 8, '0'), $4, $5
         where not exists (select from return_label where order_id = $2 and (outcome = 'sent' or ended_at is null))
         on conflict do nothing returning ident_code",
        id,
        order,
        prefix,
        who,
        now
    );
    let code = code.fetch_optional(pool).await?;
    code.as_deref().map(ident).transpose()
}

/// Writes down how a question ended, with its label; `false` where it was given up meanwhile, and nothing is written.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn settle(
    executor: impl PgExecutor<'_>,
    id: Uuid,
    ending: &Ending,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let label = ending.label.as_ref();
    let done = sqlx::query!(
        "update return_label set ended_at = $2, outcome = $3, codes = $4, image = $5, image_type = $6
         where id = $1 and ended_at is null",
        id,
        now,
        ending.outcome.code(),
        &ending.codes,
        label.map(|label| label.image.as_slice()),
        label.map(|label| label.kind.code())
    );
    Ok(done.execute(executor).await?.rows_affected() == 1)
}

/// The newest twenty questions of an order, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Vec<Question>> {
    let rows = sqlx::query!(
        r#"select ident_code, who, begun_at, ended_at, outcome, codes, image is not null as "is_kept!" from return_label
           where order_id = $1 order by begun_at desc, ended_at desc nulls first limit 20"#,
        order
    );
    let question = rows.fetch_all(executor).await?.into_iter().rev().map(|row| {
        let outcome = row.outcome.as_deref().and_then(Outcome::parse);
        Ok(Question {
            ident_code: ident(&row.ident_code)?,
            who: row.who,
            begun_at: row.begun_at,
            end: row.ended_at.zip(outcome),
            codes: row.codes,
            is_kept: row.is_kept,
        })
    });
    question.collect()
}

fn kind(code: &str) -> sqlx::Result<ImageKind> {
    ImageKind::parse(code).ok_or_else(|| unreadable("a picture of no known sort"))
}

fn ident(code: &str) -> sqlx::Result<IdentCode> {
    IdentCode::parse(code).ok_or_else(|| unreadable("no ident code"))
}

/// The label as Post drew it, and its row.
///
/// # Errors
/// When the database does not answer.
pub async fn label(
    executor: impl PgExecutor<'_>,
    order: Uuid,
) -> sqlx::Result<Option<(Uuid, ImageKind, Vec<u8>)>> {
    let row = sqlx::query!(
        r#"select id, image as "image!", image_type as "image_type!" from return_label
           where order_id = $1 and outcome = 'sent' and image is not null"#,
        order
    );
    let row = row.fetch_optional(executor).await?;
    row.map(|row| Ok((row.id, kind(&row.image_type)?, row.image))).transpose()
}
