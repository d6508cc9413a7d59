//! No file is called after nothing, and nothing is committed that belongs to one machine.

use super::{files, name, read};

/// Words that name nothing.
const EMPTY: [&str; 7] = ["utils", "helpers", "common", "misc", "types", "service", "manager"];

fn is_called_after_nothing(file: &str) -> bool {
    file.trim_end_matches(".rs").split('/').any(|part| EMPTY.contains(&part))
}

/// Whether a text names a folder of the machine that it was written on.
fn belongs_to_one_machine(text: &str) -> bool {
    let folders = [["/wo", "rk/"].concat(), ["/tmp", "/"].concat(), ["/ro", "ot/"].concat()];
    folders.iter().any(|folder| text.contains(folder.as_str()))
}

#[test]
fn no_file_is_called_after_nothing() {
    let found: Vec<String> = files("src", "rs")
        .iter()
        .map(|path| name(path))
        .filter(|file| is_called_after_nothing(file))
        .collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn nothing_is_committed_that_belongs_to_one_machine() {
    let folders = [("src", "rs"), ("tests", "rs"), ("templates", "html"), ("docs", "md"), ("examples", "rs")];
    let all = folders.into_iter().flat_map(|(folder, ending)| files(folder, ending));
    let found: Vec<String> =
        all.filter(|path| belongs_to_one_machine(&read(path))).map(|path| name(&path)).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_file_called_after_nothing_and_a_folder_of_one_machine_are_found() {
    let names = [
        "src/orders/store.rs",
        "src/utils.rs",
        "src/orders/helpers/mod.rs",
        "src/service/one.rs",
        "src/typeset.rs",
    ];
    let found = names.map(is_called_after_nothing);
    assert_eq!(found, [false, true, true, true, false]);
    let home = ["See /ro", "ot/notes.txt"].concat();
    assert!(belongs_to_one_machine(&home) && belongs_to_one_machine(&["`cd /tmp", "/x`"].concat()));
    assert!(!belongs_to_one_machine("the root/ of a tree, and a workshop"));
}
