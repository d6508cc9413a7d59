//! A migration that some database has applied never changes: sqlx remembers its digest, and a shop whose file says something
//! else does not start. `tests/fixtures/applied.sha256` names each file with its digest; `make applied` adds the new ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{files, read};

const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/applied.sha256");

fn digest(file: &[u8]) -> String {
    Sha256::digest(file).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// File and digest, as the list has them.
fn listed(list: &str) -> BTreeMap<String, String> {
    list.lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(digest, file)| (file.into(), digest.into()))
        .collect()
}

/// File and digest, as they are.
fn present() -> BTreeMap<String, String> {
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    files("migrations", "sql").iter().map(|path| (name(path), digest(read(path).as_bytes()))).collect()
}

/// What is wrong with the files beside the list.
fn faults(listed: &BTreeMap<String, String>, present: &BTreeMap<String, String>) -> Vec<String> {
    let changed = listed.iter().filter(|(file, digest)| present.get(*file) != Some(*digest));
    let changed = changed.map(|(file, _)| {
        format!("{file} was changed or is gone: databases that have applied it do not start; write another migration")
    });
    let new = present.keys().filter(|file| !listed.contains_key(*file));
    changed.chain(new.map(|file| format!("{file} is not listed: make applied"))).collect()
}

#[test]
fn no_migration_that_was_applied_is_changed() {
    assert_eq!(faults(&listed(&read(Path::new(LIST))), &present()), Vec::<String>::new());
}

#[test]
fn a_changed_a_lost_and_an_unlisted_migration_are_found() {
    let map = |entries: &[(&str, &str)]| {
        entries
            .iter()
            .map(|(file, digest)| ((*file).to_owned(), (*digest).to_owned()))
            .collect::<BTreeMap<_, _>>()
    };
    let listed = map(&[("0001_a.sql", "aa"), ("0002_b.sql", "bb"), ("0003_c.sql", "cc")]);
    let found = faults(&listed, &map(&[("0001_a.sql", "aa"), ("0002_b.sql", "b2"), ("0004_d.sql", "dd")]));
    let begins: Vec<_> = found.iter().map(|fault| fault.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(begins, ["0002_b.sql", "0003_c.sql", "0004_d.sql"]);
}

/// Adds what is new, and touches nothing that stands there.
#[test]
#[ignore = "writes tests/fixtures/applied.sha256: make applied"]
fn new_migrations_are_listed() {
    let mut list = listed(&read(Path::new(LIST)));
    for (file, digest) in present() {
        list.entry(file).or_insert(digest);
    }
    let lines = list.iter().fold(String::new(), |mut lines, (file, digest)| {
        let _ = writeln!(lines, "{digest}  {file}");
        lines
    });
    std::fs::write(LIST, lines).expect("the list is written");
}
