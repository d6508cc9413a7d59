//! The table of limits in the document is the one in the code.

use std::path::Path;

use pickpost_shop::limit;

use super::read;

/// The line that a document has of a limit, up to its words: name, how many at once, seconds until one more.
fn line((name, burst, every): (&str, u32, u32)) -> String {
    format!("| `{name}` | {burst} | {} s |", f64::from(every) / 1000.0)
}

/// Limits that do not stand in the document just once with their figures, and lines of limits that are none.
fn faults(document: &str, limits: &[(&str, u32, u32)]) -> Vec<String> {
    let rows: Vec<&str> = document.lines().filter(|line| line.starts_with("| `")).collect();
    let lines: Vec<String> = limits.iter().map(|limit| line(*limit)).collect();
    let wanted =
        lines.iter().filter(|line| rows.iter().filter(|row| row.starts_with(line.as_str())).count() != 1);
    let others = rows.iter().filter(|row| !lines.iter().any(|line| row.starts_with(line.as_str())));
    let wanted = wanted.map(|line| format!("not once: {line}"));
    wanted.chain(others.map(|row| format!("no limit: {row}"))).collect()
}

#[test]
fn the_document_has_every_limit_with_its_figures() {
    let document = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/limits.md")));
    let limits: Vec<_> = limit::all().iter().map(|rule| (rule.name, rule.burst, rule.every)).collect();
    assert_eq!(faults(&document, &limits), [""; 0]);
}

#[test]
fn a_limit_that_the_document_lacks_or_tells_wrongly_is_found() {
    let limits = [("search", 60, 100), ("order", 5, 60_000), ("basket", 10, 1000), ("note", 2, 500)];
    let document = "| limit | at once | one more |\n| `search` | 60 | 0.1 s | map |\n| `order` | 6 | 60 s | orders |\n\
                    | `note` | 2 | 0.5 s | a |\n| `note` | 2 | 0.5 s | b |\n| `gone` | 1 | 1 s | |";
    assert_eq!(
        faults(document, &limits),
        [
            "not once: | `order` | 5 | 60 s |",
            "not once: | `basket` | 10 | 1 s |",
            "not once: | `note` | 2 | 0.5 s |",
            "no limit: | `order` | 6 | 60 s | orders |",
            "no limit: | `gone` | 1 | 1 s | |",
        ]
    );
}
