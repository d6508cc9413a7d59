//! `GET` or `POST /delivery/v1/deliverabilities/when` and `/options/holidays` (developer.post.ch, "Digital Commerce API", chapter 6).

use super::field::{Field, Form, Needed, may, must};

/// The parameters of the question for delivery days, or the fields of its body.
pub const WHEN: [Field; 7] = [
    must("zip", Form::Digits(4, 4), "published"),
    must("city", Form::Any, "published"),
    may("street", Form::Any, "published as optional"),
    may("houseNumber", Form::Any, "published as optional"),
    Field {
        path: "date",
        form: Form::Day,
        needed: Needed::Without("deliveryDates"),
        says: "published: when Post gets the parcel; that it must be there where no days are named is assumed",
    },
    may("dayCount", Form::Digits(1, 2), "published: 14 in the sample"),
    may("deliveryDates", Form::Any, "published: a day that is asked about, also several times"),
];

/// The calendar takes none.
pub const HOLIDAYS: [Field; 0] = [];
