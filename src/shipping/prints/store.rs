//! Every statement about prints of labels.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::carrier::ImageKind;
use crate::db::unreadable;
use crate::label::IdentCode;

/// A label that left the shop to be printed.
#[derive(Clone, Debug)]
pub struct Print {
    /// The parcel.
    pub parcel: Uuid,
    /// The number on it.
    pub ident_code: IdentCode,
    /// When.
    pub at: DateTime<Utc>,
    /// Which merchant.
    pub who: String,
    /// What sort of picture.
    pub kind: ImageKind,
    /// Whether it had been printed before.
    pub again: bool,
}

/// Writes down that these labels are printed.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn note(
    executor: impl PgExecutor<'_>,
    parcels: &[(Uuid, ImageKind)],
    who: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (parcels, kinds): (Vec<Uuid>, Vec<String>) =
        parcels.iter().map(|(parcel, kind)| (*parcel, kind.code().to_owned())).unzip();
    sqlx::query!(
        "insert into label_print (parcel_id, at, who, image_type)
         select parcel, $3, $4, kind from unnest($1::uuid[], $2::text[]) as t (parcel, kind)",
        &parcels,
        &kinds,
        now,
        who
    )
    .execute(executor)
    .await
    .map(drop)
}

/// The newest hundred prints of an order's labels, of all its deliveries, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Vec<Print>> {
    let rows = sqlx::query!(
        r#"select parcel_id, ident_code, at, who, image_type, again as "again!" from (
               select r.id, r.parcel_id, p.ident_code, r.at, r.who, r.image_type,
                   exists (select from label_print before where before.parcel_id = r.parcel_id and before.id < r.id) as again
               from label_print r join parcel p on p.id = r.parcel_id
               where p.order_id = $1 order by r.id desc limit 100) as newest
           order by id"#,
        order
    );
    let print = rows.fetch_all(executor).await?.into_iter().map(|row| {
        Ok(Print {
            parcel: row.parcel_id,
            ident_code: IdentCode::parse(&row.ident_code).ok_or_else(|| unreadable("no ident code"))?,
            at: row.at,
            who: row.who,
            kind: ImageKind::parse(&row.image_type).ok_or_else(|| unreadable("no known picture"))?,
            again: row.again,
        })
    });
    print.collect()
}
