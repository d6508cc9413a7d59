//! What a Post that fails, or is slow, may take of the shop: the breaker and the places, as callers feel them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use pickpost_shop::post::Carrier;
use pickpost_shop::post::breaker::{FAILURES, OPEN};
use pickpost_shop::post::partner::PLACES;

use crate::stub::{Reply, Stub};
use crate::{ANSWER, published, standing};

/// A Post that fails with 500 until it is told to be well.
fn ailing() -> (Stub, Arc<AtomicBool>) {
    let well = Arc::new(AtomicBool::new(false));
    let told = well.clone();
    let stub = Stub::users(move |_| match told.load(Ordering::Relaxed) {
        true => Reply::json(ANSWER),
        false => Reply::status(500),
    });
    (stub, well)
}

/// What came of a question, in a word.
async fn asked(carrier: &Carrier) -> &'static str {
    carrier.user(&published()).await.map_or_else(|error| error.code(), |_| "answered")
}

#[tokio::test]
async fn after_three_failures_post_is_left_in_peace_for_ten_seconds() {
    let (stub, well) = ailing();
    let clock = standing();
    let carrier = stub.carrier(&clock);
    for _ in 0..FAILURES {
        assert_eq!(asked(&carrier).await, "down");
    }
    // However often each of them was repeated, three calls are three failures.
    let calls = || stub.received("/").len();
    let before = calls();
    assert_eq!((asked(&carrier.clone()).await, calls()), ("paused", before));
    clock.advance(OPEN.num_seconds() - 1);
    assert_eq!((asked(&carrier).await, calls()), ("paused", before));
    clock.advance(1);
    assert_eq!(asked(&carrier).await, "down");
    assert_eq!(asked(&carrier).await, "paused", "the one that tried has failed");
    well.store(true, Ordering::Relaxed);
    clock.advance(OPEN.num_seconds());
    let mut words = join_all((0..5).map(|_| asked(&carrier))).await;
    words.sort_unstable();
    assert_eq!(words, ["answered", "paused", "paused", "paused", "paused"], "one at a time tries");
    assert_eq!(asked(&carrier).await, "answered");
    assert_eq!(join_all((0..5).map(|_| asked(&carrier))).await, ["answered"; 5], "closed again");
}

#[tokio::test]
async fn refusals_of_a_request_never_open_it() {
    for reply in [
        Reply::status(400),
        Reply::status(403),
        Reply::status(404),
        Reply::status(429),
        Reply::json("[]"),
        Reply::HalfBody(ANSWER.to_owned()),
    ] {
        let told = format!("{reply:?}");
        let stub = Stub::users(move |_| reply.clone());
        let carrier = stub.carrier(&standing());
        for _ in 0..FAILURES + 2 {
            assert_ne!(asked(&carrier).await, "paused", "{told}");
        }
    }
}

#[tokio::test]
async fn the_api_and_the_location_service_have_a_breaker_each() {
    let stub = Stub::scripted(|received, nth| match received.path.as_str() {
        path if path.starts_with("/OAuth/token") => crate::stub::token(nth, "60"),
        path if path.starts_with("/pickpost") => Reply::status(500),
        _ => Reply::status(404),
    });
    let carrier = stub.carrier(&standing());
    for _ in 0..=FAILURES {
        asked(&carrier).await;
    }
    assert_eq!(asked(&carrier).await, "paused");
    assert_eq!(carrier.locations().await.expect_err("no types").code(), "refused", "it was asked");
    // And each client has its own: what one shop's Post does is no other shop's concern.
    let (other, well) = ailing();
    well.store(true, Ordering::Relaxed);
    assert_eq!(asked(&other.carrier(&standing())).await, "answered");
}

#[tokio::test]
async fn a_token_that_nobody_gives_opens_it_as_well() {
    let stub = Stub::scripted(|_, _| Reply::HangUp);
    let carrier = stub.carrier(&standing());
    for _ in 0..FAILURES {
        assert_eq!(asked(&carrier).await, "unreachable");
    }
    assert_eq!(asked(&carrier).await, "paused");
}

#[tokio::test]
async fn a_call_that_is_given_up_while_it_tries_does_not_keep_the_breaker() {
    let (stub, well) = ailing();
    let clock = standing();
    let carrier = stub.carrier(&clock);
    for _ in 0..FAILURES {
        asked(&carrier).await;
    }
    clock.advance(OPEN.num_seconds());
    let abandoned = tokio::time::timeout(Duration::from_millis(50), asked(&carrier)).await;
    assert!(abandoned.is_err(), "it waits for its repeat");
    well.store(true, Ordering::Relaxed);
    assert_eq!(asked(&carrier).await, "answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_post_has_so_many_places_and_no_more() {
    let stub = Stub::users(|_| Reply::Silence);
    let carrier = stub.carrier(&standing());
    let calls = (0..PLACES + 8).map(|_| {
        let carrier = carrier.clone();
        tokio::spawn(async move {
            let begun = Instant::now();
            (asked(&carrier).await, begun.elapsed())
        })
    });
    let ends: Vec<_> =
        join_all(calls.collect::<Vec<_>>()).await.into_iter().map(|end| end.expect("no panic")).collect();
    assert_eq!(stub.received("/pickpost").len(), PLACES);
    let crowded: Vec<_> = ends.iter().filter(|(word, _)| *word == "crowded").collect();
    assert_eq!(crowded.len(), 8, "{ends:?}");
    for (_, waited) in crowded {
        assert!(*waited >= Duration::from_millis(950), "{waited:?}");
    }
    assert_eq!(ends.iter().filter(|(word, _)| *word == "timeout").count(), PLACES);
    // All of them had begun before it opened; whoever comes now is not asked to wait.
    assert_eq!(asked(&carrier).await, "paused");
}
