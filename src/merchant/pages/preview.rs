//! The label under a magnifying glass: true size or twice, with rulers in millimetres and a word about every zone; printed, it is
//! exactly one label.

use std::fmt::Write;

use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::config::Sender;
use crate::i18n::Lang;
use crate::label::block::LINE;
use crate::label::{Block, Layout, Orientation, Scene};
use crate::merchant::clerk::Clerk;
use crate::merchant::label_remarks::remarks;
use crate::merchant::pages::label::LabelQuery;
use crate::merchant::switches::{Switch, Switches};
use crate::orders::list;
use crate::paper::measure::width;
use crate::shipping::recipient::recipient;
use crate::web::{Answer, Error, Page, Query, page};

/// What is asked beside the format: `size=large` shows everything twice as large.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SizeQuery {
    size: String,
}

/// A zone on the picture and in the list.
struct Spot {
    code: &'static str,
    name: String,
    words: String,
    place: String,
    area: [String; 4],
    /// What is shown below the picture while the zone has the mouse or the focus.
    tip: Vec<(String, String)>,
}

/// A mark on a ruler, with its number each ten millimetres.
struct Mark {
    at: u16,
    number: Option<u16>,
}

struct LineRow {
    text: String,
    count: Option<String>,
}

#[derive(Template)]
#[template(path = "merchant/preview.html")]
struct PreviewView {
    p: Page,
    email: String,
    waiting: i64,
    number: String,
    switches: Vec<Switches>,
    /// The address of the picture's formats, without its beginning.
    query: String,
    /// How a printed page calls the sheet: `a6-landscape`.
    sheet: String,
    size: (f32, f32),
    /// How large the picture with its rulers is shown, in millimetres, and what it shows.
    shown: (f32, f32),
    view_box: String,
    across: Vec<Mark>,
    down: Vec<Mark>,
    spots: Vec<Spot>,
    lines: Vec<LineRow>,
    remarks: Vec<String>,
    alt: String,
}

/// Room for a ruler, and for the words below the picture.
const RULER: f32 = 8.0;
const WORDS: f32 = 17.0;
/// The type of these words.
const TYPE: f32 = 2.9;

/// Shows the label.
///
/// # Errors
/// [`Error::NotFound`] for an unknown order or parcel; [`Error::Conflict`] where there is no label (yet);
/// [`Error::Unreadable`] for a format that there is not.
pub async fn show(
    clerk: Clerk,
    sender: Data<Sender>,
    number: Path<String>,
    Query(query): Query<LabelQuery>,
    Query(size): Query<SizeQuery>,
) -> Answer {
    let order = clerk.order(&number).await?;
    let scene = query.scene(&order, &sender)?;
    let waiting = list::waiting(clerk.pool()).await?;
    let block = recipient(&order.delivery).block(scene.layout);
    let asked = Asked {
        number: order.number.to_string(),
        parcel: (query.parcel()?, order.parcels.len()),
        large: match size.size.as_str() {
            "" | "true" => false,
            "large" => true,
            _ => return Err(Error::Unreadable),
        },
    };
    page(&view(clerk.visit.page, (clerk.email, waiting), &asked, &scene, &block))
}

/// What is looked at.
struct Asked {
    number: String,
    /// Which parcel of how many.
    parcel: (usize, usize),
    large: bool,
}

fn view(
    p: Page,
    (email, waiting): (String, i64),
    asked: &Asked,
    scene: &Scene,
    block: &Block,
) -> PreviewView {
    let (width, height) = scene.size();
    let times = if asked.large { 2.0 } else { 1.0 };
    let whole = (width + RULER, height + RULER + WORDS);
    let (layout, orientation) = (scene.layout.code(), scene.orientation.code());
    PreviewView {
        email,
        waiting,
        switches: switches(&p, asked, scene),
        query: format!("layout={layout}&orientation={orientation}&parcel={}", asked.parcel.0),
        sheet: format!("{}-{orientation}", layout.to_lowercase()),
        size: (width, height),
        shown: (whole.0 * times, whole.1 * times),
        view_box: format!("-{RULER} -{RULER} {} {}", whole.0, whole.1),
        across: marks(width),
        down: marks(height),
        spots: scene.zones.iter().map(|zone| spot(&p, scene, zone)).collect(),
        lines: block
            .lines
            .iter()
            .map(|line| LineRow { text: line.text.clone(), count: counted(&p, line.count()) })
            .collect(),
        remarks: remarks(&p, block),
        alt: p.x("merchant-label-alt", block.texts().join(", ")),
        number: asked.number.clone(),
        p,
    }
}

/// `34 of 35 characters`, where it gets tight.
fn counted(p: &Page, count: Option<usize>) -> Option<String> {
    count.map(|count| p.xy("label-count", count, LINE))
}

fn switches(p: &Page, asked: &Asked, scene: &Scene) -> Vec<Switches> {
    let (number, of) = asked.parcel;
    let href = |layout: Layout, orientation: Orientation, parcel: usize, large: bool| {
        let base = format!(
            "/merchant/orders/{}/label?layout={}&orientation={}&parcel={parcel}",
            asked.number,
            layout.code(),
            orientation.code()
        );
        if large { base + "&size=large" } else { base }
    };
    let layouts = Layout::ALL.map(|layout| Switch {
        words: layout.code().to_owned(),
        href: href(layout, scene.orientation, number, asked.large),
        current: layout == scene.layout,
    });
    let both = [(Orientation::Landscape, "preview-landscape"), (Orientation::Portrait, "preview-portrait")];
    let orientations = both.map(|(orientation, key)| Switch {
        words: p.t(key).into_owned(),
        href: href(scene.layout, orientation, number, asked.large),
        current: orientation == scene.orientation,
    });
    let sizes = [(false, "preview-true"), (true, "preview-large")].map(|(large, key)| Switch {
        words: p.t(key).into_owned(),
        href: href(scene.layout, scene.orientation, number, large),
        current: large == asked.large,
    });
    let parcels = (1..=of).map(|parcel| Switch {
        words: format!("{parcel} / {of}"),
        href: href(scene.layout, scene.orientation, parcel, asked.large),
        current: parcel == number,
    });
    let group = |key: &str, all| Switches { title: p.t(key).into_owned(), all };
    let mut groups = vec![
        group("preview-layout", layouts.into()),
        group("preview-orientation", orientations.into()),
        group("preview-size", sizes.into()),
    ];
    if of > 1 {
        groups.push(group("preview-parcel", parcels.collect()));
    }
    groups
}

fn marks(length: f32) -> Vec<Mark> {
    let mark = |at: u16| Mark { at, number: at.is_multiple_of(10).then_some(at) };
    (0..=210_u16).take_while(|at| f32::from(*at) <= length).map(mark).collect()
}

fn spot(p: &Page, scene: &Scene, zone: &crate::label::scene::Zone) -> Spot {
    let area = scene.placed(zone.area);
    let code = zone.kind.code();
    let name = p.t(&format!("zone-{code}")).into_owned();
    let words = p.t(&format!("zone-words-{code}")).into_owned();
    let [x, y, wide, high] = [area.x, area.y, area.width, area.height].map(|mm| format!("{mm:.1}"));
    let place = format!("{} · {}", p.xy("preview-place", &x, &y), p.xy("preview-measure", &wide, &high));
    let (sheet, height) = scene.size();
    let said = wrapped(&format!("{name}: {words}"), sheet / TYPE);
    let tip = said.into_iter().scan(height + 1.0, |baseline, line| {
        *baseline += TYPE * 1.3;
        Some((format!("{baseline:.2}"), line))
    });
    Spot { code, tip: tip.collect(), name, words, place, area: [x, y, wide, high] }
}

/// A sentence in lines of at most so many em.
fn wrapped(text: &str, most: f32) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let Some(last) = lines.last_mut() else { break };
        let mut longer = last.clone();
        let _ = write!(longer, "{}{word}", if last.is_empty() { "" } else { " " });
        if last.is_empty() || width(&longer, false) <= most {
            *last = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042/label");
    let label = crate::orders::label::sample();
    let view = |layout, orientation, large, parcels| {
        let asked = Asked { number: "M-10042".into(), parcel: (1, parcels), large };
        let scene = label.scene(layout, orientation);
        view(p.clone(), ("anna@example.ch".into(), 1), &asked, &scene, &label.recipient.block(layout))
    };
    let samples = [
        ("merchant-label", view(Layout::A6, Orientation::Landscape, false, 1)),
        ("merchant-label-small", view(Layout::A7, Orientation::Portrait, true, 3)),
    ];
    samples.map(|(name, view)| (name, view.render().unwrap_or_default())).into()
}
