//! The built program, started as people start it, for the commands that load it, attack it and restart it.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running `pickpost-shop`, ended when it is dropped.
pub struct Program {
    child: Child,
    /// Where the shop is.
    pub url: String,
    /// Where the simulator is, if this one plays it.
    pub sandbox: Option<String>,
}

/// The program beside the running example.
///
/// # Errors
/// Where it was not built.
pub fn path() -> anyhow::Result<PathBuf> {
    let own = std::env::current_exe()?;
    let folder = own.parent().and_then(|examples| examples.parent());
    let program = folder.map(|folder| folder.join("pickpost-shop")).filter(|program| program.exists());
    program.ok_or_else(|| anyhow::anyhow!("build the program first: cargo build --release"))
}

impl Program {
    /// Starts it with these settings beside free ports, and waits until it is open.
    ///
    /// # Errors
    /// When it ends instead of opening.
    pub fn start(settings: &[(&str, &str)]) -> anyhow::Result<Self> {
        Self::start_by(Command::new(path()?), settings)
    }

    /// The same by another command, such as a shell that sets limits first.
    ///
    /// # Errors
    /// As [`Program::start`].
    pub fn start_by(mut command: Command, settings: &[(&str, &str)]) -> anyhow::Result<Self> {
        command.env_remove("DATABASE_URL").env_remove("DATABASE_OWNER_URL");
        command.env("SHOP_BIND", "127.0.0.1:0").env("SANDBOX_BIND", "127.0.0.1:0");
        command.envs(settings.iter().copied()).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        let stdout = child.stdout.take().ok_or_else(|| anyhow::anyhow!("no pipe"))?;
        let mut lines = BufReader::new(stdout).lines();
        let greeting = lines.by_ref().map_while(Result::ok).find(|line| line.contains("murmel is open: "));
        let Some(greeting) = greeting else {
            let status = child.wait()?;
            anyhow::bail!("the shop did not open: {status}");
        };
        // Whoever prints must not be stopped by a closed pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let mut addresses = greeting.split_whitespace().filter(|word| word.starts_with("http"));
        let mut address = || addresses.next().map(|url| url.trim_end_matches('/').to_owned());
        let url = address().ok_or_else(|| anyhow::anyhow!("no address in: {greeting}"))?;
        let sandbox = address().map(|url| url.trim_end_matches("/console").to_owned());
        Ok(Self { child, url, sandbox })
    }

    /// Its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Tells it to stop, as an operating system does.
    pub fn tell_to_stop(&self) {
        let pid = i32::try_from(self.id()).ok().and_then(rustix::process::Pid::from_raw);
        if let Some(pid) = pid {
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
        }
    }

    /// Whether it has ended.
    pub fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }

    /// Memory in MiB: what it has now, and the most it ever had (Linux).
    #[must_use]
    pub fn memory(&self) -> (u64, u64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id())).unwrap_or_default();
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
            kib.unwrap_or_default() / 1024
        };
        (of("VmRSS:"), of("VmHWM:"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.tell_to_stop();
        let begun = Instant::now();
        while !self.has_ended() {
            if begun.elapsed() > Duration::from_secs(30) {
                let _ = self.child.kill();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
