//! Watches over the embedded Postgres: a thread that starts it, sees it end, and starts it again.

use std::path::PathBuf;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tokio::sync::{oneshot, watch};

use crate::db::home::{EmbeddedError, Home};
use crate::db::postmaster::{clear_remains, hold, launch, pid_file, settle_predecessor};
use crate::db::{cluster, health, log};

const LOOK: Duration = Duration::from_millis(100);
/// A Postgres that has lived so long ends for another reason than the one before.
const HEALTHY: Duration = Duration::from_mins(1);
/// The longest pause before a start.
const LONGEST_PAUSE: Duration = Duration::from_secs(3);
/// So often the first start is tried: processes of one that was killed may still be ending.
const FIRST_TRIES: u32 = 4;
/// After so many starts in a row that did not succeed the shop ends, unless the disk is full: that passes.
const MOST_TRIES: u32 = 8;
/// A recovery after a crash may take long; one that takes longer is told as a failure of the first start.
const LONGEST_START: Duration = Duration::from_mins(10);
/// After so long a shutdown is no longer waited for politely, and then not at all.
const POLITE: Duration = Duration::from_secs(20);

/// The thread's handle.
#[derive(Debug)]
pub struct Supervisor {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
    lost: watch::Receiver<Option<String>>,
}

#[derive(Debug, Default)]
struct Shared {
    stopping: AtomicBool,
    child: Mutex<Option<Child>>,
}

struct Watch {
    shared: Arc<Shared>,
    home: Home,
    bin: PathBuf,
    durable: bool,
    /// Told once: that it takes connections, or why it never did.
    begun: Option<oneshot::Sender<Result<(), EmbeddedError>>>,
    lost: watch::Sender<Option<String>>,
}

/// How one run of Postgres ended.
struct End {
    was_ready: bool,
    lived: Duration,
    why: String,
}

impl Supervisor {
    /// Makes the cluster where there is none and starts it; waits until it takes connections.
    ///
    /// # Errors
    /// See [`EmbeddedError`].
    pub async fn start(home: Home, bin: PathBuf, durable: bool) -> Result<Self, EmbeddedError> {
        let (tell, told) = oneshot::channel();
        let (sentence, lost) = watch::channel(None);
        let shared = Arc::new(Shared::default());
        let failed = home.failed("the thread that watches it ended");
        let watch = Watch { shared: shared.clone(), home, bin, durable, begun: Some(tell), lost: sentence };
        let thread = std::thread::Builder::new().name("postgres".into()).spawn(move || watch.run());
        let thread = thread.map_err(|error| EmbeddedError::Start(error.to_string(), PathBuf::new()))?;
        // From here on a caller who gives up drops it, which stops the thread.
        let supervisor = Self { shared, thread: Some(thread), lost };
        told.await.map_err(|_| failed)??;
        Ok(supervisor)
    }

    /// Waits until Postgres has ended and cannot be started again; gives the sentence about it.
    pub async fn lost(&self) -> String {
        let mut lost = self.lost.clone();
        let sentence = lost.wait_for(Option::is_some).await.ok().and_then(|sentence| sentence.clone());
        match sentence {
            Some(sentence) => sentence,
            // It was stopped on purpose.
            None => std::future::pending().await,
        }
    }

    /// Stops it: connections are closed, everything is on disk.
    pub fn stop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        self.shared.stopping.store(true, Ordering::SeqCst);
        let begun = Instant::now();
        let mut last = None;
        while !thread.is_finished() {
            let signal = match begun.elapsed() {
                waited if waited < POLITE => Signal::INT,
                waited if waited < POLITE * 2 => Signal::QUIT,
                _ => Signal::KILL,
            };
            if let Some(pid) = self.shared.pid().filter(|pid| last != Some((*pid, signal))) {
                let _ = kill_process(pid, signal);
                last = Some((pid, signal));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = thread.join();
    }
}

impl Drop for Supervisor {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn pid(&self) -> Option<Pid> {
        let child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        Pid::from_raw(child.as_ref()?.id().cast_signed())
    }

    /// How it ended, if it has. While this is asked nobody sends it a signal, so that none reaches another process.
    fn ended(&self) -> Option<String> {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        let status = match child.as_mut()?.try_wait() {
            Ok(None) => return None,
            Ok(Some(status)) => format!("it ended with {status}"),
            Err(error) => error.to_string(),
        };
        *child = None;
        Some(status)
    }
}

impl Watch {
    fn run(mut self) {
        // Held until the end of the thread: Postgres has ended by then.
        let lock = hold(&self.home, &self.shared.stopping).and_then(|lock| {
            settle_predecessor(&self.home, &self.shared.stopping)?;
            cluster::make_whole(&self.home, &self.bin, self.durable)?;
            Ok(lock)
        });
        let _lock = match lock {
            Ok(lock) => lock,
            Err(error) => return self.tell(Err(error)),
        };
        let (mut failures, mut deaths) = (0, 0_u32);
        while !self.stopping() {
            let end = self.one_life();
            if self.stopping() {
                return;
            }
            failures = if end.was_ready { 0 } else { failures + 1 };
            deaths = if end.lived > HEALTHY { 0 } else { deaths + 1 };
            if self.begun.is_some() && (failures >= FIRST_TRIES || end.lived >= LONGEST_START) {
                return self.tell(Err(self.home.failed(&end.why)));
            }
            if failures >= MOST_TRIES && !health::is_full(&self.home.cluster) {
                let _ = self.lost.send(Some(self.home.failed(&end.why).to_string()));
                return;
            }
            if self.begun.is_none() {
                tracing::error!(why = end.why, "Postgres has ended by itself and is started again");
            }
            self.pause(LONGEST_PAUSE.min(LOOK * 2_u32.saturating_pow(deaths.min(10))));
        }
    }

    /// Starts Postgres and sees it end.
    fn one_life(&mut self) -> End {
        let _ = log::rotate(&self.home.log);
        let said = self.home.log.metadata().map_or(0, |log| log.len());
        let begun = Instant::now();
        let mut was_ready = false;
        // What was killed while it started has left what the next one would refuse to start over.
        match clear_remains(&self.home).and_then(|()| launch(&self.home, &self.bin, self.durable)) {
            Ok(child) => *self.shared.child.lock().unwrap_or_else(PoisonError::into_inner) = Some(child),
            Err(error) => return End { was_ready, lived: Duration::ZERO, why: error.to_string() },
        }
        let mut rotated = begun;
        loop {
            if let Some(status) = self.shared.ended() {
                let words = log::last_words(&self.home.log, said);
                let why = words.map_or_else(|| status.clone(), |words| format!("{words}; {status}"));
                return End { was_ready, lived: begun.elapsed(), why };
            }
            if !was_ready && self.is_ready() {
                was_ready = true;
                self.tell(Ok(()));
            }
            if !was_ready
                && begun.elapsed() > LONGEST_START
                && let Some(pid) = self.shared.pid()
            {
                let _ = kill_process(pid, Signal::QUIT);
            }
            if rotated.elapsed() > Duration::from_secs(2) {
                let _ = log::rotate(&self.home.log);
                rotated = Instant::now();
            }
            std::thread::sleep(if was_ready { LOOK } else { LOOK / 10 });
        }
    }

    fn is_ready(&self) -> bool {
        pid_file(&self.home.cluster).is_some_and(|file| file.ready && self.shared.pid() == Some(file.pid))
    }

    fn tell(&mut self, begun: Result<(), EmbeddedError>) {
        if let Some(tell) = self.begun.take() {
            let _ = tell.send(begun);
        }
    }

    fn pause(&self, length: Duration) {
        let begun = Instant::now();
        while begun.elapsed() < length && !self.stopping() {
            std::thread::sleep(LOOK / 4);
        }
    }

    fn stopping(&self) -> bool {
        self.shared.stopping.load(Ordering::SeqCst)
    }
}
