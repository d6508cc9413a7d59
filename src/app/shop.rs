//! Opens the shop, and closes it.

use std::net::{SocketAddr, TcpListener};
use std::rc::Rc;
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use metrics_exporter_prometheus::PrometheusHandle;
use url::Url;

use crate::app::jobs::{self, Calendar, Follow, Refresh};
use crate::app::serve::Parts;
use crate::app::tasks::Tasks;
use crate::app::{frame, probes};
use crate::catalogue::Goods;
use crate::clock::Clock;
use crate::config::{MailServer, MailSettings, Profile, Settings};
use crate::db::database::seal;
use crate::db::turns::Turns;
use crate::db::{Database, OpenError};
use crate::ground::{Bell, Ground};
use crate::ids::Random;
use crate::limit::Limits;
use crate::mail::Transport;
use crate::orders::asker;
use crate::orders::mails::jobs::send_mails::Mailer;
use crate::orders::mails::writer::Writer;
use crate::orders::track::Tracker;
use crate::orders::watch::Watcher;
use crate::pickup::feed::keeper::Rhythm;
use crate::pickup::jobs::refresh_points::Asker;
use crate::post::Carrier;
use crate::sandbox::Playing;
use crate::shipping::holidays;
use crate::shipping::shipment::Forwarder;
use crate::shipping::shipment::label_order::label_sender;
use crate::shipping::tracking::{Follower, Pace};
use crate::web::buckets::Buckets;
use crate::web::crowd::Crowd;
use crate::web::door::Door;
use crate::web::drain::Drain;
use crate::web::hosts::Hosts;
use crate::web::seats::Counter;
use crate::web::{Site, form};
use crate::{calendar, catalogue, identity, memory, merchant, pickup, sandbox};

/// A running shop.
pub struct Running {
    /// Where it is reached from outside.
    pub url: Url,
    /// Where it listens.
    pub at: SocketAddr,
    /// Where the simulator's console is, if it plays.
    pub console: Option<Url>,
    /// Where `/metrics` is answered, if on a listener of its own.
    pub metrics_at: Option<SocketAddr>,
    servers: Vec<ServerHandle>,
    /// Stopped after them: the shop asks it to the last.
    simulator: Option<Playing>,
    /// Where a simulator is asked that is not ours, over plain http.
    elsewhere: Option<String>,
    tasks: Tasks,
    drain: (Drain, Duration),
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

/// How the shop receives.
fn door(settings: &Settings, at: SocketAddr, drain: &Drain) -> Door {
    Door {
        hosts: Hosts::of_shop(settings.public_url.as_ref(), at),
        limit: form::LIMIT,
        larger: Some((merchant::pages::payments::ADDRESS, form::LARGE)),
        crowd: Crowd::with_share(75),
        drain: drain.clone(),
    }
}

/// Opens the shop, on this clock and with this randomness.
///
/// # Errors
/// See [`StartError`].
pub async fn start(mut settings: Settings, clock: Clock, random: Random) -> Result<Running, StartError> {
    // Ports first: they are what is most often wrong, and the quickest to find out.
    let (listener, at) = listen("SHOP_BIND", settings.bind)?;
    frame::frame().put_up();
    // Before anything that counts.
    let counting = probes::metrics_handle();
    let metrics = settings.metrics_bind.map(|at| listen("METRICS_BIND", at)).transpose()?;
    let url = reached(settings.public_url.as_ref(), at)?;
    let simulator = start_simulator(&mut settings, &url, &clock, &random)?;
    let database = Database::open_once_primary(&settings).await?;
    // What is taken now is not taken while the shop is open: signing in never grows it.
    identity::password::furnish();
    let named = settings.merchant.as_ref();
    let first_merchant = identity::enrol::first(&database.pool, (&clock, &random), named);
    let first_merchant = first_merchant.await.map_err(other)?;
    let demo = settings.post.profile == Profile::Sandbox;
    let points = pickup::feed::import::load(&database.pool, demo, clock.now()).await.map_err(other)?;
    let goods = Goods::default();
    catalogue::store::read(&database.pool, &goods).await.map_err(other)?;
    let carrier = Carrier::new(&settings.post, clock.clone(), random.clone()).map_err(other)?;
    let site = site(&settings, &database, (clock, random), &url).await?;
    let (health, drain) = (database.health(), (Drain::default(), settings.drain));
    let door = door(&settings, at, &drain.0);
    let parts = Parts {
        with_metrics: metrics.is_none() && at.ip().is_loopback() && !site.has_public_url,
        site,
        pools: database.pools.clone(),
        health,
        post: settings.post,
        sender: settings.sender,
        maps: settings.maps,
        carrier,
        points,
        goods,
        metrics: counting.clone(),
        door,
    };
    let elsewhere = parts.post.base_url.as_ref().filter(|url| url.scheme() == "http").map(Url::to_string);
    let tasks = begin_tasks(&parts, demo, mailer(&parts, settings.mail));
    let metrics_at = metrics.as_ref().map(|(_, at)| *at);
    let mut servers = vec![run(parts.serve(listener).map_err(other)?)];
    if let Some((listener, _)) = metrics {
        servers.push(run(probes::metrics_server(listener, counting).map_err(other)?));
    }
    let console = simulator.as_ref().map(|played| played.console.clone());
    Ok(Running {
        url,
        at,
        console,
        metrics_at,
        servers,
        simulator,
        elsewhere,
        tasks,
        drain,
        database,
        first_merchant,
    })
}

/// Where the shop is reached: where it listens, unless it is told otherwise.
fn reached(public: Option<&Url>, at: SocketAddr) -> Result<Url, StartError> {
    public.map_or_else(|| Url::parse(&format!("http://{at}")).map_err(other), |url| Ok(url.clone()))
}

/// What every handler stands on.
async fn site(
    settings: &Settings,
    database: &Database,
    (clock, random): (Clock, Random),
    url: &Url,
) -> Result<Site, StartError> {
    let seal = seal(&database.pool, &random).await.map_err(other)?;
    Ok(Site {
        limits: Limits::new(seal.clone(), settings.limits),
        seal,
        ground: Ground {
            pool: database.pool.clone(),
            lines: database.pools.lines(2),
            clock,
            calendar: calendar::Calendar::default(),
            random,
            turns: Turns::default(),
            bell: Bell::default(),
        },
        counter: Counter::new(database.pools.counter()),
        pulse: database.pools.pulse.clone(),
        public_url: url.clone(),
        has_public_url: settings.public_url.is_some(),
        trusted_proxies: settings.trusted_proxies.clone().into(),
        buckets: Buckets::default(),
    })
}

fn other(error: impl std::fmt::Display) -> StartError {
    StartError::Other(error.to_string())
}

/// Starts the simulator, if it plays for the shop at this address.
fn start_simulator(
    settings: &mut Settings,
    shop: &Url,
    clock: &Clock,
    random: &Random,
) -> Result<Option<Playing>, StartError> {
    if !settings.with_sandbox {
        return Ok(None);
    }
    let (listener, at) = listen("SANDBOX_BIND", settings.sandbox_bind)?;
    settings.sandbox_listens_at(at);
    let (shop, clock, random) = (Some(shop.clone()), clock.clone(), random.clone());
    let played = sandbox::start((listener, at), settings, shop, clock, random).map_err(other)?;
    if let Some(at) = played.mail {
        settings.mail.server = Some(MailServer::here(at));
    }
    Ok(Some(played))
}

/// Who sends mails; nobody where a simulator of another machine plays and `MAIL_URL` is not set.
fn mailer(parts: &Parts, mail: MailSettings) -> Option<Mailer> {
    let MailSettings { server, merchant } = mail;
    let Some(server) = server else {
        tracing::warn!("mails are written down and wait: MAIL_URL names no server that takes them");
        return None;
    };
    let (url, sender) = (parts.site.public_url.clone(), parts.sender.clone());
    let transport = Transport::new(server, url.host_str());
    let ground = parts.site.ground.clone();
    let (points, calendar) = (parts.points.clone(), ground.calendar.clone());
    Some(Mailer { ground, transport, writer: Writer { sender, merchant, url, points, calendar } })
}

/// Begins what goes on beside the requests.
fn begin_tasks(parts: &Parts, demo: bool, mailer: Option<Mailer>) -> Tasks {
    let (ground, post) = (parts.site.ground.clone(), &parts.post);
    let Ground { pool, clock, random, .. } = ground.clone();
    let (rhythm, points) = (Rhythm { look: post.locations_look, demo }, parts.points.clone());
    let asker = Asker { pool: pool.clone(), carrier: parts.carrier.clone(), clock, random };
    let first = chrono::TimeDelta::from_std(post.locations_look).unwrap_or_default();
    let (carrier, licence) = (parts.carrier.clone(), post.franking_licence.clone());
    let watcher = Watcher { ground: ground.clone(), points: parts.points.clone() };
    let forwarder = Forwarder {
        ground: ground.clone(),
        carrier,
        licence,
        sender: label_sender(&parts.sender),
        gate: Rc::new(watcher.clone()),
    };
    let confirm = asker::Asker::new(&ground, &parts.carrier, post);
    let refresh = post.locations_every.map(|every| Refresh { asker, every, first });
    let dialect = parts.carrier.dialect();
    for sentence in dialect.without() {
        tracing::warn!("{sentence}");
    }
    // Without a scope nobody is asked.
    let published = dialect.scope_delivery.is_some();
    let asker = holidays::refresh::Asker { ground: ground.clone(), carrier: parts.carrier.clone() };
    let calendar = published.then_some(Calendar { asker, first });
    let follower =
        Follower { ground: ground.clone(), carrier: parts.carrier.clone(), pace: Pace::of(post.profile) };
    let follow = Follow { every: follower.pace.look(), tracker: Tracker { follower } };
    let worker = jobs::worker(&ground, (confirm, forwarder, watcher), (follow, mailer), refresh, calendar);
    let metrics = parts.metrics.clone();
    let tasks = Tasks::default();
    tasks.keep_ending("jobs", move |over| Rc::clone(&worker).work(over));
    let goods = (pool.clone(), parts.goods.clone());
    let look = (pool.clone(), ground.calendar.clone());
    tasks.keep("holidays", move || holidays::keeper::keep(look.0.clone(), look.1.clone(), rhythm.look));
    tasks.keep("points", move || pickup::feed::keeper::keep(pool.clone(), points.clone(), rhythm));
    tasks.keep("goods", move || catalogue::keeper::keep(goods.0.clone(), goods.1.clone()));
    tasks.keep("tidy", move || tidy_up(metrics.clone()));
    tasks
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
        let elsewhere = self.elsewhere.as_ref().map(|base| {
            format!(" · Post is played by a simulator, asked over plain http, which anybody on the way can read: {base}")
        });
        let elsewhere = elsewhere.unwrap_or_default();
        format!("murmel is open: {}{console}{elsewhere}{}", self.url, merchant.unwrap_or_default())
    }

    /// Waits until the shop has lost its Postgres for good; gives the sentence about it.
    pub async fn lost(&self) -> String {
        self.database.lost().await
    }

    /// Closes the shop: load balancers are sent elsewhere, what is being asked is answered, then Postgres stops.
    pub async fn stop(self) {
        let (drain, time) = self.drain;
        drain.begin();
        tokio::time::sleep(time).await;
        for server in self.servers {
            server.stop(true).await;
        }
        self.tasks.end().await;
        if let Some(played) = self.simulator {
            played.stop().await;
        }
        self.database.close().await;
    }
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

/// Measured times are kept one by one until they are counted: every few seconds, whether anybody asks for them or not.
/// This is no thread that answers requests, so that it may take its time.
async fn tidy_up(metrics: PrometheusHandle) {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        metrics.run_upkeep();
        memory::give_back();
    }
}
