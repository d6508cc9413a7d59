//! Who can do what: the jobs that this instance knows, each with what it needs.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde_json::Value;

use crate::jobs::store::Claim;
use crate::jobs::{Fault, Job, Patience};

/// The jobs that this instance knows.
#[derive(Default)]
pub struct Crew {
    hands: Vec<Hand>,
    kinds: Vec<String>,
}

/// Who does one kind of job.
pub struct Hand {
    /// Which.
    pub kind: &'static str,
    /// How often it is tried.
    pub patience: Patience,
    begin: Box<dyn Fn(Value) -> Try>,
}

/// One try of a job.
type Try = LocalBoxFuture<'static, Result<(), Fault>>;

impl Crew {
    /// From now on this instance does jobs of this type, with what they need.
    pub fn learn<J: Job>(&mut self, needs: J::Needs) {
        let begin = move |payload| {
            let needs = needs.clone();
            async move {
                let job: J = serde_json::from_value(payload).map_err(|_| Fault::Hopeless("payload"))?;
                job.run(needs).await
            }
            .boxed_local()
        };
        self.hands.push(Hand { kind: J::KIND, patience: J::PATIENCE, begin: Box::new(begin) });
        self.kinds.push(J::KIND.to_owned());
    }

    /// The kinds it knows.
    #[must_use]
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }

    /// Who does a job of this kind.
    #[must_use]
    pub fn hand(&self, kind: &str) -> Option<&Hand> {
        self.hands.iter().find(|hand| hand.kind == kind)
    }
}

impl Hand {
    /// Does a job once. A panic is a failed try: the hook has logged it, and it is counted here.
    ///
    /// # Errors
    /// See [`Fault`].
    pub async fn run(&self, claim: &Claim) -> Result<(), Fault> {
        if claim.attempts > self.patience.tries {
            // Its last try was begun, and the instance ended before that try did.
            return Err(Fault::Hopeless("cut_off"));
        }
        AssertUnwindSafe((self.begin)(claim.payload.clone())).catch_unwind().await.unwrap_or_else(|_| {
            metrics::counter!("task_panics_total", "task" => self.kind).increment(1);
            Err(Fault::Again("panic"))
        })
    }
}
