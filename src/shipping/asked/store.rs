//! From what is seen at Post's side back to the order: a call by its trace, a parcel by its number.

use sqlx::PgExecutor;
use uuid::Uuid;

use crate::label::IdentCode;
use crate::trace::TraceId;

/// The order that a call of this trace was made for, if it has become one.
///
/// # Errors
/// When the database does not answer.
pub async fn order_of(executor: impl PgExecutor<'_>, trace: TraceId) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select d.order_id from mandate_call c join delivery d on d.mandate_id = c.mandate_id
         where c.trace = $1 limit 1",
        trace.to_string()
    )
    .fetch_optional(executor)
    .await
}

/// The order that a parcel with this number belongs to, or belonged to before the number was written off; also one that comes back.
///
/// # Errors
/// When the database does not answer.
pub async fn order_of_number(
    executor: impl PgExecutor<'_>,
    ident_code: &IdentCode,
) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        r#"select order_id as "order!" from parcel where ident_code = $1
           union all
           select order_id from parcel where id = (select parcel_id from written_off_number where ident_code = $1)
           union all
           select order_id from return_label where ident_code = $1
           limit 1"#,
        ident_code.digits()
    )
    .fetch_optional(executor)
    .await
}
