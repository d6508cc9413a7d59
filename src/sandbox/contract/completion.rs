//! `GET /address/v1/{zips,streets,houses,house-numbers}` (developer.post.ch, "Digital Commerce API", chapter 5; of the current
//! generation what public clients send). No length is published.

use super::field::{Field, Form, Needed, may, must};

const KINDS: Form = Form::OneOf(&["DOMICILE", "POSTBOX"]);

/// The parameters of a postcode and its town.
pub const ZIPS: [Field; 2] = [
    must("zipCity", Form::Any, "published: the beginning of either"),
    may("type", KINDS, "published; the older generation's clients leave it out"),
];

/// Those of a street.
pub const STREETS: [Field; 4] = [
    Field {
        path: "name",
        form: Form::Any,
        needed: Needed::Without("street"),
        says: "published: the beginning, on the older generation",
    },
    Field {
        path: "street",
        form: Form::Any,
        needed: Needed::Without("name"),
        says: "seen: the beginning, on the current generation",
    },
    must("zip", Form::Digits(4, 6), "published: 4 digits, or 6"),
    may("type", KINDS, "seen beside street, never beside name"),
];

/// Those of a house number, on the older generation.
pub const HOUSES: [Field; 3] = [
    must("zip", Form::Digits(4, 6), "published: 4 digits, or 6"),
    must("streetname", Form::Any, "published: the whole street"),
    must("number", Form::Any, "published: the beginning; that it must be there is assumed, it may be empty"),
];

/// Those of a house number, on the current one.
pub const HOUSE_NUMBERS: [Field; 4] = [
    must("houseNumber", Form::Any, "seen: the beginning; that it must be there is assumed, it may be empty"),
    must("street", Form::Any, "seen: the whole street"),
    must("zip", Form::Digits(4, 6), "published: 4 digits, or 6"),
    may("type", KINDS, "seen"),
];
