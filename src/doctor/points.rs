//! The pick-up points: whether there are any, real where the shop sells for real, and how old they are.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;

use crate::config::{PostSettings, Profile};
use crate::db::reach::one_line;
use crate::doctor::finding::Finding;
use crate::pickup::feed::store;
use crate::pickup::search::Age;

/// From so many days on shoppers may stand before closed doors.
const OLD: TimeDelta = TimeDelta::days(14);
/// From so many missed refreshes on somebody should look why.
const MISSED: i32 = 4;

/// Looks at them.
pub async fn look(pool: &PgPool, settings: &PostSettings, now: DateTime<Utc>) -> Finding {
    match store::age(pool).await {
        Ok(Some(age)) => judge(&age, settings, now),
        Ok(None) if settings.profile == Profile::Sandbox => {
            Finding::ok("points", "none yet: the first start brings the simulator's")
        }
        Ok(None) => Finding::warning(
            "points",
            "none yet: the first start asks for them, or pickpost-shop points refresh",
        ),
        Err(error) => Finding::failed("points", one_line(&error)),
    }
}

fn judge(age: &Age, settings: &PostSettings, now: DateTime<Utc>) -> Finding {
    let what = "points";
    let days = (now - age.data_at).num_days();
    let old = format!("the data are of {}, {days} days ago", age.data_at.format("%Y-%m-%d"));
    let late = settings.locations_every.is_some_and(|every| now - age.data_at > every * MISSED);
    match age {
        Age { synthetic: true, .. } if settings.profile != Profile::Sandbox => {
            Finding::failed(what, "they are invented, and not shown: pickpost-shop points refresh")
        }
        Age { synthetic: true, troubled: false, .. } => Finding::ok(what, "invented, by the simulator"),
        _ if now - age.data_at > OLD => Finding::failed(
            what,
            format!("{old}: pickpost-shop points refresh, and see why the shop did not"),
        ),
        Age { troubled: true, .. } => Finding::warning(
            what,
            format!("the last refresh failed; {old}: see Points behind the counter for why"),
        ),
        _ if late => Finding::warning(
            what,
            format!("{old}, more than four refreshes: see Points behind the counter for why"),
        ),
        _ => Finding::ok(what, format!("the data are of {}", age.data_at.format("%Y-%m-%d"))),
    }
}
