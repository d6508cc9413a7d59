//! A data folder of another major version of Postgres: opened with the programs that fit, else told in a sentence.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use pickpost_shop::db::binaries::version;
use pickpost_shop::db::fetch::{fetch_major, folders};
use pickpost_shop::db::home::{Home, root};

use super::backup::{done, open_with_merchant, pickup, seen, settled, stop, with};
use super::support::BOUNDED;
use super::{Folder, failed, get, open, order, program, support};

fn made_by(data: &Path) -> u32 {
    let version = std::fs::read_to_string(root(data).join("cluster/PG_VERSION")).expect("a cluster");
    version.trim().parse().expect("a number")
}

/// Every file below, with its size and when it was written.
fn listing(folder: &Path) -> Vec<(PathBuf, u64, std::time::SystemTime)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let data = entry.metadata().expect("it");
        if data.is_dir() {
            found.extend(listing(&entry.path()));
        } else {
            found.push((entry.path(), data.len(), data.modified().expect("a time")));
        }
    }
    found.sort();
    found
}

/// The version is written over by hand: the other one's programs are not needed for a sentence.
#[test]
fn a_folder_that_no_programs_here_open_is_told_in_a_sentence_and_left_alone() {
    let folder = Folder::new("version");
    let data = folder.0.join("data");
    let (child, url, _) = open(&data);
    let path = order(&url);
    stop(child);
    let (here, other) = (made_by(&data), 41);
    let version = root(&data).join("cluster/PG_VERSION");
    std::fs::write(&version, format!("{other}\n")).expect("another version");
    let before = listing(&root(&data).join("cluster"));
    let file = folder.0.join("shop.backup");
    let file = file.to_str().expect("a name");
    for arguments in
        [&["serve"][..], &["migrate"], &["backup", file], &["merchant", "unlock", "anna@example.ch"]]
    {
        for set in [true, false] {
            let mut command = program(&data);
            if !set {
                command.env_remove("SHOP_PG_BIN").env("PATH", "/nonexistent");
            }
            let begun = Instant::now();
            let (output, said) = failed({
                command.args(arguments);
                command
            });
            assert_eq!((output.status.code(), said.trim().lines().count()), (Some(1), 1), "{said}");
            for part in [
                &format!("made by Postgres {other}"),
                &format!("Postgres {here} in /"),
                "pickpost-shop backup FILE",
                "pickpost-shop restore FILE",
                data.to_str().expect("a name"),
            ] {
                assert!(said.contains(part), "{part}: {said}");
            }
            assert!(begun.elapsed() < BOUNDED, "it takes no time to say so");
        }
    }
    assert_eq!(listing(&root(&data).join("cluster")), before, "nothing is touched");
    let beside = std::fs::read_dir(root(&data)).expect("it").flatten();
    let new = beside.map(|entry| entry.file_name().to_string_lossy().into_owned());
    assert_eq!(new.filter(|name| name.starts_with("cluster")).collect::<Vec<_>>(), ["cluster"]);
    std::fs::write(&version, format!("{here}\n")).expect("as it was");
    let (child, url, _) = open(&data);
    assert_eq!(get(&format!("{url}{path}")).0, 200, "the order is there");
    stop(child);
}

#[test]
fn a_backup_is_still_written_beside_a_shop_whose_programs_were_removed() {
    let folder = Folder::new("removed");
    let (data, file) = (folder.0.join("data"), folder.0.join("shop.backup"));
    let (child, url, _) = open(&data);
    order(&url);
    let mut backup = with(&data, ["backup", file.to_str().expect("a name")]);
    backup.env_remove("SHOP_PG_BIN").env("SHOP_PG_SEARCH", "off").env("PATH", "/nonexistent");
    assert!(done(backup).contains("rows are written"));
    stop(child);
}

/// Whichever programs of another major version can be fetched, laid where the shop itself would lay them.
fn another(data: &Path, here: u32) -> Option<u32> {
    let home = Home::prepare(data).expect("a folder");
    for major in [18, 17] {
        if major == here {
            continue;
        }
        match fetch_major(&home.room, major) {
            Ok(_) => return Some(major),
            Err(why) => {
                let _ = writeln!(std::io::stderr(), "SKIPPED: Postgres {major} cannot be fetched: {why}");
            }
        }
    }
    None
}

/// The program as most people start it: it looks for the programs itself.
fn searching(data: &Path) -> Command {
    let mut command = program(data);
    command.env_remove("SHOP_PG_BIN");
    command
}

#[test]
fn orders_cross_from_one_major_version_to_another_and_back() {
    let folder = Folder::new("crossing");
    let (data, file) = (folder.0.join("data"), folder.0.join("shop.backup"));
    let name = file.to_str().expect("a name");
    let here = version(&support::cluster::programs()).expect("this machine's version");
    let Some(other) = another(&data, here) else { return };
    let mut first = searching(&data);
    first.env("SHOP_PG_SEARCH", "off");
    let (child, url) = open_with_merchant(first);
    assert_eq!(made_by(&data), other);
    let before = [settled(&url, &order(&url)), settled(&url, &pickup(&url))];
    stop(child);
    let (_, said) = failed(program(&data));
    assert!(said.contains(&format!("made by Postgres {other}")), "{said}");
    // The folder's own version goes before the machine's.
    let mut backup = searching(&data);
    backup.args(["backup", name]);
    done(backup);
    assert_eq!(made_by(&data), other);
    let room = root(&data);
    std::fs::rename(room.join("cluster"), room.join("cluster.other")).expect("moved away");
    done(with(&data, ["restore", name]));
    assert_eq!(made_by(&data), here);
    let (child, url, _) = open(&data);
    assert_eq!(before.each_ref().map(|it| seen(&url, it.path())), before, "under this machine's version");
    let third = settled(&url, &order(&url));
    done(with(&data, ["backup", name]));
    stop(child);
    std::fs::rename(room.join("cluster"), room.join("cluster.here")).expect("moved away");
    let mut restore = searching(&data);
    restore.args(["restore", name]).env("SHOP_PG_SEARCH", "off");
    done(restore);
    assert_eq!(made_by(&data), other);
    // Where its programs are gone they are fetched again, also beside those of the machine.
    for bin in folders(&room) {
        std::fs::remove_dir_all(bin.ancestors().find(|it| it.parent() == Some(&room)).expect("its folder"))
            .expect("removed");
    }
    let (child, url) = open_with_merchant(searching(&data));
    for it in before.iter().chain([&third]) {
        assert_eq!(seen(&url, it.path()), *it, "and back");
    }
    assert_eq!(made_by(&data), other);
    stop(child);
}
