//! All points: `/Types`, then `/Find` once for each of three types, and `/Types` again. Seen by others: the ids of types and of those who keep a
//! point (`profile`). Ours: what is neither a branch nor a partner is a service point.

use std::collections::{BTreeMap, HashSet};
use std::time::Instant;

use crate::carrier::point::{Listed, Listing, Place};
use crate::carrier::{CarrierError, Kind};
use crate::post::Carrier;
use crate::post::find::Poi;
use crate::post::operation::LOCATIONS;
use crate::post::profile::{KEPT_BY_PARTNER, TYPE_BRANCH, TYPE_MY_POST_24, TYPE_PICK_POST, TYPE_STEP_FREE};

impl Carrier {
    /// All points that offer PickPost or My Post 24.
    ///
    /// # Errors
    /// [`CarrierError`]; also when the list is cut off.
    pub async fn locations(&self) -> Result<Listing, CarrierError> {
        let begun = Instant::now();
        let listing = self.list().await;
        LOCATIONS.note(1, listing.as_ref().err(), begun);
        listing
    }

    async fn list(&self) -> Result<Listing, CarrierError> {
        let tags = self.tags().await?;
        let missing = CarrierError::Nonsense("the types of PickPost and My Post 24 are missing");
        let (Some(pick_post), Some(my_post_24)) = (tags.of(TYPE_PICK_POST), tags.of(TYPE_MY_POST_24)) else {
            return Err(missing);
        };
        let mut points = BTreeMap::new();
        let mut synthetic = false;
        for (tag, kind) in [(pick_post, Kind::PickPost), (my_post_24, Kind::MyPost24)] {
            let (found, invented) = self.find(tag).await?;
            synthetic |= invented;
            points.extend(found.into_iter().map(|poi| (poi.id.clone(), listed(poi, kind))));
        }
        // Nobody is turned away because this one answer is missing: the points then just do not say so.
        let step_free: HashSet<String> = match tags.of(TYPE_STEP_FREE) {
            Some(tag) => self.find(tag).await?.0.into_iter().map(|poi| poi.id).collect(),
            None => HashSet::new(),
        };
        // Tags are positions in a list of the day: had it turned meanwhile, every counter would be taken for a terminal.
        if self.tags().await? != tags {
            return Err(CarrierError::Nonsense("the types were given other tags meanwhile"));
        }
        let points = points.into_values().map(|point: Listed| {
            let step_free = step_free.contains(&point.id);
            Listed { step_free, ..point }
        });
        Ok(Listing { synthetic, points: points.collect() })
    }
}

fn listed(poi: Poi, kind: Kind) -> Listed {
    let place = match (kind, poi.type_id.as_str()) {
        (Kind::MyPost24, _) => Place::Terminal,
        (Kind::PickPost, TYPE_BRANCH) => Place::Branch,
        _ if poi.info.distribution_type.starts_with(KEPT_BY_PARTNER) => Place::Partner,
        _ => Place::ServicePoint,
    };
    Listed {
        id: poi.id,
        kind,
        place,
        name: poi.name,
        street: poi.info.street,
        postcode: poi.info.zip,
        town: poi.info.city,
        position: (poi.y, poi.x),
        step_free: false,
    }
}
