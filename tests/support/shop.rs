//! An open shop with its simulator, on ports of its own.

use std::collections::HashMap;
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use pickpost_shop::app;
use pickpost_shop::clock::Clock;
use pickpost_shop::config::Settings;
use pickpost_shop::db::database::seal;
use pickpost_shop::ids::Random;
use pickpost_shop::seal::Seal;
use serde_json::Value;
use sqlx::{Connection, PgConnection};
use tokio::sync::oneshot;

use super::cluster::fresh_database;
use super::patience;
use super::visitor::Visitor;

pub const MERCHANT: (&str, &str) = ("anna@example.ch", "murmel-murmel-murmel");

pub struct Shop {
    pub url: String,
    pub sandbox: String,
    pub database: String,
    /// Where `/metrics` is, if on a listener of its own.
    pub metrics: Option<String>,
    clock: Clock,
    host: Option<String>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Shop {
    pub async fn open() -> Self {
        Self::open_with(&[]).await
    }

    /// Opens a shop with settings that differ from the defaults.
    pub async fn open_with(settings: &[(&str, &str)]) -> Self {
        Self::open_at(Clock::System, settings).await
    }

    /// Opens a shop in which no time passes: what somebody may do so often in so long does not depend on how quick the machine is.
    pub async fn open_still(settings: &[(&str, &str)]) -> Self {
        Self::open_at(Clock::fixed(Clock::System.now()), settings).await
    }

    /// Opens a shop on a clock that the test may move.
    pub async fn open_at(clock: Clock, settings: &[(&str, &str)]) -> Self {
        let named =
            |name| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let database = match named("DATABASE_OWNER_URL").or_else(|| named("DATABASE_URL")) {
            Some(known) => known,
            None => fresh_database().await,
        };
        // The merchant of the template is there already; to look whether the password is still the same takes a hash.
        let fresh = named("DATABASE_URL").is_none() && named("MERCHANT_PASSWORD").is_none();
        let own = if fresh { &[("MERCHANT_EMAIL", ""), ("MERCHANT_PASSWORD", "")][..] } else { &[] };
        let settings = settings_of(&database, &[own, settings].concat());
        let host = settings.public_url.as_ref().and_then(|url| url.host_str()).map(ToOwned::to_owned);
        let (tell, told) = channel();
        let (stop, stopped) = oneshot::channel();
        let its = clock.clone();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let shop = app::start(settings, its, Random::system()).await.expect("the shop opens");
                tell.send((shop.at, shop.metrics_at, shop.console.clone())).expect("somebody waits");
                let _ = stopped.await;
                shop.stop().await;
            });
        });
        let (at, metrics, console) = told.recv().expect("the shop opens");
        let sandbox =
            console.map(|url| url.as_str().trim_end_matches("/console").to_owned()).unwrap_or_default();
        let url = format!("http://{at}");
        let metrics = metrics.map(|at| format!("http://{at}/metrics"));
        Self { url, sandbox, database, metrics, clock, host, stop: Some(stop), thread: Some(thread) }
    }

    /// Opens a shop whose key the test knows, since it passed in the randomness of which the key was made: that of an
    /// instance before, as all instances share the key of the first.
    pub async fn open_with_known_key(settings: &[(&str, &str)]) -> (Self, Seal) {
        let database = fresh_database().await;
        let known = Seal::new(Random::seeded(64).bytes());
        let pool = sqlx::PgPool::connect(&as_application(&database)).await.expect("the database");
        let made = seal(&pool, &Random::seeded(64)).await.expect("the first instance makes it");
        assert!(made.key() == known.key(), "the key is what randomness gave");
        pool.close().await;
        (Self::open_with(&[settings, &[("DATABASE_URL", &*database)]].concat()).await, known)
    }

    /// Another instance on the same database.
    pub async fn open_on(database: &str) -> Self {
        Self::open_with(&[("DATABASE_URL", database)]).await
    }

    /// Connections as the application has them.
    pub async fn app_pool(&self) -> sqlx::PgPool {
        sqlx::PgPool::connect(&as_application(&self.database)).await.expect("the database")
    }

    pub fn visitor(&self) -> Visitor {
        let mut visitor = Visitor::new(&self.url);
        visitor.host.clone_from(&self.host);
        visitor
    }

    /// A connection as the owner of the database, once the shop rests: whoever changes or counts rows past it meets no job
    /// half done.
    pub async fn owner(&self) -> PgConnection {
        self.rests().await;
        self.owner_meanwhile().await
    }

    /// As [`Self::owner`], while the shop is at work or may be.
    pub async fn owner_meanwhile(&self) -> PgConnection {
        PgConnection::connect(&self.database).await.expect("the database")
    }

    /// A connection as the application's login, as an attacker inside the application would have it, once the shop rests.
    pub async fn app_role(&self) -> PgConnection {
        self.rests().await;
        PgConnection::connect(&as_application(&self.database)).await.expect("the database")
    }

    /// Waits until the shop does nothing by itself: no job runs, and none is due on its clock.
    pub async fn rests(&self) {
        rests(&self.database, &self.clock).await;
    }

    /// Waits until Postgres says that somebody has waited for another one's lock for so long.
    pub async fn somebody_waits(&self, long: Duration) {
        let mut watcher = self.owner_meanwhile().await;
        let waits = "select count(*) from pg_stat_activity where datname = current_database()
            and wait_event_type = 'Lock' and query_start <= clock_timestamp() - make_interval(secs => $1)";
        for _ in patience() {
            let waiting = sqlx::query_scalar::<_, i64>(waits).bind(long.as_secs_f64());
            if waiting.fetch_one(&mut watcher).await.expect("a number") > 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("nobody waits for a lock for {long:?}");
    }

    pub async fn clerk(&self) -> Visitor {
        let mut clerk = self.visitor();
        clerk.get("/merchant/sign-in").await;
        // Many tests sign in at once, more than hash at once on a large machine.
        for _ in patience() {
            clerk.submit("password", &[("email", MERCHANT.0), ("password", MERCHANT.1)]).await;
            if clerk.status != 503 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert_eq!(clerk.path(), "/merchant/orders", "the merchant is signed in");
        clerk
    }

    /// An order as the merchant's JSON shows it.
    pub async fn json(&self, number: &str) -> Value {
        let mut clerk = self.clerk().await;
        clerk.get(&format!("/merchant/orders/{number}.json")).await;
        serde_json::from_str(&clerk.body).expect("JSON")
    }

    /// Waits until an order is so, as the merchant's JSON shows it.
    pub async fn until(&self, number: &str, is: impl Fn(&Value) -> bool) -> Value {
        let mut clerk = self.clerk().await;
        for _ in patience() {
            clerk.get(&format!("/merchant/orders/{number}.json")).await;
            let json: Value = serde_json::from_str(&clerk.body).expect("JSON");
            if is(&json) {
                return json;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{number} is never so: {}", clerk.body);
    }

    /// Waits until every mail that was written has gone: each has a line in its order's history.
    pub async fn told(&self) {
        let mut owner = self.owner_meanwhile().await;
        for _ in patience() {
            let unsent = sqlx::query_scalar::<_, i64>("select count(*) from mail where sent_at is null");
            if unsent.fetch_one(&mut owner).await.expect("the mails") == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("a mail is never sent");
    }

    /// Has the shop ask Post about every parcel now.
    pub async fn asks_about_parcels(&self) {
        let mut owner = self.owner().await;
        for due in [
            "update parcel_watch set next_at = now() - interval '1 second'",
            "update job_schedule set due_at = now() - interval '1 second' where kind = 'track_parcels'",
        ] {
            sqlx::query(due).execute(&mut owner).await.expect("due");
        }
    }

    /// Waits until an order stands there.
    pub async fn stands(&self, number: &str, state: &str) -> Value {
        self.until(number, |json| json["state"] == state).await
    }

    /// Waits until a page says something: what is changed past the shop it is told of a moment later.
    pub async fn says(&self, path: &str, words: &str) {
        let mut visitor = self.visitor();
        for _ in patience() {
            visitor.get(path).await;
            if visitor.body.contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{path} never says {words}: {}", visitor.body);
    }

    /// Makes the stone one of a merchant's own, which no parcel takes.
    pub async fn sells_a_stone_of_34_kilograms(&self) {
        let heavy = "update product set weight_g = 34000 where slug = 'granite-grill'";
        sqlx::query(heavy).execute(&mut self.owner().await).await.expect("heavier");
        self.says("/en/products/granite-grill", "34 kg").await;
    }

    /// Waits until the shop has asked by itself about whom it waits for, and rests: who clicks meanwhile gets that answer.
    pub async fn has_asked_by_itself(&self) {
        let resting = "select count(*) from job where kind = 'confirm_user_id' and leased_by is null and last_error is not null";
        let mut owner = self.owner_meanwhile().await;
        for _ in patience() {
            if sqlx::query_scalar::<_, i64>(resting).fetch_one(&mut owner).await.expect("a number") > 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the shop does not ask by itself");
    }

    /// Tells the shop of points that were changed past it, and waits until it shows them (`POST_LOCATIONS_LOOK=0`).
    pub async fn shows_changed_points(&self) {
        let mut clerk = self.clerk().await;
        let shown = clerk.get("/merchant/points").await.texts(".lead");
        let told = "update points_state set version = version + 1, data_at = data_at - interval '1 day'";
        sqlx::query(told).execute(&mut self.owner().await).await.expect("told");
        for _ in patience() {
            if clerk.get("/merchant/points").await.texts(".lead") != shown {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the shop goes on showing its points of before: {shown:?}");
    }

    /// How often the simulator was asked for a User ID.
    pub async fn user_calls(&self) -> usize {
        let answer =
            reqwest::get(format!("{}/console/requests.json", self.sandbox)).await.expect("the console");
        let journal: Value = serde_json::from_str(&answer.text().await.expect("text")).expect("JSON");
        let users = |entry: &&Value| entry["path"] == "/pickpost/v1/users";
        journal.as_array().expect("a list").iter().filter(users).count()
    }

    /// Switches a fault of the simulator on, or off with `none`.
    pub async fn fault(&self, mode: &str) {
        self.console(&[("mode", mode)]).await;
    }

    /// Sends a form to the switches of the simulator's console.
    pub async fn console(&self, form: &[(&str, &str)]) {
        let sent = reqwest::Client::new().post(format!("{}/console/faults", self.sandbox)).form(form).send();
        assert!(sent.await.expect("the console").status().is_success(), "{form:?}");
    }
}

/// Waits until the shop of a database does nothing by itself: no job runs, and none is due on its clock.
pub async fn rests(database: &str, clock: &Clock) {
    let mut owner = PgConnection::connect(database).await.expect("the database");
    // What recurs is written down a moment after the doors are open; this kind no template has.
    let busy = "select kind || ' ' || attempts from job
        where dead_at is null and (leased_by is not null or due_at <= $1)
        union all select kind from job_schedule where due_at <= $1
        union all select 'nothing recurs'
            where not exists (select from job_schedule where kind = 'track_parcels') limit 1";
    let mut at = None;
    for _ in patience() {
        let asked = sqlx::query_scalar::<_, String>(busy).bind(clock.now());
        at = asked.fetch_optional(&mut owner).await.expect("the jobs");
        if at.is_none() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the shop never rests: {at:?}");
}

/// The settings of a test's shop on a database, and those that differ from them.
pub fn settings_of(database: &str, others: &[(&str, &str)]) -> Settings {
    let mut all: HashMap<String, String> = HashMap::from([
        ("SHOP_BIND".into(), "127.0.0.1:0".into()),
        ("SANDBOX_BIND".into(), "127.0.0.1:0".into()),
        ("SHOP_LIMITS".into(), "off".into()),
        ("SHOP_DRAIN".into(), "0".into()),
        // Shops of other tests play at the same time.
        ("SANDBOX_STATE".into(), "off".into()),
        ("DATABASE_URL".into(), database.to_owned()),
        ("MERCHANT_EMAIL".into(), MERCHANT.0.into()),
        ("MERCHANT_PASSWORD".into(), MERCHANT.1.into()),
    ]);
    all.extend(others.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    enter_as_application(&mut all);
    Settings::read(&|name| all.get(name).cloned()).expect("settings")
}

/// The owner's address of a database of a cluster.
pub fn address(database: &str, socket: &Path) -> String {
    format!("postgres://shop@localhost/{database}?host={}", socket.display())
}

/// The same database as the application enters it.
pub fn as_application(owner: &str) -> String {
    owner.replacen("postgres://shop@", "postgres://shop_app@", 1)
}

/// A test names the owner's address; the shop gets the application's beside it, as a merchant would set it up.
fn enter_as_application(settings: &mut HashMap<String, String>) {
    let url = settings.get("DATABASE_URL").cloned().unwrap_or_default();
    let application = as_application(&url);
    if application != url {
        settings.insert("DATABASE_OWNER_URL".into(), url);
        settings.insert("DATABASE_URL".into(), application);
    }
}

impl Shop {
    /// Switches a fault of the simulator's location service on, or off with `none`.
    pub async fn location_fault(&self, mode: &str) {
        let form = reqwest::Client::new()
            .post(format!("{}/console/faults", self.sandbox))
            .form(&[("locations", mode)]);
        assert!(form.send().await.expect("the console").status().is_success());
    }
}

impl Shop {
    /// Switches a fault of the simulator's address help on, or off with `none`.
    pub async fn address_fault(&self, mode: &str) {
        self.console(&[("address", mode)]).await;
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
