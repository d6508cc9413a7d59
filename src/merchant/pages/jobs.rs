//! What went wrong beside the requests: jobs that are tried again, and dead ones, which wait for a word.

use std::collections::HashMap;

use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::jobs::store::{self, Failed};
use crate::merchant::clerk::Clerk;
use crate::orders::{self, OrderNumber};
use crate::web::{Answer, Error, Form, Page, page, see_other};

struct Row {
    id: i64,
    what: String,
    since: String,
    tries: i32,
    why: String,
    /// The order that it is about.
    order: Option<String>,
    /// When it is tried again; `None` for a dead one.
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "merchant/jobs.html")]
struct JobsView {
    p: Page,
    email: String,
    waiting: i64,
    rows: Vec<Row>,
}

/// Shows what went wrong.
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk) -> Answer {
    let failed = store::failed(clerk.pool()).await?;
    let waiting = orders::list::waiting(clerk.pool()).await?;
    let about: Vec<Uuid> = failed.iter().filter_map(|failed| failed.order).collect();
    let numbers = orders::search::store::numbers_of(clerk.pool(), &about).await?;
    let numbers: HashMap<Uuid, i32> = numbers.into_iter().collect();
    let p = clerk.visit.page;
    let rows = failed.into_iter().map(|failed| row(&p, failed, &numbers)).collect();
    page(&JobsView { email: clerk.email, waiting, rows, p })
}

/// The form: `again` tries a dead job again, `give_up` lets it go.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct JobForm {
    again: Option<String>,
    give_up: Option<String>,
}

/// Tries a dead job again, or lets it go. Where somebody else has done so already, nothing happens.
///
/// # Errors
/// [`Error::NotFound`] for what is no number; [`Error::Unreadable`] for a form that asks for nothing.
pub async fn submit(clerk: Clerk, id: Path<String>, Form(form): Form<JobForm>) -> Answer {
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let ground = &clerk.visit.site.ground;
    match (form.again, form.give_up) {
        (Some(_), None) => {
            if store::revive(&ground.pool, id, ground.clock.now()).await? {
                tracing::info!(job = id, "a dead job is tried again");
                ground.bell.ring();
            }
        }
        (None, Some(_)) => {
            if store::give_up(&ground.pool, id).await? {
                tracing::info!(job = id, "a dead job is let go");
            }
        }
        _ => return Err(Error::Unreadable),
    }
    Ok(see_other("/merchant/jobs"))
}

fn row(p: &Page, failed: Failed, numbers: &HashMap<Uuid, i32>) -> Row {
    let order = failed.order.and_then(|order| numbers.get(&order));
    Row {
        order: order.map(|number| OrderNumber::new(*number).to_string()),
        id: failed.id,
        what: words(p, "job-", &failed.kind),
        since: dates::moment(p.lang, swiss(failed.enqueued_at)),
        tries: failed.attempts,
        why: words(p, "job-fault-", &failed.last_error),
        next: failed.dead_at.is_none().then(|| dates::moment(p.lang, swiss(failed.due_at))),
    }
}

/// A code in words. A newer version may know others, which stand here as they are.
fn words(p: &Page, beginning: &str, code: &str) -> String {
    let key = format!("{beginning}{}", code.replace('_', "-"));
    let words = p.t(&key);
    if words == key { code.to_owned() } else { words.into_owned() }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/jobs");
    let row = |id, kind, fault, next: Option<&str>| Row {
        id,
        what: words(&p, "job-", kind),
        since: "24 November, 14:05".into(),
        tries: 4,
        why: words(&p, "job-fault-", fault),
        order: (kind == "send_shipment").then(|| "M-10042".into()),
        next: next.map(Into::into),
    };
    let view = |rows| JobsView { p: p.clone(), email: "anna@example.ch".into(), waiting: 1, rows };
    let rows = vec![
        row(1, "refresh_points", "carrier", None),
        row(2, "sweep_baskets", "database", None),
        row(4, "send_shipment", "refused", None),
        row(3, "sweep_sessions", "panic", Some("24 November, 14:25")),
    ];
    [("merchant-jobs", view(rows)), ("merchant-jobs-none", view(Vec::new()))]
        .map(|(name, view)| (name, view.render().unwrap_or_default()))
        .into()
}
