//! The file of a backup: what wrote it, every table's rows as Postgres' COPY gives them, and a digest at its end.

use std::io::{self, BufRead, Read, Write};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const NAME: &str = "pickpost-shop backup ";
const FORM: &str = "1";
const END_OF_ROWS: &[u8] = b"\\.\n";
/// So much is read at once, and what is left of a row.
const CHUNK: usize = 1 << 16;

/// What stands above the rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Header {
    /// When the backup was begun.
    pub made_at: DateTime<Utc>,
    /// The version of the program.
    pub shop: String,
    /// The version of its Postgres.
    pub postgres: String,
    /// The migrations that had made the tables.
    pub migrations: Vec<Applied>,
}

/// A migration that a database has had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applied {
    /// Its number.
    pub version: i64,
    /// The digest of its text, as hexadecimal digits.
    pub checksum: String,
}

/// A table and the columns of its rows, in their order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Their names.
    pub columns: Vec<String>,
}

/// Where a sequence stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sequence {
    /// Its name.
    pub name: String,
    /// The last number.
    pub value: i64,
    /// Whether it was given out.
    pub called: bool,
}

/// What follows the header, a line each.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Rows follow.
    Table(Table),
    /// Where a sequence stands.
    Sequence(Sequence),
    /// The end.
    End(End),
}

/// What the end says of everything above it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct End {
    /// How many rows there are.
    pub rows: u64,
    /// The digest, as hexadecimal digits.
    pub sha256: String,
}

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Another kind of file.
    #[error("is no backup of pickpost-shop")]
    Foreign,
    /// A form that is not known yet.
    #[error("was written by a newer pickpost-shop; load it with that one")]
    Newer,
    /// Not as it was written.
    #[error("is cut off, or was changed since it was written")]
    Broken,
    /// The disk's.
    #[error("cannot be read: {0}")]
    Io(#[from] io::Error),
}

/// Digits of a digest.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a backup.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    digest: Sha256,
    rows: u64,
}

impl<W: Write> Writer<W> {
    /// Begins one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut writer = Self { out, digest: Sha256::new(), rows: 0 };
        writer.put(format!("{NAME}{FORM}\n{}\n", serde_json::to_string(header)?).as_bytes())?;
        Ok(writer)
    }

    /// A table or a sequence. A table's rows follow, and then [`Writer::end_of_rows`].
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn part(&mut self, part: &Part) -> io::Result<()> {
        self.put(format!("{}\n", serde_json::to_string(part)?).as_bytes())
    }

    /// Rows, or pieces of them. A line's end within a value is written otherwise, so each that is seen ends a row.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn rows(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.rows += line_ends(bytes);
        self.put(bytes)
    }

    /// No more rows of this table.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn end_of_rows(&mut self) -> io::Result<()> {
        self.put(END_OF_ROWS)
    }

    /// The end; gives what was written to, and the number of rows.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> io::Result<(W, u64)> {
        let sha256 = hex(&self.digest.clone().finalize());
        self.part(&Part::End(End { rows: self.rows, sha256 }))?;
        self.out.flush()?;
        Ok((self.out, self.rows))
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.digest.update(bytes);
        self.out.write_all(bytes)
    }
}

/// Reads a backup, and believes it only once its end was reached.
#[derive(Debug)]
pub struct Reader<R> {
    input: R,
    digest: Sha256,
    rows: u64,
    /// Whether the last row of a table was read, but not told yet.
    between: bool,
    /// What stands above the rows.
    pub header: Header,
}

impl<R: BufRead> Reader<R> {
    /// Begins with the header.
    ///
    /// # Errors
    /// See [`Fault`].
    pub fn new(mut input: R) -> Result<Self, Fault> {
        let mut first = Vec::new();
        // Any file may have been named: not all of it is one line of ours.
        (&mut input).take(NAME.len() as u64 + 8).read_until(b'\n', &mut first)?;
        let form = first.strip_prefix(NAME.as_bytes()).ok_or(Fault::Foreign)?;
        if form != format!("{FORM}\n").as_bytes() {
            return Err(if form.ends_with(b"\n") { Fault::Newer } else { Fault::Broken });
        }
        let mut digest = Sha256::new();
        digest.update(&first);
        let mut header = Vec::new();
        input.read_until(b'\n', &mut header)?;
        digest.update(&header);
        let header = serde_json::from_slice(&header).map_err(|_| Fault::Broken)?;
        Ok(Self { input, digest, rows: 0, between: false, header })
    }

    /// The next part. After a table all its rows have to be read.
    ///
    /// # Errors
    /// See [`Fault`].
    pub fn part(&mut self) -> Result<Part, Fault> {
        let mut line = Vec::new();
        self.input.read_until(b'\n', &mut line)?;
        let part: Part = serde_json::from_slice(&line).map_err(|_| Fault::Broken)?;
        let so_far = self.digest.clone();
        self.digest.update(&line);
        if let Part::End(end) = &part {
            let whole = end.sha256 == hex(&so_far.finalize()) && end.rows == self.rows;
            if !whole || !line.ends_with(b"\n") || !self.input.fill_buf()?.is_empty() {
                return Err(Fault::Broken);
            }
        }
        Ok(part)
    }

    /// The next rows of the table; `None` after the last ones.
    ///
    /// # Errors
    /// See [`Fault`].
    pub fn rows(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let mut rows = Vec::new();
        if std::mem::take(&mut self.between) {
            return Ok(None);
        }
        while rows.len() < CHUNK {
            let begin = rows.len();
            self.input.read_until(b'\n', &mut rows)?;
            let row = &rows[begin..];
            if !row.ends_with(b"\n") {
                return Err(Fault::Broken);
            }
            self.digest.update(row);
            if row == END_OF_ROWS {
                rows.truncate(begin);
                if rows.is_empty() {
                    return Ok(None);
                }
                self.between = true;
                break;
            }
            self.rows += 1;
        }
        Ok(Some(rows))
    }

    /// Reads on to the end.
    ///
    /// # Errors
    /// See [`Fault`].
    pub fn check(mut self) -> Result<Header, Fault> {
        loop {
            match self.part()? {
                Part::Table(_) => while self.rows()?.is_some() {},
                Part::Sequence(_) => {}
                Part::End(_) => return Ok(self.header),
            }
        }
    }
}

fn line_ends(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::{Fault, Header, Part, Reader, Table, Writer};

    fn written(rows: &[u8]) -> Vec<u8> {
        let header = Header {
            made_at: DateTime::from_timestamp(0, 0).expect("a moment"),
            shop: "1".into(),
            postgres: "15".into(),
            migrations: Vec::new(),
        };
        let mut writer = Writer::new(Vec::new(), &header).expect("written");
        let table = Table { name: "parcel".into(), columns: vec!["id".into()] };
        writer.part(&Part::Table(table)).expect("written");
        writer.rows(rows).expect("written");
        writer.end_of_rows().expect("written");
        writer.finish().expect("written").0
    }

    #[test]
    fn what_is_cut_off_or_changed_anywhere_is_not_believed() {
        let whole = written(b"1\n2\\n\\\\.\n");
        let check = |bytes: &[u8]| Reader::new(bytes).and_then(Reader::check);
        check(&whole).expect("it is whole");
        for length in 0..whole.len() {
            check(&whole[..length]).expect_err("it is cut off");
            let mut other = whole.clone();
            other[length] ^= 1;
            check(&other).expect_err("it was changed");
        }
        let more = [&whole[..], b"more\n"].concat();
        assert!(matches!(check(&more), Err(Fault::Broken)));
        assert!(matches!(check(b"PGDMP"), Err(Fault::Foreign)), "pg_dump's");
        assert!(matches!(check(b"pickpost-shop backup 2\n{}\n"), Err(Fault::Newer)));
    }

    #[test]
    fn rows_come_back_whole_however_many() {
        let many: Vec<u8> = (0..50_000).flat_map(|number| format!("{number}\n").into_bytes()).collect();
        for rows in [&b""[..], b"1\n", &many] {
            let bytes = written(rows);
            let mut reader = Reader::new(&bytes[..]).expect("a backup");
            assert!(matches!(reader.part(), Ok(Part::Table(_))));
            let mut read = Vec::new();
            while let Some(chunk) = reader.rows().expect("rows") {
                assert!(chunk.ends_with(b"\n"));
                read.extend(chunk);
            }
            assert!(read == rows && matches!(reader.part(), Ok(Part::End(_))));
        }
    }
}
