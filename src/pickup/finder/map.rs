//! Where all points lie that the list would page through, as the map asks for them. Numbers travel as differences in steps
//! of 1/100000 of a degree: that is a metre, and short.

use serde::Serialize;

use crate::pickup::Index;
use crate::pickup::finder::{Finder, PointQuery};

/// Columns of equal length.
#[derive(Debug, Default, Serialize)]
pub struct Spots {
    ids: Vec<String>,
    names: Vec<String>,
    /// The first as it is, then differences.
    lat: Vec<i32>,
    lon: Vec<i32>,
}

impl Finder<'_> {
    /// All points of a question, wherever they lie.
    #[must_use]
    pub fn spots(&self, index: &Index, query: &PointQuery) -> Spots {
        let question = self.question(query);
        let asked = index.ask(question.kind, &question.filters, self.swiss_now(), self.fits());
        let mut spots = Spots::default();
        let mut before = (0, 0);
        for point in asked.everyone() {
            let at = (steps(point.lat), steps(point.lon));
            spots.ids.push(point.id.to_string());
            spots.names.push(point.name.to_string());
            spots.lat.push(at.0 - before.0);
            spots.lon.push(at.1 - before.1);
            before = at;
        }
        spots
    }
}

#[expect(clippy::cast_possible_truncation, reason = "degrees of the country fit")]
fn steps(degrees: f64) -> i32 {
    (degrees * 1e5).round() as i32
}
