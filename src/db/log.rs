//! What Postgres says: appended over restarts, bounded in size, readable by nobody but the shop.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::db::trust::private_file;

/// From this size on it begins anew; one older file is kept.
const LARGEST: u64 = 1 << 20;

/// Opens the log for a Postgres that starts.
///
/// # Errors
/// When it is not ours to write.
pub fn open(path: &Path) -> io::Result<File> {
    // Earlier versions let others read it, and let it hold what stood in a refused row.
    let loose = path.symlink_metadata().is_ok_and(|data| data.is_file() && data.mode() & 0o077 != 0);
    let file = private_file(path)?;
    if loose {
        file.set_len(0)?;
    }
    Ok(file)
}

/// Copies what was said into the older file and empties this one, once it has grown. Postgres goes on writing into the
/// same file, at its end, wherever that is.
///
/// # Errors
/// When the older file cannot be written.
pub fn rotate(path: &Path) -> io::Result<()> {
    if path.metadata()?.len() < LARGEST {
        return Ok(());
    }
    let mut log = private_file(path)?;
    let mut older = private_file(&older(path))?;
    older.set_len(0)?;
    log.seek(SeekFrom::Start(0))?;
    // Bounded, whatever is written meanwhile.
    let copied = io::copy(&mut log.by_ref().take(4 * LARGEST), &mut older);
    // On a full disk the older half is lost rather than the log left to grow.
    log.set_len(0)?;
    copied.map(drop)
}

fn older(path: &Path) -> PathBuf {
    path.with_added_extension("1")
}

/// The last sentence about an end, of what was said from `start` on.
#[must_use]
pub fn last_words(path: &Path, start: u64) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let end = file.metadata().ok()?.len();
    let start = if start > end { 0 } else { start };
    file.seek(SeekFrom::Start(start.max(end.saturating_sub(65_536)))).ok()?;
    let mut text = Vec::new();
    file.read_to_end(&mut text).ok()?;
    let text = String::from_utf8_lossy(&text);
    let said = |level: &str| {
        let lines = text.lines().rev().filter_map(|line| Some(line.split_once(level)?.1.trim()));
        // What its connections were told is a consequence, not the cause.
        lines.map(ToOwned::to_owned).find(|words| !words.starts_with("terminating connection"))
    };
    said("PANIC:").or_else(|| said("FATAL:"))
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;

    use super::{LARGEST, last_words, older, open, rotate};

    #[test]
    fn it_is_private_appended_to_and_bounded() {
        let folder = std::env::temp_dir().join(format!("pickpost-log-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("postgres.log");
        std::fs::write(&path, "DETAIL: Failing row contains (Hans, Muster)\n").expect("an earlier version's");
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).expect("its rights");
        let mut log = open(&path).expect("a log");
        assert_eq!(path.metadata().expect("it").len(), 0, "what others could read is gone");
        writeln!(log, "1 FATAL:  no room left\n2 FATAL:  terminating connection").expect("written");
        let mut log = open(&path).expect("a log");
        writeln!(log, "LOG:  bye").expect("written");
        assert_eq!(last_words(&path, 0).as_deref(), Some("no room left"), "it is appended to");
        assert_eq!(path.metadata().expect("it").permissions().mode() & 0o777, 0o600);
        rotate(&path).expect("nothing to do");
        assert!(!older(&path).exists());
        let many = vec![b'x'; usize::try_from(LARGEST).expect("a size")];
        for _ in 0..3 {
            log.write_all(&many).expect("written");
            rotate(&path).expect("rotated");
            assert_eq!(path.metadata().expect("it").len(), 0);
        }
        writeln!(log, "LOG:  on").expect("written");
        assert!(path.metadata().expect("it").len() < 20, "Postgres writes on at the new end");
        assert!(older(&path).metadata().expect("it").len() < 2 * LARGEST);
        assert_eq!(older(&path).metadata().expect("it").permissions().mode() & 0o777, 0o600);
        let _ = std::fs::remove_dir_all(folder);
    }
}
