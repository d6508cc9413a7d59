//! Behind the counter: sign in, orders, labels, what waits for Post. English only.

use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, scope};

use crate::pickup;
use crate::web::outage::read;
use crate::web::ways::{reading as once, writing};
use crate::web::{counter, limit};

pub mod clerk;
pub mod waits;
pub mod shipment;
pub mod parcels;
pub mod obstacle;
pub mod refusal;
pub mod returned;
pub mod life;
pub mod as_json;
pub mod address_journey;
pub mod row;
pub mod receipts;
pub mod day;
pub mod label_remarks;
pub mod switches;
pub mod pile;
pub mod pages;

/// The merchant's pages.
pub fn routes(cfg: &mut ServiceConfig) {
    use pages::{cancel, export, jobs, label, notes, official, order, orders, parcel, password, payments};
    use pages::{finder, handover, labels, labels_file, look, return_label};
    use pages::{person, point, points, preview, search, sign_in, sign_out, slip, steps, trace};
    cfg.route("/merchant/sign-in", read(sign_in::show));
    cfg.route("/merchant/sign-in", writing().to(sign_in::submit));
    cfg.route("/merchant/password", writing().to(password::submit));
    cfg.route("/merchant/sign-out", writing().to(sign_out::submit));
    cfg.route("/merchant/orders", writing().to(orders::submit));
    cfg.route("/merchant/payments", writing().to(payments::submit));
    cfg.route("/merchant/labels", writing().to(labels::submit));
    cfg.route("/merchant/orders/{number}/notes", writing().to(notes::submit));
    cfg.route("/merchant/orders/{number}", writing().to(order::submit));
    cfg.route("/merchant/orders/{number}/label", writing().to(official::submit));
    cfg.route("/merchant/orders/{number}/return-label", writing().to(return_label::submit));
    cfg.route("/merchant/orders/{number}/steps", writing().to(steps::submit));
    cfg.route("/merchant/orders/{number}/cancel", writing().to(cancel::submit));
    // Whose choice is refused is shown the search again.
    cfg.route("/merchant/orders/{number}/point", writing().to(point::submit).wrap(from_fn(limit::searches)));
    cfg.route("/merchant/orders/{number}/person", writing().to(person::submit));
    cfg.route("/merchant/jobs/{id}", writing().to(jobs::submit));
    // What is read behind the counter is read over connections of its own.
    cfg.route("/merchant/search", read(search::show).wrap(from_fn(counter::seat)));
    cfg.route("/merchant/search", writing().to(search::submit).wrap(from_fn(counter::seat)));
    let reading = scope("/merchant").wrap(from_fn(counter::seat));
    cfg.service(
        reading
            .configure(|cfg| {
                pickup::routes::<finder::Seeking>(cfg, "/orders/{number}/point", [read(point::show)]);
            })
            .route("", read(orders::show))
            .route("/", read(orders::show))
            .route("/points", read(points::show))
            .route("/jobs", read(jobs::show))
            .route("/password", read(password::show))
            .route("/orders", read(orders::show))
            .route("/orders.csv", read(export::show))
            .route("/payments", read(payments::show))
            .route("/handover", read(handover::show))
            .route("/labels", read(labels::show))
            // It leaves a word in the history of each order: not asked twice by itself.
            .route("/labels.pdf", once().to(labels_file::show))
            .route("/traces/{trace}", read(trace::show))
            .route("/parcels/{ident_code}", read(parcel::show))
            .route("/orders/{number}.json", read(order::json))
            .route("/orders/{number}", read(order::show))
            .route("/orders/{number}/person", read(person::show))
            .route("/orders/{number}/slip", read(slip::show))
            .route("/orders/{number}/label", read(preview::show))
            .route("/orders/{number}/label.{format}", read(label::show))
            .route("/orders/{number}/label/look", read(look::show))
            // They leave a word in the history: not asked twice by itself.
            .route("/orders/{number}/return-label", once().to(return_label::show))
            .route("/orders/{number}/label/official", once().to(official::show)),
    );
}
