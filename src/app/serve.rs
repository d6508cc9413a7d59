//! The shop's server: what stands around every page, and in which order.

use std::net::TcpListener;

use actix_web::dev::Server;
use actix_web::http::Method;
use actix_web::http::header::{LOCATION, VARY};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self as actix, Data, PayloadConfig, ServiceConfig, route};
use actix_web::{App, HttpRequest, HttpResponse};
use metrics_exporter_prometheus::PrometheusHandle;

use crate::app::probes;
use crate::catalogue::Goods;
use crate::config::{MapSettings, PostSettings, Sender};
use crate::db::health::Health;
use crate::db::pools::Pools;
use crate::i18n::Lang;
use crate::orders::bulk::paper::Press;
use crate::pickup::Points;
use crate::post::Carrier;
use crate::web::door::{self, Door};
use crate::web::listen::{self, Manners};
use crate::web::ways::{self, reading};
use crate::web::{
    Answer, Error, Site, assets, error_page, form, headers, in_place, journal, origin, outage, session,
    wants, whole,
};
use crate::{about, basket, catalogue, checkout, merchant, orders, pickup};

/// Lines to the database of each worker: enough for its requests, which hold one for a question at a time.
const LINES: u32 = 6;
/// Its connections for transactions: those of an order take a few milliseconds.
const TRANSACTIONS: u32 = 2;
/// What is being asked when the shop is told to stop is answered within so many seconds.
const LAST_ANSWERS: u64 = 10;

/// What every worker gets.
#[derive(Clone)]
pub struct Parts {
    /// What every handler stands on.
    pub site: Site,
    /// Where each worker gets connections of its own.
    pub pools: Pools,
    /// What `/readyz` looks at.
    pub health: Health,
    /// The carrier's settings.
    pub post: PostSettings,
    /// Who sells.
    pub sender: Sender,
    /// What the map may use.
    pub maps: MapSettings,
    /// The carrier.
    pub carrier: Carrier,
    /// The pick-up points.
    pub points: Points,
    /// The goods.
    pub goods: Goods,
    /// What is counted.
    pub metrics: PrometheusHandle,
    /// Whether `/metrics` is answered here.
    pub with_metrics: bool,
    /// How requests are received.
    pub door: Door,
}

impl Parts {
    /// Serves until it is stopped.
    ///
    /// # Errors
    /// When the listener cannot be used.
    pub fn serve(self, listener: TcpListener) -> std::io::Result<Server> {
        let workers = std::thread::available_parallelism().map_or(2, |cores| cores.get().min(4));
        let crowd = self.door.crowd.clone();
        let most = crowd.most_of_each(workers);
        let press = Press::default();
        // Called once by each worker, on its own thread.
        let app = move || {
            let mut parts = self.clone();
            parts.site.ground.pool = parts.pools.pages(TRANSACTIONS);
            parts.site.ground.lines = parts.pools.lines(LINES);
            parts.site.counter = parts.site.counter.over(parts.pools.counter());
            let health = parts.health.over(parts.site.ground.pool.clone());
            let session = session::middleware(&parts.site);
            App::new()
                .app_data(Data::new(parts.site))
                .app_data(Data::new(health))
                .app_data(Data::new(parts.post))
                .app_data(Data::new(parts.maps))
                .app_data(Data::new(parts.sender))
                .app_data(Data::new(parts.carrier))
                .app_data(Data::new(parts.points))
                .app_data(Data::new(parts.goods))
                .app_data(Data::new(parts.metrics))
                .app_data(Data::new(parts.door))
                .app_data(Data::new(press.clone()))
                .app_data(PayloadConfig::new(form::LIMIT))
                .wrap(from_fn(door::receive))
                .wrap(from_fn(error_page::add))
                .wrap(from_fn(headers::add))
                .wrap(from_fn(door::part))
                .wrap(from_fn(journal::keep))
                .configure(|cfg| probes::routes(cfg, parts.with_metrics))
                .route("/static/{name:.*}", reading().to(assets::show))
                .configure(pickup::names)
                .service(
                    actix::scope("")
                        .wrap(session)
                        .wrap(from_fn(session::own))
                        .wrap(from_fn(in_place::tell))
                        .wrap(from_fn(outage::watch))
                        .wrap(from_fn(origin::check))
                        .wrap(Compress::default())
                        .wrap(from_fn(wants::settle))
                        .wrap(from_fn(whole::keep))
                        .configure(people),
                )
                .default_service(route().to(nowhere))
        };
        // A browser that has closed its connection waits for nothing any more.
        let manners =
            Manners { workers, most, idle: door::IDLE, half_closed: false, last_answers: LAST_ANSWERS };
        listen::serve(listener, manners, move |io, data| crowd.welcome(io, data), app)
    }
}

/// Pages for people.
fn people(cfg: &mut ServiceConfig) {
    cfg.route("/", reading().to(door));
    merchant::routes(cfg);
    // Routes are tried one after the other: what is asked for most comes first.
    catalogue::routes(cfg);
    basket::routes(cfg);
    checkout::routes(cfg);
    orders::routes(cfg);
    about::routes(cfg);
}

/// No page has this address, or it is not asked for in this way.
async fn nowhere(request: HttpRequest) -> Answer {
    let pattern = request.resource_map().match_pattern(request.path());
    let first = request.path().split('/').nth(1).unwrap_or_default();
    // What stands in the language's place is no language: no page is there at all.
    if pattern.is_some_and(|pattern| pattern.starts_with("/{lang}") && Lang::parse(first).is_none()) {
        return Err(Error::NotFound);
    }
    let Some(methods) = ways::of(&request) else { return astray(&request).ok_or(Error::NotFound) };
    if request.method() == Method::OPTIONS { Ok(ways::options(methods)) } else { Err(Error::Method(methods)) }
}

/// The way to a page whose address was written with a stroke too many: `/de/basket/`, `/de//basket`.
fn astray(request: &HttpRequest) -> Option<HttpResponse> {
    let (path, looks) = (request.uri().path(), [Method::GET, Method::HEAD].contains(request.method()));
    let parts = path.split('/').filter(|part| !part.is_empty());
    let tidy = parts.fold(String::new(), |tidy, part| tidy + "/" + part);
    let first = tidy.split('/').nth(1).unwrap_or_default();
    let is_page = |pattern: String| !pattern.starts_with("/{lang}") || Lang::parse(first).is_some();
    let there = looks && tidy != path && request.resource_map().match_pattern(&tidy).is_some_and(is_page);
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    there.then(|| HttpResponse::PermanentRedirect().insert_header((LOCATION, tidy + &query)).finish())
}

/// The door: on to the visitor's language.
async fn door(request: HttpRequest) -> HttpResponse {
    let lang = wants::language(request.headers());
    HttpResponse::Found()
        .insert_header((LOCATION, format!("/{lang}/")))
        .insert_header((VARY, "accept-language"))
        .finish()
}
