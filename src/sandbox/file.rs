//! What is kept on the disk, in files that nobody else may read: the records, replaced as a whole, and what is added line by line.

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
/// Its name.
const STATE: &str = "state.json";

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
        self.0.join(STATE)
    }

    /// What a file says, no more than `most` of it; nothing where it is not.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn text(&self, name: &str, most: u64) -> io::Result<Vec<u8>> {
        let file = self.0.join(name);
        let mut text = Vec::new();
        match OpenOptions::new().read(true).custom_flags(libc::O_NOFOLLOW).open(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            opened => drop(opened?.take(most).read_to_end(&mut text)?),
        }
        Ok(text)
    }

    /// Adds to the end of a file.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn append(&self, name: &str, text: &[u8]) -> io::Result<()> {
        self.prepare()?;
        let mut options = OpenOptions::new();
        let options = options.append(true).create(true).mode(0o600).custom_flags(libc::O_NOFOLLOW);
        options.open(self.0.join(name))?.write_all(text)
    }

    /// Writes beside a file and puts the new one into its place: whoever is cut off leaves the old one.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn replace(&self, name: &str, text: &[u8]) -> io::Result<()> {
        self.prepare()?;
        let beside = self.0.join(format!("{name}.new"));
        let _ = fs::remove_file(&beside);
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
        file.write_all(text)?;
        file.sync_all()?;
        fs::rename(&beside, self.0.join(name))
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
        let text = self.text(STATE, LARGEST).map_err(|error| damaged(&error))?;
        if text.is_empty() {
            return Ok(Records::default());
        }
        // What it says of its place holds nothing of what stands there.
        let kept: Kept<Records> = serde_json::from_slice(&text)
            .map_err(|error| damaged(&format_args!("line {}, column {}", error.line(), error.column())))?;
        if kept.version == VERSION { Ok(kept.clients) } else { Err(damaged(&"it is of another version")) }
    }

    /// Writes the records.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, records: &Records) -> io::Result<()> {
        self.replace(STATE, &serde_json::to_vec(&Kept { version: VERSION, clients: records })?)
    }
}
