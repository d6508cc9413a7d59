//! `POST /pickpost/v1/users` (developer.post.ch, "Digital Commerce API", chapter 7): one sample is published, no schema.

use super::field::{Field, Form, Needed, may, must};

/// The fields of its body.
pub const FIELDS: [Field; 13] = [
    may(
        "userDetails.gender",
        Form::OneOf(&["MALE", "FEMALE"]),
        "MALE in the published sample; FEMALE is assumed; left out for somebody without a title",
    ),
    must("userDetails.firstName", Form::Text(35), "in the sample; the length is the label's"),
    must("userDetails.lastName", Form::Text(35), "in the sample; the length is the label's"),
    must(
        "userDetails.language",
        Form::OneOf(&["DE", "FR", "IT", "EN"]),
        "DE in the sample; the four languages of the Barcode API of the same family",
    ),
    must(
        "address.house.street",
        Form::Text(35),
        "in the sample: the home of the person who collects, never the point's street",
    ),
    may("address.house.houseNumber", Form::Text(10), "in the sample; the length is the label's"),
    must("address.zip.zip", Form::Digits(4, 4), "text in the sample, not a number"),
    must("address.zip.city", Form::Text(35), "in the sample"),
    must(
        "address.zip.countryCode",
        Form::OneOf(&["CH", "LI"]),
        "CH in the sample; whether LI is taken is not published",
    ),
    must("notification.notifyMode", Form::OneOf(&["EMAIL", "SMS"]), "EMAIL in the sample; SMS is assumed"),
    Field {
        path: "notification.email",
        form: Form::Text(160),
        needed: Needed::Where("notification.notifyMode", "EMAIL"),
        says: "in the sample; the length is the Barcode API's",
    },
    Field {
        path: "notification.mobile",
        form: Form::Text(20),
        needed: Needed::Where("notification.notifyMode", "SMS"),
        says: "assumed: international, +41791234567",
    },
    must(
        "service",
        Form::OneOf(&["PICKPOST", "MYPOST24"]),
        "PICKPOST in the sample; MYPOST24 is assumed; PICK_POST and MY_POST_24 are address types of another API",
    ),
];
