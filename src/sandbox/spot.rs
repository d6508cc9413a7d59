//! The simulator's own reading of the demonstration points, and how Post's location service would describe them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::paper::escaped;

/// The simulator's own reading of `data/points.json`. It borrows from the file, which is part of the program.
#[derive(Deserialize)]
pub(super) struct Spot {
    pub(super) id: &'static str,
    pub(super) kind: &'static str,
    pub(super) name: &'static str,
    pub(super) street: &'static str,
    #[serde(default)]
    pub(super) house_number: &'static str,
    pub(super) postcode: &'static str,
    pub(super) town: &'static str,
    pub(super) canton: &'static str,
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) place: &'static str,
    hours: [Vec<Slice>; 7],
    pub(super) step_free: bool,
    closed: Option<Closed>,
    #[serde(default)]
    exceptions: Vec<Special>,
    note: Option<Texts>,
}

/// From and until.
type Slice = (&'static str, &'static str);

/// A text by language.
type Texts = BTreeMap<&'static str, &'static str>;

#[derive(Deserialize)]
struct Closed {
    from: &'static str,
    until: &'static str,
    reason: Option<Texts>,
}

#[derive(Deserialize)]
struct Special {
    date: &'static str,
    hours: Vec<Slice>,
    reason: Option<Texts>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct File {
    points: Vec<Spot>,
}

/// All of them.
pub(super) static SPOTS: LazyLock<Vec<Spot>> = LazyLock::new(|| {
    let file: Result<File, _> = serde_json::from_str(include_str!("../../data/points.json"));
    file.map(|file| file.points).unwrap_or_default()
});

impl Spot {
    pub(super) fn has(&self, type_id: &str) -> bool {
        match type_id {
            "001134032" => self.kind == "pickpost",
            "001490010" | "001MP24" => self.kind == "my_post_24",
            "001134109" => self.step_free,
            _ => false,
        }
    }

    pub(super) fn street_line(&self) -> String {
        format!("{} {}", self.street, self.house_number).trim_end().to_owned()
    }

    /// As `/Find` lists it; `nowhere` in the Gulf of Guinea.
    pub(super) fn listed(&self, nowhere: bool) -> Value {
        let mut info = json!({ "Street": self.street_line(), "Zip": self.postcode, "City": self.town });
        match self.place {
            "partner" => info["DistributionType"] = "001QA".into(),
            "branch" => info["DistributionType"] = "001F1".into(),
            _ => {}
        }
        let (x, y) = if nowhere { (0.0, 0.0) } else { (self.lon, self.lat) };
        json!({ "id": self.id, "type": self.type_id(), "name": self.name, "x": x, "y": y, "info": info })
    }

    pub(super) fn type_id(&self) -> &'static str {
        match self.place {
            "terminal" => "001MP24",
            "branch" => "001PST",
            _ => "001AG-PICK",
        }
    }

    /// As `/Poi` describes it. How the elements look inside is assumed, as `post/poi.rs` assumes it too:
    /// `docs/decisions/0004-where-post-is-silent.md`.
    pub(super) fn xml(&self) -> String {
        const DAYS: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let days: String = DAYS
            .iter()
            .zip(&self.hours)
            .map(|(day, spans)| format!("<{day}>{}</{day}>", slices("Timeslice", spans)))
            .collect();
        let closed = self.closed.as_ref().map_or_else(String::new, |closed| {
            let (from, until) = (&closed.from, &closed.until);
            format!("<OpeningPeriods><DateFrom>{from}</DateFrom><DateTo>{until}</DateTo></OpeningPeriods>")
        });
        let special = |special: &Special| {
            let (date, names) = (&special.date, texts("Name", special.reason.as_ref()));
            format!("<Holiday><Date>{date}</Date>{names}{}</Holiday>", slices("TimeSlice", &special.hours))
        };
        let specials: String = self.exceptions.iter().map(special).collect();
        let info = texts("InfoText", self.closed.as_ref().and_then(|closed| closed.reason.as_ref()));
        let note = texts("AdditionalDescription", self.note.as_ref());
        let (name, street, town) = (escaped(self.name), escaped(&self.street_line()), escaped(self.town));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><POI Id=\"{}\" POITypeId=\"{}\"><Description lang=\"de\">{name}</Description>\
             {note}<Address><Street>{street}</Street><Zip>{}</Zip><City>{town}</City><KantonCode>{}</KantonCode>\
             <CountryCode>CH</CountryCode></Address><GeoLocation><CoordinateLat>{}</CoordinateLat>\
             <CoordinateLng>{}</CoordinateLng></GeoLocation><Counter CounterTypeId=\"0011\"><OpeningPeriods>\
             <OpeningHours>{days}</OpeningHours></OpeningPeriods>{closed}{specials}</Counter>{info}</POI>",
            self.id,
            self.type_id(),
            self.postcode,
            self.canton,
            self.lat,
            self.lon
        )
    }
}

fn slices(name: &str, spans: &[Slice]) -> String {
    let slice = |(from, until): &Slice| {
        format!("<{name}><TimeFrom>{from}</TimeFrom><TimeUntil>{until}</TimeUntil></{name}>")
    };
    spans.iter().map(slice).collect()
}

fn texts(name: &str, texts: Option<&Texts>) -> String {
    let text = |(lang, text): (&&str, &&str)| format!("<{name} lang=\"{lang}\">{}</{name}>", escaped(text));
    texts.into_iter().flatten().map(text).collect()
}
