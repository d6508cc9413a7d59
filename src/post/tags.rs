//! `GET /Types`: by which tag each type is asked for today. Published: nothing. Seen by others: types are known by their ids;
//! their tags, which `/Find` wants, are positions in a list and shift.

use serde::Deserialize;

use crate::carrier::CarrierError;
use crate::post::Carrier;
use crate::post::operation::LOCATIONS;

/// Today's tags.
#[derive(PartialEq, Deserialize)]
pub(super) struct Tags {
    types: Vec<Type>,
}

#[derive(PartialEq, Deserialize)]
struct Type {
    id: String,
    tag: String,
}

impl Carrier {
    pub(super) async fn tags(&self) -> Result<Tags, CarrierError> {
        self.get_json(&LOCATIONS, "/Types", &[("lang", "de")]).await
    }
}

impl Tags {
    /// The tag of a type.
    pub(super) fn of(&self, id: &str) -> Option<&str> {
        self.types.iter().find(|known| known.id == id).map(|known| known.tag.as_str())
    }
}
