//! Puts the parts together: the one file that knows every subject.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::http::header::{ACCEPT_LANGUAGE, LOCATION, VARY};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self as actix, Data, PayloadConfig, ServiceConfig, get, head};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use chrono::TimeDelta;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use url::Url;

use crate::clock::Clock;
use crate::config::{MapSettings, PostSettings, Profile, Settings};
use crate::db::database::seal;
use crate::db::health::Health;
use crate::db::{Database, OpenError, sessions};
use crate::i18n::Lang;
use crate::ids::Random;
use crate::pickup::Points;
use crate::pickup::keeper::{Asker, Rhythm};
use crate::post::Carrier;
use crate::web::{Ground, assets, error, form, headers, journal, origin, session};
use crate::{about, basket, catalogue, checkout, merchant, orders, pickup, sandbox};

/// A running shop.
pub struct Running {
    /// Where it is reached from outside.
    pub url: Url,
    /// Where it listens.
    pub at: SocketAddr,
    /// Where the simulator's console is, if it plays.
    pub console: Option<Url>,
    servers: Vec<ServerHandle>,
    database: Database,
    first_merchant: Option<(String, String)>,
}

/// Why the shop does not open, in one sentence.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A port that is taken, or an address that is not this machine's.
    #[error("{0}={1} cannot be listened on ({2}); stop what runs there, or set {0} to another address")]
    Listen(&'static str, SocketAddr, std::io::Error),
    /// No database.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// Anything else.
    #[error("the shop cannot be opened: {0}")]
    Other(String),
}

/// Opens the shop.
///
/// # Errors
/// See [`StartError`].
pub async fn start(mut settings: Settings) -> Result<Running, StartError> {
    let other = |error: &dyn std::fmt::Display| StartError::Other(error.to_string());
    // Ports first: they are what is most often wrong, and the quickest to find out.
    let (listener, at) = listen("SHOP_BIND", settings.bind)?;
    let (clock, random) = (Clock::System, Random::system());
    let mut servers = Vec::new();
    let mut console = None;
    if settings.with_sandbox {
        let (listener, at) = listen("SANDBOX_BIND", settings.sandbox_bind)?;
        settings.sandbox_listens_at(at);
        let server = sandbox::start(listener, clock.clone(), random.clone()).map_err(|e| other(&e))?;
        servers.push(run(server));
        console = Url::parse(&format!("http://{at}/console")).ok();
    }
    let database = Database::open_once_primary(&settings).await?;
    let pool = database.pool.clone();
    let seal = seal(&pool, &random).await.map_err(|e| other(&e))?;
    let demo = settings.post.profile == Profile::Sandbox;
    let points = pickup::import::load(&pool, demo, clock.now()).await.map_err(|e| other(&e))?;
    let first_merchant = merchant::enrol::first(&pool, (&clock, &random), settings.merchant.as_ref());
    let first_merchant = first_merchant.await.map_err(|e| other(&e))?;
    let carrier = Carrier::new(&settings.post, clock.clone()).map_err(|e| other(&e))?;
    let local = Url::parse(&format!("http://{at}")).map_err(|e| other(&e))?;
    let url = settings.public_url.clone().unwrap_or(local);
    let ground = Ground { pool, clock, random, seal, public_url: url.clone(), limits: settings.limits };
    let rhythm = Rhythm { look: settings.post.locations_look, every: settings.post.locations_every, demo };
    let (maps, metrics) = (settings.maps, metrics_handle());
    let health = database.health();
    let parts = Parts { ground, health, post: settings.post, maps, carrier, points, metrics };
    actix_web::rt::spawn(sweep(parts.ground.clone()));
    let Ground { pool, clock, random, .. } = parts.ground.clone();
    let asker = Asker { pool, carrier: parts.carrier.clone(), clock, random };
    actix_web::rt::spawn(pickup::keeper::keep(asker, parts.points.clone(), rhythm));
    servers.push(run(parts.serve(listener).map_err(|e| other(&e))?));
    Ok(Running { url, at, console, servers, database, first_merchant })
}

impl Running {
    /// What to tell the person who opened the shop.
    #[must_use]
    pub fn greeting(&self) -> String {
        let console =
            self.console.as_ref().map(|url| format!(" · Post's simulator: {url}")).unwrap_or_default();
        let merchant = self.first_merchant.as_ref().map(|(email, password)| {
            let base = self.url.as_str().trim_end_matches('/');
            format!("\nMerchant: {base}/merchant · {email} · password {password} (shown only this once)")
        });
        format!("murmel is open: {}{console}{}", self.url, merchant.unwrap_or_default())
    }

    /// Waits until the shop has lost its Postgres for good; gives the sentence about it.
    pub async fn lost(&self) -> String {
        self.database.lost().await
    }

    /// Closes the shop: what is being answered is answered, then Postgres stops.
    pub async fn stop(self) {
        for server in self.servers {
            server.stop(true).await;
        }
        self.database.close().await;
    }
}

/// What every worker gets.
#[derive(Clone)]
struct Parts {
    ground: Ground,
    health: Health,
    post: PostSettings,
    maps: MapSettings,
    carrier: Carrier,
    points: Points,
    metrics: PrometheusHandle,
}

impl Parts {
    fn serve(self, listener: TcpListener) -> std::io::Result<Server> {
        let workers = std::thread::available_parallelism().map_or(2, |cores| cores.get().min(4));
        let app = move || {
            let parts = self.clone();
            App::new()
                .app_data(Data::new(parts.ground.clone()))
                .app_data(Data::new(parts.health))
                .app_data(Data::new(parts.post))
                .app_data(Data::new(parts.maps))
                .app_data(Data::new(parts.carrier))
                .app_data(Data::new(parts.points))
                .app_data(Data::new(parts.metrics))
                .app_data(PayloadConfig::new(form::LIMIT))
                .wrap(from_fn(error::pages))
                .wrap(from_fn(headers::add))
                .wrap(from_fn(journal::keep))
                .configure(machines)
                .route("/static/{name:.*}", get().to(assets::show))
                .configure(checkout::names)
                .service(
                    actix::scope("")
                        .wrap(session::middleware(&parts.ground))
                        .wrap(from_fn(origin::check))
                        .wrap(Compress::default())
                        .configure(people),
                )
        };
        // Without it the last piece of a compressed page waits 40 ms for the acknowledgement of the piece before.
        let server = HttpServer::new(app).tcp_nodelay(true);
        let server = server.workers(workers).shutdown_timeout(5).disable_signals();
        Ok(server.listen(listener)?.run())
    }
}

/// Every page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    use crate::checkout::pages::{address, card, collector, delivery, payment, point, post_map, review};
    let mut samples = catalogue::pages::home::samples(lang);
    samples.extend(catalogue::pages::product::samples(lang));
    samples.extend(basket::pages::basket::samples(lang));
    samples
        .extend([address::samples, delivery::samples, point::samples].into_iter().flat_map(|all| all(lang)));
    samples.extend(
        [card::samples, post_map::samples, collector::samples, payment::samples, review::samples]
            .into_iter()
            .flat_map(|all| all(lang)),
    );
    samples.extend(orders::pages::order::samples(lang));
    samples.extend(about::pages::terms::samples(lang));
    samples.extend(about::pages::about::samples(lang));
    if lang == Lang::En {
        samples.extend(merchant::pages::sign_in::samples());
        samples.extend(merchant::pages::orders::samples());
        samples.extend(merchant::pages::order::samples());
        samples.extend(merchant::pages::points::samples());
    }
    samples
}

/// Pages for people.
fn people(cfg: &mut ServiceConfig) {
    cfg.route("/", get().to(door));
    merchant::routes(cfg);
    // Routes are tried one after the other: what is asked for most comes first.
    catalogue::routes(cfg);
    basket::routes(cfg);
    checkout::routes(cfg);
    orders::routes(cfg);
    about::routes(cfg);
}

/// Answers for load balancers and monitors.
fn machines(cfg: &mut ServiceConfig) {
    // Load balancers ask with GET or with HEAD.
    for method in [get, head] {
        cfg.route("/healthz", method().to(|| async { HttpResponse::Ok().body("ok") }));
        cfg.route("/readyz", method().to(ready));
    }
    cfg.route("/metrics", get().to(measures));
}

async fn ready(health: Data<Health>) -> HttpResponse {
    match health.look().await {
        Ok(()) => HttpResponse::Ok().body("ready"),
        Err(why) => HttpResponse::ServiceUnavailable().content_type("text/plain").body(why.to_string()),
    }
}

/// Prometheus text, for this machine only: not for whom a proxy speaks.
async fn measures(
    request: HttpRequest,
    handle: Data<PrometheusHandle>,
) -> Result<HttpResponse, error::Error> {
    let near = request.peer_addr().is_some_and(|peer| peer.ip().is_loopback());
    let forwarded = ["x-forwarded-for", "forwarded"].iter().any(|name| request.headers().contains_key(*name));
    if !near || forwarded {
        return Err(error::Error::NotFound);
    }
    handle.run_upkeep();
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(handle.render()))
}

/// The door: on to the visitor's language.
async fn door(request: HttpRequest) -> HttpResponse {
    let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = Lang::accepted(header.unwrap_or_default());
    HttpResponse::Found()
        .insert_header((LOCATION, format!("/{lang}/")))
        .insert_header((VARY, "accept-language"))
        .finish()
}

/// Listens at an address; gives the real one where any free port was asked for.
///
/// # Errors
/// [`StartError::Listen`].
pub fn listen(name: &'static str, at: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let wrong = |error| StartError::Listen(name, at, error);
    let listener = TcpListener::bind(at).map_err(wrong)?;
    let at = listener.local_addr().map_err(wrong)?;
    Ok((listener, at))
}

fn run(server: Server) -> ServerHandle {
    let handle = server.handle();
    actix_web::rt::spawn(server);
    handle
}

/// One recorder a process; tests open several shops in one.
fn metrics_handle() -> PrometheusHandle {
    static HANDLE: std::sync::OnceLock<PrometheusHandle> = std::sync::OnceLock::new();
    let make = || {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        let _ = metrics::set_global_recorder(recorder);
        handle
    };
    HANDLE.get_or_init(make).clone()
}

/// Once an hour sweeps out expired sessions, and drafts that were left a day ago, as the privacy page promises.
async fn sweep(ground: Ground) {
    loop {
        let now = ground.clock.now();
        let drafts = checkout::store::sweep(&ground.pool, now - TimeDelta::hours(24)).await;
        if let Err(error) = drafts.and(sessions::sweep(&ground.pool, now).await) {
            tracing::warn!(%error, "what has expired could not be swept out");
        }
        tokio::time::sleep(Duration::from_hours(1)).await;
    }
}
