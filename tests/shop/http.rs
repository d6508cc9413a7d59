//! HTTP as others speak it: bytes that no address may hold, every method on every address, headers by the RFCs.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use url::Url;

use crate::support::shop::Shop;
use crate::support::walk::put;

/// What a server answers to exactly these bytes: the head and the body.
fn raw(server: &str, request: &[u8]) -> (String, Vec<u8>) {
    let url = Url::parse(server).expect("an address");
    let at = url.socket_addrs(|| None).expect("an address")[0];
    let mut line = TcpStream::connect(at).expect("a connection");
    line.set_read_timeout(Some(Duration::from_secs(5))).expect("a time");
    line.write_all(request).expect("sent");
    let mut answer = Vec::new();
    line.read_to_end(&mut answer).expect("an answer");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    (String::from_utf8_lossy(&answer[..end]).to_lowercase(), answer[end + 4..].to_vec())
}

fn asked(server: &str, method: &str, target: &[u8], headers: &[u8]) -> (String, Vec<u8>) {
    let host = server.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let mut request = [method.as_bytes(), b" ", target, b" HTTP/1.1\r\nconnection: close\r\nhost: "].concat();
    request.extend([host.as_bytes(), b"\r\n", headers, b"\r\n"].concat());
    raw(server, &request)
}

fn status(head: &str) -> &str {
    head.split(' ').nth(1).unwrap_or_default()
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")))
}

/// The simulator's address without its page.
fn simulator(shop: &Shop) -> String {
    shop.sandbox.trim_end_matches('/').to_owned()
}

#[actix_web::test]
async fn bytes_that_no_address_may_hold_are_read_and_never_answered_with_nothing() {
    let shop = Shop::open().await;
    for (target, expected) in [
        ("/de/?q=Zürich", "200"),
        ("/de/?q=a b", "200"),
        ("/de/?q=\"<>|^`{}\\", "200"),
        ("/de/?q=%zz%", "200"),
        ("/de/?q=\u{7f}", "200"),
        ("/de/products/Käse", "404"),
        ("/de/%", "404"),
    ] {
        let (head, body) = asked(&shop.url, "GET", target.as_bytes(), b"");
        assert_eq!(status(&head), expected, "{target}: {head}");
        assert!(!body.is_empty(), "{target}");
    }
    let (head, body) = asked(&shop.url, "GET", b"/de/products/\xff\xfe", b"");
    assert!(status(&head) == "404" && body.len() > 500, "{head}");
    let (head, _) = asked(&simulator(&shop), "GET", "/console?x=Zürich".as_bytes(), b"");
    assert_eq!(status(&head), "200");
    // The second request of a connection too, and a body is nobody's request line.
    let host = shop.url.trim_start_matches("http://").trim_end_matches('/');
    let one = |target: &str, last: &str| format!("GET {target} HTTP/1.1\r\nhost: {host}\r\n{last}\r\n");
    let both = one("/de/?q=ä", "") + &one("/de/?q=ö", "connection: close\r\n");
    let (head, body) = raw(&shop.url, both.as_bytes());
    let rest = String::from_utf8_lossy(&body).to_lowercase();
    assert!(status(&head) == "200" && rest.contains("http/1.1 200 ok"), "{head}");
}

#[actix_web::test]
async fn what_is_searched_in_raw_bytes_is_found() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "de", "mountain-cheese", "1").await;
    visitor.get("/de/checkout/address").await;
    visitor.submit("email", &crate::support::walk::HANS).await;
    visitor.submit("delivery", &[("delivery", "pickpost")]).await;
    let cookie = format!("cookie: sid={}\r\n", visitor.cookies["sid"]);
    let searched = |target: &str| asked(&shop.url, "GET", target.as_bytes(), cookie.as_bytes());
    let (_, raw) = searched("/de/checkout/point?q=Zürich");
    assert!(
        String::from_utf8_lossy(&raw).contains("value=\"Zürich\""),
        "the search field says what was typed"
    );
    let (_, twice) = searched("/de/checkout/point?q=Bern&q=Genève");
    assert!(String::from_utf8_lossy(&twice).contains("value=\"Genève\""), "of two the last one counts");
}

#[actix_web::test]
async fn every_address_says_to_whoever_asks_in_another_way_which_ways_there_are() {
    let shop = Shop::open().await;
    let (shop_url, simulator) = (shop.url.clone(), simulator(&shop));
    for (server, path, methods) in [
        (&shop_url, "/", "get, head"),
        (&shop_url, "/de/basket", "get, head, post"),
        (&shop_url, "/de/terms", "get, head"),
        (&shop_url, "/static/css/shop.css", "get, head"),
        (&shop_url, "/healthz", "get, head"),
        (&shop_url, "/readyz", "get, head"),
        (&shop_url, "/metrics", "get, head"),
        (&shop_url, "/map/names/1/1.json", "get, head"),
        (&shop_url, "/de/checkout/point/map.json", "get, head"),
        (&shop_url, "/de/checkout/address/suggestion", "post"),
        (&shop_url, "/merchant/orders/M-1/label.svg", "get, head"),
        (&shop_url, "/merchant/search", "get, head, post"),
        (&shop_url, "/merchant/sign-out", "post"),
        (&simulator, "/console", "get, head"),
        (&simulator, "/console/faults", "get, head, post"),
        (&simulator, "/openapi.json", "get, head"),
        (&simulator, "/pickpost/v1/users", "post"),
        (&simulator, "/address/v1/zips", "get, head"),
    ] {
        let (head, body) = asked(server, "OPTIONS", path.as_bytes(), b"");
        assert_eq!((status(&head), header(&head, "allow")), ("204", Some(methods)), "{path}: {head}");
        assert!(body.is_empty());
        for method in ["PUT", "DELETE", "PATCH", "INVENTED"] {
            let (head, body) = asked(server, method, path.as_bytes(), b"");
            assert_eq!((status(&head), header(&head, "allow")), ("405", Some(methods)), "{method} {path}");
            assert!(!body.is_empty());
        }
        if methods.contains("get") {
            let (asked_for, body) = asked(server, "GET", path.as_bytes(), b"");
            let (head, nothing) = asked(server, "HEAD", path.as_bytes(), b"");
            let of = |head: &str| (status(head).to_owned(), header(head, "content-type").map(str::to_owned));
            assert_eq!(of(&head), of(&asked_for), "{path}");
            assert!(nothing.is_empty());
            assert!(body.is_empty() || header(&asked_for, "content-type").is_some(), "{path}");
        }
    }
}

#[actix_web::test]
async fn what_a_browser_likes_is_weighed_as_the_rfc_says() {
    let shop = Shop::open().await;
    for (likes, lang) in [
        (&b"accept-language: fr; q=0.9\r\n"[..], "/fr/"),
        (b"accept-language: FR-ch\r\n", "/fr/"),
        (b"accept-language: de;q=0, *\r\n", "/fr/"),
        (b"accept-language: \xff, it\r\n", "/it/"),
        (b"accept-language: xx\r\naccept-language: it\r\n", "/it/"),
        (b"accept-language: *\r\n", "/de/"),
        (b"", "/de/"),
    ] {
        let (head, _) = asked(&shop.url, "GET", b"/", likes);
        assert_eq!(header(&head, "location"), Some(lang), "{}", String::from_utf8_lossy(likes));
    }
    for (likes, sheet, page) in [
        ("br;q=0, gzip", "gzip", Some("gzip")),
        ("gzip;q=0.2, br;q=0.1", "gzip", Some("gzip")),
        ("br", "br", None),
        ("*;q=0", "identity", None),
        ("identity;q=0", "identity", None),
        ("identity, gzip;q=0.5", "identity", None),
    ] {
        let likes = format!("accept-encoding: {likes}\r\n");
        let coding = |path: &[u8]| {
            let (head, _) = asked(&shop.url, "GET", path, likes.as_bytes());
            assert_eq!(status(&head), "200", "{likes}");
            header(&head, "content-encoding").map(str::to_owned)
        };
        assert_eq!(coding(b"/static/css/shop.css").as_deref(), Some(sheet), "{likes}");
        assert_eq!(coding(b"/de/").as_deref(), page, "{likes}");
    }
}

#[actix_web::test]
async fn neither_a_neighbours_bytes_nor_a_neighbour_of_the_same_name_loses_the_basket() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    let sid = visitor.cookies["sid"].clone();
    let many = (0..60).map(|at| format!("tracker{at}={}; ", "x".repeat(200))).collect::<String>();
    for before in [
        &b"a=\xff\xfe; b=\xc3\xbc; "[..],
        b"sid=of-another-page; ",
        b"sid=%zz; sid=; ",
        b"sid; ; =; ",
        many.as_bytes(),
    ] {
        let cookie = [b"cookie: ", before, b"sid=", sid.as_bytes(), b"; sid=later\r\n"].concat();
        let (_, body) = asked(&shop.url, "GET", b"/en/basket", &cookie);
        let page = String::from_utf8_lossy(&body);
        assert!(page.contains("Mountain cheese"), "{}", String::from_utf8_lossy(before));
    }
}

#[actix_web::test]
async fn of_a_field_sent_twice_the_last_one_counts() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    visitor.get("/en/products/mountain-cheese").await;
    let (action, fields) = visitor.filled("quantity", &[("quantity", "2")]);
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields.push(("quantity", "3"));
    visitor.post(&action, &fields).await;
    assert_eq!(visitor.texts(".count"), ["3 items"]);
}

#[actix_web::test]
async fn whoever_has_no_basket_changes_nobodys() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    visitor.get("/en/products/mountain-cheese").await;
    visitor.submit("quantity", &[("quantity", "1")]).await;
    let mut other = shop.visitor();
    other.get("/en/orders").await;
    // A session without a basket: somebody signed in.
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders").await;
    let csrf = clerk.attribute("input[name=csrf]", "value").expect("a token");
    clerk.post("/en/basket", &[("csrf", &csrf), ("remove", "1")]).await;
    assert!(clerk.path() == "/en/basket" && clerk.texts(".count").is_empty(), "{}", clerk.body);
    let nil = "select count(*) from basket where id = '00000000-0000-0000-0000-000000000000'";
    let count: i64 = sqlx::query_scalar(nil).fetch_one(&mut shop.owner().await).await.expect("a count");
    assert_eq!(count, 0);
    clerk.get("/en/products/wool-socks").await;
    clerk.submit("quantity", &[("quantity", "1")]).await;
    let count: i64 = sqlx::query_scalar(nil).fetch_one(&mut shop.owner().await).await.expect("a count");
    assert_eq!(count, 0, "nobody's basket is everybody's");
}

#[actix_web::test]
async fn a_star_stands_for_whatever_is_there_and_a_long_question_makes_no_long_page() {
    let shop = Shop::open().await;
    let client = reqwest::Client::new();
    let file = format!("{}/static/img/icons.svg", shop.url);
    let answer = client.get(&file).header("if-none-match", "*").send().await.expect("an answer");
    assert_eq!(answer.status(), 304);
    let page = async |query: String| {
        let answer = client.get(format!("{}/de/?x={query}", shop.url)).send().await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("a page").len())
    };
    let still =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    for (typed, meant) in [
        ("/de/basket/", "/de/basket"),
        ("/de//basket?x=1", "/de/basket?x=1"),
        ("/fr/products/mountain-cheese/", "/fr/products/mountain-cheese"),
        ("//healthz", "/healthz"),
    ] {
        let answer = still.get(format!("{}{typed}", shop.url)).send().await.expect("an answer");
        let location = answer.headers().get("location").and_then(|there| there.to_str().ok());
        assert_eq!((answer.status().as_u16(), location), (308, Some(meant)), "{typed}");
    }
    for nowhere in ["/xx/basket/", "/de/nowhere/", "//example.org/", "/de/products/"] {
        let answer = still.get(format!("{}{nowhere}", shop.url)).send().await.expect("an answer");
        assert_eq!(answer.status(), 404, "{nowhere}");
    }
    let (plain, long) = (page("a".into()).await, page("a".repeat(8000)).await);
    assert_eq!((plain.0, long.0), (200, 200));
    assert!(long.1 < plain.1 + 2000, "{plain:?} {long:?}");
}
