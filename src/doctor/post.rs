//! Post: a token for each scope, the clock, whether the APIs answer, the points. Nothing that enrols anybody or announces
//! anything is asked.

use chrono::TimeDelta;

use crate::carrier::{CarrierError, Kind};
use crate::clock::Clock;
use crate::config::Settings;
use crate::doctor::beside;
use crate::doctor::finding::Finding;
use crate::ids::Random;
use crate::post::Carrier;
use crate::post::examine::{Examiner, Refusal};

/// A clock that is further off than so many seconds lets tokens die unseen.
const SKEW: i64 = 60;

/// Looks.
pub async fn look(settings: &Settings, clock: &Clock) -> Vec<Finding> {
    if settings.with_sandbox && !beside::listens(settings.sandbox_bind).await {
        return vec![Finding::ok(
            "Post",
            "the simulator plays it and starts with the shop; nothing to ask until then",
        )];
    }
    let examiner = match Examiner::new(&settings.post, clock.clone()) {
        Ok(examiner) => examiner,
        Err(error) => return vec![Finding::failed("Post", error.to_string())],
    };
    let dialect = examiner.dialect();
    let (mut findings, mut ahead) = (Vec::new(), None);
    for (what, setting, scope) in [
        ("token for User IDs", "POST_SCOPE_PICKPOST", &dialect.scope_pickpost),
        ("token for labels", "POST_SCOPE_BARCODE", &dialect.scope_barcode),
    ] {
        let (told, by) = examiner.token(scope).await;
        ahead = ahead.or(by);
        findings.push(token(what, setting, scope, told));
    }
    let tracking = dialect.tracking.as_ref().map(|(_, scope)| scope.clone());
    for (what, setting, scope) in [
        ("token for checking addresses", "POST_SCOPE_ADDRESS_VALIDATE", &dialect.scope_address_validate),
        (
            "token for completing addresses",
            "POST_SCOPE_ADDRESS_AUTOCOMPLETE",
            &dialect.scope_address_autocomplete,
        ),
        ("token for delivery days", "POST_SCOPE_DELIVERY", &dialect.scope_delivery),
        ("token for tracking", "POST_SCOPE_TRACKING", &tracking),
    ] {
        let Some(scope) = scope else {
            findings.push(Finding::ok(
                what,
                format!("not asked for: {setting} is off, or not known for this profile"),
            ));
            continue;
        };
        let (told, _) = examiner.token(scope).await;
        findings.push(helping(what, setting, scope, told));
    }
    findings.push(watch(ahead));
    findings.push(match examiner.answers().await {
        Ok(()) => Finding::ok("APIs", format!("{} answers", dialect.base)),
        Err(error) => Finding::failed(
            "APIs",
            format!("{}: {error}; look at POST_BASE_URL and the network", dialect.base),
        ),
    });
    findings.push(locations(settings, clock).await);
    findings
}

fn token(what: &'static str, setting: &str, scope: &str, told: Result<(), Refusal>) -> Finding {
    match told {
        Ok(()) => Finding::ok(what, format!("Post gives one for {scope}")),
        Err(Refusal::Credentials) => Finding::failed(
            what,
            "Post refuses POST_CLIENT_ID or POST_CLIENT_SECRET: check them against the portal, and that they belong to this profile",
        ),
        Err(Refusal::Scope) => Finding::failed(
            what,
            format!(
                "Post refuses the scope {scope}: check {setting} against the portal, and whether the subscription is approved"
            ),
        ),
        Err(Refusal::Other(error)) => {
            Finding::failed(what, format!("{error}; look at POST_TOKEN_URL and the network, or try again"))
        }
    }
}

/// What only helps costs no sale: it is left out.
fn helping(what: &'static str, setting: &str, scope: &str, told: Result<(), Refusal>) -> Finding {
    match told {
        Err(Refusal::Scope) => Finding::warning(
            what,
            format!(
                "Post refuses the scope {scope}: check {setting} against the portal, or set it to off; the shop does without"
            ),
        ),
        Err(error) => Finding::warning(what, format!("{error}; the shop does without")),
        Ok(()) => token(what, setting, scope, Ok(())),
    }
}

fn watch(ahead: Option<TimeDelta>) -> Finding {
    let what = "clock";
    match ahead.map(|by| by.num_seconds()) {
        None => Finding::warning(
            what,
            "Post has not said what time it is, so this machine's clock cannot be checked",
        ),
        Some(seconds) if seconds.abs() <= SKEW => Finding::ok(what, "it agrees with Post's, to the minute"),
        Some(seconds) => {
            let way = if seconds > 0 { "ahead of" } else { "behind" };
            let off = seconds.abs();
            Finding::failed(what, format!("{off} seconds {way} Post's: let it follow a time server"))
        }
    }
}

async fn locations(settings: &Settings, clock: &Clock) -> Finding {
    let what = "location service";
    let listing = async {
        let carrier = Carrier::new(&settings.post, clock.clone(), Random::system())?;
        carrier.locations().await
    };
    let listing: Result<_, CarrierError> = listing.await;
    match listing {
        Ok(listing) => {
            let of = |kind| listing.points.iter().filter(|point| point.kind == kind).count();
            let (counters, terminals) = (of(Kind::PickPost), of(Kind::MyPost24));
            let invented = if listing.synthetic { ", all invented" } else { "" };
            Finding::ok(
                what,
                format!("{counters} points of PickPost and {terminals} of My Post 24{invented}"),
            )
        }
        // The last good list serves on.
        Err(error) => Finding::warning(what, format!("{error}; the shop goes on with its last list")),
    }
}
