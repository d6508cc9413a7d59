//! Every statement about the carrier's holidays.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sqlx::PgPool;

/// All of them.
///
/// # Errors
/// When the database does not answer.
pub async fn load(pool: &PgPool) -> sqlx::Result<BTreeSet<NaiveDate>> {
    let days = sqlx::query_scalar!("select day from holiday").fetch_all(pool).await?;
    Ok(days.into_iter().collect())
}

/// Keeps these and no others.
///
/// # Errors
/// When the database does not answer.
pub async fn replace(pool: &PgPool, days: &BTreeSet<NaiveDate>) -> sqlx::Result<()> {
    let days: Vec<NaiveDate> = days.iter().copied().collect();
    let kept = sqlx::query!(
        "with gone as (delete from holiday where day <> all ($1))
         insert into holiday (day) select unnest($1::date[]) on conflict (day) do nothing",
        &days
    );
    kept.execute(pool).await?;
    Ok(())
}
