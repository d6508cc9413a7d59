//! The table of the document is the one that the client keeps to.

use pickpost_shop::post::{breaker, operation, partner};

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
        let often = |times| ["never", "once"].get(usize::from(times)).copied().unwrap_or("more often");
        let (renewed, again) = (often(operation.renewals), often(operation.repeats));
        let time = operation.time.as_secs_f64();
        let row = format!("| `{}` | {time} s | {size} | {renewed} | {again} |", operation.name);
        assert_eq!(rows.iter().filter(|line| line.starts_with(&row)).count(), 1, "{row}");
    }
    let flowing = section.replace('\n', " ");
    for bound in [
        format!("{} s to connect", operation::CONNECT.as_secs_f64()),
        format!("at most {} calls at once", partner::PLACES),
        format!("waits {} s for a place", partner::WAIT.as_secs_f64()),
        format!("{} failures in a row", breaker::FAILURES),
        format!("open it for {} s", breaker::OPEN.num_seconds()),
        format!("{} answers close it", breaker::SUCCESSES),
    ] {
        assert!(flowing.contains(&bound), "{bound}");
    }
}
