//! What is set: which of Post's services, who sells, whose parcels.

use crate::config::{INVENTED_LICENCE, Profile, Sender, Settings, listed};
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
    let sender = &settings.sender;
    match (&invented(sender)[..], live) {
        ([], _) => Finding::ok("sender", format!("{}, {}", sender.name, sender.town_line())),
        (_, false) => Finding::ok("sender", "an invented company, as long as the simulator plays Post"),
        (names, true) => {
            Finding::failed("sender", format!("still the invented company's: set {}", listed(names)))
        }
    }
}

/// The settings that are still the invented company's. Its street, postcode and town may each be a real one's, too.
fn invented(sender: &Sender) -> Vec<&'static str> {
    let sample = Sender::sample();
    let at_home = sender.street_line() == sample.street_line() && sender.town_line() == sample.town_line();
    let all = [
        (sender.name == sample.name, "SHOP_NAME"),
        (at_home, "SHOP_STREET"),
        (at_home, "SHOP_POSTCODE"),
        (at_home, "SHOP_TOWN"),
        (sender.email == sample.email, "SHOP_EMAIL"),
        (sender.iban == sample.iban, "SHOP_IBAN"),
        (sender.vat_number == sample.vat_number, "SHOP_VAT_NUMBER"),
    ];
    all.into_iter().filter_map(|(is_invented, name)| is_invented.then_some(name)).collect()
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

#[cfg(test)]
mod tests {
    use super::invented;
    use crate::config::Settings;

    #[test]
    fn each_setting_that_is_still_the_invented_companys_is_named() {
        let own = [
            ("SHOP_NAME", "Beispiel AG"),
            ("SHOP_STREET", "Gasse"),
            ("SHOP_POSTCODE", "3011"),
            ("SHOP_TOWN", "Bern"),
            ("SHOP_EMAIL", "shop@beispiel.example"),
            ("SHOP_IBAN", "CH21 3080 8001 2345 6782 7"),
            ("SHOP_VAT_NUMBER", "CHE-123.456.788"),
        ];
        let names = own.map(|(name, _)| name);
        let of = |set: &[(&str, &str)]| {
            let lookup = |name: &str| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            };
            invented(&Settings::read(&lookup).expect("settings").sender)
        };
        assert_eq!(of(&[]), names);
        assert!(of(&own).is_empty());
        for without in [0, 4, 5, 6] {
            let mut set = own.to_vec();
            let (name, _) = set.remove(without);
            assert_eq!(of(&set), [name]);
        }
        // A company may stand in the same street of another town.
        assert!(of(&[&own[..1], &own[2..]].concat()).is_empty());
    }
}
