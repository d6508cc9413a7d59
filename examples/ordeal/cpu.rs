//! CPU time of a program with everything that it started. Linux only.

use std::collections::BTreeMap;

/// The kernel counts CPU time in hundredths of a second.
const TICKS: f64 = 100.0;

/// CPU seconds that a program and its children took so far, Postgres and its backends included. Who has ended counts too:
/// the kernel adds it to whoever started it.
pub fn seconds(program: u32) -> f64 {
    // Who ends while this reads would be missed, or counted twice: read again until nobody has come or gone.
    let mut before = read(program);
    loop {
        let now = read(program);
        if now.keys().eq(before.keys()) {
            let ticks: u64 = now.values().sum();
            #[expect(clippy::cast_precision_loss, reason = "some thousand hundredths")]
            return ticks as f64 / TICKS;
        }
        before = now;
    }
}

/// The program and all its children, each with its own ticks and those of children that have ended.
fn read(program: u32) -> BTreeMap<u32, u64> {
    let all: Vec<(u32, u32, u64)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| stat(entry.file_name().to_str()?.parse().ok()?))
        .collect();
    let mut found = BTreeMap::new();
    let mut open = vec![program];
    while let Some(pid) = open.pop() {
        if let Some((.., ticks)) = all.iter().find(|(known, ..)| *known == pid) {
            found.insert(pid, *ticks);
        }
        open.extend(all.iter().filter(|(_, parent, _)| *parent == pid).map(|(child, ..)| *child));
    }
    found
}

/// A process, its parent, and utime + stime + cutime + cstime (`man 5 proc_pid_stat`).
fn stat(pid: u32) -> Option<(u32, u32, u64)> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name stands in brackets and may hold anything.
    let fields: Vec<&str> = stat.rsplit(") ").next()?.split(' ').collect();
    let ticks = fields.get(11..15)?.iter().filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Some((pid, fields.get(1)?.parse().ok()?, ticks))
}
