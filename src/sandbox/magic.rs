//! The table of magic values, from the code that plays them: shown on the console, and written to docs/magic-values.md, to
//! which `tests/carrier/magic.rs` holds it.

use std::fmt::Write;

use crate::sandbox::faults::Api;
use crate::sandbox::mail::session;
use crate::sandbox::parcels::Event;
use crate::sandbox::{addresses, codes, effects, users};

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
        does: fault.does(),
        shopper: effects::of(Api::Users, fault),
    };
    let faults = Api::Users.switchable().faults();
    users::STATUSES.into_iter().map(status).chain(faults.into_iter().map(fault)).collect()
}

/// Every tag at the end of a street, with what Post does then and what the shopper sees.
#[must_use]
pub fn streets() -> Vec<Row> {
    let quality = |(tag, quality)| Row {
        tag,
        does: match tag {
            "fixed" => format!("gives the quality {quality}, and the street without the tag"),
            _ => format!("gives the quality {quality}"),
        },
        shopper: match tag {
            "fixed" => {
                "\"Did you mean this address?\", and the order as it was typed unless they take it over"
            }
            "certified" | "verified" | "usable" => "nothing",
            _ => "that Post does not find the address, and the order all the same",
        },
    };
    let faults = Api::Address.switchable().faults().into_iter().map(|fault| Row {
        tag: fault.tag(),
        does: fault.does(),
        shopper: effects::of(Api::Address, fault),
    });
    addresses::QUALITIES.into_iter().map(quality).chain(faults).collect()
}

/// Every tag at the end of an `itemID`, with what Post does about the label or the barcodes; nothing else of Post's is so named.
#[must_use]
pub fn items() -> Vec<Row> {
    let faults = Api::Barcode.switchable().faults().into_iter().map(|fault| Row {
        tag: fault.tag(),
        does: fault.does(),
        shopper: effects::of(Api::Barcode, fault),
    });
    faults.collect()
}

/// Every tag in the address of a mail, with what the mail server does then.
#[must_use]
pub fn mails() -> Vec<Row> {
    let row = |fault: crate::sandbox::faults::Fault| Row {
        tag: fault.tag(),
        does: fault.does(),
        shopper: effects::of(Api::Mail, fault),
    };
    session::BY_ADDRESS.into_iter().map(row).collect()
}

/// The document.
#[must_use]
pub fn document() -> String {
    let mut text = String::from(
        "# Magic values of the simulator\n\nWritten from the code (`tests/carrier/magic.rs` says how, and fails where the two \
         differ). Every row is exercised by `tests/shop/magic.rs`, those of \
         mails by `tests/shop/mails.rs`.\n\n## In an e-mail address\n\nA tag in the e-mail address of \
         the person who collects, as in `hans+429@example.ch`. Without one the status is NONE.\n\n| tag | what Post does | what \
         the shopper sees |\n|---|---|---|\n",
    );
    write_rows(&mut text, rows());
    text.push_str(
        "\n## In a street\n\nA tag at the end of a street, as in `Seestrasse+unusable`. Without one an unknown postcode is \
         UNUSABLE, a town of another postcode COMPROMISED with the right one, a slip in a street that the simulator knows \
         FIXED with the right one, such a street CERTIFIED, any other USABLE.\n\n| tag | what Post does | what the shopper sees \
         |\n|---|---|---|\n",
    );
    write_rows(&mut text, streets());
    write_codes(&mut text);
    text.push_str(
        "\n## In the address of a mail\n\nA tag in the e-mail address of whoever orders, as in `hans+550@example.ch`, for the \
         simulator's mail server.\n\n| tag | what the mail server does | what the shopper sees |\n|---|---|---|\n",
    );
    write_rows(&mut text, mails());
    text.push_str(
        "\n## Switched on for everybody\n\n`POST /console/faults` with one field per API, `none` ends it. With it go \
         `probability` (0 to 100, in so many of a hundred requests; 100 by default), `seed` (the same seed meets the same \
         requests) and `next` (for so many requests, then it ends by itself).\n",
    );
    write_switches(&mut text);
    text.push_str(
        "\n## Parcels\n\n`POST /console/parcels/{ident_code}/events` with `event`; what cannot follow is refused with 422, in \
         words.\n\n| event | what happens |\n|---|---|\n",
    );
    for (_, name, words) in Event::ALL {
        let _ = writeln!(text, "| `{name}` | {words} |");
    }
    text
}

fn write_rows(text: &mut String, rows: Vec<Row>) {
    for Row { tag, does, shopper } in rows {
        let _ = writeln!(text, "| `{tag}` | {does} | {shopper} |");
    }
}

fn write_codes(text: &mut String) {
    text.push_str(
        "\n## In the ID of an item\n\nA tag at the end of `item.itemID` in a request for a label or its barcodes, as in \
         `parcel-1+E2016`, for whoever asks the API: the values are those of *Labels* below, each for this one request. A shop's \
         own IDs have none, so that shoppers and merchants meet them by the switch.\n\n## Codes of the Barcode API\n\nEvery one can be \
         asked for, by an item's ID or by the switch. What brings it about by itself, in requests that are otherwise right:\n\n\
         | code | what Post says | what brings it about by itself |\n|---|---|---|\n",
    );
    for (code, words, by) in codes::ALL {
        let by = if by.is_empty() { "nothing: the service is not in trouble" } else { by };
        let _ = writeln!(text, "| `{code}` | {words} | {by} |");
    }
}

fn write_switches(text: &mut String) {
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
}
