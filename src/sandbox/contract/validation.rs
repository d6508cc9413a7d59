//! `POST /address/v1/addresses/validation` (developer.post.ch, "Digital Commerce API", chapter 5): one sample is published.

use super::field::{Field, Form, may, must};

/// The fields of its body.
pub const FIELDS: [Field; 10] = [
    may("addressee.firstName", Form::Text(35), "in the sample; the length is the label's"),
    may("addressee.lastName", Form::Text(35), "in the sample; the length is the label's"),
    may(
        "addressee.title",
        Form::OneOf(&["MISTER"]),
        "MISTER in the sample, unlike MALE of the User IDs; nothing is published for women",
    ),
    must("geographicLocation.house.street", Form::Text(35), "in the sample; the length is the label's"),
    may("geographicLocation.house.houseNumber", Form::Text(10), "in the sample; the length is the label's"),
    may("geographicLocation.house.additionalAddress", Form::Text(35), "in the sample; the length is assumed"),
    must("geographicLocation.zip.zip", Form::Digits(4, 4), "text, as in the User IDs; assumed"),
    must("geographicLocation.zip.city", Form::Text(35), "in the sample"),
    may("logisticLocation.postBoxNumber", Form::Text(10), "in the sample; the length is assumed"),
    may("fullValidation", Form::Bool, "in the sample"),
];
