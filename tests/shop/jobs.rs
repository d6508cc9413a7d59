//! What is done beside the requests: once over all instances, again where it failed, never forgotten.

use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use pickpost_shop::calendar::Calendar;
use pickpost_shop::clock::Clock;
use pickpost_shop::db::lines::Lines;
use pickpost_shop::db::pulse::Pulse;
use pickpost_shop::db::turns::Turns;
use pickpost_shop::ground::{Bell, Ground};
use pickpost_shop::ids::Random;
use pickpost_shop::jobs::store::{self, Claim};
use pickpost_shop::jobs::worker::LEASE;
use pickpost_shop::jobs::{Crew, Fault, Job, Patience, Schedule, Worker};
use serde::{Deserialize, Serialize};
use sqlx::postgres::PgPoolOptions;
use sqlx::{PgConnection, PgPool};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::support::shop::Shop;
use crate::support::{patience, until};

/// A job of the tests.
#[derive(Debug, Serialize, Deserialize)]
struct Probe {
    number: u32,
}

/// How it ends.
#[derive(Clone, Copy, Debug)]
enum Ending {
    Well,
    Badly,
    Panic,
    Never,
}

#[derive(Clone)]
struct Desk {
    ending: Ending,
    begun: UnboundedSender<u32>,
}

impl Job for Probe {
    type Needs = Desk;
    const KIND: &'static str = "probe";
    const PATIENCE: Patience =
        Patience { tries: 3, first: TimeDelta::minutes(1), longest: TimeDelta::minutes(10) };

    async fn run(self, desk: Desk) -> Result<(), Fault> {
        desk.begun.send(self.number).expect("somebody listens");
        match desk.ending {
            Ending::Well => Ok(()),
            Ending::Badly => Err(Fault::Again("carrier")),
            Ending::Panic => panic!("a fault in a job"),
            Ending::Never => std::future::pending().await,
        }
    }
}

/// An instance that does probes, and nothing else.
struct Instance {
    ground: Ground,
    begun: UnboundedReceiver<u32>,
    over: CancellationToken,
    task: JoinHandle<()>,
}

impl Instance {
    fn begin(pool: &PgPool, clock: &Clock, ending: Ending) -> Self {
        let (tell, begun) = unbounded_channel();
        let mut crew = Crew::default();
        crew.learn::<Probe>(Desk { ending, begun: tell });
        let ground = Ground {
            pool: pool.clone(),
            lines: Lines::new((*pool.connect_options()).clone(), Pulse::default(), 1),
            clock: clock.clone(),
            calendar: Calendar::default(),
            random: Random::system(),
            turns: Turns::default(),
            bell: Bell::default(),
        };
        let worker = Worker::new(ground.clone(), crew, Schedule::default());
        let over = CancellationToken::new();
        let task = tokio::task::spawn_local(Rc::clone(&worker).work(over.clone()));
        Self { ground, begun, over, task }
    }

    /// The next probe that it begins.
    async fn next(&mut self) -> u32 {
        let next = tokio::time::timeout(Duration::from_mins(1), self.begun.recv());
        next.await.expect("a job is begun in time").expect("it works")
    }

    async fn ask(&self, number: u32) {
        ask(&self.ground.pool, number, None, self.ground.clock.now()).await;
        self.ground.bell.ring();
    }
}

async fn ask(pool: &PgPool, number: u32, key: Option<&str>, now: DateTime<Utc>) {
    let mut connection = pool.acquire().await.expect("a connection");
    store::enqueue(&mut connection, &Probe { number }, key, (now, now)).await.expect("asked for");
}

/// Tries, reason, when it is due, and whether it is dead: of the one probe there is.
async fn probe(owner: &mut PgConnection) -> (i32, Option<String>, DateTime<Utc>, bool) {
    let row = sqlx::query_as(
        "select attempts, last_error, due_at, dead_at is not null from job where kind = 'probe'",
    );
    row.fetch_one(owner).await.expect("one probe")
}

const PROBES: &str = "select count(*) from job where kind = 'probe'";
const FAILED: &str =
    "select count(*) from job where kind = 'probe' and leased_by is null and last_error is not null";

/// A shop whose clock the test moves, and which does not ask Post for its points.
async fn open(clock: &Clock) -> Shop {
    Shop::open_at(clock.clone(), &[("POST_LOCATIONS_EVERY", "off")]).await
}

fn clock() -> Clock {
    Clock::fixed(Clock::System.now())
}

/// All of what recurs is written down in one statement.
const WRITTEN: &str = "select least(count(*), 1) from job_schedule";

#[actix_web::test]
async fn of_two_instances_each_job_is_done_by_one() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner) = (shop.app_pool().await, shop.owner().await);
    let mut here = Instance::begin(&pool, &clock, Ending::Well);
    let mut there = Instance::begin(&pool, &clock, Ending::Well);
    for number in 0..60 {
        here.ask(number).await;
        there.ground.bell.ring();
    }
    until(&mut owner, PROBES, 0).await;
    let (mut done, mut elsewhere) = (Vec::new(), Vec::new());
    while let Ok(number) = here.begun.try_recv() {
        done.push(number);
    }
    while let Ok(number) = there.begun.try_recv() {
        elsewhere.push(number);
    }
    assert!(!done.is_empty() && !elsewhere.is_empty(), "{} and {}", done.len(), elsewhere.len());
    done.append(&mut elsewhere);
    done.sort_unstable();
    assert_eq!(done, (0..60).collect::<Vec<_>>());
}

#[actix_web::test]
async fn a_job_begins_at_once_where_it_was_asked_for() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner) = (shop.app_pool().await, shop.owner().await);
    // Its one connection tells what it has asked last.
    let its = pool.connect_options().as_ref().clone().application_name("looks");
    let its = PgPoolOptions::new().max_connections(1).connect_with(its).await.expect("the database");
    let mut instance = Instance::begin(&its, &clock, Ending::Well);
    for number in 0..8 {
        ask(&pool, number, None, clock.now()).await;
        assert_eq!(instance.next().await, number, "it finds by itself what another instance asked for");
    }
    // A job that begins less than a second after its last look was begun by the bell. On a busy machine that second may be
    // over before the bell is rung: then it is tried again.
    let at_once = "select clock_timestamp() < $1 + interval '1 second'";
    for (number, ()) in (8..).zip(patience()) {
        let looked = waits_since(&mut owner).await;
        ask(&pool, number, None, clock.now()).await;
        instance.ground.bell.ring();
        assert_eq!(instance.next().await, number);
        if sqlx::query_scalar(at_once).bind(looked).fetch_one(&mut owner).await.expect("the time") {
            return;
        }
    }
    panic!("the bell is not heard: each job begins with the look of each second");
}

/// Waits until the instance whose connection is called so has no job and has looked for the next one since; gives when.
async fn waits_since(owner: &mut PgConnection) -> DateTime<Utc> {
    let looked =
        "select query_start from pg_stat_activity where application_name = 'looks' and state = 'idle'
        and datname = current_database() and query like '%for update skip locked%'
        and not exists (select from job where kind = 'probe')";
    for _ in patience() {
        let looked = sqlx::query_scalar(looked).fetch_optional(&mut *owner).await.expect("what it does");
        if let Some(looked) = looked {
            return looked;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it looks for no job");
}

#[actix_web::test]
async fn a_job_of_an_instance_that_was_killed_is_taken_over_after_its_lease_and_not_before() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner) = (shop.app_pool().await, shop.owner().await);
    let mut killed = Instance::begin(&pool, &clock, Ending::Never);
    killed.ask(1).await;
    assert_eq!(killed.next().await, 1);
    killed.task.abort();
    let _ = killed.task.await;
    let mut other = Instance::begin(&pool, &clock, Ending::Well);
    clock.advance(LEASE.num_seconds() - 1);
    // The older job would be claimed together with this one, if it could be.
    other.ask(2).await;
    assert_eq!(other.next().await, 2);
    until(&mut owner, PROBES, 1).await;
    clock.advance(1);
    assert_eq!(other.next().await, 1);
    until(&mut owner, PROBES, 0).await;
}

#[actix_web::test]
async fn a_job_that_takes_its_instance_down_every_time_is_given_up() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner) = (shop.app_pool().await, shop.owner().await);
    ask(&pool, 1, None, clock.now()).await;
    for _ in 0..3 {
        let mut killed = Instance::begin(&pool, &clock, Ending::Never);
        assert_eq!(killed.next().await, 1);
        killed.task.abort();
        let _ = killed.task.await;
        clock.advance(LEASE.num_seconds());
    }
    let mut other = Instance::begin(&pool, &clock, Ending::Well);
    until(&mut owner, "select count(*) from job where last_error = 'cut_off' and dead_at is not null", 1)
        .await;
    assert!(other.begun.try_recv().is_err(), "it is not begun a fourth time");
}

#[actix_web::test]
async fn what_runs_when_the_shop_closes_is_given_back_at_once() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner) = (shop.app_pool().await, shop.owner().await);
    let mut closing = Instance::begin(&pool, &clock, Ending::Never);
    closing.ask(1).await;
    assert_eq!(closing.next().await, 1);
    closing.over.cancel();
    closing.task.await.expect("it ends by itself");
    assert_eq!(probe(&mut owner).await.0, 0, "the try does not count");
    let mut other = Instance::begin(&pool, &clock, Ending::Well);
    assert_eq!(other.next().await, 1, "the clock stands still");
}

#[actix_web::test]
async fn whoever_has_lost_a_job_neither_finishes_it_nor_gives_it_back() {
    let clock = clock();
    let shop = open(&clock).await;
    let pool = shop.app_pool().await;
    let (now, kinds) = (clock.now(), ["probe".to_owned()]);
    ask(&pool, 1, None, now).await;
    let claim = async |by: u128, seconds: i64| -> Option<Claim> {
        let at = now + TimeDelta::seconds(seconds);
        let claims = store::claim(&pool, &kinds, Uuid::from_u128(by), (at, at + LEASE), 9).await;
        claims.expect("an answer").pop()
    };
    let first = claim(1, 0).await.expect("it is due");
    assert!(claim(2, 59).await.is_none());
    assert!(store::renew(&pool, &first, now + LEASE * 2).await.expect("an answer"), "still at it");
    assert!(claim(2, 119).await.is_none());
    let second = claim(2, 120).await.expect("the lease has run out");
    assert_eq!(second.attempts, 2);
    assert!(!store::renew(&pool, &first, now + LEASE * 9).await.expect("an answer"));
    assert!(!store::finish(&pool, &first, now).await.expect("an answer"));
    assert!(!store::retry(&pool, &first, "database", now).await.expect("an answer"));
    assert!(!store::bury(&pool, &first, "database", now).await.expect("an answer"));
    store::hand_back(&pool, &first, now).await.expect("nothing happens");
    assert!(claim(3, 121).await.is_none(), "it is the second one's");
    assert!(store::finish(&pool, &second, now).await.expect("an answer"));
    assert!(claim(3, 999).await.is_none(), "it is done");
}

#[actix_web::test]
async fn a_job_that_fails_is_tried_with_growing_pauses_then_kept_and_tried_again_by_hand() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner, mut clerk) = (shop.app_pool().await, shop.owner().await, shop.clerk().await);
    clerk.get("/merchant/jobs").await;
    assert!(clerk.body.contains("Nothing went wrong"), "{}", clerk.body);
    let mut failing = Instance::begin(&pool, &clock, Ending::Badly);
    failing.ask(7).await;
    let mut pauses = Vec::new();
    for tries in 1..3 {
        assert_eq!(failing.next().await, 7);
        until(&mut owner, FAILED, 1).await;
        let (attempts, why, due, dead) = probe(&mut owner).await;
        assert_eq!((attempts, why.as_deref(), dead), (tries, Some("carrier"), false));
        pauses.push((due - clock.now()).num_seconds());
        clerk.get("/merchant/jobs").await;
        assert!(clerk.texts("td").iter().any(|cell| cell == "Swiss Post did not answer"), "{}", clerk.body);
        assert_eq!(clerk.texts("[name=again]").len(), 0, "it is tried again by itself");
        clock.advance((due - clock.now()).num_seconds());
        // A second later than the whole seconds of the clock.
        clock.advance(1);
    }
    assert!((60..=75).contains(&pauses[0]) && (120..=150).contains(&pauses[1]), "{pauses:?}");
    assert_eq!(failing.next().await, 7);
    until(&mut owner, "select count(*) from job where dead_at is not null", 1).await;
    assert_eq!(probe(&mut owner).await.0, 3);
    clock.advance(600);
    clerk.get("/merchant/jobs").await;
    assert_eq!(clerk.texts(".pill.is-refused").last().map(String::as_str), Some("given up"));
    let mut metrics = shop.visitor();
    metrics.get("/metrics").await;
    for counted in [
        r#"jobs_total{kind="probe",outcome="failed"}"#,
        r#"jobs_total{kind="probe",outcome="dead"}"#,
        "jobs_dead ",
    ] {
        assert!(metrics.body.contains(counted), "{counted} in {}", metrics.body);
    }
    // Whoever sends the form without its token changes nothing.
    let path = clerk.attribute("form[action^='/merchant/jobs/']", "action").expect("a form");
    clerk.post(&path, &[("again", "1")]).await;
    assert_eq!(clerk.status, 403);
    assert!(probe(&mut owner).await.3, "it is still dead");
    clerk.get("/merchant/jobs").await;
    clerk.submit("again", &[("again", "1")]).await;
    assert_eq!(clerk.path(), "/merchant/jobs");
    assert_eq!(failing.next().await, 7, "a fourth time, by hand");
    until(&mut owner, FAILED, 1).await;
    assert_eq!(probe(&mut owner).await.0, 1, "all tries are before it again");
    let dead = "update job set dead_at = now(), leased_by = null, leased_until = null";
    sqlx::query(dead).execute(&mut owner).await.expect("dead again");
    clerk.get("/merchant/jobs").await;
    clerk.submit("give_up", &[("give_up", "1")]).await;
    until(&mut owner, PROBES, 0).await;
    assert!(clerk.body.contains("Nothing went wrong"), "{}", clerk.body);
}

#[actix_web::test]
async fn a_panic_in_a_job_is_a_failed_try_and_the_instance_works_on() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner) = (shop.app_pool().await, shop.owner().await);
    let mut instance = Instance::begin(&pool, &clock, Ending::Panic);
    instance.ask(1).await;
    assert_eq!(instance.next().await, 1);
    until(&mut owner, FAILED, 1).await;
    let (attempts, why, due, dead) = probe(&mut owner).await;
    assert_eq!((attempts, why.as_deref(), dead), (1, Some("panic"), false));
    assert!(due > clock.now());
    instance.ask(2).await;
    assert_eq!(instance.next().await, 2);
    let mut metrics = shop.visitor();
    metrics.get("/metrics").await;
    assert!(metrics.body.contains(r#"task_panics_total{task="probe"}"#), "{}", metrics.body);
}

#[actix_web::test]
async fn a_job_is_there_if_and_only_if_its_transaction_is_and_with_a_key_once() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner) = (shop.app_pool().await, shop.owner().await);
    let now = clock.now();
    let mut transaction = pool.begin().await.expect("a transaction");
    store::enqueue(&mut transaction, &Probe { number: 1 }, None, (now, now)).await.expect("asked for");
    transaction.rollback().await.expect("undone");
    until(&mut owner, PROBES, 0).await;
    let later = now + TimeDelta::hours(1);
    let mut connection = pool.acquire().await.expect("a connection");
    for due in [later, now, later] {
        let asked = store::enqueue(&mut connection, &Probe { number: 2 }, Some("two"), (now, due)).await;
        asked.expect("asked for");
    }
    until(&mut owner, PROBES, 1).await;
    assert_eq!(probe(&mut owner).await.2.timestamp(), now.timestamp(), "the earliest of the three");
    // Asked for once more while it runs: what changed meanwhile it may have missed.
    let claims = store::claim(&pool, &["probe".to_owned()], Uuid::nil(), (now, now + LEASE), 1).await;
    let claim = claims.expect("an answer").pop().expect("it is due");
    ask(&pool, 2, Some("two"), now).await;
    assert!(store::finish(&pool, &claim, now).await.expect("an answer"));
    let mut instance = Instance::begin(&pool, &clock, Ending::Well);
    assert_eq!(instance.next().await, 2);
    until(&mut owner, PROBES, 0).await;
    assert!(instance.begun.try_recv().is_err(), "and then no more");
}

#[actix_web::test]
async fn a_dead_job_is_in_nobodys_way_and_goes_once_the_same_one_is_done() {
    let clock = clock();
    let shop = open(&clock).await;
    let (pool, mut owner) = (shop.app_pool().await, shop.owner().await);
    let now = clock.now();
    let dead =
        "update job set dead_at = now(), last_error = 'carrier' where kind = 'probe' and dead_at is null";
    for _ in 0..2 {
        ask(&pool, 1, Some("one"), now).await;
        let claims = store::claim(&pool, &["probe".to_owned()], Uuid::nil(), (now, now + LEASE), 1).await;
        let claim = claims.expect("an answer").pop().expect("it is due");
        assert!(store::bury(&pool, &claim, "carrier", now).await.expect("an answer"));
        until(&mut owner, PROBES, 1).await;
    }
    ask(&pool, 1, Some("one"), now).await;
    until(&mut owner, PROBES, 2).await;
    let id: i64 = sqlx::query_scalar("select id from job where dead_at is not null")
        .fetch_one(&mut owner)
        .await
        .expect("the dead one");
    assert!(store::revive(&pool, id, now).await.expect("an answer"));
    until(&mut owner, PROBES, 1).await;
    sqlx::query(dead).execute(&mut owner).await.expect("dead");
    ask(&pool, 1, Some("one"), now).await;
    let mut instance = Instance::begin(&pool, &clock, Ending::Well);
    assert_eq!(instance.next().await, 1);
    until(&mut owner, PROBES, 0).await;
}

#[actix_web::test]
async fn a_payload_holds_ids_and_numbers_and_never_a_word() {
    #[derive(Serialize, Deserialize)]
    struct Chatty {
        name: String,
    }
    impl Job for Chatty {
        type Needs = ();
        const KIND: &'static str = "chatty";
        const PATIENCE: Patience = Probe::PATIENCE;
        async fn run(self, (): ()) -> Result<(), Fault> {
            Ok(())
        }
    }
    let shop = Shop::open().await;
    let (pool, now) = (shop.app_pool().await, Clock::System.now());
    let (mut connection, mut app) = (pool.acquire().await.expect("a connection"), shop.app_role().await);
    for name in ["Hans Muster", "anna@example.ch", "079 123 45 67", ""] {
        let job = Chatty { name: name.into() };
        let refused = store::enqueue(&mut connection, &job, None, (now, now)).await.expect_err(name);
        assert!(refused.to_string().contains("job_payload_check"), "{refused}");
    }
    let job = Chatty { name: Uuid::from_u128(7).to_string() };
    store::enqueue(&mut connection, &job, None, (now, now)).await.expect("an id");
    let mut put = async |payload: &'static str| {
        let insert =
            "insert into job (kind, payload, enqueued_at, due_at) values ('chatty', $1::jsonb, now(), now())";
        let insert =
            sqlx::query(insert).bind(serde_json::from_str::<serde_json::Value>(payload).expect("JSON"));
        insert.execute(&mut app).await
    };
    for payload in [
        r#""word""#,
        "[1]",
        r#"{"a": ["word"]}"#,
        r#"{"a": [1]}"#,
        r#"{"a": {"b": 1}}"#,
        r#"{"a": null}"#,
        r#"{"a": 1, "b": "word"}"#,
        r#"{"a": true}"#,
    ] {
        assert!(put(payload).await.is_err(), "{payload}");
    }
    put(r#"{"a": 1, "b": "00000000-0000-0000-0000-000000000007"}"#).await.expect("ids and numbers");
}

#[actix_web::test]
async fn every_hour_of_the_shops_clock_what_has_expired_is_swept_out_once() {
    let clock = clock();
    let here = open(&clock).await;
    let settings = [("DATABASE_URL", &*here.database), ("POST_LOCATIONS_EVERY", "off")];
    let _there = Shop::open_at(clock.clone(), &settings).await;
    let mut owner = here.owner().await;
    until(&mut owner, WRITTEN, 1).await;
    // They sweep as soon as they are open.
    until(&mut owner, "select count(*) from job", 0).await;
    for row in [
        "insert into session (key_hash, state, expires_at) values (sha256('key'), '{}', now() + interval '10 minutes')",
        "insert into basket (id, created_at, updated_at) values (gen_random_uuid(), now(), now() - interval '23 hours 30 minutes')",
        "insert into sign_in_try (account, address, tries, last_at, granted)
             values (repeat('a', 43), repeat('b', 43), 1, now() - interval '23 hours 30 minutes', true)",
        "insert into rate_limit values (repeat('a', 43), now() + interval '10 minutes', true)",
    ] {
        sqlx::query(row).execute(&mut owner).await.expect(row);
    }
    clock.advance(3601);
    for left in [
        "select count(*) from session",
        "select count(*) from basket",
        "select count(*) from sign_in_try",
        "select count(*) from rate_limit",
        "select count(*) from job",
    ] {
        until(&mut owner, left, 0).await;
    }
    let next: Vec<DateTime<Utc>> =
        sqlx::query_scalar("select due_at from job_schedule where kind <> 'refresh_holidays'")
            .fetch_all(&mut owner)
            .await
            .expect("times");
    assert!(next.iter().all(|at| *at > clock.now() && *at <= clock.now() + TimeDelta::hours(1)), "{next:?}");
}

#[actix_web::test]
async fn of_two_instances_one_refreshes_the_points_when_it_is_time_and_soon_again_where_post_was_silent() {
    let clock = clock();
    let here = Shop::open_at(clock.clone(), &[]).await;
    let there = Shop::open_at(clock.clone(), &[("DATABASE_URL", &here.database)]).await;
    let mut owner = here.owner().await;
    const IDLE: &str = "select count(*) from job where leased_by is not null or last_error is null";
    const REFRESHES: &str = "select count(*) from points_refresh where source = 'service'";
    const FAILED: &str = "select count(*) from points_refresh where outcome = 'failed'";
    until(&mut owner, WRITTEN, 1).await;
    until(&mut owner, IDLE, 0).await;
    until(&mut owner, REFRESHES, 0).await;
    clock.advance(21);
    until(&mut owner, REFRESHES, 1).await;
    until(&mut owner, IDLE, 0).await;
    // An hour before its time: the sweeps are done, and nobody has asked Post.
    clock.advance(5 * 3600);
    until(&mut owner, "select count(*) from job_schedule where due_at < now() + interval '5 hours'", 0).await;
    until(&mut owner, IDLE, 0).await;
    until(&mut owner, REFRESHES, 1).await;
    for shop in [&here, &there] {
        shop.location_fault("500").await;
    }
    clock.advance(3600);
    until(&mut owner, FAILED, 1).await;
    until(&mut owner, IDLE, 0).await;
    let mut clerk = here.clerk().await;
    clerk.get("/merchant/jobs").await;
    assert_eq!(clerk.texts("tbody th"), ["Refresh of the pick-up points"]);
    assert_eq!(clerk.texts("tbody td")[2], "Swiss Post did not answer");
    for shop in [&here, &there] {
        shop.location_fault("none").await;
    }
    clock.advance(376);
    until(
        &mut owner,
        "select count(*) from points_refresh where outcome = 'taken' and source = 'service'",
        2,
    )
    .await;
    until(&mut owner, "select count(*) from job", 0).await;
    until(&mut owner, REFRESHES, 3).await;
    clerk.get("/merchant/jobs").await;
    assert!(clerk.body.contains("Nothing went wrong"), "{}", clerk.body);
}
