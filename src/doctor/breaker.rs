//! The breakers live in the process of an open shop: its measures say how they stand, where this machine may read them.

use crate::config::Settings;
use crate::doctor::beside;
use crate::doctor::finding::Finding;

/// Looks.
pub async fn look(settings: &Settings) -> Finding {
    let what = "breakers";
    let here = settings.bind.ip().is_loopback() && settings.public_url.is_none();
    let Some(at) = settings.metrics_bind.or(here.then_some(settings.bind)) else {
        return Finding::ok(what, "not looked at: the shop's measures need METRICS_BIND to be read");
    };
    let Some(measures) = beside::page(at, "/metrics").await else {
        return Finding::ok(what, "no shop is open here; a shop that starts asks Post at once");
    };
    let open: Vec<&str> = measures.lines().filter_map(is_open).collect();
    if open.is_empty() {
        return Finding::ok(what, "the shop that is open here asks Post");
    }
    let open = open.join(", ");
    Finding::warning(
        what,
        format!(
            "the shop that is open here leaves Post in peace for ten seconds ({open}): Post fails; orders are taken to confirm"
        ),
    )
}

/// The partner of a line that says that its breaker is open.
fn is_open(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("post_breaker_state{partner=\"")?;
    rest.strip_suffix("\",state=\"open\"} 1")
}
