//! What is set: which of Post's services, who sells, whose parcels.

use crate::config::{INVENTED_LICENCE, Profile, Sender, Settings};
use crate::doctor::finding::Finding;

/// Looks at them.
#[must_use]
pub fn look(settings: &Settings) -> Vec<Finding> {
    let live = settings.post.profile != Profile::Sandbox;
    vec![profile(settings), sender(settings, live), licence(&settings.post.franking_licence)]
}

fn profile(settings: &Settings) -> Finding {
    let name = match settings.post.profile {
        Profile::Sandbox if settings.with_sandbox => "sandbox: the simulator plays Post; nothing is sent",
        Profile::Sandbox => "sandbox: another simulator plays Post; nothing is sent",
        Profile::Dcapi => "dcapi: Post's current service; what is sent is real",
        Profile::Wedec => "wedec: Post's older service; what is sent is real",
        Profile::Wedecint => "wedecint: the integration stage of Post's older service",
    };
    Finding::ok("profile", name)
}

fn sender(settings: &Settings, live: bool) -> Finding {
    let (sender, sample) = (&settings.sender, Sender::sample());
    let invented = sender.name == sample.name || sender.iban == sample.iban;
    match (invented, live) {
        (true, true) => Finding::failed(
            "sender",
            "the invented company would send and be paid: set SHOP_NAME, SHOP_STREET, SHOP_POSTCODE, SHOP_TOWN, SHOP_IBAN \
             and SHOP_VAT_NUMBER",
        ),
        (true, false) => Finding::ok("sender", "an invented company, as long as the simulator plays Post"),
        (false, _) => Finding::ok("sender", format!("{}, {}", sender.name, sender.town_line())),
    }
}

fn licence(licence: &str) -> Finding {
    // The form itself was looked at when the settings were read, and that a live profile has not the invented one.
    let what = if licence == INVENTED_LICENCE {
        format!("{licence}, which is invented and which only the simulator takes")
    } else {
        format!("{licence}, of the right form; Post says with the first label whether it is yours")
    };
    Finding::ok("franking licence", what)
}
