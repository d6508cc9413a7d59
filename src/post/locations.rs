//! Post's location service: `/Types`, `/Find` and `/Poi` (`post/contract.md` section 7.1). It is public and needs no key.
//! What an answer leaves open is named in `docs/decisions/0004-where-post-is-silent.md`.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use serde::Deserialize;

use crate::post::carrier::{Carrier, read_body, read_json_up_to};
use crate::post::{CarrierError, Service};

/// Types are known by these ids. Their tags, which `/Find` wants, are positions in a list and shift.
const PICK_POST: &str = "001134032";
const MY_POST_24: &str = "001490010";
const STEP_FREE: &str = "001134109";
/// The country with its rim: west, south, east, north, in degrees.
const COUNTRY: [f64; 4] = [5.8, 45.7, 10.6, 47.9];
/// The whole list of points, with room to spare.
const LARGEST: usize = 8 * 1024 * 1024;
/// One call, connection included: nobody waits for it.
const PATIENCE: Duration = Duration::from_secs(8);
/// An extent is quartered so many times before the list counts as cut off.
const DEEPEST: u32 = 6;

/// All points, as the list has them.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Whether the service says that its points are invented.
    pub synthetic: bool,
    /// The points, by id.
    pub points: Vec<Listed>,
}

/// A point of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Post's id.
    pub id: String,
    /// What is offered there.
    pub service: Service,
    /// The id of its type, such as `001PST`.
    pub type_id: String,
    /// Whether it is a partner's counter.
    pub partner: bool,
    /// Name.
    pub name: String,
    /// Street with number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Degrees north and east (WGS 84).
    pub position: (f64, f64),
    /// Whether it is reached without steps.
    pub step_free: bool,
}

#[derive(Deserialize)]
struct Types {
    types: Vec<Type>,
}

#[derive(Deserialize)]
struct Type {
    id: String,
    tag: String,
}

#[derive(Deserialize)]
struct Found {
    count: usize,
    #[serde(default)]
    synthetic: bool,
    #[serde(default)]
    pois: Vec<Poi>,
}

#[derive(Deserialize)]
struct Poi {
    #[serde(default)]
    id: String,
    #[serde(default, rename = "type")]
    type_id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    x: f64,
    #[serde(default)]
    y: f64,
    #[serde(default)]
    info: Info,
    /// A cluster carries its points inside.
    #[serde(default)]
    pois: Vec<Poi>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Info {
    street: String,
    zip: String,
    city: String,
    distribution_type: String,
}

impl Carrier {
    /// All points that offer PickPost or My Post 24.
    ///
    /// # Errors
    /// [`CarrierError`]; also when the list is cut off.
    pub async fn locations(&self) -> Result<Listing, CarrierError> {
        let begun = std::time::Instant::now();
        let listing = self.list().await;
        Self::note("locations", 1, listing.as_ref().err(), begun);
        listing
    }

    /// One point with its hours and texts, as XML.
    ///
    /// # Errors
    /// [`CarrierError`]; [`CarrierError::Refused`] with 404 when it is gone.
    pub async fn location(&self, id: &str) -> Result<String, CarrierError> {
        let answer = self.locate("/Poi", &[("id", id)]).await?;
        let body = read_body(answer, LARGEST).await?;
        String::from_utf8(body).map_err(|_| CarrierError::Nonsense("not UTF-8"))
    }

    async fn list(&self) -> Result<Listing, CarrierError> {
        let types: Types = read_json_up_to(self.locate("/Types", &[("lang", "de")]).await?, LARGEST).await?;
        let tag = |id: &str| {
            let tag = types.types.iter().find(|known| known.id == id).map(|known| known.tag.clone());
            tag.ok_or(CarrierError::Nonsense("the types of PickPost and My Post 24 are missing"))
        };
        let mut points = BTreeMap::new();
        let mut synthetic = false;
        for (id, service) in [(PICK_POST, Service::PickPost), (MY_POST_24, Service::MyPost24)] {
            let (found, invented) = self.find_all(&tag(id)?).await?;
            synthetic |= invented;
            for poi in found {
                points.insert(poi.id.clone(), listed(poi, service));
            }
        }
        // Nobody is turned away because this one answer is missing: the points then just do not say so.
        let step_free: HashSet<String> = match tag(STEP_FREE) {
            Ok(tag) => self.find_all(&tag).await?.0.into_iter().map(|poi| poi.id).collect(),
            Err(_) => HashSet::new(),
        };
        let points = points.into_values().map(|point: Listed| {
            let step_free = step_free.contains(&point.id);
            Listed { step_free, ..point }
        });
        Ok(Listing { synthetic, points: points.collect() })
    }

    /// Every point with a tag. Where an answer holds fewer points than it counts, its extent is asked in quarters.
    async fn find_all(&self, tag: &str) -> Result<(Vec<Poi>, bool), CarrierError> {
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
            let found: Found = read_json_up_to(self.locate("/Find", &query).await?, LARGEST).await?;
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

    async fn locate(&self, path: &str, query: &[(&str, &str)]) -> Result<reqwest::Response, CarrierError> {
        let answer = self.get_location(path, query, PATIENCE).await?;
        match answer.status().as_u16() {
            200 => Ok(answer),
            status @ 500.. => Err(CarrierError::Down(status)),
            status => Err(CarrierError::Refused(status)),
        }
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

fn listed(poi: Poi, service: Service) -> Listed {
    Listed {
        service,
        partner: poi.info.distribution_type.starts_with("001Q"),
        id: poi.id,
        type_id: poi.type_id,
        name: poi.name,
        street: poi.info.street,
        postcode: poi.info.zip,
        town: poi.info.city,
        position: (poi.y, poi.x),
        step_free: false,
    }
}
