//! The simulator's server and its routes.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::dev::{Extensions, ServerHandle};
use actix_web::http::Method;
use actix_web::http::header::ALLOW;
use actix_web::middleware::from_fn;
use actix_web::web::{Data, PayloadConfig, ServiceConfig, route, scope};
use actix_web::{App, HttpRequest, HttpResponse};
use tokio_util::sync::{CancellationToken, DropGuard};
use url::Url;

use crate::clock::Clock;
use crate::config::{Delays, PlayedParcels, Settings};
use crate::ids::Random;
use crate::lasting;
use crate::sandbox::barcode::{label, single};
use crate::sandbox::console::House;
use crate::sandbox::desk::Desk;
use crate::sandbox::file::Place;
use crate::sandbox::pace::Pace;
use crate::sandbox::timetable::Moves;
use crate::sandbox::{
    addresses, console, delivery, headers, locations, mail, oauth, openapi, tracking, users, widget, wire,
};
use crate::web::crowd::Crowd;
use crate::web::door::{self, Door};
use crate::web::drain::Drain;
use crate::web::hosts::Hosts;
use crate::web::listen::{self, Manners};
use crate::web::ways::{self, reading, writing};

/// The largest request: 64 KiB.
const LIMIT: usize = 64 * 1024;
/// So long what has changed is kept in memory only.
const UNSAVED: Duration = Duration::from_millis(300);

/// The simulator while it plays.
pub struct Playing {
    /// Where its console is: by the name that other machines know it by, else where it listens.
    pub console: Url,
    /// Where it takes the shop's mails, unless they go elsewhere.
    pub mail: Option<SocketAddr>,
    server: ServerHandle,
    desk: Data<Desk>,
    _keeping: DropGuard,
    _listening: Option<DropGuard>,
}

impl Playing {
    /// Ends the play; what was changed is kept.
    pub async fn stop(self) {
        self.server.stop(true).await;
        self.desk.save();
    }
}

/// Starts the simulator on a listener. `shop` is where its shop's merchant can be led to.
///
/// # Errors
/// When the listener cannot be used.
pub fn start(
    (listener, at): (TcpListener, SocketAddr),
    settings: &Settings,
    shop: Option<Url>,
    clock: Clock,
    random: Random,
) -> std::io::Result<Playing> {
    let public = settings.sandbox_public_url.as_ref();
    let url = public.cloned().map_or_else(|| Url::parse(&format!("http://{at}")), Ok);
    let url = url.map_err(std::io::Error::other)?;
    let is_private = at.ip().is_loopback() && public.is_none();
    let desk = Data::new(desk(settings, (clock, random), is_private));
    let house = Data::new(House { url: url.clone(), shop });
    // Each connection has a second handle.
    let crowd = Crowd::with_share(12);
    let (hosts, drain) = (Hosts::of_simulator(public, at), Drain::default());
    let door = Data::new(Door { hosts, limit: LIMIT, larger: None, crowd: crowd.clone(), drain });
    let most = crowd.most_of_each(1);
    let kept = desk.clone();
    let app = move || {
        App::new()
            .app_data(desk.clone())
            .app_data(house.clone())
            .app_data(door.clone())
            .app_data(PayloadConfig::new(LIMIT))
            .wrap(from_fn(door::receive))
            .wrap(from_fn(headers::add))
            .wrap(from_fn(door::part))
            .configure(routes)
            .configure(console::routes)
            .default_service(route().to(not_imitated))
    };
    let welcome = move |io: &dyn std::any::Any, data: &mut Extensions| {
        wire::keep(io, data);
        crowd.welcome(io, data);
    };
    let manners = Manners { workers: 1, most, idle: door::IDLE, half_closed: true, last_answers: 1 };
    let server = listen::serve(listener, manners, welcome, app)?;
    let (handle, over) = (server.handle(), CancellationToken::new());
    actix_web::rt::spawn(server);
    let records = kept.clone();
    let keeping = lasting::keep("simulator_records", over.clone(), move |over| keep(records.clone(), over));
    actix_web::rt::spawn(keeping);
    let console = url.join("console").map_err(std::io::Error::other)?;
    let mail = settings.mail.server.is_none().then(|| mail::listen::start(kept.clone())).transpose()?;
    let (mail, listening) = mail.unzip();
    Ok(Playing {
        console,
        mail,
        server: handle,
        desk: kept,
        _keeping: over.drop_guard(),
        _listening: listening,
    })
}

/// What it remembers, as it is set.
fn desk(settings: &Settings, world: (Clock, Random), is_private: bool) -> Desk {
    let pace = match settings.sandbox_delays {
        Delays::None => Pace::None,
        Delays::Honest => Pace::Honest,
    };
    let folder = settings.sandbox_state.as_deref().map(Place::at);
    let moves = match settings.sandbox_parcels {
        PlayedParcels::OnDemand => Moves::OnDemand,
        PlayedParcels::ByClock => Moves::ByClock,
    };
    Desk::new(world, folder, pace, is_private).moving(moves)
}

/// Writes the records a moment after they have changed.
async fn keep(desk: Data<Desk>, over: CancellationToken) {
    while over.run_until_cancelled(tokio::time::sleep(UNSAVED)).await.is_some() {
        let desk = desk.clone();
        let _ = tokio::task::spawn_blocking(move || desk.save()).await;
    }
}

fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/OAuth/token", writing().to(oauth::token));
    cfg.route("/pickpost/v1/users", writing().to(users::users));
    cfg.route("/barcode/v1/generateAddressLabel", writing().to(label::generate_address_label));
    cfg.route("/barcode/v1/generateSingleBarcodes", writing().to(single::generate_single_barcodes));
    cfg.service(
        scope("/address/v1")
            .route("/addresses/validation", writing().to(addresses::validation))
            .route("/zips", reading().to(addresses::zips))
            .route("/streets", reading().to(addresses::streets))
            .route("/houses", reading().to(addresses::houses))
            .route("/house-numbers", reading().to(addresses::house_numbers)),
    );
    let tracked = "/logistics/mailpiece/tracking/business/v1/mailpieces";
    cfg.route(tracked, writing().to(tracking::mailpieces));
    cfg.service(
        scope("/delivery/v1")
            .route("/options/holidays", reading().to(delivery::holidays))
            .route("/deliverabilities/when", reading().to(delivery::when))
            .route("/deliverabilities/when", writing().to(delivery::when_by_body)),
    );
    cfg.service(
        scope("/StandortSuche/StaoCacheServiceV2/api/v1")
            .route("/Types", reading().to(locations::types))
            .route("/Geocode", reading().to(locations::geocode))
            .route("/Find", reading().to(locations::find))
            .route("/Poi", reading().to(locations::poi)),
    );
    cfg.route("/openapi.json", reading().to(openapi::page::json));
    cfg.route("/openapi", reading().to(openapi::page::show));
    cfg.route("/openapi/openapi.css", reading().to(openapi::page::sheet));
    cfg.route("/widget", reading().to(widget::show));
    cfg.route("/widget/widget.js", reading().to(widget::script));
}

/// No address of the simulator's, or not asked for in this way.
async fn not_imitated(request: HttpRequest) -> HttpResponse {
    let said = |error, words| serde_json::json!({"error": error, "error_description": words});
    match ways::of(&request) {
        Some(methods) if request.method() == Method::OPTIONS => ways::options(methods),
        Some(methods) => {
            let body = said("method_not_allowed", "The simulator is asked for this in another way.");
            HttpResponse::MethodNotAllowed().insert_header((ALLOW, methods)).json(body)
        }
        None => HttpResponse::NotFound().json(said("not_found", "The simulator does not imitate this.")),
    }
}
