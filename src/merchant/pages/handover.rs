//! The hand-over list, made to be printed: the parcels that left on a day, or that are packed to leave, with their numbers, how many
//! they are, what they weigh, and a line for each signature.

use std::collections::HashMap;

use askama::Template;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Zurich;
use serde::Deserialize;

use crate::i18n::{Lang, dates};
use crate::label::IdentCode;
use crate::merchant::clerk::Clerk;
use crate::orders::OrderNumber;
use crate::orders::handover::store::{self, Leaving, MOST};
use crate::orders::parcels::kilograms;
use crate::shipping::packed::store as packed_store;
use crate::web::{Answer, Error, Page, Query, page};

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct HandoverQuery {
    /// `2026-11-29`; today.
    day: Option<String>,
    /// Those that are packed and have not left yet.
    packed: Option<String>,
}

struct Line {
    order: String,
    part: String,
    ident: String,
    weight: String,
}

#[derive(Template)]
#[template(path = "merchant/handover.html")]
struct HandoverView {
    p: Page,
    /// The day in words.
    day: String,
    /// The days before and after, for links.
    before: String,
    after: String,
    packed: bool,
    lines: Vec<Line>,
    weight: String,
    orders: usize,
    /// Whether more left than stand here.
    is_cut: bool,
}

/// Shows the list.
///
/// # Errors
/// [`Error::Unreadable`] for a day that is none.
pub async fn show(clerk: Clerk, Query(query): Query<HandoverQuery>) -> Answer {
    let today = clerk.visit.swiss_now().date();
    let day = match query.day.as_deref().filter(|day| !day.is_empty()) {
        // A year of four digits: what is beyond has no moments.
        Some(day) if day.len() == 10 => {
            NaiveDate::parse_from_str(day, "%F").map_err(|_| Error::Unreadable)?
        }
        Some(_) => return Err(Error::Unreadable),
        None => today,
    };
    let packed = query.packed.is_some();
    let mut leaving = if packed {
        store::packed(clerk.pool(), clerk.visit.now()).await?
    } else {
        let until = day.checked_add_days(Days::new(1)).ok_or(Error::Unreadable)?;
        let span = midnight(day).zip(midnight(until)).ok_or(Error::Unreadable)?;
        store::handed_over(clerk.pool(), span).await?
    };
    let is_cut = leaving.len() > MOST;
    leaving.truncate(MOST);
    let orders: Vec<_> = leaving.iter().map(|order| (order.order, order.at)).collect();
    let parcels = packed_store::leaving(clerk.pool(), &orders).await?;
    page(&view(clerk.visit.page, (day, packed), (&leaving, parcels), is_cut))
}

/// The first moment of a Swiss day.
fn midnight(day: NaiveDate) -> Option<DateTime<Utc>> {
    Zurich.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest().map(|midnight| midnight.to_utc())
}

fn view(
    p: Page,
    (day, packed): (NaiveDate, bool),
    (leaving, parcels): (&[Leaving], Vec<packed_store::Leaving>),
    is_cut: bool,
) -> HandoverView {
    let mut of: HashMap<_, Vec<packed_store::Leaving>> = HashMap::new();
    for parcel in parcels {
        of.entry(parcel.order).or_default().push(parcel);
    }
    let mut lines = Vec::new();
    let mut grams = 0;
    for order in leaving {
        for parcel in of.remove(&order.order).unwrap_or_default() {
            // Of a parcel that an older version has announced the order says it: it went in one.
            let weight = parcel.weight_g.map_or(order.weight_g, i64::from);
            grams += weight;
            lines.push(line(order, &parcel, weight));
        }
    }
    HandoverView {
        day: dates::full(p.lang, day),
        before: beside(day.pred_opt()),
        after: beside(day.succ_opt()),
        packed,
        orders: leaving.len(),
        weight: kilograms(grams),
        lines,
        is_cut,
        p,
    }
}

fn line(order: &Leaving, parcel: &packed_store::Leaving, weight: i64) -> Line {
    Line {
        order: OrderNumber::new(order.number).to_string(),
        part: part(parcel),
        ident: grouped(parcel),
        weight: kilograms(weight),
    }
}

fn part(parcel: &packed_store::Leaving) -> String {
    if parcel.parcels > 1 { format!("{} / {}", parcel.sequence, parcel.parcels) } else { String::new() }
}

fn grouped(parcel: &packed_store::Leaving) -> String {
    IdentCode::parse(&parcel.ident_code).map(|code| code.grouped()).unwrap_or_default()
}

fn beside(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%F").to_string()).unwrap_or_default()
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/handover");
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
    let order = uuid::Uuid::nil();
    let leaving = [Leaving { order, number: 10042, weight_g: 18_200, at: DateTime::UNIX_EPOCH }];
    let parcel = |sequence: i16| packed_store::Leaving {
        order,
        ident_code: format!("99001234562000000{sequence}"),
        sequence,
        parcels: 2,
        weight_g: Some(9_100),
    };
    let full = view(p.clone(), (day, false), (&leaving, vec![parcel(1), parcel(2)]), false);
    let none = view(p, (day, true), (&[], Vec::new()), false);
    [("merchant-handover", full), ("merchant-handover-none", none)]
        .map(|(name, view)| (name, view.render().unwrap_or_default()))
        .into()
}
