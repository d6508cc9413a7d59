//! The journey of an address to a pick-up point: typed, chosen, sent, answered, printed. It tells what is stored, and nothing
//! else; what is sent is made anew of the order, as the client makes it, and masked.

use chrono::{DateTime, Utc};

use crate::carrier::UserRequest;
use crate::clock::swiss;
use crate::i18n::dates;
use crate::label::Layout;
use crate::merchant::waits::outcome;
use crate::orders::Order;
use crate::post::users::masked;
use crate::shipping::PickUp;
use crate::shipping::call::{Call, Outcome};
use crate::shipping::recipient::{name2, recipient};
use crate::web::Page;

/// So many questions are told one by one: the first, and the newest.
const TOLD: usize = 4;

/// One station of the journey.
pub struct Station {
    /// Its name.
    pub title: String,
    /// When, where that is stored.
    pub when: String,
    /// Address lines.
    pub lines: Vec<String>,
    /// What more there is to say.
    pub notes: Vec<String>,
    /// The questions to Post.
    pub questions: Vec<Question>,
    /// What is sent to Post, masked.
    pub request: Option<String>,
    /// The parcel at the simulator, where Post is one.
    pub parcel: Option<String>,
    /// Whether it has been reached.
    pub reached: bool,
}

/// One question to Post.
pub struct Question {
    /// When, what came of it, how long it took.
    pub words: String,
    /// Its trace.
    pub trace: Option<String>,
    /// The same at the simulator, where Post is one.
    pub console: Option<String>,
}

impl Station {
    /// For samples: what was sent, and what came of it.
    #[must_use]
    pub fn samples(p: &Page, reached: bool) -> Vec<Self> {
        let trace = Some("4bf92f3577b34da6a3ce929d0e0e4736".to_owned());
        let console = trace.as_ref().map(|trace| format!("http://127.0.0.1:8081/console/traces/{trace}"));
        let words = "24 November, 14:05:40".to_owned();
        let sent = Self {
            title: p.t("journey-sent").into_owned(),
            when: words.clone(),
            lines: vec!["Hans Muster".into()],
            notes: vec![p.n("journey-questions", 7_u32)],
            questions: vec![Question { words, trace, console }],
            request: Some("{}".into()),
            parcel: None,
            reached: true,
        };
        let (title, notes) =
            (p.t("journey-printed").into_owned(), vec![p.t("journey-no-label").into_owned()]);
        let printed = Self {
            title,
            when: String::new(),
            lines: Vec::new(),
            notes,
            questions: Vec::new(),
            request: None,
            parcel: reached.then(|| "http://127.0.0.1:8081/console/parcels".into()),
            reached,
        };
        vec![sent, printed]
    }
}

/// The stations of an order to a pick-up point; none for others. `console` is the simulator's, where Post is one.
#[must_use]
pub fn stations(p: &Page, order: &Order, mut calls: Vec<Call>, console: Option<&str>) -> Vec<Station> {
    let Some(pickup) = order.delivery.pickup() else { return Vec::new() };
    calls.sort_by_key(|call| call.at);
    let station = |key: &str| Station {
        title: p.t(key).into_owned(),
        when: String::new(),
        lines: Vec::new(),
        notes: Vec::new(),
        questions: Vec::new(),
        request: None,
        parcel: None,
        reached: true,
    };
    let home = &pickup.collector.home;
    let mut lines = vec![pickup.collector.person.full_name()];
    lines.extend(home.lines().into_iter().filter(|line| *line != lines[0]).collect::<Vec<_>>());
    let told = pickup.collector.notify.contact();
    let point = &pickup.point;
    vec![
        Station { lines: order.billing.lines(), ..station("journey-billing") },
        Station { lines, notes: vec![told], ..station("journey-home") },
        Station {
            lines: vec![
                point.name.to_string(),
                point.street_line(),
                format!("{} {}", point.postcode.as_str(), point.town),
            ],
            notes: vec![p.x("journey-data-of", dates::full(p.lang, point.data_as_of))],
            ..station("journey-chosen")
        },
        sent(p, (order, pickup), &calls, console, station("journey-sent")),
        answered(p, pickup, &calls, station("journey-answered")),
        printed(p, order, console, station("journey-printed")),
    ]
}

fn sent(
    p: &Page,
    (order, pickup): (&Order, &PickUp),
    calls: &[Call],
    console: Option<&str>,
    station: Station,
) -> Station {
    let request = UserRequest {
        person: pickup.collector.person.clone(),
        home: (*pickup.collector.home).clone(),
        lang: order.lang,
        notify: pickup.collector.notify.clone(),
        kind: pickup.point.kind,
    };
    let question = |call: &Call| {
        let came = outcome(p, Some(&call.outcome));
        let took = p.x("journey-took", call.milliseconds);
        let trace = call.trace.clone();
        Question {
            words: format!("{} · {came} · {took}", moment(p, call.at)),
            console: trace.as_ref().and_then(|trace| Some(format!("{}/traces/{trace}", console?))),
            trace,
        }
    };
    let newest = calls.len().saturating_sub(TOLD - 1).max(1);
    let questions = calls.iter().take(1).chain(calls.iter().skip(newest)).map(question).collect();
    Station {
        notes: if calls.len() > TOLD { vec![p.n("journey-questions", calls.len())] } else { Vec::new() },
        questions,
        request: Some(masked(&request)),
        reached: !calls.is_empty(),
        ..station
    }
}

fn answered(p: &Page, pickup: &PickUp, calls: &[Call], station: Station) -> Station {
    let at = calls.iter().find(|call| call.outcome == Outcome::Answered).map(|call| moment(p, call.at));
    let Some((_, verified)) = pickup.mandate.state.known() else {
        let erased = !pickup.mandate.state.is_open();
        let note = if erased { "journey-erased" } else { "journey-waits" };
        let notes = vec![p.t(note).into_owned()];
        return Station { notes, when: at.unwrap_or_default(), reached: erased, ..station };
    };
    Station {
        when: at.unwrap_or_default(),
        lines: vec![name2(pickup)],
        notes: vec![p.x("merchant-verified", verified.printed())],
        ..station
    }
}

fn printed(p: &Page, order: &Order, console: Option<&str>, station: Station) -> Station {
    match order.parcels.first() {
        Some(parcel) if order.delivery.may_be_labelled() => Station {
            when: moment(p, parcel.announced_at),
            lines: recipient(&order.delivery).block(Layout::A6).texts(),
            notes: vec![parcel.ident_code.grouped()],
            parcel: console.map(|console| format!("{console}/parcels#p{}", parcel.ident_code)),
            ..station
        },
        _ => Station { notes: vec![p.t("journey-no-label").into_owned()], reached: false, ..station },
    }
}

fn moment(p: &Page, at: DateTime<Utc>) -> String {
    let at = swiss(at);
    format!("{}, {}", dates::day_month(p.lang, at.date()), dates::time_with_seconds(at))
}
