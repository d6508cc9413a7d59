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

/// Writes down that the label of a parcel that comes back is printed.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn note_return(
    executor: impl PgExecutor<'_>,
    (label, kind): (Uuid, ImageKind),
    who: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into return_print (label_id, at, who, image_type) values ($1, $2, $3, $4)",
        label,
        now,
        who,
        kind.code()
    )
    .execute(executor)
    .await
    .map(drop)
}

/// A label that Post has drawn, before it is read.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// The parcel.
    pub parcel: Uuid,
    /// What sort of picture.
    pub kind: ImageKind,
    /// How many bytes it has.
    pub bytes: i32,
    /// How often it was printed.
    pub prints: i64,
}

/// Which of these parcels have a label that Post has drawn, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn drawn(executor: impl PgExecutor<'_>, parcels: &[Uuid]) -> sqlx::Result<Vec<Drawn>> {
    let rows = sqlx::query!(
        r#"select parcel_id, image_type, octet_length(image) as "bytes!",
               (select count(*) from label_print r where r.parcel_id = l.parcel_id) as "prints!"
           from official_label l where parcel_id = any($1)"#,
        parcels
    );
    let drawn = rows.fetch_all(executor).await?.into_iter().map(|row| {
        let kind = ImageKind::parse(&row.image_type).ok_or_else(|| unreadable("no known picture"))?;
        Ok(Drawn { parcel: row.parcel_id, kind, bytes: row.bytes, prints: row.prints })
    });
    drawn.collect()
}

/// The labels of these parcels as Post drew them, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn pictures(executor: impl PgExecutor<'_>, parcels: &[Uuid]) -> sqlx::Result<Vec<(Uuid, Vec<u8>)>> {
    let rows = sqlx::query!("select parcel_id, image from official_label where parcel_id = any($1)", parcels);
    Ok(rows.fetch_all(executor).await?.into_iter().map(|row| (row.parcel_id, row.image)).collect())
}
