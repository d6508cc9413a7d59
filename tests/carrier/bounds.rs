//! The table of the document is the one that the client keeps to.

use pickpost_shop::post::operation;

const DOCUMENT: &str = include_str!("../../docs/bounds.md");

#[test]
fn the_document_has_every_request_to_post_with_its_bounds() {
    let section =
        DOCUMENT.split("\n## ").find(|section| section.starts_with("What Post may cost")).expect("it");
    let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(rows.len(), operation::ALL.len());
    for operation in operation::ALL {
        let kib = operation.largest / 1024;
        let size = if kib < 1024 { format!("{kib} KiB") } else { format!("{} MiB", kib / 1024) };
        let again = match operation.repeats {
            0 => "never",
            1 => "once",
            _ => "other",
        };
        let row = format!("| `{}` | {} s | {size} | {again} |", operation.name, operation.time.as_secs_f64());
        assert_eq!(rows.iter().filter(|line| line.starts_with(&row)).count(), 1, "{row}");
    }
    assert!(section.contains(&format!("{} s to connect", operation::CONNECT.as_secs_f64())));
}
