//! What the location search is asked: the parameters of its address, which can be shared and say all of it.

use serde::Deserialize;
use url::form_urlencoded::Serializer;

use crate::gazetteer::{Place, Places};
use crate::i18n::Lang;
use crate::pasted;
use crate::pickup::search::filter::LATE_HOUR;
use crate::pickup::{Filter, Kind};

/// The longest question.
const LONGEST: usize = 100;

/// The parameters as they come.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PointQuery {
    q: Option<String>,
    kind: Option<String>,
    page: Option<String>,
    open: Option<String>,
    late: Option<String>,
    saturday: Option<String>,
    sunday: Option<String>,
    always: Option<String>,
    step_free: Option<String>,
    fits: Option<String>,
}

/// The same, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is looked for.
    pub q: String,
    /// Whether it was typed. What was not is the billing address's place, which belongs into no address of a page (rule 8).
    pub typed: bool,
    /// Counter or terminal; `None` for both.
    pub kind: Option<Kind>,
    /// What a point must be.
    pub filters: Vec<Filter>,
    /// The page, from 1.
    pub page: usize,
}

/// A link that adds a filter or takes it away.
#[derive(Clone, Debug)]
pub struct Chip {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Whether it is set.
    pub set: bool,
    /// How many points would be left near by; `None` where that says nothing.
    pub count: Option<usize>,
}

impl PointQuery {
    /// The same with what was looked for, where a form brings it.
    #[must_use]
    pub fn about(self, q: Option<String>) -> Self {
        Self { q: q.or(self.q), ..self }
    }

    /// Reads the parameters; what is missing is what is known already: where the shopper lives, and the kind.
    #[must_use]
    pub fn read(&self, near: String, own: Kind) -> Question {
        let asked = |filter: &Filter| match filter {
            Filter::Open => self.open.is_some(),
            Filter::Late => self.late.is_some(),
            Filter::Saturday => self.saturday.is_some(),
            Filter::Sunday => self.sunday.is_some(),
            Filter::Always => self.always.is_some(),
            Filter::StepFree => self.step_free.is_some(),
            Filter::Fits => self.fits.is_some(),
        };
        let (q, typed) = (self.q.clone().unwrap_or(near), self.q.is_some());
        let kind = match self.kind.as_deref() {
            Some("both") => None,
            kind => Some(kind.and_then(Kind::parse).unwrap_or(own)),
        };
        Question {
            q: pasted::clean(&q.chars().filter(|c| !c.is_control()).take(LONGEST).collect::<String>()),
            typed,
            kind,
            filters: Filter::ALL.into_iter().filter(asked).collect(),
            page: self.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1),
        }
    }
}

impl Question {
    /// `pickpost`, `my_post_24` or `both`.
    #[must_use]
    pub fn kind_code(&self) -> &'static str {
        self.kind.map_or("both", Kind::code)
    }

    /// The address of this question, on a page of this address.
    #[must_use]
    pub fn href(&self, base: &str) -> String {
        format!("{base}?{}", self.parameters(true))
    }

    /// The parameters, with what was typed or without.
    #[must_use]
    pub fn parameters(&self, with_q: bool) -> String {
        let mut pairs = Serializer::new(String::new());
        if with_q && self.typed {
            pairs.append_pair("q", &self.q);
        }
        pairs.append_pair("kind", self.kind_code());
        if self.page > 1 {
            pairs.append_pair("page", &self.page.to_string());
        }
        pairs.extend_pairs(self.filters.iter().map(|filter| (filter.code(), "1")));
        pairs.finish()
    }

    /// The same question about another place.
    #[must_use]
    pub fn about(&self, q: &str) -> Self {
        Self { q: q.to_owned(), typed: true, ..self.on_page(1) }
    }

    /// The same question around a position in degrees: about the place that lies there; about nothing where none does.
    #[must_use]
    pub fn around(&self, position: Option<(f64, f64)>) -> Self {
        let place = position.and_then(|position| Places::all().nearest(position));
        self.about(&place.map(Place::line).unwrap_or_default())
    }

    /// The same question, another page of the answer.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The links for the kinds.
    #[must_use]
    pub fn kinds(&self, lang: Lang, base: &str) -> Vec<Chip> {
        let kinds = [
            (Some(Kind::PickPost), "delivery-pickpost"),
            (Some(Kind::MyPost24), "delivery-my-post-24"),
            (None, "point-both"),
        ];
        let chip = |(kind, key): (Option<Kind>, &str)| Chip {
            href: Self { kind, ..self.on_page(1) }.href(base),
            name: lang.t(key).into_owned(),
            set: kind == self.kind,
            count: None,
        };
        kinds.map(chip).into()
    }

    /// The links for the filters, with how many points near by each would leave; `None` where that says nothing.
    #[must_use]
    pub fn chips(&self, lang: Lang, base: &str, with: Option<[usize; Filter::ALL.len()]>) -> Vec<Chip> {
        let chip = |(at, filter): (usize, Filter)| {
            let set = self.filters.contains(&filter);
            let wanted = |other: &Filter| if *other == filter { !set } else { self.filters.contains(other) };
            let filters = Filter::ALL.into_iter().filter(wanted).collect();
            Chip {
                href: Self { filters, ..self.on_page(1) }.href(base),
                name: lang.with(filter.key(), &[("n", LATE_HOUR.into())]),
                set,
                count: with.filter(|_| !set).map(|with| with[at]),
            }
        };
        Filter::ALL.into_iter().enumerate().map(chip).collect()
    }
}
