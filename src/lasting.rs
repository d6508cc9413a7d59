//! Work that lasts as long as the program: a panic in it is a fault of ours, is logged and counted, and it begins anew.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt;
use tokio_util::sync::CancellationToken;

/// The pause before work that panicked begins anew; it doubles with every panic, up to a minute.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Does this until it ends by itself. `work` makes it anew after a panic, unless it is over by then; whoever drops this ends it
/// where it waits for something.
pub async fn keep<F: Future<Output = ()>>(
    name: &'static str,
    over: CancellationToken,
    work: impl Fn(CancellationToken) -> F,
) {
    let mut pause = PAUSE;
    while AssertUnwindSafe(work(over.clone())).catch_unwind().await.is_err() {
        // The panic itself is logged by the hook.
        tracing::error!(task = name, "a task panicked and begins anew");
        metrics::counter!("task_panics_total", "task" => name).increment(1);
        if over.run_until_cancelled(tokio::time::sleep(pause)).await.is_none() {
            return;
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use tokio_util::sync::CancellationToken;

    use super::keep;

    #[actix_web::test]
    async fn what_panics_begins_anew_until_it_ends_by_itself() {
        let begun = AtomicU32::new(0);
        keep("test", CancellationToken::new(), |_| async {
            assert!(begun.fetch_add(1, Ordering::Relaxed) > 0, "the first time goes wrong");
        })
        .await;
        assert_eq!(begun.load(Ordering::Relaxed), 2);
    }

    #[actix_web::test]
    async fn what_panics_when_all_is_over_does_not_begin_anew() {
        let (over, begun) = (CancellationToken::new(), AtomicU32::new(0));
        keep("test", over.clone(), |over| {
            begun.fetch_add(1, Ordering::Relaxed);
            async move {
                over.cancel();
                panic!("the last thing goes wrong");
            }
        })
        .await;
        assert_eq!(begun.load(Ordering::Relaxed), 1);
    }
}
