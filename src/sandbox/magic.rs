//! The table of magic values, from the code that plays them: shown on the console, and written to docs/magic-values.md, to
//! which `tests/carrier/magic.rs` holds it.

use std::fmt::Write;

use crate::sandbox::faults::Api;
use crate::sandbox::parcels::Event;
use crate::sandbox::{effects, users};

/// What a tag in the e-mail address of the person who collects does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What stands between `+` and `@`.
    pub tag: &'static str,
    /// What Post does then.
    pub does: String,
    /// What the shopper sees.
    pub shopper: &'static str,
}

/// Every tag.
#[must_use]
pub fn rows() -> Vec<Row> {
    let status = |(tag, status)| Row {
        tag,
        does: format!("gives the status {status}"),
        shopper: "\"you are registered\", without a word about a check of identity",
    };
    let fault = |fault: crate::sandbox::faults::Fault| Row {
        tag: fault.tag(),
        does: fault.does().to_owned(),
        shopper: effects::of(Api::Users, fault),
    };
    let faults = Api::Users.switchable().faults();
    users::STATUSES.into_iter().map(status).chain(faults.into_iter().map(fault)).collect()
}

/// The document.
#[must_use]
pub fn document() -> String {
    let mut text = String::from(
        "# Magic values of the simulator\n\nWritten from the code (`tests/carrier/magic.rs` says how, and fails where the two \
         differ). Every row is exercised by `tests/shop/magic.rs`.\n\n## In an e-mail address\n\nA tag in the e-mail address of \
         the person who collects, as in `hans+429@example.ch`. Without one the status is NONE.\n\n| tag | what Post does | what \
         the shopper sees |\n|---|---|---|\n",
    );
    for Row { tag, does, shopper } in rows() {
        let _ = writeln!(text, "| `{tag}` | {does} | {shopper} |");
    }
    text.push_str(
        "\n## Switched on for everybody\n\n`POST /console/faults` with one field per API, `none` ends it. With it go \
         `probability` (0 to 100, in so many of a hundred requests; 100 by default), `seed` (the same seed meets the same \
         requests) and `next` (for so many requests, then it ends by itself).\n",
    );
    for line in Api::ALL {
        let _ = write!(
            text,
            "\n### {} (`{}`)\n\n| value | what Post does | what the shopper sees |\n|---|---|---|\n",
            line.title, line.field
        );
        for fault in line.faults() {
            let shopper = effects::of(line.api, fault);
            let _ = writeln!(text, "| `{}` | {} | {shopper} |", fault.tag(), fault.does());
        }
    }
    text.push_str(
        "\n## Parcels\n\n`POST /console/parcels/{ident_code}/events` with `event`; what cannot follow is refused with 422, in \
         words.\n\n| event | what happens |\n|---|---|\n",
    );
    for (_, name, words) in Event::ALL {
        let _ = writeln!(text, "| `{name}` | {words} |");
    }
    text
}
