//! What the client makes of an answer, or of none.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use pickpost_shop::carrier::{CarrierError, UserAnswer, Verified};
use pickpost_shop::post::Carrier;

use crate::stub::{Reply, Stub, settings};
use crate::{ANSWER, published, random, standing};

async fn ask(reply: Reply) -> Result<UserAnswer, CarrierError> {
    let stub = Stub::users(move |_| reply.clone());
    stub.carrier(&standing()).user(&published()).await
}

#[tokio::test]
async fn the_published_answer_is_read() {
    let answer = ask(Reply::json(ANSWER)).await.expect("an answer");
    assert_eq!((answer.id.as_str(), answer.verified), ("PT011227", Verified::None));
}

#[tokio::test]
async fn a_silent_post_is_given_up_after_three_seconds() {
    let begun = Instant::now();
    let error = ask(Reply::Silence).await.expect_err("silence");
    assert_eq!(error.code(), "timeout");
    assert!(begun.elapsed() >= Duration::from_millis(2900), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn the_three_seconds_hold_for_token_and_answer_together() {
    let stub = Stub::scripted(|received, nth| {
        // The client's own time, which no clock moves. Either alone would be in time.
        std::thread::sleep(Duration::from_secs(2));
        if received.path.starts_with("/OAuth/token") {
            return crate::stub::token(nth, "60");
        }
        Reply::json(ANSWER)
    });
    let error = stub.carrier(&standing()).user(&published()).await.expect_err("too late");
    assert_eq!(error.code(), "timeout");
}

#[tokio::test]
async fn nobody_at_the_door_is_told_apart_from_silence() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let carrier = Carrier::new(&settings(port, &[]), standing(), random()).expect("a client");
    assert_eq!(carrier.user(&published()).await.expect_err("nobody").code(), "unreachable");
}

#[tokio::test]
async fn every_refusal_has_its_word_and_is_not_repeated_and_a_fault_of_posts_is_once() {
    for (status, code, asked) in [
        (201, "refused", 1),
        (302, "refused", 1),
        (400, "refused", 1),
        (403, "unauthorised", 1),
        (404, "refused", 1),
        (429, "busy", 1),
        (500, "down", 2),
        (503, "down", 2),
    ] {
        let stub = Stub::users(move |_| Reply::status(status));
        let error = stub.carrier(&standing()).user(&published()).await.expect_err("a refusal");
        assert_eq!(error.code(), code, "{status}");
        assert_eq!(stub.received("/pickpost").len(), asked, "{status}");
        assert!(stub.received("/elsewhere").is_empty(), "{status}: nobody is followed elsewhere");
    }
}

#[tokio::test]
async fn nonsense_is_refused_whatever_its_shape() {
    let html = |body: &str| Reply::Answer(200, "text/html", body.to_owned());
    let huge = format!(r#"{{"id":"PT011227","verified":"NONE","more":"{}"}}"#, "x".repeat(100_000));
    for (what, reply) in [
        ("a page that holds JSON", html(ANSWER)),
        ("a type that only mentions JSON", Reply::Answer(200, "text/html; was=json", ANSWER.to_owned())),
        ("nothing", Reply::json("")),
        ("garbage", Reply::json("%$§ü")),
        ("a list", Reply::json("[]")),
        ("a number", Reply::json("7")),
        ("the half of it", Reply::json(r#"{"id":"PT01"#)),
        ("a body that breaks off", Reply::HalfBody(ANSWER.to_owned())),
        ("more than 64 KiB", Reply::json(&huge)),
        ("no ID", Reply::json(r#"{"verified":"MAIL"}"#)),
        ("a null", Reply::json(r#"{"id":null,"verified":"MAIL"}"#)),
        ("an ID as a number", Reply::json(r#"{"id":12345678,"verified":"MAIL"}"#)),
        ("two IDs", Reply::json(r#"{"id":"A1","id":"B2","verified":"MAIL"}"#)),
    ] {
        assert_eq!(ask(reply).await.expect_err(what).code(), "nonsense", "{what}");
    }
    let error = ask(Reply::HangUp).await.expect_err("no answer");
    assert_eq!(error.code(), "unreachable");
}

#[tokio::test]
async fn an_id_is_one_to_twenty_letters_and_digits() {
    for id in ["1", "PT011227", "12345678", "AbCdEfGhIj0123456789"] {
        let answer = ask(Reply::json(&format!(r#"{{"id":"{id}","verified":"NONE"}}"#))).await;
        assert_eq!(answer.expect(id).id.as_str(), id);
    }
    for id in [
        "",
        " ",
        "PT 011227",
        "PT011227 ",
        "AbCdEfGhIj01234567890",
        "ÜT011227",
        "<b>",
        "１２３",
        "PT-1",
        "a\\n",
    ] {
        let answer = ask(Reply::json(&format!(r#"{{"id":"{id}","verified":"NONE"}}"#))).await;
        assert_eq!(answer.expect_err(id).code(), "nonsense", "{id}");
    }
}

#[tokio::test]
async fn a_status_in_any_spelling_counts_and_a_strange_one_is_none() {
    for (spelling, status) in [
        (r#""NONE""#, Verified::None),
        (r#""MAIL""#, Verified::Mail),
        (r#""mail""#, Verified::Mail),
        (r#""REGISTRED_MAIL""#, Verified::RegisteredMail),
        (r#""registered_mail""#, Verified::RegisteredMail),
        (r#""SUISSE-ID""#, Verified::SuisseId),
        (r#""SUISSE_ID""#, Verified::SuisseId),
        (r#""suisseid""#, Verified::SuisseId),
        (r#""GOLD""#, Verified::None),
        (r#""MAIL2""#, Verified::None),
        (r#""""#, Verified::None),
        ("null", Verified::None),
        ("true", Verified::None),
        ("3", Verified::None),
        (r#"{"by":"MAIL"}"#, Verified::None),
    ] {
        let answer = ask(Reply::json(&format!(r#"{{"id":"PT011227","verified":{spelling}}}"#))).await;
        assert_eq!(answer.expect(spelling).verified, status, "{spelling}");
    }
    let answer = ask(Reply::json(r#"{"id":"PT011227"}"#)).await.expect("an answer without a status");
    assert_eq!(answer.verified, Verified::None);
}
