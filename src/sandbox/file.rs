//! The records on the disk: one file, replaced as a whole, that nobody else may read.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::sandbox::records::Records;

/// A larger file is none of ours: the bounds of the records keep it below.
const LARGEST: u64 = 64 * 1024 * 1024;
/// The form of the file.
const VERSION: u32 = 1;

/// Where the records lie.
#[derive(Clone, Debug)]
pub struct Place(PathBuf);

#[derive(Serialize, Deserialize)]
struct Kept<R> {
    version: u32,
    clients: R,
}

impl Place {
    /// A folder, which is made once there is something to keep.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// Makes the folder, closed to everybody else.
    fn prepare(&self) -> io::Result<()> {
        if let Some(parent) = self.0.parent() {
            fs::create_dir_all(parent)?;
        }
        match DirBuilder::new().mode(0o700).create(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    fn file(&self) -> PathBuf {
        self.0.join("state.json")
    }

    /// What was kept; nothing where nothing was.
    ///
    /// # Errors
    /// One sentence, where what is there cannot be read.
    pub fn read(&self) -> Result<Records, String> {
        let file = self.file();
        let damaged = |why: &dyn std::fmt::Display| {
            format!(
                "the simulator begins with nothing, since what it kept in {} is damaged: {why}",
                file.display()
            )
        };
        let opened = match OpenOptions::new().read(true).custom_flags(libc::O_NOFOLLOW).open(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Records::default()),
            opened => opened.map_err(|error| damaged(&error))?,
        };
        let mut text = Vec::new();
        opened.take(LARGEST).read_to_end(&mut text).map_err(|error| damaged(&error))?;
        // What it says of its place holds nothing of what stands there.
        let kept: Kept<Records> = serde_json::from_slice(&text)
            .map_err(|error| damaged(&format_args!("line {}, column {}", error.line(), error.column())))?;
        if kept.version == VERSION { Ok(kept.clients) } else { Err(damaged(&"it is of another version")) }
    }

    /// Writes beside the file and puts the new one into its place: whoever is cut off leaves the old one.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, records: &Records) -> io::Result<()> {
        let text = serde_json::to_vec(&Kept { version: VERSION, clients: records })?;
        self.prepare()?;
        let beside = self.0.join("state.json.new");
        let _ = fs::remove_file(&beside);
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(&beside, self.file())
    }
}
