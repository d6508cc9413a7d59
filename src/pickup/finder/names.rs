//! The names on the map, by cells of a tenth of a degree: the same for everybody, and sorted out at the first question.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::gazetteer::{Place, Places, Stops};

/// The side of a cell of names, in degrees: one file for each.
const CELL: f64 = 0.1;

/// A name on the map: text, degrees north and east, inhabitants.
#[derive(Debug, Serialize)]
pub struct Label(Cow<'static, str>, f64, f64, u32);

/// The names of a cell: of places and stations, and of other stops.
#[derive(Debug, Default)]
struct Names {
    places: Vec<Label>,
    stops: Vec<Label>,
}

/// By cell, counted from 5 degrees east and 45 degrees north.
static NAMES: LazyLock<HashMap<(i32, i32), Names>> = LazyLock::new(Names::by_cell);

/// The places and stations of a cell, with their inhabitants: 3 where unknown, 2 for one postcode of a town that has
/// several, 1 for a station.
#[must_use]
pub fn places(cell: (i32, i32)) -> &'static [Label] {
    NAMES.get(&cell).map(|names| &names.places[..]).unwrap_or_default()
}

/// The other stops of a cell: close up they name the streets.
#[must_use]
pub fn stops(cell: (i32, i32)) -> &'static [Label] {
    NAMES.get(&cell).map(|names| &names.stops[..]).unwrap_or_default()
}

impl Names {
    fn by_cell() -> HashMap<(i32, i32), Self> {
        let mut cells: HashMap<(i32, i32), Self> = HashMap::new();
        let mut places: HashMap<(i32, i32), Vec<&Place>> = HashMap::new();
        for place in Places::all().list() {
            places.entry(cell(place.position)).or_default().push(place);
        }
        for (cell, here) in places {
            cells.entry(cell).or_default().places = of_places(&here);
        }
        for stop in Stops::all().list() {
            let names = cells.entry(cell(stop.position)).or_default();
            let (list, people) = if stop.rail { (&mut names.places, 1) } else { (&mut names.stops, 0) };
            list.push(label(stop.name.into(), stop.position, people));
        }
        cells
    }
}

fn of_places(here: &[&'static Place]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for place in here {
        let several = here.iter().filter(|other| other.name == place.name).count() > 1;
        if !labels.iter().any(|label| label.0 == place.name) {
            labels.push(label(place.name.into(), place.position, place.population.max(3)));
        }
        if several {
            labels.push(label(place.line().into(), place.position, 2));
        }
    }
    labels
}

fn label(name: Cow<'static, str>, (lat, lon): (f64, f64), people: u32) -> Label {
    Label(name, short(lat), short(lon), people)
}

#[expect(clippy::cast_possible_truncation, reason = "degrees of the country fit")]
fn cell((lat, lon): (f64, f64)) -> (i32, i32) {
    (((lon - 5.0) / CELL).floor() as i32, ((lat - 45.0) / CELL).floor() as i32)
}

fn short(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}
