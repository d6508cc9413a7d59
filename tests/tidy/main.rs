//! The house keeps its own order: layout, arrows, words, sizes, texts, contrast. Reads files, runs nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

mod colours;
mod limits;
mod texts;

/// All files below a folder with an ending.
pub fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|known| known == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A path below the project.
pub fn name(path: &Path) -> String {
    path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside").display().to_string()
}

/// A file's text.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The modules of `lib.rs` in reading order.
fn modules() -> Vec<String> {
    let lib = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs"));
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(ToOwned::to_owned)
        .collect()
}

/// A file's code without its tests.
fn code(path: &Path) -> String {
    read(path).split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let order = modules();
    // The simulator and the client share nothing, not even where the order would allow it; a search for points knows no
    // basket and no page.
    let never = [
        ("sandbox", "post"),
        ("sandbox", "carrier"),
        ("label", "post"),
        ("web", "catalogue"),
        ("pickup", "basket"),
        ("pickup", "web"),
    ];
    for path in files("src", "rs") {
        let file = name(&path);
        let own = file.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default().to_owned();
        let Some(rank) = order.iter().position(|module| *module == own) else { continue };
        for used in used_modules(&code(&path)) {
            let Some(other) = order.iter().position(|module| *module == used) else { continue };
            assert!(other <= rank, "{file} uses {used}, which stands below it in lib.rs");
            assert!(!never.contains(&(&*own, &*used)), "{file} must never use {used}");
        }
    }
}

fn used_modules(code: &str) -> BTreeSet<String> {
    let code: String =
        code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut used = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        if let Some(group) = part.strip_prefix('{') {
            let group = group.split('}').next().unwrap_or_default();
            used.extend(
                group.split(',').map(|item| item.trim().split("::").next().unwrap_or_default().to_owned()),
            );
        } else {
            used.insert(part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    used
}

#[test]
fn every_library_stays_in_its_room() {
    for path in files("src", "rs") {
        let (file, code) = (name(&path), code(&path));
        let is = |parts: &[&str]| parts.iter().any(|part| file.contains(part));
        if code.contains("sqlx::query") {
            assert!(is(&["/store.rs", "src/db/"]), "{file}: SQL belongs into a store.rs");
        }
        if code.contains("reqwest::") {
            assert!(is(&["src/post/"]), "{file}: only post speaks HTTP to the outside");
        }
        if code.contains("use askama") {
            assert!(is(&["/pages/", "src/web/", "src/sandbox/"]), "{file}: askama belongs to pages");
        }
        if code.contains("actix_web::") {
            assert!(
                is(&[
                    "/pages/",
                    "src/web/",
                    "/mod.rs",
                    "src/app/",
                    "src/main.rs",
                    "src/cli.rs",
                    "src/sandbox/"
                ]) || ["src/checkout/arrival.rs", "src/merchant/clerk.rs"].contains(&&*file),
                "{file}: actix belongs to pages and web"
            );
        }
    }
}

#[test]
fn files_open_with_a_sentence_and_stay_small() {
    let mut lengths = Vec::new();
    for path in files("src", "rs") {
        let (file, text) = (name(&path), read(&path));
        assert!(text.starts_with("//! "), "{file} does not say what it is");
        let head = text.lines().take_while(|line| line.starts_with("//!")).count();
        assert!(head <= 4, "{file}: a head of {head} lines");
        let lines = text.lines().count();
        assert!(lines <= 400, "{file} has {lines} lines");
        lengths.push(lines);
        check_functions(&file, &text);
    }
    lengths.sort_unstable();
    assert!(lengths[lengths.len() / 2] < 100, "the median file has {} lines", lengths[lengths.len() / 2]);
    for path in files("templates", "html") {
        assert!(read(&path).lines().count() < 150, "{} is too long", name(&path));
    }
    for path in files("static/css", "css") {
        assert!(read(&path).lines().count() < 200, "{} is too long", name(&path));
    }
}

/// A function ends at the line that closes it at its own indentation.
fn check_functions(file: &str, text: &str) {
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let starts =
            ["fn ", "pub fn ", "async fn ", "pub async fn ", "pub(super) async fn ", "pub(crate) fn "];
        if !starts.iter().any(|start| code.starts_with(start)) || code.ends_with(';') || code.ends_with('}') {
            continue;
        }
        let close = format!("{}}}", &line[..line.len() - code.len()]);
        let length = lines[at..].iter().position(|end| **end == close).unwrap_or(0);
        assert!(length <= 60, "{file}: {} has {length} lines", code.split('(').next().unwrap_or_default());
    }
}

#[test]
fn one_page_is_one_file_with_one_template() {
    for path in files("src", "rs") {
        let (file, text) = (name(&path), read(&path));
        let Some(template) =
            text.split("#[template(path = \"").nth(1).and_then(|rest| rest.split('"').next())
        else {
            continue;
        };
        assert!(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(template).exists(),
            "{file}: {template}"
        );
        if file.contains("/pages/") {
            let page = file.trim_start_matches("src/").replace("/pages/", "/").replace(".rs", ".html");
            assert_eq!(page, template, "{file} shows another page's template");
            assert!(text.contains("pub async fn show") && text.contains("pub fn samples"), "{file}");
        }
    }
}

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

#[test]
fn every_setting_stands_in_the_example_file_and_no_other_does() {
    let is_name = |text: &&str| {
        let prefixes = ["SHOP_", "POST_", "SANDBOX_", "MERCHANT_", "MAP_", "MAIL_", "DATABASE_", "METRICS_"];
        prefixes.iter().any(|prefix| text.starts_with(prefix))
            && text.chars().all(|c| c.is_ascii_uppercase() || c == '_')
    };
    let mut read_by_code = BTreeSet::new();
    for path in files("src", "rs").into_iter().filter(|path| name(path).starts_with("src/config")) {
        let code = code(&path);
        // Names stand alone in quotes where they are read; sentences only mention them.
        read_by_code.extend(code.split('"').skip(1).step_by(2).filter(is_name).map(ToOwned::to_owned));
    }
    let example = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.env.example")));
    let described = example.lines().filter_map(|line| line.trim_start_matches('#').split_once('='));
    let described: BTreeSet<String> =
        described.map(|(name, _)| name).filter(is_name).map(ToOwned::to_owned).collect();
    assert_eq!(read_by_code, described);
}
