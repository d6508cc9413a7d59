//! Every statement about where orders went before, and about the points that parcels are to go to.

use sqlx::PgExecutor;
use uuid::Uuid;

use crate::carrier::Kind;
use crate::db::unreadable;
use crate::shipping::DeliveryKind;

/// Where an order goes or went: one version of its delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub version: i32,
    /// The kind.
    pub kind: DeliveryKind,
    /// Name, street, postcode and town of the point; `None` for an address, which is nobody else's business.
    pub point: Option<String>,
    /// The mandate for the User ID, at a point.
    pub mandate: Option<Uuid>,
}

/// The newest fifty places of an order, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Vec<Place>> {
    let rows = sqlx::query!(
        // Several points of a town may have the same name: the street tells them apart.
        r#"select version, kind, mandate_id, point_name || ', ' || concat_ws(' ', point_street, point_house_number)
               || ', ' || point_postcode || ' ' || point_town as "point?"
           from delivery where order_id = $1 order by version desc limit 50"#,
        order
    );
    let place = rows.fetch_all(executor).await?.into_iter().map(|row| {
        let kind = DeliveryKind::parse(&row.kind).ok_or_else(|| unreadable("a delivery of no known kind"))?;
        Ok(Place { version: row.version.into(), kind, point: row.point, mandate: row.mandate_id })
    });
    place.collect()
}

/// The points that these orders go to now: the order, and the point's kind and id. Those that go to an address are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn points(
    executor: impl PgExecutor<'_>,
    orders: &[Uuid],
) -> sqlx::Result<Vec<(Uuid, Kind, String)>> {
    let rows = sqlx::query!(
        r#"select asked.id as "order!", newest.kind as "kind!", newest.point_id as "point!"
           from unnest($1::uuid[]) as asked (id) cross join lateral (
               select kind, point_id from delivery where order_id = asked.id order by version desc limit 1
           ) as newest
           where newest.point_id is not null"#,
        orders
    );
    let point = rows.fetch_all(executor).await?.into_iter().map(|row| {
        let kind = Kind::parse(&row.kind).ok_or_else(|| unreadable("a point of no known kind"))?;
        Ok((row.order, kind, row.point))
    });
    point.collect()
}
