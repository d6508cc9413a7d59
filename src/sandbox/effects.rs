//! What a fault of Post's does to the shopper and to the merchant: the console shows it beside each switch, and
//! docs/magic-values.md has it.

use crate::sandbox::codes;
use crate::sandbox::faults::{Api, Fault};

const TO_CONFIRM: &str = "\"You can order all the same\": the order waits for its User ID and has no label; the shop asks again \
                          by itself";
const OLD_LIST: &str = "the list of points as it was, with its age";
const SHIPPED_LATER: &str = "nothing; the merchant sees why the shipment was not sent, and what happens next";
const NO_HELP: &str = "no suggestion; what was typed counts";

/// What the shopper, or the merchant, sees.
#[must_use]
pub fn of(api: Api, fault: Fault) -> &'static str {
    match (api, fault) {
        (Api::Users, Fault::Slow) => "the usual news, two seconds later",
        (Api::Users, Fault::RefusedOnce) => "the usual news: the shop fetches another token",
        (Api::Users, Fault::UnknownStatus) => "the usual news; the status counts as NONE",
        (Api::Token, Fault::Slow) => "the usual news, later",
        (Api::Users | Api::Token, _) => TO_CONFIRM,
        (Api::Barcode, Fault::Slow | Fault::RefusedOnce) => "nothing; the shipment is sent a little later",
        (Api::Barcode, Fault::Says(code)) if codes::is_warning(code) => {
            "nothing; the shipment is sent, and the merchant sees the remark"
        }
        (Api::Barcode, _) => SHIPPED_LATER,
        (Api::Address, Fault::RefusedOnce) => "the suggestion: the shop fetches another token",
        (Api::Address, _) => NO_HELP,
        (Api::Locations, Fault::Slow | Fault::RefusedOnce) => "the list of points, fresh",
        (Api::Locations, Fault::Tenth) => {
            "a tenth of the points is gone; whoever had chosen one of them is led back to the list"
        }
        (Api::Locations, _) => OLD_LIST,
        (Api::Mail, Fault::Slow) => "the order at once; its mails a little later",
        (Api::Mail, Fault::NoAddress) => {
            "the order at once, and no mail; the merchant sees which one was refused, and can try again"
        }
        (Api::Mail, Fault::TakenUnsaid) => "the order at once; its mails twice, each under one Message-ID",
        (Api::Mail, _) => {
            "the order at once; its mails once the server takes them; the merchant sees why they wait"
        }
    }
}
