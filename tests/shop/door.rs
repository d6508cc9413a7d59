//! What the shop and the simulator refuse before anybody reads it, and what a stranger cannot make them remember.

use std::io::Write;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use reqwest::StatusCode;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::shop::Shop;

fn bomb() -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..10 {
        packed.write_all(&[b'a'; 1024 * 1024]).expect("memory");
    }
    packed.finish().expect("memory")
}

#[actix_web::test]
async fn a_packed_body_is_refused_unread_whatever_its_coding_and_wherever_it_is_sent() {
    let shop = Shop::open().await;
    let bomb = bomb();
    for url in [
        format!("{}/de/products/mountain-cheese", shop.url),
        format!("{}/merchant/sign-in", shop.url),
        format!("{}/de/nowhere", shop.url),
        format!("{}/OAuth/token", shop.sandbox),
        format!("{}/pickpost/v1/users", shop.sandbox),
        format!("{}/console/faults", shop.sandbox),
    ] {
        for coding in ["gzip", "GZIP", "deflate", "br", "zstd", "identity, gzip", "x-unknown"] {
            let sent = reqwest::Client::new().post(&url).header("content-encoding", coding);
            let sent = sent.header("content-type", "application/x-www-form-urlencoded").body(bomb.clone());
            let answer = sent.send().await.expect("an answer");
            assert_eq!(answer.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE, "{url} {coding}");
            assert_eq!(answer.headers()["connection"], "close", "{url} {coding}");
        }
    }
}

#[actix_web::test]
async fn a_body_may_be_so_large_and_no_larger_announced_or_not() {
    let shop = Shop::open().await;
    let url = format!("{}/merchant/sign-in", shop.url);
    let long = format!("email={}", "a".repeat(17 * 1024));
    let sent = |body: reqwest::Body| {
        let client = reqwest::Client::new().post(&url);
        let client = client.header("accept-language", "en");
        client.header("content-type", "application/x-www-form-urlencoded").body(body).send()
    };
    let announced = sent(long.clone().into()).await.expect("an answer");
    assert_eq!(announced.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(announced.text().await.expect("text").contains("It is larger than we accept"));
    // In pieces, without a length.
    let mut line = TcpStream::connect(shop.url.trim_start_matches("http://")).await.expect("a line");
    let head = "POST /merchant/sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    line.write_all(head.as_bytes()).await.expect("written");
    for _ in 0..40 {
        if line.write_all(format!("400\r\n{}\r\n", "a".repeat(1024)).as_bytes()).await.is_err() {
            break;
        }
    }
    let mut answer = vec![0; 12];
    line.read_exact(&mut answer).await.expect("an answer");
    assert_eq!(answer, b"HTTP/1.1 413");
}

#[actix_web::test]
async fn invented_methods_are_counted_as_one_and_what_is_refused_is_counted_too() {
    let shop = Shop::open().await;
    for letter in ["A", "B", "C"] {
        let method = reqwest::Method::from_bytes(letter.repeat(5000).as_bytes()).expect("a method");
        let sent = reqwest::Client::new().request(method, format!("{}/de/", shop.url)).send();
        assert_eq!(sent.await.expect("an answer").status(), StatusCode::METHOD_NOT_ALLOWED);
    }
    let mut visitor = shop.visitor();
    visitor.raw("/en/basket", &[("sec-fetch-site", "cross-site")], Vec::new()).await;
    assert_eq!(visitor.status, 403);
    visitor.raw("/en/basket", &[("content-encoding", "gzip")], b"a".to_vec()).await;
    assert_eq!(visitor.status, 415);
    visitor.get("/metrics").await;
    assert!(!visitor.body.contains("AAAA"), "no invented label");
    assert!(visitor.body.contains("method=\"other\""), "{}", visitor.body);
    for status in ["403", "415"] {
        assert!(visitor.body.contains(&format!("status=\"{status}\"")), "{status}: {}", visitor.body);
    }
}

#[actix_web::test]
async fn a_shop_with_a_public_address_answers_to_no_other_name() {
    let public = [("SHOP_PUBLIC_URL", "https://shop.example.ch"), ("METRICS_BIND", "127.0.0.1:0")];
    let shop = Shop::open_with(&public).await;
    let mut own = shop.visitor();
    assert_eq!(own.get("/en/").await.status, 200);
    assert_eq!(own.get("/metrics").await.status, 404, "its numbers are told on a listener of their own");
    let metrics = reqwest::get(shop.metrics.as_deref().expect("a listener")).await.expect("an answer");
    assert!(metrics.text().await.expect("text").contains("http_requests_total"));
    for name in ["evil.example", "localhost", "127.0.0.1", "shop.example.ch.evil.example"] {
        let mut visitor = shop.visitor();
        visitor.host = Some(name.to_owned());
        for path in ["/", "/en/", "/static/css/shop.css", "/merchant/sign-in", "/metrics"] {
            assert_eq!(visitor.get(path).await.status, 421, "{name} {path}");
        }
        visitor.raw("/en/basket", &[("origin", &format!("https://{name}"))], Vec::new()).await;
        assert_eq!(visitor.status, 421);
        for probe in ["/healthz", "/readyz"] {
            assert_eq!(visitor.get(probe).await.status, 200, "probes know addresses only");
        }
    }
    own.raw("/en/basket", &[("origin", "https://evil.example")], Vec::new()).await;
    assert_eq!(own.status, 403);
}

#[actix_web::test]
async fn without_one_shop_and_simulator_answer_to_this_machines_names() {
    let shop = Shop::open_with(&[("SANDBOX_PUBLIC_URL", "http://post.example.ch:8081")]).await;
    for (base, name, status) in [
        (&shop.url, "localhost", 200),
        (&shop.url, "[::1]:8080", 200),
        (&shop.url, "evil.example", 421),
        (&shop.url, "post.example.ch", 421),
    ] {
        let asked = reqwest::Client::new().get(format!("{base}/en/")).header("host", name).send();
        assert_eq!(asked.await.expect("an answer").status(), status, "{name}");
    }
    // The greeting names the console as other machines reach it; here it is asked at its own address.
    assert_eq!(shop.sandbox, "http://post.example.ch:8081");
}

#[actix_web::test]
async fn a_body_that_does_not_come_is_given_up_and_its_line_closed() {
    let shop = Shop::open().await;
    let at = shop.url.trim_start_matches("http://");
    let mut waiting = Vec::new();
    for path in ["/merchant/sign-in", "/en/nowhere", "/en/"] {
        let mut line = TcpStream::connect(at).await.expect("a line");
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16000\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\na"
        );
        line.write_all(head.as_bytes()).await.expect("written");
        waiting.push((path, line));
    }
    for (path, mut line) in waiting {
        let mut answer = String::new();
        let read = tokio::time::timeout(Duration::from_mins(1), line.read_to_string(&mut answer)).await;
        read.expect("closed in time").expect("closed in order");
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
    }
}

#[actix_web::test]
async fn pages_files_and_probes_are_asked_for_with_head_too() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    visitor.get("/en/").await;
    let sheet = visitor.attribute("link[rel=stylesheet]", "href").expect("a style sheet");
    for (path, status) in [("/en/", 200), ("/", 302), (&*sheet, 200), ("/healthz", 200), ("/en/nope", 404)] {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build();
        let asked = client.expect("a client").head(format!("{}{path}", shop.url)).send();
        let answer = asked.await.expect("an answer");
        assert_eq!(answer.status(), status, "{path}");
        assert!(answer.bytes().await.expect("a body").is_empty(), "{path}");
    }
}

#[actix_web::test]
async fn a_page_asked_for_in_a_way_it_does_not_know_says_which_ways_it_knows() {
    let shop = Shop::open().await;
    for (method, path, status, allow) in [
        ("POST", "/en/terms", 405, "GET, HEAD"),
        ("GET", "/merchant/sign-out", 405, "POST"),
        ("DELETE", "/en/basket", 405, "GET, HEAD, POST"),
        ("POST", "/en/nowhere", 404, ""),
        ("POST", "/nowhere", 404, ""),
        ("PUT", "/xx/basket", 404, ""),
    ] {
        let method = reqwest::Method::from_bytes(method.as_bytes()).expect("a method");
        let asked = reqwest::Client::new().request(method, format!("{}{path}", shop.url)).send();
        let answer = asked.await.expect("an answer");
        assert_eq!(answer.status(), status, "{path}");
        let said = answer.headers().get("allow").and_then(|allow| allow.to_str().ok()).unwrap_or_default();
        assert_eq!(said, allow, "{path}");
    }
}

#[actix_web::test]
async fn a_neighbours_unreadable_cookie_does_not_lose_the_basket() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    crate::support::walk::put(&mut visitor, "en", "mountain-cheese", "1").await;
    let sid = visitor.cookies["sid"].clone();
    for bad in [&b"tracker=\xff\xfe; "[..], b"tracker; ", b"=x; ", b"a=%zz%ff; "] {
        let mut cookies = bad.to_vec();
        cookies.extend(format!("sid={sid}").bytes());
        let value = reqwest::header::HeaderValue::from_bytes(&cookies).expect("a header");
        let asked = reqwest::Client::new().get(format!("{}/en/basket", shop.url)).header("cookie", value);
        let page = asked.send().await.expect("an answer").text().await.expect("text");
        assert!(page.contains("Mountain cheese"), "{bad:?}");
    }
}
