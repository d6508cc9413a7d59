//! `pickpost-shop doctor` beside a healthy set-up and beside broken ones; what it says stands in docs/doctor.md.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::process::Command;
use std::time::Instant;

use pickpost_shop::db::database::MIGRATIONS;
use serde_json::Value;
use sqlx::{Connection, PgConnection};

use super::support::cluster::options;
use super::support::shop::{Shop, as_application};
use super::support::sink::{Manner, Sink};
use super::support::visitor::Visitor;
use super::support::walk::{Until, walk};
use super::{Folder, opened, program, signal};

const DOCUMENT: &str = include_str!("../../docs/doctor.md");

/// An open shop, whose simulator and database the doctor is shown; and a folder for what it makes.
struct Ward {
    shop: Shop,
    folder: Folder,
    runtime: tokio::runtime::Runtime,
}

impl Ward {
    fn open(name: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let shop = runtime.block_on(Shop::open());
        Self { shop, folder: Folder::new(name), runtime }
    }

    /// The doctor, as a merchant would set it up for this shop.
    fn doctor(&self) -> Command {
        let mut command = program(&self.folder.0.join("data"));
        command.env("DATABASE_URL", as_application(&self.shop.database));
        command.env("DATABASE_OWNER_URL", &self.shop.database);
        command.env("POST_BASE_URL", &self.shop.sandbox).arg("doctor");
        command
    }

    fn sql(&self, statement: &'static str) {
        self.runtime.block_on(async {
            let mut owner = self.shop.owner().await;
            sqlx::query(statement).execute(&mut owner).await.expect(statement);
        });
    }
}

/// Ends with 0 or 1; what was said, with the ports of a usual set-up and one day for all.
fn said(mut command: Command, ward: &Ward) -> (bool, Vec<String>) {
    let output = command.output().expect("the program");
    let text = String::from_utf8_lossy(&output.stdout).replace(&ward.shop.sandbox, "http://127.0.0.1:8081");
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!errors.contains("panicked") && [Some(0), Some(1)].contains(&output.status.code()), "{errors}");
    assert_eq!(errors.contains("Something is wrong"), output.status.code() == Some(1), "{errors}");
    let usual = |line: &str| {
        let words = line.split(' ').map(|word| {
            let bare = word.trim_end_matches([',', ':']);
            let port = bare.strip_prefix("127.0.0.1:").is_some_and(|port| port.parse::<u16>().is_ok());
            let day = bare.len() == 10 && bare.matches('-').count() == 2;
            let usual = if port {
                "127.0.0.1:8080"
            } else if day {
                "2026-10-30"
            } else {
                bare
            };
            word.replace(bare, usual)
        });
        words.collect::<Vec<_>>().join(" ")
    };
    (output.status.success(), text.lines().map(usual).collect())
}

/// What is not as it should be.
fn wrong(lines: &[String]) -> Vec<String> {
    lines.iter().filter(|line| !line.starts_with("ok ")).cloned().collect()
}

/// The block of the document below this heading.
fn documented(heading: &str) -> Vec<String> {
    let section = DOCUMENT.split("\n## ").find(|section| section.starts_with(heading));
    let section = section.unwrap_or_else(|| panic!("docs/doctor.md has no {heading}"));
    let block = section.split("```").nth(1).expect("a block");
    block.lines().skip(1).map(ToOwned::to_owned).collect()
}

#[test]
fn a_healthy_shop_is_found_healthy_and_nobody_is_enrolled_by_looking() {
    let ward = Ward::open("healthy");
    let (healthy, lines) = said(ward.doctor(), &ward);
    assert!(healthy, "{lines:#?}");
    assert_eq!(lines, documented("A healthy set-up"), "{lines:#?}");
    let asked: BTreeSet<String> = ward.runtime.block_on(async {
        let answer = reqwest::get(format!("{}/console/requests.json", ward.shop.sandbox)).await;
        let journal: Value = answer.expect("the console").json().await.expect("JSON");
        let paths = journal.as_array().expect("a list").iter().filter_map(|entry| entry["path"].as_str());
        paths.map(ToOwned::to_owned).collect()
    });
    let read = |path: &String| path == "/OAuth/token" || path.ends_with("/Types") || path.ends_with("/Find");
    assert!(!asked.is_empty() && asked.iter().all(read), "{asked:?}");
    let changed: i64 = ward.runtime.block_on(async {
        let mandates = sqlx::query_scalar("select count(*) from shipping_mandate");
        mandates.fetch_one(&mut ward.shop.owner().await).await.expect("a number")
    });
    assert_eq!(changed, 0);
}

#[test]
fn the_list_for_going_live_names_lines_that_the_doctor_says() {
    let list = include_str!("../../docs/going-live.md");
    let ticks: Vec<&str> = list
        .lines()
        .filter(|line| line.starts_with("| ") && !line.contains("ticked by"))
        .filter_map(|line| line.trim_end_matches(" |").rsplit(" | ").next())
        .collect();
    let said = documented("A healthy set-up");
    let (mut named, mut by_hand) = (BTreeSet::new(), 0);
    for tick in &ticks {
        let lines: Vec<&str> = tick.split('`').skip(1).step_by(2).collect();
        assert!(!lines.is_empty() || tick.contains("*by hand*"), "{tick}");
        by_hand += usize::from(lines.is_empty());
        named.extend(lines);
    }
    for name in &named {
        assert!(said.iter().any(|line| line.starts_with(&format!("ok      {name}:"))), "{name}");
    }
    let unnamed: Vec<_> = said
        .iter()
        .filter_map(|line| line.strip_prefix("ok      ")?.split(':').next())
        .filter(|name| !named.contains(name))
        .collect();
    assert!(unnamed.is_empty() && by_hand > 4, "the list forgets {unnamed:?}");
}

#[test]
fn a_refused_secret_a_refused_scope_and_a_post_that_is_not_there_are_told_apart() {
    let ward = Ward::open("refused");
    for (heading, name, value) in [
        ("A wrong secret", "POST_CLIENT_SECRET", "wrong"),
        ("A wrong scope", "POST_SCOPE_PICKPOST", "WEDEC_PICKPOTS"),
        ("Post cannot be reached", "POST_BASE_URL", "http://127.0.0.1:1"),
    ] {
        let mut doctor = ward.doctor();
        doctor.env("POST_CLIENT_ID", "sandbox").env("POST_CLIENT_SECRET", "sandbox").env(name, value);
        let (healthy, lines) = said(doctor, &ward);
        assert!(!healthy, "{heading}: {lines:#?}");
        assert_eq!(wrong(&lines), documented(heading), "{heading}: {lines:#?}");
        assert!(!lines.join("\n").contains("wrong\""), "no secret is repeated");
    }
}

#[test]
fn a_mail_server_is_knocked_at_and_sent_nothing() {
    let ward = Ward::open("mails");
    let sink = Sink::open(Manner::Takes);
    let mut found = Vec::new();
    for manner in [
        Some(Manner::Takes),
        Some(Manner::Answers("AUTH", "535 no")),
        Some(Manner::Answers("EHLO", "421 no")),
        None,
    ] {
        let at = match manner {
            Some(manner) => {
                sink.becomes(manner);
                sink.at.to_string()
            }
            None => "127.0.0.1:1".into(),
        };
        let mut doctor = ward.doctor();
        doctor.env("MAIL_URL", format!("smtp://anna:geheim-geheim@{at}"));
        let (healthy, lines) = said(doctor, &ward);
        assert!(healthy && !lines.join("\n").contains("geheim"), "the shop sells without mails: {lines:#?}");
        found.extend(lines.into_iter().find(|line| line.contains(" mails: ")));
    }
    assert_eq!(found, documented("A mail server"), "{found:#?}");
    assert!(sink.taken().is_empty());
}

#[test]
fn old_points_and_jobs_that_were_given_up_are_seen() {
    let ward = Ward::open("old");
    ward.sql(
        "insert into job (kind, payload, enqueued_at, due_at, attempts, last_error, dead_at)
              values ('sweep_baskets', '{}', now(), now(), 4, 'database', now())",
    );
    let (healthy, lines) = said(ward.doctor(), &ward);
    assert!(healthy, "a warning is no failure: {lines:#?}");
    assert_eq!(wrong(&lines), documented("A job was given up"), "{lines:#?}");
    ward.sql("delete from job");
    ward.sql("update points_state set synthetic = false, data_at = now() - interval '30 days'");
    let (healthy, lines) = said(ward.doctor(), &ward);
    assert!(!healthy, "{lines:#?}");
    assert_eq!(wrong(&lines), documented("Old points"), "{lines:#?}");
}

#[test]
fn a_database_that_is_down_empty_or_entered_by_its_owner_is_seen_and_left_as_it_is() {
    let ward = Ward::open("database");
    let mut down = ward.doctor();
    down.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none").env_remove("DATABASE_OWNER_URL");
    let (healthy, lines) = said(down, &ward);
    assert!(!healthy, "{lines:#?}");
    let documented_line = &documented("The database is down")[0];
    assert!(wrong(&lines).iter().any(|line| line == documented_line), "{lines:#?}");

    let count = "select count(*) from pg_class where relnamespace = 'public'::regnamespace";
    let tables = || -> i64 {
        ward.runtime.block_on(async {
            let mut owner = PgConnection::connect_with(&options("unmigrated")).await.expect("it");
            sqlx::query_scalar(count).fetch_one(&mut owner).await.expect("a number")
        })
    };
    ward.sql("create database unmigrated");
    let url = ward.shop.database.replace(
        ward.shop
            .database
            .rsplit('/')
            .find(|part| part.starts_with('t'))
            .and_then(|part| part.split('?').next())
            .expect("a name"),
        "unmigrated",
    );
    let mut empty = ward.doctor();
    empty.env("DATABASE_URL", as_application(&url)).env("DATABASE_OWNER_URL", &url);
    let (healthy, lines) = said(empty, &ward);
    assert!(!healthy, "{lines:#?}");
    // Their number grows with the shop.
    let many = MIGRATIONS.iter().count().to_string();
    let told: Vec<String> = wrong(&lines).iter().map(|line| line.replace(&many, "16")).collect();
    assert_eq!(told, documented("The database is empty"), "{lines:#?}");
    assert_eq!(tables(), 0, "nothing was made in it");

    let mut mighty = ward.doctor();
    mighty.env("DATABASE_URL", &ward.shop.database);
    let (healthy, lines) = said(mighty, &ward);
    assert!(!healthy, "{lines:#?}");
    assert_eq!(wrong(&lines), documented("The application is the owner"), "{lines:#?}");
}

/// A Post whose clock shows another hour: it gives tokens and nothing else.
fn of_another_hour() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
            let (mut first, mut length) = (String::new(), 0);
            let _ = reader.read_line(&mut first);
            let mut line = String::new();
            while reader.read_line(&mut line).is_ok_and(|read| read > 2) {
                if let Some(told) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = told.trim().parse().unwrap_or(0);
                }
                line.clear();
            }
            let _ = reader.read_exact(&mut vec![0; length]);
            let date = "Date: Fri, 15 Jan 2027 08:00:00 GMT\r\nConnection: close\r\n";
            let body = r#"{"access_token":"t","token_type":"Bearer","expires_in":60}"#;
            let answer = if first.starts_with("POST /OAuth/token") {
                format!(
                    "HTTP/1.1 200 OK\r\n{date}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
                    body.len()
                )
            } else {
                format!("HTTP/1.1 404 Not Found\r\n{date}Content-Length: 0\r\n\r\n")
            };
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    url
}

#[test]
fn a_clock_that_is_off_is_seen_by_posts_own() {
    let ward = Ward::open("clock");
    let mut doctor = ward.doctor();
    doctor.env("POST_BASE_URL", of_another_hour());
    let (healthy, lines) = said(doctor, &ward);
    assert!(!healthy, "{lines:#?}");
    let clock = wrong(&lines).into_iter().find(|line| line.contains("clock:")).expect("the clock");
    let (before, after) = clock.split_once(" seconds ").expect("seconds");
    let seconds: i64 = before.rsplit(' ').next().and_then(|word| word.parse().ok()).expect("a number");
    assert!(seconds > 60, "{clock}");
    let (_, told) = documented("The clock is off")[0]
        .split_once(" seconds ")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("seconds");
    let either_way = |text: &str| text.replace("behind", "ahead of");
    assert_eq!(either_way(after), either_way(&told));
}

#[test]
fn beside_an_open_shop_its_ports_are_its_own_and_its_breaker_is_read() {
    let ward = Ward::open("beside");
    // A process of its own: several shops in one share their measures.
    let mut shop = program(&ward.folder.0.join("shop"));
    shop.env("DATABASE_URL", as_application(&ward.shop.database)).env("SHOP_LIMITS", "off");
    shop.env("DATABASE_OWNER_URL", &ward.shop.database).env("POST_BASE_URL", &ward.shop.sandbox);
    let begun = Instant::now();
    let mut shop = shop.spawn().expect("the program");
    let (url, _) = opened(&mut shop, begun);
    let at = url.trim_start_matches("http://").to_owned();
    let beside = || {
        let mut doctor = ward.doctor();
        doctor.env("SHOP_BIND", &at);
        said(doctor, &ward)
    };
    let (healthy, lines) = beside();
    assert!(healthy, "{lines:#?}");
    let has = |lines: &[String], words: &str| lines.iter().any(|line| line.contains(words));
    assert!(has(&lines, "ok      SHOP_BIND: 127.0.0.1:8080 is in use by a shop that is open"), "{lines:#?}");
    assert!(has(&lines, "ok      breakers: the shop that is open here asks Post"), "{lines:#?}");
    ward.runtime.block_on(async {
        ward.shop.fault("500").await;
        for _ in 0..3 {
            let mut visitor = Visitor::new(&url);
            walk(&mut visitor, "en", "pickpost", Until::Payment).await;
        }
        ward.shop.fault("none").await;
    });
    let (healthy, lines) = beside();
    assert!(healthy, "{lines:#?}");
    assert_eq!(wrong(&lines), documented("Post fails under an open shop"), "{lines:#?}");
    signal(&shop, "-TERM");
    assert!(shop.wait().expect("its end").success());
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut doctor = ward.doctor();
    doctor.env("SHOP_BIND", taken.local_addr().expect("an address").to_string());
    let (healthy, lines) = said(doctor, &ward);
    assert!(!healthy && has(&lines, "failed  SHOP_BIND"), "{lines:#?}");
}

#[test]
fn a_trial_label_is_a_specimen_and_never_asked_of_the_real_post_unawares() {
    let ward = Ward::open("trial");
    let trial = |licence: &str| {
        let mut doctor = ward.doctor();
        doctor.arg("--test-order").env("POST_FRANKING_LICENCE", licence);
        said(doctor, &ward)
    };
    let (healthy, lines) = trial("00123456");
    let told = lines.iter().find(|line| line.contains("trial label")).expect("it").clone();
    let digitless: String = told.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert!(healthy && documented("A trial label")[0].contains(&digitless), "{told}");
    let parcels = ward.runtime.block_on(async {
        let answer = reqwest::get(format!("{}/console/parcels.json", ward.shop.sandbox)).await;
        answer.expect("the console").json::<Value>().await.expect("JSON")
    });
    assert_eq!(parcels, Value::Array(Vec::new()), "nothing is announced");
    let refused =
        DOCUMENT.rsplit("```text\n").next().and_then(|block| block.split("```").next()).expect("a block");
    let refused: Vec<&str> = refused.lines().collect();
    let (healthy, lines) = trial("00002026");
    assert!(!healthy && lines.iter().any(|line| line == refused[0]), "{lines:#?}");
    let mut real = ward.doctor();
    real.arg("--test-order")
        .env("POST_PROFILE", "wedecint")
        .env("POST_FRANKING_LICENCE", "00654321")
        .env("MAIL_URL", "smtp://127.0.0.1:9");
    real.env("POST_CLIENT_ID", "a").env("POST_CLIENT_SECRET", "b");
    // Nobody is there, and nobody real is asked.
    for name in ["POST_BASE_URL", "POST_TOKEN_URL", "POST_LOCATIONS_URL"] {
        real.env(name, "https://127.0.0.1:1");
    }
    let (healthy, lines) = said(real, &ward);
    assert!(!healthy && lines.iter().any(|line| line == refused[1]), "{lines:#?}");
    let sender = &documented("A real profile and an invented company")[0];
    assert!(lines.contains(sender), "{lines:#?}");
}
