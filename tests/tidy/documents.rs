//! What a document or a comment names is there: files by their paths or the ends of them, decisions by their numbers.

use std::collections::BTreeSet;
use std::path::Path;

use crate::{files, name, read};

/// Folders with files that a document may name, and the endings it names them by.
const FOLDERS: [&str; 10] =
    ["src", "tests", "templates", "static", "migrations", "docs", "data", "examples", "benches", "contract"];
const ENDINGS: [&str; 7] = ["rs", "html", "md", "js", "css", "sql", "ftl"];
/// Documents beside the folders.
const AT_THE_DOOR: [&str; 3] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
/// Names that look like a file's and are none.
const NO_FILE: [&str; 1] = ["docs.rs"];

/// The files that a text names, `{a,b}.rs` as two.
fn named(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && !"_./{},-".contains(c));
    let words =
        words.map(|word| word.trim_matches(',').trim_end_matches('.')).filter(|word| !word.contains("//"));
    let is_file =
        |word: &&str| word.rsplit_once('.').is_some_and(|(stem, e)| !stem.is_empty() && ENDINGS.contains(&e));
    let words = words.map(|word| word.trim_start_matches("../"));
    words.filter(is_file).filter(|word| !NO_FILE.contains(word)).flat_map(spelled_out).collect()
}

fn spelled_out(word: &str) -> Vec<String> {
    let parts = word.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?)));
    let Some((head, (choices, tail))) = parts else { return vec![word.to_owned()] };
    choices.split(',').map(|choice| format!("{head}{choice}{tail}")).collect()
}

/// The decisions that a text names by their numbers.
fn decisions(text: &str) -> Vec<u32> {
    let after = text.match_indices("decision").map(|(at, word)| &text[at + word.len()..]);
    let number = |rest: &str| {
        let rest = rest.trim_start_matches(['s', ' ', '/']);
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok()
    };
    after.filter_map(number).collect()
}

/// What is named and is not there.
fn missing(text: &str, there: &BTreeSet<String>) -> Vec<String> {
    let is_there =
        |file: &str| there.contains(file) || there.iter().any(|name| name.ends_with(&format!("/{file}")));
    let files = named(text).into_iter().filter(|file| !is_there(file));
    let decided = |number: u32| there.iter().any(|name| name.contains(&format!("decisions/{number:04}-")));
    let decisions = decisions(text).into_iter().filter(|number| !decided(*number));
    files.chain(decisions.map(|number| format!("decision {number}"))).collect()
}

fn there() -> BTreeSet<String> {
    let all = FOLDERS.iter().flat_map(|folder| ENDINGS.iter().flat_map(move |ending| files(folder, ending)));
    all.map(|path| name(&path)).chain(AT_THE_DOOR.map(ToOwned::to_owned)).collect()
}

#[test]
fn what_documents_and_comments_name_is_there() {
    let (there, root) = (there(), Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut found = Vec::new();
    let mut look = |file: &str, text: &str| {
        found.extend(missing(text, &there).into_iter().map(|what| format!("{file} names {what}")));
    };
    for file in there.iter().filter(|file| file.ends_with(".md")) {
        look(file, &read(&root.join(file)));
    }
    for file in there.iter().filter(|file| file.starts_with("src/") && file.ends_with(".rs")) {
        let text = read(&root.join(file));
        let comments = text.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
        // Style sheets and scripts are named in comments as browsers ask for them.
        let comments = comments.filter(|line| !line.contains(".css") && !line.contains(".js"));
        look(file, &comments.collect::<Vec<_>>().join("\n"));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn what_is_not_there_is_found() {
    let there = ["src/post/users.rs", "docs/decisions/0004-where-post-is-silent.md"];
    let there: BTreeSet<String> = there.map(ToOwned::to_owned).into();
    let text = "`users.rs`, post/{users,tokens}.rs. See [it](decisions/0004-where-post-is-silent.md), decision 5, \
                https://example.ch/a/b.rs and docs/gone.md";
    assert_eq!(missing(text, &there), ["post/tokens.rs", "docs/gone.md", "decision 5"]);
}
