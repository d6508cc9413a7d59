//! Persons, User IDs, tokens and secrets appear in no log, whatever happens (rule 8).

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use pickpost_shop::post::Carrier;

use crate::labels::order;
use crate::stub::{Reply, Stub};
use crate::{ANSWER, published, random, standing};

/// Collects what would be logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn even_the_most_talkative_log_names_nobody() {
    let log = Log::default();
    let writer = log.clone();
    let everything = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(everything);
    for reply in [
        Reply::json(ANSWER),
        Reply::json(r#"{"id":"PT011227 oops","verified":"GOLD"}"#),
        Reply::json(r#"{"id":"PT011227","verified":"GOLD"}"#),
        Reply::HalfBody(ANSWER.to_owned()),
        Reply::status(401),
        Reply::status(500),
    ] {
        let stub = Stub::users(move |_| reply.clone());
        let settings = stub.settings(&[("POST_CREDENTIALS", "query"), ("POST_SUBSCRIPTION_KEY", "abc123")]);
        let carrier = Carrier::new(&settings, standing(), random()).expect("a client");
        let answer = carrier.user(&published()).await;
        let home = published().home;
        let street = home.street.as_str();
        let checked = carrier.check_address(&home).await;
        let streets = carrier.streets(&home.postcode, street).await;
        let houses = carrier.houses(&home.postcode, street, "17qy").await;
        tracing::info!(failed = checked.is_err() && streets.is_err() && houses.is_err(), "help");
        tracing::info!(?answer, ?carrier, "what a careless colleague might log");
    }
    for reply in [
        Reply::json("{}"),
        Reply::status(500),
        Reply::json(include_str!("../fixtures/post/label-answer.json")),
    ] {
        let stub = Stub::users(move |_| reply.clone());
        let answer = stub.carrier(&standing()).label(&order()).await;
        tracing::info!(?answer, "what a careless colleague might log");
    }
    let told = String::from_utf8_lossy(&log.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned();
    assert!(
        told.contains("asked Post")
            && told.contains("users")
            && told.contains("validation")
            && told.contains("completion")
            && told.contains("unauthorised"),
        "{told}"
    );
    for secret in [
        "Bellerive",
        "testuser1",
        "PT011227",
        "token-0",
        "token-1",
        "hush-hush",
        "abc123",
        "GOLD",
        "17qy",
        "Muster",
        "12345678",
        "Bahnhofstrasse",
        "JVBER",
    ] {
        let place = told.lines().find(|line| line.contains(secret));
        assert_eq!(place, None, "{secret}");
    }
}
