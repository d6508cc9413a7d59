//! A shop as a process of its own, its memory, and what an attack on it took.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

pub type AnyError = Box<dyn std::error::Error>;

/// The sign-in of the shop's merchant.
pub const MERCHANT: (&str, &str) = ("anna@example.ch", "murmel-murmel-murmel");

/// A running shop; it ends with this value.
pub struct Shop {
    pub url: String,
    child: Child,
    folder: PathBuf,
}

/// What an attack took. Memory in KiB.
pub struct Measured {
    name: String,
    before: u64,
    peak: u64,
    after: u64,
    /// How often which status was answered; 0 for no answer at all.
    answers: BTreeMap<u16, usize>,
    times: Vec<Duration>,
    /// The most that the shop's memory may grow meanwhile, in KiB.
    room: u64,
}

impl Shop {
    /// Opens the program that was built beside this one, with its own Postgres in a folder of its own.
    pub fn open(settings: &[(&str, &str)]) -> Result<Self, AnyError> {
        let here = std::env::current_exe()?;
        let program = here.parent().and_then(|examples| examples.parent()).ok_or("no build folder")?;
        let program = program.join("pickpost-shop");
        if !program.is_file() {
            return Err(format!("{} is missing: build it first, by `make attack`", program.display()).into());
        }
        let folder = std::env::temp_dir().join(format!("murmel-attack-{}", std::process::id()));
        let mut command = Command::new(program);
        command.env("SHOP_DATA_DIR", &folder).env_remove("DATABASE_URL").env("RUST_LOG", "error");
        command.env("SHOP_BIND", "127.0.0.1:0").env("SANDBOX_BIND", "127.0.0.1:0");
        command.env("MERCHANT_EMAIL", MERCHANT.0).env("MERCHANT_PASSWORD", MERCHANT.1);
        command.envs(settings.iter().copied());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let stdout = child.stdout.take().ok_or("no output")?;
        let mut lines = BufReader::new(stdout).lines();
        let greeting = lines.by_ref().map_while(Result::ok).find(|line| line.contains("murmel is open: "));
        // Made first, so that the folder goes away on every path.
        let mut shop = Self { url: String::new(), child, folder };
        let greeting = greeting.ok_or("the shop did not open")?;
        let url = greeting.split_whitespace().find(|word| word.starts_with("http")).ok_or("no address")?;
        url.trim_end_matches('/').clone_into(&mut shop.url);
        // Whoever prints must not be stopped by a closed pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(shop)
    }

    /// Memory in KiB: `VmRSS` now, `VmHWM` at most since [`Shop::forget_peak`].
    pub fn memory(&self, what: &str) -> Result<u64, AnyError> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
        let figure = line.and_then(|line| line.split_whitespace().next()).ok_or("no such figure")?;
        Ok(figure.parse()?)
    }

    fn forget_peak(&self) -> Result<(), AnyError> {
        // 5: resets VmHWM (proc(5), clear_refs).
        Ok(std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5")?)
    }

    /// Runs an attack, which gives an answer's status and time for each request, and measures around it. `room` is the
    /// most that memory may grow meanwhile, in MiB.
    pub async fn measure<F>(&self, name: &str, room: u64, attack: F) -> Result<Measured, AnyError>
    where
        F: Future<Output = Vec<(u16, Duration)>>,
    {
        self.forget_peak()?;
        let before = self.memory("VmRSS")?;
        let answers = attack.await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let (peak, after) = (self.memory("VmHWM")?, self.memory("VmRSS")?);
        let mut statuses = BTreeMap::new();
        for (status, _) in &answers {
            *statuses.entry(*status).or_default() += 1;
        }
        let mut times: Vec<Duration> = answers.into_iter().map(|(_, time)| time).collect();
        times.sort_unstable();
        Ok(Measured {
            name: name.to_owned(),
            before,
            peak,
            after,
            answers: statuses,
            times,
            room: room * 1024,
        })
    }
}

/// Status and time of a request; status 0 where no answer came.
pub async fn timed(request: reqwest::RequestBuilder) -> (u16, Duration) {
    let begun = Instant::now();
    let status = match request.send().await {
        Ok(answer) => {
            let status = answer.status().as_u16();
            let _ = answer.bytes().await;
            status
        }
        Err(_) => 0,
    };
    (status, begun.elapsed())
}

impl Measured {
    /// Whether memory stayed within its room, and came back to within a fifth of what it was.
    pub fn holds(&self) -> bool {
        self.peak <= self.before + self.room && self.after * 5 <= self.before * 6
    }

    /// How often a status was answered.
    pub fn count(&self, status: u16) -> usize {
        self.answers.get(&status).copied().unwrap_or(0)
    }

    /// One line for the person who measures.
    pub fn line(&self) -> String {
        let [before, peak, after] = [self.before, self.peak, self.after].map(|kib| kib / 1024);
        let time = |part: usize| self.times.get(self.times.len().saturating_sub(1) * part / 100);
        let [median, worst] = [50, 100].map(|part| time(part).map_or(0, Duration::as_millis));
        let answers: Vec<String> =
            self.answers.iter().map(|(status, count)| format!("{count} x {status}")).collect();
        format!(
            "{}: {} MiB before, {} at most, {} after; answers {}; median {} ms, slowest {} ms: {}",
            self.name,
            before,
            peak,
            after,
            answers.join(", "),
            median,
            worst,
            if self.holds() { "held" } else { "NOT HELD" }
        )
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        let _ = pid.map(|pid| kill_process(pid, Signal::TERM));
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
