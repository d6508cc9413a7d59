//! A request as the console shows it, and those that belong together.

use url::Url;

use crate::clock::swiss;
use crate::sandbox::console::{body, curl};
use crate::sandbox::contract::Remark;
use crate::sandbox::journal::Entry;

/// One request with its answer.
pub struct EntryView {
    /// `POST /pickpost/v1/users`.
    pub what: String,
    /// When it came.
    pub time: String,
    /// `200`, or that no answer got through.
    pub status: String,
    /// Whether it went well.
    pub good: bool,
    /// How long it took.
    pub milliseconds: u64,
    /// The fault it met.
    pub fault: Option<&'static str>,
    /// The request.
    pub request: String,
    /// The answer.
    pub response: String,
    /// What its fields are.
    pub remarks: Vec<Remark>,
    /// How many of them are wrong.
    pub wrong: usize,
    /// For a terminal.
    pub curl: String,
}

/// Requests of one trace, oldest first.
pub struct Group {
    /// Their trace.
    pub trace: Option<String>,
    /// When the last of them came.
    pub time: String,
    /// Below `/merchant`: where the shop shows the order that they were made for, once there is one.
    pub order: Option<String>,
    /// The requests.
    pub entries: Vec<EntryView>,
}

impl EntryView {
    /// Masked, or as it was.
    #[must_use]
    pub fn of(base: &Url, entry: &Entry, plain: bool) -> Self {
        let bodies = entry.plain.as_ref().filter(|_| plain);
        let (request, response) =
            bodies.map_or((&entry.request, &entry.response), |(request, response)| (request, response));
        Self {
            what: format!("{} {}", entry.method, entry.path),
            time: clock(entry),
            status: if entry.status == 0 { "no answer".into() } else { entry.status.to_string() },
            good: (200..300).contains(&entry.status),
            milliseconds: entry.milliseconds,
            fault: entry.fault,
            request: body::request(&entry.path, request),
            response: body::answer(response),
            wrong: entry.remarks.iter().filter(|remark| remark.wrong.is_some()).count(),
            remarks: entry.remarks.clone(),
            curl: curl::line(base, entry, request),
        }
    }
}

/// Puts requests of one trace together; the newest trace first, the requests of each in their order.
#[must_use]
pub fn groups(base: &Url, newest_first: &[Entry], plain: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for entry in newest_first {
        let view = EntryView::of(base, entry, plain);
        let known = groups.iter_mut().find(|group| group.trace.is_some() && group.trace == entry.trace_id);
        match known {
            Some(group) => {
                group.order = group.order.take().or_else(|| order(entry));
                group.entries.push(view);
            }
            None => {
                let (trace, order) = (entry.trace_id.clone(), order(entry));
                groups.push(Group { trace, time: clock(entry), order, entries: vec![view] });
            }
        }
    }
    for group in &mut groups {
        group.entries.reverse();
    }
    groups
}

/// The shop knows a User ID's question by its trace, and a label by its number.
fn order(entry: &Entry) -> Option<String> {
    match (&entry.ident_code, &entry.trace_id) {
        (Some(code), _) => Some(format!("parcels/{code}")),
        (None, Some(trace)) if entry.path == "/pickpost/v1/users" => Some(format!("traces/{trace}")),
        _ => None,
    }
}

fn clock(entry: &Entry) -> String {
    swiss(entry.time).format("%-d.%-m. %H:%M:%S").to_string()
}
