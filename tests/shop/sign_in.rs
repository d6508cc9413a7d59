//! Who guesses passwords slows themselves, and nobody else.

use argon2::password_hash::{PasswordHasher, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use futures_util::future::join_all;
use pickpost_shop::calendar::Calendar;
use pickpost_shop::clock::Clock;
use pickpost_shop::db::limits;
use pickpost_shop::ground::{Bell, Ground};
use pickpost_shop::identity::{enrol, sign_ins, store};
use pickpost_shop::ids::Random;
use sqlx::Connection;

use crate::support::shop::{MERCHANT, Shop};
use crate::support::visitor::Visitor;

const STRANGER: &str = "203.0.113.9";
const OWNER: &str = "198.51.100.7";

/// A shop behind a proxy on this machine.
async fn behind_a_proxy() -> Shop {
    Shop::open_still(&[("SHOP_LIMITS", "on"), ("SHOP_TRUSTED_PROXIES", "127.0.0.0/8, 10.0.0.0/8")]).await
}

async fn from(shop: &Shop, address: &str) -> Visitor {
    let mut visitor = shop.visitor();
    visitor.forwarded_for = Some(address.to_owned());
    visitor.get("/merchant/sign-in").await;
    visitor
}

async fn try_in(shop: &Shop, address: &str, password: &str) -> Visitor {
    let mut visitor = from(shop, address).await;
    visitor.submit("password", &[("email", MERCHANT.0), ("password", password)]).await;
    visitor
}

fn is_in(visitor: &Visitor) -> bool {
    visitor.path() == "/merchant/orders"
}

fn retry_after(visitor: &Visitor) -> u32 {
    visitor.headers["retry-after"].to_str().ok().and_then(|text| text.parse().ok()).expect("a number")
}

async fn sql(shop: &Shop, statement: &'static str) {
    sqlx::query(statement).execute(&mut shop.owner().await).await.expect(statement);
}

#[actix_web::test]
async fn sixty_guesses_at_once_are_no_more_than_the_free_tries() {
    let shop = Shop::open_still(&[("SHOP_LIMITS", "on")]).await;
    let mut page = shop.visitor();
    page.get("/merchant/sign-in").await;
    let (action, fields) = page.filled("password", &[("email", MERCHANT.0), ("password", "wrong")]);
    let client = reqwest::Client::new();
    let guess = async || {
        let answer = client.post(format!("{}{action}", shop.url)).form(&fields).send().await.expect("one");
        (answer.status().as_u16(), answer.headers().contains_key("retry-after"))
    };
    let answers = join_all((0..60).map(|_| guess())).await;
    let tried = answers.iter().filter(|(status, _)| *status == 422).count();
    assert_eq!(tried, 5, "{answers:?}");
    assert!(answers.iter().all(|answer| [(422, false), (429, true)].contains(answer)), "{answers:?}");
}

#[actix_web::test]
async fn a_strangers_guesses_slow_the_stranger_and_not_the_owner() {
    let shop = behind_a_proxy().await;
    for _ in 0..20 {
        try_in(&shop, STRANGER, "wrong").await;
    }
    let stranger = try_in(&shop, STRANGER, MERCHANT.1).await;
    assert_eq!(stranger.status, 429, "also for the right password");
    assert!(stranger.body.contains("Too many attempts. Please try again in"), "{}", stranger.body);
    assert_eq!(stranger.attribute("#email", "value").as_deref(), Some(MERCHANT.0), "nothing is typed twice");
    let forged = try_in(&shop, &format!("{OWNER}, {STRANGER}"), MERCHANT.1).await;
    assert_eq!(forged.status, 429, "what the stranger claims does not count");
    assert!(is_in(&try_in(&shop, OWNER, MERCHANT.1).await));
    assert!(is_in(&try_in(&shop, "192.0.2.44", MERCHANT.1).await), "the owner, from somewhere new");
}

#[actix_web::test]
async fn without_a_trusted_proxy_forwarding_headers_count_for_nothing() {
    let shop = Shop::open_still(&[("SHOP_LIMITS", "on")]).await;
    for guess in 0..5 {
        assert_eq!(try_in(&shop, &format!("203.0.113.{guess}"), "wrong").await.status, 422);
    }
    assert_eq!(try_in(&shop, OWNER, MERCHANT.1).await.status, 429);
}

#[actix_web::test]
async fn a_household_with_many_addresses_is_one_visitor() {
    let shop = behind_a_proxy().await;
    for guess in 1..=5 {
        assert_eq!(try_in(&shop, &format!("2001:db8:1:2::{guess}"), "wrong").await.status, 422);
    }
    assert_eq!(try_in(&shop, "2001:db8:1:2:ffff::9", MERCHANT.1).await.status, 429);
    assert!(is_in(&try_in(&shop, "2001:db8:1:3::1", MERCHANT.1).await), "the neighbour");
}

#[actix_web::test]
async fn the_wait_passes_doubles_and_ends_with_the_right_password() {
    let shop = behind_a_proxy().await;
    for _ in 0..5 {
        try_in(&shop, OWNER, "wrong").await;
    }
    assert!(retry_after(&try_in(&shop, OWNER, MERCHANT.1).await) <= 2);
    for _ in 0..9 {
        sql(&shop, "update sign_in_try set last_at = last_at - interval '1 hour'").await;
        assert_eq!(try_in(&shop, OWNER, "wrong").await.status, 422);
    }
    let wait = retry_after(&try_in(&shop, OWNER, MERCHANT.1).await);
    assert!((500..=513).contains(&wait), "{wait}");
    sql(&shop, "update sign_in_try set tries = 2000000000").await;
    let wait = retry_after(&try_in(&shop, OWNER, MERCHANT.1).await);
    assert!((850..=901).contains(&wait), "never longer than a quarter of an hour: {wait}");
    sql(&shop, "update sign_in_try set last_at = last_at - interval '16 minutes'").await;
    assert!(is_in(&try_in(&shop, OWNER, MERCHANT.1).await));
    for _ in 0..5 {
        assert_eq!(try_in(&shop, OWNER, "wrong").await.status, 422, "the slate is clean");
    }
}

#[actix_web::test]
async fn a_clock_that_was_set_back_locks_nobody() {
    let shop = behind_a_proxy().await;
    for _ in 0..5 {
        try_in(&shop, OWNER, "wrong").await;
    }
    sql(&shop, "update sign_in_try set last_at = last_at + interval '1 day'").await;
    sql(&shop, "update rate_limit set full_at = full_at + interval '1 day'").await;
    assert!(retry_after(&try_in(&shop, OWNER, MERCHANT.1).await) <= 2, "the wait begins now");
    sql(&shop, "update sign_in_try set last_at = last_at - interval '2 seconds'").await;
    assert!(is_in(&try_in(&shop, OWNER, MERCHANT.1).await));
}

#[actix_web::test]
async fn guesses_from_everywhere_slow_strangers_and_not_an_address_of_the_owners() {
    let shop = behind_a_proxy().await;
    assert!(is_in(&try_in(&shop, OWNER, MERCHANT.1).await));
    assert_eq!(try_in(&shop, STRANGER, "wrong").await.status, 422);
    // As after a hundred guesses from a hundred addresses.
    sql(
        &shop,
        "update rate_limit set full_at = now() + interval '3000 seconds'
         where key in (select account from sign_in_try)",
    )
    .await;
    assert_eq!(try_in(&shop, "203.0.113.10", "wrong").await.status, 429);
    assert!(is_in(&try_in(&shop, OWNER, MERCHANT.1).await));
}

#[actix_web::test]
async fn one_address_cannot_go_through_all_accounts() {
    let shop = behind_a_proxy().await;
    let guess = async |email: &str| {
        let mut visitor = from(&shop, STRANGER).await;
        visitor.submit("password", &[("email", email), ("password", "Winter2026")]).await;
        visitor.status
    };
    assert_eq!(guess("a@example.ch").await, 422);
    sql(
        &shop,
        "update rate_limit set full_at = now() + interval '600 seconds'
         where key in (select address from sign_in_try)",
    )
    .await;
    for name in 0..20 {
        assert_eq!(guess(&format!("b{name}@example.ch")).await, 429);
    }
    let rows: i64 = sqlx::query_scalar("select count(*) from sign_in_try")
        .fetch_one(&mut shop.owner().await)
        .await
        .expect("a count");
    assert_eq!(rows, 1, "names that nobody looked at are not written down");
    assert!(is_in(&try_in(&shop, OWNER, MERCHANT.1).await));
}

#[actix_web::test]
async fn what_was_tried_is_stored_as_a_hash_and_swept_out() {
    let shop = behind_a_proxy().await;
    let mut visitor = from(&shop, STRANGER).await;
    visitor.submit("password", &[("email", "my-secret@example.ch"), ("password", "wrong")]).await;
    assert!(is_in(&try_in(&shop, OWNER, MERCHANT.1).await));
    let mut owner = shop.owner().await;
    let rows: Vec<String> =
        sqlx::query_scalar("select t::text from sign_in_try t union all select r::text from rate_limit r")
            .fetch_all(&mut owner)
            .await
            .expect("the rows");
    assert!(rows.len() >= 4, "{rows:?}");
    for private in ["secret", "anna", STRANGER, OWNER] {
        assert!(rows.iter().all(|row| !row.contains(private)), "{private}: {rows:?}");
    }
    let pool = sqlx::PgPool::connect(&shop.database).await.expect("the database");
    let now = pickpost_shop::clock::Clock::System.now();
    assert_eq!(store::sweep(&pool, now).await.expect("swept"), 0, "not yet");
    let later = now + chrono::TimeDelta::hours(25);
    assert_eq!(
        store::sweep(&pool, later).await.expect("swept"),
        2,
        "the stranger's tries, the owner's sign-in"
    );
    assert_eq!(store::sweep(&pool, now + chrono::TimeDelta::days(31)).await.expect("swept"), 1);
    assert!(limits::sweep(&pool, later).await.expect("swept") >= 2);
}

#[actix_web::test]
async fn a_hash_of_other_parameters_is_renewed_and_one_without_bounds_refused() {
    let shop = Shop::open().await;
    let store = async |memory: u32, rounds: u32| {
        let params = Params::new(memory, rounds, 1, None).expect("parameters");
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash: PasswordHash = argon2.hash_password(MERCHANT.1.as_bytes()).expect("a hash");
        sqlx::query("update merchant set password_hash = $1")
            .bind(hash.to_string())
            .execute(&mut shop.owner().await)
            .await
            .expect("stored");
    };
    let stored = async || {
        sqlx::query_scalar::<_, String>("select password_hash from merchant")
            .fetch_one(&mut shop.owner().await)
            .await
            .expect("the hash")
    };
    store(8192, 1).await;
    shop.clerk().await;
    assert!(stored().await.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "renewed");
    shop.clerk().await;
    for (memory, rounds) in [(65_536, 1), (8, 9)] {
        store(memory, rounds).await;
        let mut clerk = shop.visitor();
        clerk.get("/merchant/sign-in").await;
        clerk.submit("password", &[("email", MERCHANT.0), ("password", MERCHANT.1)]).await;
        assert_eq!(clerk.status, 422, "{memory} KiB, {rounds} rounds");
    }
}

#[actix_web::test]
async fn a_new_password_ends_every_other_session_at_once() {
    let shop = Shop::open().await;
    let (mut here, mut elsewhere) = (shop.clerk().await, shop.clerk().await);
    here.get("/merchant/password").await;
    let new = "seven rusty marmots";
    for (today, wanted, problem) in [
        ("wrong", new, "The current password is wrong"),
        (MERCHANT.1, "too short", "at least ten characters"),
        (MERCHANT.1, "password1234", "at least ten characters"),
        (MERCHANT.1, "anna@example.ch", "at least ten characters"),
    ] {
        here.submit("new_password", &[("password", today), ("new_password", wanted)]).await;
        assert_eq!(here.status, 422, "{wanted}");
        assert!(here.body.contains(problem), "{wanted}: {}", here.body);
        assert!(!here.body.contains(today) || today == "wrong");
    }
    here.submit("new_password", &[("password", MERCHANT.1), ("new_password", new)]).await;
    assert_eq!(here.path(), "/merchant/orders", "who changes it stays");
    elsewhere.get("/merchant/orders").await;
    assert_eq!(elsewhere.path(), "/merchant/sign-in", "all others are out");
    for (password, lands) in [(MERCHANT.1, "/merchant/sign-in"), (new, "/merchant/orders")] {
        let mut visitor = shop.visitor();
        visitor.get("/merchant/sign-in").await;
        visitor.submit("password", &[("email", MERCHANT.0), ("password", password)]).await;
        assert_eq!(visitor.path(), lands);
    }
}

#[actix_web::test]
async fn a_password_that_changes_while_it_is_checked_lets_nobody_in() {
    use pickpost_shop::db::{lines::Lines, pulse::Pulse, turns::Turns};
    let shop = Shop::open().await;
    let pool = sqlx::PgPool::connect(&shop.database).await.expect("the database");
    let (clock, random) = (Clock::System, Random::system());
    let lines = Lines::new((*pool.connect_options()).clone(), Pulse::default(), 1);
    let ground = Ground {
        pool,
        lines,
        clock,
        calendar: Calendar::default(),
        random,
        turns: Turns::default(),
        bell: Bell::default(),
    };
    let checked = store::by_email(&ground.pool, MERCHANT.0).await.expect("asked").expect("the merchant");
    let key = sign_ins::begin(&ground, &checked).await.expect("asked").expect("signed in");
    let holder = async || sign_ins::holder(&ground, &key).await.expect("asked").map(|holder| holder.email);
    assert_eq!(holder().await.as_deref(), Some(MERCHANT.0));
    let new = (&ground.clock, &ground.random);
    let put = enrol::put(&ground.pool, new, MERCHANT.0, "seven rusty marmots").await.expect("put");
    assert_eq!(holder().await, None, "the new password ends it");
    assert_eq!(sign_ins::begin(&ground, &checked).await.expect("asked"), None);
    // One that comes in while the new password is being written waits for it, and finds its own outdated.
    let mut owner = shop.owner().await;
    let mut writing = owner.begin().await.expect("a transaction");
    let change = "update merchant set password_hash = password_hash || '0'";
    sqlx::query(change).execute(&mut *writing).await.expect("being written");
    let (begun, ()) = tokio::join!(sign_ins::begin(&ground, &put), async {
        shop.somebody_waits(std::time::Duration::ZERO).await;
        writing.commit().await.expect("written");
    });
    assert_eq!(begun.expect("asked"), None);
}

#[actix_web::test]
async fn a_merchant_who_was_removed_is_out_at_once() {
    let shop = Shop::open().await;
    let mut clerk = shop.clerk().await;
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_pickpost-shop"));
    command.args(["merchant", "remove", MERCHANT.0]).env("DATABASE_URL", &shop.database);
    let output = command.output().expect("the program");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("can sign in no more"), "{said}");
    clerk.get("/merchant/orders").await;
    assert_eq!(clerk.path(), "/merchant/sign-in");
    assert!(!command.output().expect("the program").status.success(), "nobody is left to be removed");
}

#[actix_web::test]
async fn the_printed_password_of_the_first_start_asks_to_be_changed() {
    let shop = Shop::open().await;
    sql(&shop, "update merchant set printed = true").await;
    let mut clerk = shop.visitor();
    clerk.get("/merchant/sign-in").await;
    clerk.submit("password", &[("email", MERCHANT.0), ("password", MERCHANT.1)]).await;
    assert_eq!(clerk.path(), "/merchant/password");
    assert!(clerk.body.contains("The first start printed this password"));
    clerk.submit("new_password", &[("password", MERCHANT.1), ("new_password", "seven rusty marmots")]).await;
    clerk.get("/merchant/password").await;
    assert!(!clerk.body.contains("The first start printed this password"));
}

#[actix_web::test]
async fn an_address_with_a_control_character_is_nobodys() {
    let shop = Shop::open().await;
    for email in ["anna\0@example.ch", "an\u{7}na@example.ch", "anna@example.ch\0"] {
        let mut visitor = shop.visitor();
        visitor.get("/merchant/sign-in").await;
        visitor.submit("password", &[("email", email), ("password", MERCHANT.1)]).await;
        assert_eq!((visitor.status, visitor.path()), (422, "/merchant/sign-in"), "{email:?}");
    }
}

#[actix_web::test]
async fn a_weak_password_of_the_settings_opens_the_shop_and_one_of_a_command_is_refused() {
    let weak = "password1";
    let shop = Shop::open_with(&[("MERCHANT_PASSWORD", weak)]).await;
    let mut visitor = shop.visitor();
    visitor.get("/merchant/sign-in").await;
    visitor.submit("password", &[("email", MERCHANT.0), ("password", weak)]).await;
    assert_eq!(visitor.path(), "/merchant/orders");
    for (password, why) in [
        ("password1", "10 to 256 characters"),
        ("password1234", "a common one"),
        ("qwertz123456", "a common one"),
        ("anna@example.ch", "a common one"),
        ("aaaaaaaaaaaaaaaa", "a common one"),
        ("1234567890", "a common one"),
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_pickpost-shop"));
        command.args(["merchant", "add", MERCHANT.0]).env("DATABASE_URL", &shop.database);
        command.stdin(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        let mut child = command.spawn().expect("the program");
        std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), password.as_bytes())
            .expect("said");
        let output = child.wait_with_output().expect("the program");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(why), "{password}: {said}");
    }
}
