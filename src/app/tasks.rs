//! What goes on beside the requests: each task is watched, restarted after a panic, and ended with the shop.

use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::lasting;

/// How long the shop waits for its tasks when it closes.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// The tasks of one open shop.
#[derive(Debug, Default)]
pub struct Tasks {
    tracker: TaskTracker,
    over: CancellationToken,
}

impl Tasks {
    /// Does this from now on, until the shop closes. `work` makes the task anew after a panic, which is a fault of ours: it
    /// is logged, counted, and costs a pause.
    pub fn keep<F: Future<Output = ()> + 'static>(&self, name: &'static str, work: impl Fn() -> F + 'static) {
        self.keep_ending(name, move |over| {
            let work = work();
            async move {
                over.run_until_cancelled(work).await;
            }
        });
    }

    /// The same for work that ends by itself, in its own way and within a few seconds, once it is told that the shop closes.
    pub fn keep_ending<F: Future<Output = ()> + 'static>(
        &self,
        name: &'static str,
        work: impl Fn(CancellationToken) -> F + 'static,
    ) {
        self.tracker.spawn_local(lasting::keep(name, self.over.clone(), work));
    }

    /// Ends all tasks: each where it waits for something, or in its own way.
    pub async fn end(self) {
        self.over.cancel();
        self.tracker.close();
        let _ = tokio::time::timeout(LAST_WORDS, self.tracker.wait()).await;
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::Tasks;

    #[actix_web::test]
    async fn a_task_that_panics_begins_anew_and_all_end_with_the_shop() {
        let (tasks, begun) = (Tasks::default(), Rc::new(Cell::new(0)));
        let (again, (tell, told)) = (Rc::clone(&begun), tokio::sync::mpsc::unbounded_channel::<()>());
        let mut told = told;
        tasks.keep("test", move || {
            let (again, tell) = (Rc::clone(&again), tell.clone());
            async move {
                again.set(again.get() + 1);
                assert!(again.get() > 1, "the first time goes wrong");
                let _ = tell.send(());
                std::future::pending::<()>().await;
            }
        });
        told.recv().await.expect("the second time goes well");
        assert_eq!(begun.get(), 2);
        tasks.end().await;
        assert!(told.recv().await.is_none(), "nothing of it is left");
    }
}
