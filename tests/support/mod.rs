//! What all tests stand on: a real Postgres, a real shop, the real simulator, and a visitor over HTTP.
#![allow(dead_code, reason = "each test program uses a part of it")]

pub mod cluster;
pub mod proxy;
pub mod shop;
pub mod sink;
pub mod visitor;
pub mod walk;

use std::time::{Duration, Instant};

/// Whatever has a bound of seconds ends within this, also on a busy machine; how quick it is on a quiet one is measured
/// (docs/bounds.md), not tested.
pub const BOUNDED: Duration = Duration::from_secs(20);

/// Waits until a question to the database is answered with this number.
pub async fn until(owner: &mut sqlx::PgConnection, question: &'static str, wanted: i64) {
    let mut found = -1;
    for _ in patience() {
        found = sqlx::query_scalar(question).fetch_one(&mut *owner).await.expect("a number");
        if found == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{question}: {found}, not {wanted}");
}

/// Plays shares of some works side by side, each on a thread of its own, so that a shop that holds up one holds up no other; gives
/// what came of each share, in order.
pub fn side_by_side<W, F>(
    works: &[W],
    shares: usize,
    play: impl Fn(Vec<W>) -> F + Clone + Send + 'static,
) -> Vec<F::Output>
where
    W: Clone + Send + 'static,
    F: Future,
    F::Output: Send + 'static,
{
    let shares = works.chunks(works.len().div_ceil(shares).max(1)).map(|share| {
        let (share, play) = (share.to_vec(), play.clone());
        std::thread::spawn(move || actix_web::rt::System::new().block_on(play(share)))
    });
    let playing: Vec<_> = shares.collect();
    let ended = playing.into_iter().map(std::thread::JoinHandle::join);
    ended.map(|came| came.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
}

/// Looks of a wait, one after the other for a minute: on a busy machine everything takes longer, and no test may fall over that.
pub fn patience() -> impl Iterator<Item = ()> {
    patience_of(1)
}

/// The same for what takes most of a minute on a quiet machine.
pub fn patience_of(minutes: u64) -> impl Iterator<Item = ()> {
    let begun = Instant::now();
    std::iter::from_fn(move || (begun.elapsed() < Duration::from_mins(minutes)).then_some(()))
}
