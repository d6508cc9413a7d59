//! Every setting that the code reads stands in `.env.example`.

use std::collections::BTreeSet;
use std::path::Path;

use super::{code, files, name, read};

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
