//! Every page as it can look, for the test over all pages.

use crate::app::frame;
use crate::i18n::Lang;
use crate::{about, basket, catalogue, checkout, merchant, orders, pickup};

/// Every page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    use checkout::pages::{address, collector, delivery, payment, point, post_map, review};
    frame::frame().put_up();
    let mut samples = catalogue::pages::home::samples(lang);
    samples.extend(catalogue::pages::product::samples(lang));
    samples.extend(basket::pages::basket::samples(lang));
    samples
        .extend([address::samples, delivery::samples, point::samples].into_iter().flat_map(|all| all(lang)));
    samples.extend(
        [
            pickup::pages::card::samples,
            post_map::samples,
            collector::samples,
            payment::samples,
            review::samples,
        ]
        .into_iter()
        .flat_map(|all| all(lang)),
    );
    samples.extend(orders::pages::order::samples(lang));
    samples.extend(orders::pages::proof::samples(lang));
    samples.extend(orders::pages::data::samples(lang));
    samples.extend(orders::pages::mine::samples(lang));
    samples.extend(orders::pages::cancel::samples(lang));
    samples.extend(orders::pages::point::samples(lang));
    samples.extend(about::pages::terms::samples(lang));
    samples.extend(about::pages::about::samples(lang));
    if lang == Lang::En {
        samples.extend(merchant::pages::sign_in::samples());
        samples.extend(merchant::pages::password::samples());
        samples.extend(merchant::pages::orders::samples());
        samples.extend(merchant::pages::search::samples());
        samples.extend(merchant::pages::payments::samples());
        samples.extend(merchant::pages::slip::samples());
        samples.extend(merchant::pages::order::samples());
        samples.extend(merchant::pages::point::samples());
        samples.extend(merchant::pages::person::samples());
        samples.extend(merchant::pages::cancel::samples());
        samples.extend(merchant::pages::preview::samples());
        samples.extend(merchant::pages::official::samples());
        samples.extend(merchant::pages::handover::samples());
        samples.extend(merchant::pages::labels::samples());
        samples.extend(merchant::pages::points::samples());
        samples.extend(merchant::pages::jobs::samples());
    }
    samples
}
