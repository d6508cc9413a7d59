//! A label as a trial: a specimen (`printPreview`) of a parcel from the shop to itself, to be asked for by name. It announces
//! nothing and uses no number; it shows that licence, sender and subscription are taken.

use crate::carrier::{LabelAnswer, code};
use crate::clock::Clock;
use crate::config::{Profile, Settings};
use crate::doctor::beside;
use crate::doctor::finding::Finding;
use crate::i18n::Lang;
use crate::ids::Random;
use crate::label::IdentCode;
use crate::post::Carrier;
use crate::shipping::shipment::label_order::trial_order;

const WHAT: &str = "trial label";

/// Asks for it; of the real Post only where that was said.
pub async fn look(settings: &Settings, clock: &Clock, real: bool) -> Finding {
    if settings.post.profile != Profile::Sandbox && !real {
        return Finding::failed(
            WHAT,
            "not asked for: this is the real Post; doctor --test-order --live asks it for a specimen",
        );
    }
    if settings.with_sandbox && !beside::listens(settings.sandbox_bind).await {
        return Finding::failed(
            WHAT,
            "the simulator is not open: start it with pickpost-shop, and ask again",
        );
    }
    let answer = match Carrier::new(&settings.post, clock.clone(), Random::system()) {
        Ok(carrier) => {
            let ident = IdentCode::new(&settings.post.franking_licence, 1);
            let order = trial_order(&settings.sender, ident, "trial".to_owned());
            carrier.label_preview(&order).await
        }
        Err(error) => return Finding::failed(WHAT, error.to_string()),
    };
    match answer {
        Ok(LabelAnswer::Given(label)) if label.warnings.is_empty() => {
            Finding::ok(WHAT, format!("Post draws one, {} KiB", label.image.len().div_ceil(1024)))
        }
        Ok(LabelAnswer::Given(label)) => Finding::warning(WHAT, said(&label.warnings)),
        Ok(LabelAnswer::Refused(codes)) => Finding::failed(WHAT, said(&codes)),
        Err(failure) => Finding::failed(WHAT, format!("{failure}; the lines above say more")),
    }
}

fn said(codes: &[String]) -> String {
    codes.iter().map(|code| code::words(code, Lang::En)).collect::<Vec<_>>().join(" ")
}
