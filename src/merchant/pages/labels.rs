//! The labels of many orders before they are printed: what will stand in the one PDF and what will not, and why.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::i18n::Lang;
use crate::label::{Layout, Orientation};
use crate::merchant::clerk::Clerk;
use crate::merchant::pages::label::LabelQuery;
use crate::merchant::pile::{Drawing, Missing, Part, Pile, Unpiled, Why};
use crate::merchant::refusal::Refusal;
use crate::merchant::shipment::remark;
use crate::merchant::switches::{Switch, Switches};
use crate::orders::bulk::paper::Press;
use crate::orders::bulk::{Chosen, MOST, Unchosen, store};
use crate::orders::life::LifeState;
use crate::orders::list;
use crate::web::page::render;
use crate::web::{Answer, Error, Form, Page, Query, page, see_other};

/// What is asked, beside the format.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LabelsQuery {
    /// `10042.10043`.
    orders: String,
    /// `to_pack` or `packed`: all that stand there, instead of some.
    queue: Option<String>,
    /// `official` or `preview`; official.
    drawing: Option<String>,
    /// What the page has promised: the file has just these sheets, or there is none.
    pub sheets: Option<String>,
}

/// The form: what was chosen in a list. `all` stands for everything on the page, which is `shown`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ChosenForm {
    number: Vec<String>,
    all: Option<String>,
    shown: String,
}

struct Row {
    number: String,
    part: Option<String>,
    ident: String,
    printed: Option<String>,
}

/// A label that is not printed.
struct Gap {
    number: String,
    part: Option<String>,
    /// Why.
    why: String,
    /// What to do.
    way: String,
    /// Where.
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "merchant/labels.html")]
struct LabelsView {
    p: Page,
    email: String,
    waiting: i64,
    /// How many orders were chosen.
    chosen: usize,
    too_many: bool,
    switches: Vec<Switches>,
    official: bool,
    rows: Vec<Row>,
    again: usize,
    missing: Vec<Gap>,
    /// Where the file is.
    file: String,
}

/// What is asked, read.
pub struct Asked {
    /// Whose drawing.
    pub drawing: Drawing,
    /// The format of ours.
    pub format: (Layout, Orientation),
    /// Of which orders.
    pub chosen: Chosen,
}

/// Shows what would be printed.
///
/// # Errors
/// [`Error::Unreadable`] for what is no number, no queue or no format; [`Error::Busy`] while others print.
pub async fn show(
    clerk: Clerk,
    press: Data<Press>,
    Query(query): Query<LabelsQuery>,
    Query(format): Query<LabelQuery>,
) -> Answer {
    if let Some(queue) = &query.queue {
        let state = [LifeState::ToPack, LifeState::Packed].into_iter().find(|state| state.code() == queue);
        let oldest = store::oldest(clerk.pool(), state.ok_or(Error::Unreadable)?).await?;
        let chosen = Chosen::of(oldest).map_err(|_| Error::Unreadable)?;
        return Ok(see_other(&Asked { chosen, ..query.read_as(&format, Chosen::default())? }.page()));
    }
    let waiting = list::waiting(clerk.pool()).await?;
    let asked = match Chosen::parse(&query.orders) {
        Ok(chosen) => query.read_as(&format, chosen)?,
        Err(Unchosen::TooMany) => return too_many(clerk, waiting),
        Err(Unchosen::Unreadable) => return Err(Error::Unreadable),
    };
    let _place = press.place().await.ok_or(Error::Busy(2))?;
    let pile = Pile::of(clerk.pool(), &asked.chosen, asked.drawing).await?;
    page(&view(clerk.visit.page, (clerk.email, waiting), &asked, pile))
}

/// Takes what was chosen, and leads to the page above.
///
/// # Errors
/// [`Error::Unreadable`] for what is no number.
pub async fn submit(clerk: Clerk, Form(form): Form<ChosenForm>) -> Answer {
    match form.chosen() {
        Ok(chosen) => Ok(see_other(&Asked::usual(chosen).page())),
        Err(Unchosen::Unreadable) => Err(Error::Unreadable),
        Err(Unchosen::TooMany) => {
            let waiting = list::waiting(clerk.pool()).await?;
            too_many(clerk, waiting)
        }
    }
}

impl From<Unpiled> for Error {
    fn from(error: Unpiled) -> Self {
        match error {
            Unpiled::Database(error) => error.into(),
            Unpiled::Unprinted(error) => Self::internal(error),
        }
    }
}

impl LabelsQuery {
    /// What is asked, read.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for what is no number, no drawing and no format, and for too many.
    pub fn read(&self, format: &LabelQuery) -> Result<Asked, Error> {
        self.read_as(format, Chosen::parse(&self.orders).map_err(|_| Error::Unreadable)?)
    }

    fn read_as(&self, format: &LabelQuery, chosen: Chosen) -> Result<Asked, Error> {
        let drawing = match self.drawing.as_deref() {
            None | Some("official") => Drawing::Official,
            Some("preview") => Drawing::Preview,
            Some(_) => return Err(Error::Unreadable),
        };
        Ok(Asked { drawing, format: format.format()?, chosen })
    }
}

impl ChosenForm {
    fn chosen(&self) -> Result<Chosen, Unchosen> {
        if self.all.is_some() {
            return Chosen::parse(&self.shown);
        }
        Chosen::read(self.number.iter().map(String::as_str))
    }
}

impl Asked {
    fn usual(chosen: Chosen) -> Self {
        Self { drawing: Drawing::Official, format: (Layout::A6, Orientation::Landscape), chosen }
    }

    fn query(&self) -> String {
        let Self { drawing, format: (layout, orientation), chosen } = self;
        match drawing {
            Drawing::Official => format!("orders={chosen}"),
            Drawing::Preview => {
                let (layout, orientation) = (layout.code(), orientation.code());
                format!("orders={chosen}&drawing=preview&layout={layout}&orientation={orientation}")
            }
        }
    }

    /// The address of the page.
    #[must_use]
    pub fn page(&self) -> String {
        format!("/merchant/labels?{}", self.query())
    }

    fn as_drawn(&self, drawing: Drawing, format: (Layout, Orientation)) -> Self {
        Self { drawing, format, chosen: self.chosen.clone() }
    }
}

fn too_many(clerk: Clerk, waiting: i64) -> Answer {
    let asked = Asked::usual(Chosen::default());
    let view = view(clerk.visit.page, (clerk.email, waiting), &asked, Pile::default());
    render(StatusCode::UNPROCESSABLE_ENTITY, &LabelsView { too_many: true, ..view })
}

fn view(p: Page, (email, waiting): (String, i64), asked: &Asked, pile: Pile) -> LabelsView {
    LabelsView {
        email,
        waiting,
        chosen: asked.chosen.numbers().len(),
        too_many: false,
        switches: switches(&p, asked),
        official: asked.drawing == Drawing::Official,
        again: pile.again(),
        file: format!("/merchant/labels.pdf?{}&sheets={}", asked.query(), pile.promise()),
        rows: pile
            .sheets
            .into_iter()
            .map(|sheet| Row {
                number: sheet.number.to_string(),
                part: sheet.part.map(|part| named(&p, part)),
                ident: sheet.ident,
                printed: (sheet.prints > 0).then(|| p.n("print-times", sheet.prints)),
            })
            .collect(),
        missing: pile.missing.into_iter().map(|missing| gap(&p, missing)).collect(),
        p,
    }
}

/// `Parcel 1 of 2`.
fn named(p: &Page, (sequence, parcels): Part) -> String {
    p.xy("parcel-of", sequence, parcels)
}

fn gap(p: &Page, Missing { number, part, why }: Missing) -> Gap {
    let known = why != Why::Unknown;
    let (why, way) = words(p, why);
    let href = known.then(|| format!("/merchant/orders/{number}"));
    Gap { number: number.to_string(), part: part.map(|part| named(p, part)), why, way, href }
}

/// Why, and what to do.
fn words(p: &Page, why: Why) -> (String, String) {
    let (key, codes) = match why {
        Why::Obstacle(obstacle) => return Refusal::words(p, obstacle),
        Why::Refused(codes) => ("refused", codes),
        Why::Unknown => ("unknown", Vec::new()),
        Why::Left => ("left", Vec::new()),
        Why::Undrawn => ("undrawn", Vec::new()),
        Why::TooMuch => ("too-much", Vec::new()),
        Why::Unbound => ("unbound", Vec::new()),
    };
    let remarks: Vec<String> = codes.iter().map(|code| remark(p, code)).collect();
    let why = p.t(&format!("pile-{key}")).into_owned();
    let why = if remarks.is_empty() { why } else { format!("{why} {}", remarks.join("; ")) };
    (why, p.t(&format!("pile-way-{key}")).into_owned())
}

fn switches(p: &Page, asked: &Asked) -> Vec<Switches> {
    let (layout, orientation) = asked.format;
    let switch = |words: String, drawing: Drawing, format: (Layout, Orientation)| Switch {
        words,
        href: asked.as_drawn(drawing, format).page(),
        current: drawing == asked.drawing && (drawing == Drawing::Official || format == asked.format),
    };
    let preview = |words: String, format| switch(words, Drawing::Preview, format);
    let own = Switch {
        current: asked.drawing == Drawing::Preview,
        ..preview(p.t("pile-preview").into_owned(), asked.format)
    };
    let posts = switch(p.t("pile-official").into_owned(), Drawing::Official, asked.format);
    let group = |key: &str, all| Switches { title: p.t(key).into_owned(), all };
    let mut groups = vec![group("pile-drawing", vec![posts, own])];
    if asked.drawing == Drawing::Preview {
        let layouts = Layout::ALL.map(|layout| preview(layout.code().to_owned(), (layout, orientation)));
        let both =
            [(Orientation::Landscape, "preview-landscape"), (Orientation::Portrait, "preview-portrait")];
        let both = both.map(|(orientation, key)| preview(p.t(key).into_owned(), (layout, orientation)));
        groups.push(group("preview-layout", layouts.into()));
        groups.push(group("preview-orientation", both.into()));
    }
    groups
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/labels");
    let view = |chosen: &str, drawing: Drawing, pile: Pile| {
        let chosen = Chosen::parse(chosen).unwrap_or_default();
        let asked = Asked { drawing, ..Asked::usual(chosen) };
        view(p.clone(), ("anna@example.ch".into(), 1), &asked, pile)
    };
    let many = "10042.10043.10044.10045.10046.10047.10048.10049";
    let preview = Pile { missing: Vec::new(), ..Pile::sample() };
    let nothing = Pile { sheets: Vec::new(), ..Pile::sample() };
    let none = || view("", Drawing::Official, Pile::default());
    let samples = [
        ("merchant-labels", view(many, Drawing::Official, Pile::sample())),
        ("merchant-labels-preview", view("10042.10043", Drawing::Preview, preview)),
        ("merchant-labels-nothing", view("10044", Drawing::Official, nothing)),
        ("merchant-labels-none", none()),
        ("merchant-labels-too-many", LabelsView { too_many: true, ..none() }),
    ];
    samples.map(|(name, view)| (name, view.render().unwrap_or_default())).into()
}
