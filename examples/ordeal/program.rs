//! The built program, started as people start it, for the commands that load it, attack it and restart it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
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
        command.envs(settings.iter().copied());
        let (child, line, _) = greeted(command, "murmel is open: ")?;
        let mut addresses = addresses(&line, "http");
        let url = addresses.next().ok_or_else(|| anyhow::anyhow!("no address in: {line}"))?;
        let sandbox = addresses.next().map(|url| url.trim_end_matches("/console").to_owned());
        Ok(Self { child, url, sandbox })
    }

    /// The simulator of this program as one of its own, with what it keeps in this folder; and where it takes mails, if it does.
    ///
    /// # Errors
    /// When it ends instead of listening.
    pub fn simulator(program: &Path, folder: &Path) -> anyhow::Result<(Self, Option<String>)> {
        let mut command = Command::new(program);
        command.arg("sandbox").env("SANDBOX_BIND", "127.0.0.1:0").env("SHOP_DATA_DIR", folder);
        let (child, line, rest) = greeted(command, "The simulator of Post listens: ")?;
        let console = addresses(&line, "http").next();
        let console = console.ok_or_else(|| anyhow::anyhow!("no address in: {line}"))?;
        // Where it takes mails is said in the next line, which an older one does not have.
        let mails = rest.recv_timeout(Duration::from_secs(1)).ok();
        let mails = mails.and_then(|line| addresses(&line, "smtp").next());
        let url = console.trim_end_matches("/console").to_owned();
        Ok((Self { child, url, sandbox: None }, mails))
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

/// Starts it, and waits for the line that says that it is there; gives that line, and those that come after it.
fn greeted(mut command: Command, greeting: &str) -> anyhow::Result<(Child, String, Receiver<String>)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let stdout = child.stdout.take().ok_or_else(|| anyhow::anyhow!("no pipe"))?;
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let Some(line) = lines.by_ref().find(|line| line.contains(greeting)) else {
        let status = child.wait()?;
        anyhow::bail!("the program ended instead of saying \"{greeting}…\": {status}");
    };
    let (tell, told) = channel();
    // Whoever prints must not be stopped by a closed pipe: it is read to its end, whether somebody listens or not.
    std::thread::spawn(move || lines.for_each(|line| drop(tell.send(line))));
    Ok((child, line, told))
}

/// The addresses of a line.
fn addresses<'a>(line: &'a str, scheme: &'a str) -> impl Iterator<Item = String> + 'a {
    let words = line.split_whitespace().filter(move |word| word.starts_with(scheme));
    words.map(|url| url.trim_end_matches('/').to_owned())
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
