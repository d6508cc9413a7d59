//! Sweeping in batches.

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
