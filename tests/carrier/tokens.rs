//! The access token: one for all who wait, renewed in time, fetched anew once when it is refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use pickpost_shop::post::token::Tokens;
use secrecy::ExposeSecret;

use crate::stub::{Reply, Stub, token};
use crate::support::patience;
use crate::{ANSWER, published, random, standing};

/// Holds up a stub until it may answer.
fn wait_for(may: impl Fn() -> bool) {
    for _ in patience() {
        if may() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until somebody asks for a token.
async fn asked(stub: &Stub) {
    for _ in patience() {
        if !stub.received("/OAuth/token").is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("nobody asks for a token");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_calls_at_once_fetch_one_token() {
    let begun = Arc::new(AtomicUsize::new(0));
    let all = begun.clone();
    let stub = Stub::scripted(move |received, nth| {
        if received.path.starts_with("/OAuth/token") {
            wait_for(|| all.load(Ordering::SeqCst) == 100);
            return token(nth, "60");
        }
        Reply::json(ANSWER)
    });
    let carrier = stub.carrier(&standing());
    let calls: Vec<_> = (0..100)
        .map(|_| {
            let (carrier, begun) = (carrier.clone(), begun.clone());
            tokio::spawn(async move {
                begun.fetch_add(1, Ordering::SeqCst);
                carrier.user(&published()).await.map(drop)
            })
        })
        .collect();
    for call in calls {
        call.await.expect("no panic").expect("an answer");
    }
    assert_eq!((stub.received("/OAuth/token").len(), stub.received("/pickpost").len()), (1, 100));
}

#[tokio::test]
async fn a_token_is_renewed_after_three_quarters_of_its_life() {
    for (expires_in, life) in [
        ("60", 60),
        ("300", 300),
        ("\"300\"", 300),
        ("null", 60),
        ("-5", 60),
        ("\"soon\"", 60),
        ("4294967296", 3600),
        ("1e99", 60),
    ] {
        let stub = Stub::scripted(move |received, nth| {
            if received.path.starts_with("/OAuth/token") {
                token(nth, expires_in)
            } else {
                Reply::json(ANSWER)
            }
        });
        let clock = standing();
        let carrier = stub.carrier(&clock);
        let fetched = || stub.received("/OAuth/token").len();
        carrier.user(&published()).await.expect("an answer");
        clock.advance(life * 3 / 4 - 1);
        carrier.user(&published()).await.expect("an answer");
        assert_eq!(fetched(), 1, "{expires_in}: still good");
        clock.advance(1);
        carrier.user(&published()).await.expect("an answer");
        assert_eq!(fetched(), 2, "{expires_in}: renewed");
    }
}

#[tokio::test]
async fn a_refused_token_is_fetched_anew_once() {
    let stub = Stub::users(|nth| if nth == 0 { Reply::status(401) } else { Reply::json(ANSWER) });
    stub.carrier(&standing()).user(&published()).await.expect("an answer");
    let sent: Vec<_> = stub.received("/pickpost").into_iter().map(|received| received.head).collect();
    assert!(sent[0].contains("authorization: Bearer token-0\n") && sent[1].contains("Bearer token-1\n"));

    let stub = Stub::users(|_| Reply::status(401));
    let error = stub.carrier(&standing()).user(&published()).await.expect_err("refused twice");
    assert_eq!(error.code(), "unauthorised");
    assert_eq!((stub.received("/OAuth/token").len(), stub.received("/pickpost").len()), (2, 2));
}

#[tokio::test]
async fn without_a_token_nobody_is_asked() {
    for (reply, code) in [
        (Reply::status(401), "unauthorised"),
        (Reply::Answer(400, "application/json", r#"{"error":"invalid_scope"}"#.into()), "unauthorised"),
        (Reply::status(500), "down"),
        (Reply::status(302), "refused"),
        (Reply::json("{}"), "nonsense"),
        (Reply::json(r#"{"access_token":""}"#), "nonsense"),
        (Reply::json(r#"{"access_token":"a\r\nX-Evil: 1"}"#), "nonsense"),
        (Reply::Answer(200, "text/html", "<h1>Maintenance</h1>".into()), "nonsense"),
        (Reply::HangUp, "unreachable"),
    ] {
        let told = format!("{reply:?}");
        let stub = Stub::scripted(move |_, _| reply.clone());
        let error = stub.carrier(&standing()).user(&published()).await.expect_err("no token");
        assert_eq!(error.code(), code, "{told}");
        assert!(stub.received("/pickpost").is_empty(), "{told}");
    }
}

#[tokio::test]
async fn each_scope_has_a_token_of_its_own() {
    let stub = Stub::scripted(|_, nth| token(nth, "60"));
    let tokens = Tokens::new(reqwest::Client::new(), &stub.settings(&[]), standing());
    let mut got = Vec::new();
    for scope in ["WEDEC_PICKPOST", "WEDEC_BARCODE_READ", "WEDEC_PICKPOST"] {
        let token = tokens.get(scope).await.expect("a token");
        got.push(token.expose_secret().to_owned());
    }
    assert_eq!(got, ["token-0", "token-1", "token-0"]);
}

/// A stub that gives the scope `SLOW` its tokens when it is let.
fn slow_for_one_scope() -> (Stub, Arc<AtomicBool>) {
    let let_go = Arc::new(AtomicBool::new(false));
    let open = let_go.clone();
    let stub = Stub::scripted(move |received, nth| {
        wait_for(|| !received.body.ends_with("scope=SLOW") || open.load(Ordering::Relaxed));
        token(nth, "60")
    });
    (stub, let_go)
}

#[tokio::test]
async fn a_scope_whose_token_is_slow_delays_no_other() {
    let (stub, let_go) = slow_for_one_scope();
    let tokens = Arc::new(Tokens::new(reqwest::Client::new(), &stub.settings(&[]), standing()));
    let slow = tokio::spawn({
        let tokens = tokens.clone();
        async move { tokens.get("SLOW").await }
    });
    asked(&stub).await;
    let quick = tokens.get("WEDEC_PICKPOST").await.expect("a token");
    tokens.forget("WEDEC_PICKPOST", &quick).await;
    tokens.get("WEDEC_PICKPOST").await.expect("another one");
    assert!(!slow.is_finished());
    let_go.store(true, Ordering::Relaxed);
    slow.await.expect("no panic").expect("the slow one, in the end");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_for_a_slow_token_waits_for_the_same_one() {
    let (stub, let_go) = slow_for_one_scope();
    let tokens = Arc::new(Tokens::new(reqwest::Client::new(), &stub.settings(&[]), standing()));
    let calls: Vec<_> = (0..100)
        .map(|_| {
            let tokens = tokens.clone();
            tokio::spawn(async move { tokens.get("SLOW").await.map(drop) })
        })
        .collect();
    asked(&stub).await;
    let_go.store(true, Ordering::Relaxed);
    for call in calls {
        call.await.expect("no panic").expect("a token");
    }
    assert_eq!(stub.received("/OAuth/token").len(), 1);
}

#[tokio::test]
async fn only_the_refused_token_is_forgotten() {
    let stub = Stub::scripted(|_, nth| token(nth, "60"));
    let tokens = Tokens::new(reqwest::Client::new(), &stub.settings(&[]), standing());
    let (one, other) =
        (tokens.get("ONE").await.expect("a token"), tokens.get("OTHER").await.expect("a token"));
    tokens.forget("ONE", &one).await;
    tokens.forget("OTHER", &one).await;
    let told = |token: secrecy::SecretString| token.expose_secret().to_owned();
    let renewed = tokens.get("ONE").await.expect("a token");
    assert_eq!(told(tokens.get("OTHER").await.expect("a token")), told(other), "it was not the refused one");
    tokens.forget("ONE", &one).await;
    assert_eq!(told(tokens.get("ONE").await.expect("a token")), told(renewed), "it has been fetched since");
}

#[tokio::test]
async fn the_credentials_travel_in_a_form_unless_the_query_is_chosen() {
    let fields =
        "grant_type=client_credentials&client_id=the-shop&client_secret=hush-hush&scope=WEDEC_PICKPOST";
    for (chosen, path, body) in [
        (&[][..], "/OAuth/token".to_owned(), fields),
        (&[("POST_CREDENTIALS", "query")][..], format!("/OAuth/token?{fields}"), ""),
    ] {
        let stub = Stub::users(|_| Reply::json(ANSWER));
        let carrier = pickpost_shop::post::Carrier::new(&stub.settings(chosen), standing(), random())
            .expect("a client");
        carrier.user(&published()).await.expect("an answer");
        let received = stub.received("/OAuth/token").remove(0);
        assert_eq!((received.path, received.body.as_str()), (path, body));
    }
}
