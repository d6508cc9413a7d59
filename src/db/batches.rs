//! Sweeping in batches, and in pieces of a table.

use sqlx::PgPool;

/// So many rows a batch of a sweep takes: some milliseconds, far from the statement's timeout, and no lock is held long.
/// The statements carry it as a literal, and ask for an array: Postgres would else plan for a tenth of the table, and read
/// all of it.
const BATCH: u64 = 500;

/// Sweeps batch by batch until one is not full; gives how many rows went. What another instance is sweeping is skipped.
///
/// # Errors
/// When the database does not answer; what was swept before stays swept.
pub async fn sweep(mut batch: impl AsyncFnMut() -> sqlx::Result<u64>) -> sqlx::Result<u64> {
    let mut gone = 0;
    loop {
        let more = batch().await?;
        gone += more;
        if more < BATCH {
            return Ok(gone);
        }
    }
}

/// So many pages of a table a piece has: eight megabytes, some 100,000 rows, and less than a tenth of a second.
const PIECE: i64 = 1000;

/// Sweeps a table without an index on what is swept, piece by piece from its first page to its last, so that no statement grows with
/// the table. `piece` gets where it begins and before what it ends, as the text of a `tid`; gives how many rows went. Rows that are
/// written meanwhile may be left for the next time.
///
/// # Errors
/// When the database does not answer; what was swept before stays swept.
pub async fn sweep_through(
    pool: &PgPool,
    table: &str,
    mut piece: impl AsyncFnMut(&str, &str) -> sqlx::Result<u64>,
) -> sqlx::Result<u64> {
    let pages = sqlx::query_scalar!(
        r#"select pg_relation_size(to_regclass($1)) / current_setting('block_size')::bigint as "pages!""#,
        table
    );
    let pages = pages.fetch_one(pool).await?;
    let mut gone = 0;
    let mut from = 0;
    while from < pages {
        gone += piece(&format!("({from},0)"), &format!("({},0)", from + PIECE)).await?;
        from += PIECE;
    }
    Ok(gone)
}
