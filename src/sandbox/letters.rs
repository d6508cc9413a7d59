//! The shop's mails, as the simulator's mail server keeps them: the newest, within bounds, each on the disk before the shop is
//! told that it was taken.

use std::collections::VecDeque;

use crate::sandbox::file::Place;
use crate::sandbox::messages::Message;

/// So many are kept, and so many bytes of them.
const MOST: usize = 500;
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// One a line; written anew without the old ones where it has twice as many lines as mails are kept.
const FILE: &str = "mails.jsonl";
const LARGEST: u64 = 64 * 1024 * 1024;

/// The mails, each with a number that is its own until the simulator ends.
#[derive(Debug, Default)]
pub struct Letters {
    kept: VecDeque<(u64, Message)>,
    bytes: usize,
    next: u64,
    lines: usize,
    place: Option<Place>,
}

impl Letters {
    /// Those that were kept; a line that cannot be read is left out.
    #[must_use]
    pub fn kept_at(place: Option<Place>) -> Self {
        let text = place.as_ref().map(|place| place.text(FILE, LARGEST)).transpose();
        let text = text.unwrap_or_else(|error| {
            tracing::warn!(%error, "the simulator could not read the mails it kept, and begins with none");
            None
        });
        let mut letters = Self { place, ..Self::default() };
        for line in text.unwrap_or_default().split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            letters.lines += 1;
            if let Ok(mail) = serde_json::from_slice(line) {
                letters.keep(mail);
            }
        }
        letters
    }

    /// Takes one on.
    pub fn take(&mut self, mail: Message) {
        let line = serde_json::to_vec(&mail).unwrap_or_default();
        self.keep(mail);
        let Some(place) = &self.place else { return };
        let written = if self.lines >= 2 * MOST {
            let lines: Vec<Vec<u8>> =
                self.kept.iter().map(|(_, mail)| serde_json::to_vec(mail).unwrap_or_default()).collect();
            self.lines = lines.len();
            place.replace(FILE, &[lines.join(&b'\n'), b"\n".to_vec()].concat())
        } else {
            self.lines += 1;
            place.append(FILE, &[line, b"\n".to_vec()].concat())
        };
        if let Err(error) = written {
            tracing::warn!(%error, "the simulator could not keep a mail, and goes on without");
        }
    }

    fn keep(&mut self, mail: Message) {
        self.bytes += size(&mail);
        self.kept.push_back((self.next, mail));
        self.next += 1;
        while self.kept.len() > MOST || (self.bytes > MOST_BYTES && self.kept.len() > 1) {
            let Some((_, gone)) = self.kept.pop_front() else { return };
            self.bytes -= size(&gone);
        }
    }

    /// All, oldest first.
    pub fn all(&self) -> impl Iterator<Item = &(u64, Message)> {
        self.kept.iter()
    }

    /// One by its number.
    #[must_use]
    pub fn one(&self, number: u64) -> Option<&Message> {
        self.kept.iter().find(|(own, _)| *own == number).map(|(_, mail)| mail)
    }

    /// Forgets all.
    pub fn forget(&mut self) {
        (self.kept, self.bytes, self.lines) = (VecDeque::new(), 0, 0);
        if let Some(Err(error)) = self.place.as_ref().map(|place| place.replace(FILE, b"")) {
            tracing::warn!(%error, "the simulator could not forget its mails on the disk");
        }
    }
}

fn size(mail: &Message) -> usize {
    mail.subject.len() + mail.text.len() + mail.html.as_ref().map_or(0, String::len)
}
