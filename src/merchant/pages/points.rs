//! The pick-up points: how many there are, how old they are, and what came of the last refreshes.

use actix_web::web::Data;
use askama::Template;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::merchant::clerk::Clerk;
use crate::orders;
use crate::pickup::feed::store::{self, Refresh};
use crate::pickup::{Kind, Points};
use crate::web::{Answer, Page, page};

struct Row {
    at: String,
    source: String,
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
        age: moment(p.lang, swiss(index.age().data_at)),
        troubled: index.age().troubled,
        synthetic: index.age().synthetic,
        rows: refreshes.into_iter().map(|refresh| row(p.lang, refresh)).collect(),
        p,
    })
}

fn row(lang: Lang, refresh: Refresh) -> Row {
    let changes = [("+", refresh.appeared), ("~", refresh.changed), ("−", refresh.vanished)];
    let changes = changes.into_iter().filter(|(_, n)| *n > 0).map(|(sign, n)| format!("{sign}{n}"));
    let outcome =
        refresh.reason.map_or_else(|| refresh.outcome.clone(), |why| format!("{}: {why}", refresh.outcome));
    Row {
        at: moment(lang, swiss(refresh.at)),
        source: refresh.source,
        trouble: refresh.outcome != "taken",
        outcome,
        points: refresh.points,
        changes: changes.collect::<Vec<_>>().join(" "),
    }
}

fn moment(lang: Lang, at: chrono::NaiveDateTime) -> String {
    format!("{}, {}", dates::day_month(lang, at.date()), dates::time(at))
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let row = |outcome: &str| Row {
        at: "24 November, 14:05".into(),
        source: "service".into(),
        outcome: outcome.into(),
        trouble: outcome != "taken",
        points: 2700,
        changes: "+3 ~12 −1".into(),
    };
    let view = PointsView {
        p: Page::plain(Lang::En, "/merchant/points"),
        email: "anna@example.ch".into(),
        waiting: 1,
        counters: 2440,
        terminals: 260,
        age: "24 November, 14:05".into(),
        troubled: true,
        synthetic: true,
        rows: vec![row("refused: 338 of 2700 points would vanish"), row("taken")],
    };
    vec![("merchant-points", view.render().unwrap_or_default())]
}
