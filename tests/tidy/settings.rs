//! Every setting that the code reads stands in `.env.example`.

use std::collections::BTreeSet;
use std::path::Path;

use super::{code, files, name, read};

/// What the name of a setting begins with.
const PREFIXES: [&str; 8] =
    ["SHOP_", "POST_", "SANDBOX_", "MERCHANT_", "MAP_", "MAIL_", "DATABASE_", "METRICS_"];

fn is_name(text: &str) -> bool {
    PREFIXES.iter().any(|prefix| text.starts_with(prefix))
        && text.chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

/// The settings that code reads: names stand alone in quotes where they are read; sentences only mention them.
fn read_by(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2).filter(|text| is_name(text))
}

/// The settings that an example file sets, or shows behind a `#`.
fn described(example: &str) -> BTreeSet<String> {
    let lines = example.lines().filter_map(|line| line.trim_start_matches('#').split_once('='));
    lines.map(|(name, _)| name).filter(|name| is_name(name)).map(ToOwned::to_owned).collect()
}

#[test]
fn every_setting_stands_in_the_example_file_and_no_other_does() {
    let mut wanted = BTreeSet::new();
    for path in files("src", "rs").into_iter().filter(|path| name(path).starts_with("src/config")) {
        wanted.extend(read_by(&code(&path)).map(ToOwned::to_owned));
    }
    let example = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.env.example")));
    assert_eq!(wanted, described(&example));
}

#[test]
fn a_setting_that_is_read_or_described_alone_is_found() {
    let code = "let bind = get(\"SHOP_BIND\")?;\nreturn Err(\"SHOP_BIND is no address\");\nget(\"POST_KEY\"); get(\"HOME\");";
    let example = "# Where the shop listens.\nSHOP_BIND=127.0.0.1:8080\n#MAIL_URL=smtp://example.ch\n# POST_KEY is a secret\n";
    let wanted: BTreeSet<String> = read_by(code).map(ToOwned::to_owned).collect();
    let described = described(example);
    assert_eq!(wanted.difference(&described).collect::<Vec<_>>(), ["POST_KEY"]);
    assert_eq!(described.difference(&wanted).collect::<Vec<_>>(), ["MAIL_URL"]);
}
