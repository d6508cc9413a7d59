//! `POST /OAuth/token` (developer.post.ch, "Digital Commerce API", chapter 3): client credentials, as a form or in the query.

use super::field::{Field, Form, must};

/// The fields of the form.
pub const FIELDS: [Field; 4] = [
    must("grant_type", Form::OneOf(&["client_credentials"]), "published; others want a customer's consent"),
    must("client_id", Form::Any, "published: from the portal"),
    must("client_secret", Form::Any, "published: from the portal"),
    must(
        "scope",
        Form::Any,
        "published for the older generation, seen for the current one; several with a blank between",
    ),
];
