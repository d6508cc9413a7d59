//! `GET /delivery/v1/deliverabilities/when` and `/options/holidays` (developer.post.ch, "Digital Commerce API", chapter 6).

use super::field::{Field, Form, may, must};

/// The parameters of the question for delivery days.
pub const WHEN: [Field; 7] = [
    must("zip", Form::Digits(4, 4), "published"),
    must("city", Form::Any, "published"),
    may("street", Form::Any, "published as optional"),
    may("houseNumber", Form::Any, "published as optional"),
    must("date", Form::Day, "published: when Post gets the parcel; that it must be there is assumed"),
    may("dayCount", Form::Digits(1, 2), "published: 14 in the sample"),
    may("deliveryDates", Form::Day, "published, also several times; this simulator answers an empty 400"),
];

/// The calendar takes none.
pub const HOLIDAYS: [Field; 0] = [];
