//! `GET /StandortSuche/StaoCacheServiceV2/api/v1/{Types,Geocode,Find,Poi}`, as public clients ask them: nothing of it is published.

use super::field::{Field, Form, may, must};

const LANG: Field = may("lang", Form::OneOf(&["de", "fr", "it", "en"]), "seen");

/// The parameters of all kinds of places.
pub const TYPES: [Field; 1] = [LANG];

/// Those of a search by name.
pub const GEOCODE: [Field; 4] = [
    must("query", Form::Any, "seen: a place, a postcode or a point"),
    LANG,
    may("pois", Form::Any, "seen: tags of the types that are wanted as well"),
    may("limit", Form::Digits(1, 3), "seen"),
];

/// Those of a search in an area.
pub const FIND: [Field; 9] = [
    must("extent", Form::Any, "seen: west, south, east and north in degrees, with commas between"),
    may("query", Form::Any, "seen: tags of types, as /Types names them today"),
    may("clusterdist", Form::Any, "seen: from which distance on points are one"),
    may("agglevel", Form::Any, "seen"),
    may("lod", Form::Any, "seen"),
    LANG,
    may("autoexpand", Form::Any, "seen: true looks further where nothing is near"),
    may("maxpois", Form::Digits(1, 5), "seen"),
    may("encoding", Form::OneOf(&["UTF-8"]), "seen"),
];

/// Those of one place.
pub const POI: [Field; 2] = [must("id", Form::Any, "seen: as /Find names it"), LANG];
