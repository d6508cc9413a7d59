//! `POST …/mailpiece/tracking/business/v1/mailpieces`, as public clients ask it.

use super::field::{Field, Form, must};

/// The fields of its body.
pub const FIELDS: [Field; 1] = [must("ids[]", Form::Digits(18, 18), "seen: ident codes")];
