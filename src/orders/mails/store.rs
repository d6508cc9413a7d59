//! Every statement about mails but the one that writes those of a new order, which stands with the order's own.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::db::unreadable;
use crate::orders::event::Actor;
use crate::orders::mail::{Mail, MailKind, Reader};

/// An order has fewer; what is beyond is sent by the next try.
const MOST: i64 = 50;

/// Writes down what has happened, for everybody who is to know of it. The same happening is written down once.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert(
    connection: &mut PgConnection,
    order: Uuid,
    (kind, by): (MailKind, &Actor),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into mail (order_id, kind, reader, written_at)
         select $1, $2, reader, $4 from unnest($3::text[]) as t (reader) on conflict do nothing",
        order,
        kind.code(),
        &kind.readers(by).iter().map(|reader| reader.code().to_owned()).collect::<Vec<_>>(),
        now
    )
    .execute(connection)
    .await
    .map(drop)
}

/// What is still to be sent of an order, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn unsent(pool: &PgPool, order: Uuid) -> sqlx::Result<Vec<Mail>> {
    let rows = sqlx::query!(
        "select id, kind, reader, written_at from mail where order_id = $1 and sent_at is null
         order by written_at, reader desc, id limit $2",
        order,
        MOST
    );
    let mails = rows
        .fetch_all(pool)
        .await?
        .into_iter()
        .map(|row| mail(row.id, &row.kind, &row.reader, row.written_at));
    mails.collect()
}

/// A mail as its row holds it.
///
/// # Errors
/// When nobody knows such a mail.
pub fn mail(id: Uuid, kind: &str, reader: &str, written_at: DateTime<Utc>) -> sqlx::Result<Mail> {
    let unknown = || unreadable("a mail of no known kind");
    let kind = MailKind::parse(kind).ok_or_else(unknown)?;
    Ok(Mail { id, kind, reader: Reader::parse(reader).ok_or_else(unknown)?, written_at })
}

/// A server has taken it.
///
/// # Errors
/// When the database does not answer.
pub async fn sent(pool: &PgPool, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("update mail set sent_at = $2, refused_at = null where id = $1", id, now)
        .execute(pool)
        .await
        .map(drop)
}

/// A server has refused it for good.
///
/// # Errors
/// When the database does not answer.
pub async fn refused(pool: &PgPool, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("update mail set refused_at = $2 where id = $1 and sent_at is null", id, now)
        .execute(pool)
        .await
        .map(drop)
}
