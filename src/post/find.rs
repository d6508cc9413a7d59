//! `GET /Find`: the points with a tag inside an extent. Published: nothing; parameters and fields are those that others have
//! seen. Ours: an answer that holds fewer points than it counts is asked for again in quarters, and `synthetic` is the
//! simulator's own word for points that it invents.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::carrier::CarrierError;
use crate::post::Carrier;
use crate::post::operation::LOCATIONS;

/// The country with its rim: west, south, east, north, in degrees.
const COUNTRY: [f64; 4] = [5.8, 45.7, 10.6, 47.9];
/// An extent is quartered so many times before the list counts as cut off.
const DEEPEST: u32 = 6;

#[derive(Deserialize)]
struct Found {
    count: usize,
    #[serde(default)]
    synthetic: bool,
    #[serde(default)]
    pois: Vec<Poi>,
}

/// A point as it is written in the list.
#[derive(Deserialize)]
pub(super) struct Poi {
    #[serde(default)]
    pub(super) id: String,
    #[serde(default, rename = "type")]
    pub(super) type_id: String,
    #[serde(default)]
    pub(super) name: String,
    /// Degrees east.
    #[serde(default)]
    pub(super) x: f64,
    /// Degrees north.
    #[serde(default)]
    pub(super) y: f64,
    #[serde(default)]
    pub(super) info: Info,
    /// A cluster carries its points inside.
    #[serde(default)]
    pois: Vec<Poi>,
}

/// Its address, and who keeps it.
#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Info {
    pub(super) street: String,
    pub(super) zip: String,
    pub(super) city: String,
    pub(super) distribution_type: String,
}

impl Carrier {
    /// Every point with a tag. Where an answer holds fewer points than it counts, its extent is asked in quarters.
    pub(super) async fn find(&self, tag: &str) -> Result<(Vec<Poi>, bool), CarrierError> {
        let (mut open, mut all, mut synthetic) = (vec![(COUNTRY, 0)], BTreeMap::new(), false);
        while let Some((extent, depth)) = open.pop() {
            let corners = extent.map(|degrees| degrees.to_string()).join(",");
            let query = [
                ("extent", corners.as_str()),
                ("query", tag),
                ("lang", "de"),
                ("autoexpand", "false"),
                ("maxpois", "10000"),
                ("encoding", "UTF-8"),
            ];
            let found: Found = self.get_json(&LOCATIONS, "/Find", &query).await?;
            synthetic |= found.synthetic;
            let mut points = Vec::new();
            flatten(found.pois, &mut points);
            if points.len() < found.count {
                if depth == DEEPEST {
                    return Err(CarrierError::Nonsense("the list of points is cut off"));
                }
                open.extend(quarters(extent).map(|quarter| (quarter, depth + 1)));
            }
            all.extend(points.into_iter().map(|poi| (poi.id.clone(), poi)));
        }
        Ok((all.into_values().collect(), synthetic))
    }
}

fn flatten(pois: Vec<Poi>, into: &mut Vec<Poi>) {
    for mut poi in pois {
        let inside = std::mem::take(&mut poi.pois);
        if !poi.id.is_empty() {
            into.push(poi);
        }
        flatten(inside, into);
    }
}

fn quarters([west, south, east, north]: [f64; 4]) -> [[f64; 4]; 4] {
    let (x, y) = (f64::midpoint(west, east), f64::midpoint(south, north));
    [[west, south, x, y], [x, south, east, y], [west, y, x, north], [x, y, east, north]]
}
