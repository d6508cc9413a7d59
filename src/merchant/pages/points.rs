//! The pick-up points: how many there are, how old they are, and what came of the last refreshes.

use actix_web::web::Data;
use askama::Template;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::merchant::clerk::Clerk;
use crate::orders;
use crate::pickup::feed::changes::{Source, Verdict};
use crate::pickup::feed::store::{self, Refresh};
use crate::pickup::{Kind, Points};
use crate::web::{Answer, Page, page};

struct Row {
    at: String,
    source: &'static str,
    outcome: String,
    trouble: bool,
    points: i32,
    changes: String,
}

#[derive(Template)]
#[template(path = "merchant/points.html")]
struct PointsView {
    p: Page,
    email: String,
    waiting: i64,
    counters: usize,
    terminals: usize,
    age: String,
    troubled: bool,
    synthetic: bool,
    rows: Vec<Row>,
}

/// Shows the state of the points.
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk, points: Data<Points>) -> Answer {
    let pool = clerk.pool();
    let refreshes = store::refreshes(pool).await?;
    let waiting = orders::list::waiting(pool).await?;
    let p = clerk.visit.page;
    let index = points.now();
    page(&PointsView {
        email: clerk.email,
        waiting,
        counters: index.count(Kind::PickPost),
        terminals: index.count(Kind::MyPost24),
        age: dates::moment(p.lang, swiss(index.age().data_at)),
        troubled: index.age().troubled,
        synthetic: index.age().synthetic,
        rows: refreshes.into_iter().map(|refresh| row(p.lang, refresh)).collect(),
        p,
    })
}

fn row(lang: Lang, refresh: Refresh) -> Row {
    let changes = [("+", refresh.appeared), ("~", refresh.changed), ("−", refresh.vanished)];
    let changes = changes.into_iter().filter(|(_, n)| *n > 0).map(|(sign, n)| format!("{sign}{n}"));
    let (verdict, reason) = (refresh.verdict, refresh.reason.map(|why| format!(": {why}")));
    Row {
        at: dates::moment(lang, swiss(refresh.at)),
        source: refresh.source.code(),
        trouble: verdict != Verdict::Taken,
        outcome: format!("{}{}", verdict.code(), reason.unwrap_or_default()),
        points: refresh.points,
        changes: changes.collect::<Vec<_>>().join(" "),
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(13, 5, 0));
    let refresh = |verdict: Verdict, reason: Option<&str>| Refresh {
        at: at.unwrap_or_default().and_utc(),
        source: Source::Service,
        verdict,
        reason: reason.map(ToOwned::to_owned),
        points: 2700,
        appeared: 3,
        changed: 12,
        vanished: 1,
    };
    let refused = refresh(Verdict::Refused, Some("338 of 2700 points would vanish"));
    let view = PointsView {
        p: Page::plain(Lang::En, "/merchant/points"),
        email: "anna@example.ch".into(),
        waiting: 1,
        counters: 2440,
        terminals: 260,
        age: "24 November, 14:05".into(),
        troubled: true,
        synthetic: true,
        rows: vec![row(Lang::En, refused), row(Lang::En, refresh(Verdict::Taken, None))],
    };
    vec![("merchant-points", view.render().unwrap_or_default())]
}
