//! The simulator's server and its routes.

use std::net::{SocketAddr, TcpListener};

use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::web::{Data, PayloadConfig, ServiceConfig, get, post, scope};
use actix_web::{App, HttpResponse, HttpServer};
use url::Url;

use crate::clock::Clock;
use crate::ids::Random;
use crate::sandbox::desk::Desk;
use crate::sandbox::{addresses, answers, console, delivery, locations, oauth, users, widget};
use crate::web::crowd::Crowd;
use crate::web::door::{self, Door};
use crate::web::drain::Drain;
use crate::web::hosts::Hosts;

/// The largest request: 64 KiB.
const LIMIT: usize = 64 * 1024;

/// Starts the simulator on a listener. It stops by its handle.
///
/// # Errors
/// When the listener cannot be used.
pub fn start(listener: TcpListener, hosts: Hosts, clock: Clock, random: Random) -> std::io::Result<Server> {
    let desk = Data::new(Desk::new(clock, random));
    let crowd = Crowd::with_share(25);
    let door = Data::new(Door { hosts, limit: LIMIT, crowd: crowd.clone(), drain: Drain::default() });
    let most = crowd.most_of_each(1);
    let app = move || {
        App::new()
            .app_data(desk.clone())
            .app_data(door.clone())
            .app_data(PayloadConfig::new(LIMIT))
            .wrap(from_fn(door::receive))
            .wrap(from_fn(answers::headers))
            .wrap(from_fn(door::part))
            .configure(routes)
            .default_service(get().to(not_imitated))
    };
    let server = HttpServer::new(app)
        .tcp_nodelay(true)
        .on_connect(move |io, data| crowd.welcome(io, data))
        .max_connections(most)
        .client_request_timeout(door::HEAD)
        .workers(1)
        .shutdown_timeout(1)
        .disable_signals();
    Ok(server.listen(listener)?.run())
}

/// Where its console is: by the name that other machines know it by, else where it listens.
///
/// # Errors
/// None that a listener's address can cause.
pub fn console_url(public: Option<&Url>, at: SocketAddr) -> Result<Url, url::ParseError> {
    let base =
        public.map_or_else(|| format!("http://{at}"), |url| url.as_str().trim_end_matches('/').to_owned());
    Url::parse(&format!("{base}/console"))
}

fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/OAuth/token", post().to(oauth::token));
    cfg.route("/pickpost/v1/users", post().to(users::users));
    cfg.service(
        scope("/address/v1")
            .route("/addresses/validation", post().to(addresses::validation))
            .route("/zips", get().to(addresses::zips))
            .route("/streets", get().to(addresses::streets))
            .route("/houses", get().to(addresses::houses))
            .route("/house-numbers", get().to(addresses::house_numbers)),
    );
    cfg.service(
        scope("/delivery/v1")
            .route("/options/holidays", get().to(delivery::holidays))
            .route("/deliverabilities/when", get().to(delivery::when)),
    );
    cfg.service(
        scope("/StandortSuche/StaoCacheServiceV2/api/v1")
            .route("/Types", get().to(locations::types))
            .route("/Geocode", get().to(locations::geocode))
            .route("/Find", get().to(locations::find))
            .route("/Poi", get().to(locations::poi)),
    );
    cfg.route("/widget", get().to(widget::show));
    cfg.route("/widget/widget.js", get().to(widget::script));
    cfg.route("/", get().to(console::show));
    cfg.route("/console", get().to(console::show));
    cfg.route("/console/console.css", get().to(console::sheet));
    cfg.route("/console/requests.json", get().to(console::requests));
    cfg.route("/console/reset", post().to(console::reset));
    cfg.route("/console/faults", post().to(console::faults));
}

async fn not_imitated() -> HttpResponse {
    let body = serde_json::json!({"error": "not_found", "error_description": "The simulator does not imitate this."});
    HttpResponse::NotFound().json(body)
}
