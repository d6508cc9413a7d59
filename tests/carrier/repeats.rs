//! What is asked a second time, after which pause, and what is not.

use std::time::{Duration, Instant};

use pickpost_shop::carrier::CarrierError;

use crate::stub::{Reply, Stub, token};
use crate::{ANSWER, published, standing};

const SECOND: Duration = Duration::from_secs(1);

/// Post answers so at first, and then as it should: what came of it, how often it was asked, and how long it took.
async fn first(reply: Reply) -> (Result<(), CarrierError>, usize, Duration) {
    let stub = Stub::users(move |nth| if nth == 0 { reply.clone() } else { Reply::json(ANSWER) });
    let begun = Instant::now();
    let result = stub.carrier(&standing()).user(&published()).await.map(drop);
    (result, stub.received("/pickpost").len(), begun.elapsed())
}

#[tokio::test]
async fn what_may_pass_is_asked_again_and_the_shopper_never_learns_of_it() {
    for reply in [Reply::status(500), Reply::status(503), Reply::HangUp] {
        let told = format!("{reply:?}");
        let (result, asked, waited) = first(reply).await;
        assert!(result.is_ok() && asked == 2, "{told}: {result:?}, asked {asked} times");
        assert!(waited >= Duration::from_millis(100), "{told}: not at once");
    }
}

#[tokio::test]
async fn a_token_that_fails_once_costs_no_user_id() {
    let stub = Stub::scripted(|received, nth| match (received.path.starts_with("/OAuth/token"), nth) {
        (true, 0) => Reply::status(503),
        (true, _) => token(nth, "60"),
        _ => Reply::json(ANSWER),
    });
    stub.carrier(&standing()).user(&published()).await.expect("an answer");
    assert_eq!((stub.received("/OAuth/token").len(), stub.received("/pickpost").len()), (2, 1));
}

#[tokio::test]
async fn post_is_asked_again_when_it_wants_to_be() {
    // The clock stands at eight.
    for (status, when) in [(429, "1"), (503, "1"), (429, "Fri, 15 Jan 2027 08:00:01 GMT")] {
        let (result, asked, waited) = first(Reply::Told(status, "Retry-After", when.to_owned())).await;
        assert!(result.is_ok() && asked == 2, "{status} {when}: {result:?}");
        assert!(waited >= SECOND, "{status} {when}: {waited:?}");
    }
}

#[tokio::test]
async fn nobody_waits_for_a_time_that_does_not_fit_and_nobody_is_kept_waiting_for_it() {
    for (status, when, code) in
        [(429, "30", "busy"), (503, "30", "down"), (503, "3", "down"), (429, "soon", "busy")]
    {
        let (result, asked, _) = first(Reply::Told(status, "Retry-After", when.to_owned())).await;
        // Whoever waited would be told of the time that ran out.
        assert_eq!((result.expect_err("given up").code(), asked), (code, 1), "{status} {when}");
    }
}

#[tokio::test]
async fn all_repeats_lie_within_the_three_seconds() {
    let stub = Stub::users(|nth| match nth {
        0 => Reply::Told(503, "Retry-After", "2".to_owned()),
        _ => Reply::Silence,
    });
    let error = stub.carrier(&standing()).user(&published()).await.expect_err("too late");
    assert_eq!((error.code(), stub.received("/pickpost").len()), ("timeout", 2));
}

#[tokio::test]
async fn nobody_is_followed_to_another_host() {
    let other = Stub::users(|_| Reply::json(ANSWER));
    let elsewhere = other.url("/pickpost/v1/users");
    for status in [301, 302, 303, 307, 308] {
        for moved in ["/OAuth/token", "/pickpost", "/StandortSuche"] {
            let to = elsewhere.clone();
            let stub = Stub::scripted(move |received, nth| match received.path.as_str() {
                path if path.starts_with(moved) => Reply::Told(status, "Location", to.clone()),
                path if path.starts_with("/OAuth/token") => token(nth, "60"),
                _ => Reply::json(ANSWER),
            });
            let carrier = stub.carrier(&standing());
            let result = if moved == "/StandortSuche" {
                carrier.locations().await.map(drop)
            } else {
                carrier.user(&published()).await.map(drop)
            };
            assert_eq!(result.expect_err("moved").code(), "refused", "{status} {moved}");
            assert_eq!(stub.received(moved).len(), 1, "{status} {moved}");
        }
    }
    assert!(other.received("/").is_empty(), "only configured hosts are called");
}

#[test]
fn a_connection_is_given_up_before_the_simulator_closes_it() {
    assert!(pickpost_shop::post::operation::RESTED < pickpost_shop::web::door::IDLE);
}
