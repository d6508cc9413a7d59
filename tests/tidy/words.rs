//! No file is called after nothing, and nothing is committed that belongs to one machine.

use std::collections::BTreeMap;

use super::{files, name, read};

#[test]
fn no_file_is_called_after_nothing() {
    let empty = ["utils", "helpers", "common", "misc", "types", "service", "manager"];
    for path in files("src", "rs") {
        for part in name(&path).trim_end_matches(".rs").split('/') {
            assert!(!empty.contains(&part), "{}", name(&path));
        }
    }
}

#[test]
fn nothing_is_committed_that_belongs_to_one_machine() {
    let words = [["/wo", "rk/"].concat(), ["/tmp", "/"].concat(), ["/ro", "ot/"].concat()];
    let mut places = BTreeMap::new();
    for (folder, ending) in
        [("src", "rs"), ("tests", "rs"), ("templates", "html"), ("docs", "md"), ("examples", "rs")]
    {
        for path in files(folder, ending) {
            let text = read(&path);
            if words.iter().any(|word| text.contains(word.as_str())) {
                places.insert(name(&path), ());
            }
        }
    }
    assert!(places.is_empty(), "{places:?}");
}
