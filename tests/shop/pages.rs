//! What holds for every page: headers, cookies, words, structure.

use pickpost_shop::i18n::Lang;
use scraper::Html;

use crate::support::shop::Shop;
use crate::support::visitor::selector;
use crate::support::walk::{Until, put, walk};

#[actix_web::test]
async fn security_headers_stand_on_every_answer_also_on_errors() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    for (path, status) in [
        ("/en/", 200),
        ("/en/nope", 404),
        ("/static/nope.css", 404),
        ("/healthz", 200),
        ("/readyz", 200),
        ("/en/checkout/point?q=Bern&q=Thun", 200),
    ] {
        if path.contains("point") {
            walk(&mut visitor, "en", "pickpost", Until::Point).await;
        }
        visitor.get(path).await;
        assert_eq!(visitor.status, status, "{path}");
        check(&visitor.headers, path);
    }
    visitor.raw("/en/basket", &[("sec-fetch-site", "cross-site")], Vec::new()).await;
    assert_eq!(visitor.status, 403);
    check(&visitor.headers, "a refused request");
    // A fault of the database: the page says so, with the same headers.
    sqlx::query("alter table basket_line rename to basket_line_gone")
        .execute(&mut shop.owner().await)
        .await
        .expect("renamed");
    visitor.get("/fr/basket").await;
    assert_eq!(visitor.status, 500);
    assert!(visitor.body.contains("Une erreur s’est produite chez nous"));
    check(&visitor.headers, "a 500");
}

fn check(headers: &reqwest::header::HeaderMap, what: &str) {
    let get =
        |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let csp = get("content-security-policy");
    assert!(
        csp.contains("default-src 'none'")
            && !csp.contains("unsafe")
            && !csp.contains('*')
            && !csp.contains("http"),
        "{what}: {csp}"
    );
    assert_eq!(get("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(get("referrer-policy"), "same-origin", "{what}");
    assert!(!get("cache-control").is_empty(), "{what}");
}

#[actix_web::test]
async fn the_same_frame_stands_around_every_page_and_a_page_of_errors_has_two_ways_on() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "fr", "mountain-cheese", "2").await;
    for (path, status, count) in [("/fr/terms", 200, 1), ("/fr/nope", 404, 0)] {
        visitor.get(path).await;
        assert_eq!(visitor.status, status, "{path}");
        let categories = visitor.texts(".header nav[aria-label=Assortiment] a");
        assert_eq!(categories, ["Cuisine", "Épicerie", "Plein air", "Hiver", "Enfants"], "{path}");
        assert_eq!(visitor.attribute(".header a.to-basket", "href").as_deref(), Some("/fr/basket"), "{path}");
        assert_eq!(visitor.texts(".header .count").len(), count, "{path}");
        assert_eq!(
            visitor.texts(".footer a"),
            ["Vos commandes", "Conditions", "Impressum et protection des données"]
        );
    }
    assert_eq!(visitor.texts(".actions a"), ["Vers la page d’accueil", "Vers le panier"]);
}

#[actix_web::test]
async fn behind_https_the_cookie_is_locked_to_the_host() {
    let shop = Shop::open_with(&[("SHOP_PUBLIC_URL", "https://shop.example.ch")]).await;
    let mut visitor = shop.visitor();
    let client =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    visitor.get("/en/products/mountain-cheese").await;
    assert!(visitor.headers.contains_key("strict-transport-security"));
    let (action, fields) = visitor.filled("quantity", &[("quantity", "1")]);
    let posted = client.post(format!("{}{action}", shop.url)).header("host", "shop.example.ch").form(&fields);
    let answer = posted.send().await.expect("an answer");
    let cookie = answer.headers()["set-cookie"].to_str().expect("a cookie").to_owned();
    for part in ["__Host-sid=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    assert!(!cookie.contains("Domain"));
}

#[actix_web::test]
async fn static_files_are_hashed_compressed_and_kept() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    visitor.get("/en/").await;
    let sheet = visitor.attribute("link[rel=stylesheet]", "href").expect("a style sheet");
    let client = reqwest::Client::new();
    for encoding in ["br", "gzip"] {
        let answer = client
            .get(format!("{}{sheet}", shop.url))
            .header("accept-encoding", encoding)
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.headers()["content-encoding"], encoding);
        assert!(answer.headers()["cache-control"].to_str().is_ok_and(|cache| cache.contains("immutable")));
        assert!(answer.bytes().await.expect("a body").len() < 14_000);
    }
    visitor.get("/static/css/tokens.css").await;
    assert_eq!(visitor.status, 404);
}

#[actix_web::test]
async fn machines_are_answered() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    visitor.get("/metrics").await;
    assert!(visitor.body.contains("http_requests_total"), "{}", visitor.body);
    let forwarded =
        reqwest::Client::new().get(format!("{}/metrics", shop.url)).header("x-forwarded-for", "203.0.113.9");
    assert_eq!(forwarded.send().await.expect("an answer").status(), 404);
}

#[test]
fn every_page_renders_in_every_language_well_formed() {
    for lang in Lang::ALL {
        for (name, html) in pickpost_shop::app::samples(lang) {
            let what = format!("{name} in {lang}");
            assert!(html.len() > 500, "{what} is empty");
            let page = Html::parse_document(&html);
            let count = |css: &str| page.select(&selector(css)).count();
            // The card of the map is a part of a page.
            let whole = if name == "card" { 0 } else { 1 };
            assert_eq!((count("h1"), count("main"), count("title")), (whole, whole, whole), "{what}");
            assert_eq!(count("[style], [onclick], script:not([src]), style"), 0, "{what}: nothing inline");
            check_ids(&page, &what);
            check_inputs(&page, &what);
        }
    }
}

fn check_ids(page: &Html, what: &str) {
    let mut ids: Vec<&str> =
        page.select(&selector("[id]")).filter_map(|element| element.attr("id")).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{what}: an id twice");
    for reference in page.select(&selector("a[href^='#'], [aria-describedby], [aria-labelledby], label[for]"))
    {
        let target =
            ["aria-describedby", "aria-labelledby", "for"].iter().find_map(|name| reference.attr(name));
        let target = target.or_else(|| reference.attr("href").map(|href| &href[1..])).unwrap_or_default();
        assert!(ids.binary_search(&target).is_ok(), "{what}: nothing is called {target}");
    }
}

/// Every visible field has a label, and its autocomplete token is one of the standard's.
fn check_inputs(page: &Html, what: &str) {
    const TOKENS: [&str; 15] = [
        "given-name",
        "family-name",
        "organization",
        "address-line1",
        "address-line2",
        "postal-code",
        "address-level2",
        "country",
        "email",
        "tel",
        "off",
        "username",
        "current-password",
        "new-password",
        "",
    ];
    for input in page.select(&selector("input:not([type=hidden]), select")) {
        let id = input.attr("id").unwrap_or_default();
        let labelled = page.select(&selector("label")).any(|label| label.attr("for") == Some(id))
            || input
                .ancestors()
                .any(|node| node.value().as_element().is_some_and(|element| element.name() == "label"));
        assert!(labelled, "{what}: {} has no label", input.attr("name").unwrap_or_default());
        let token = input.attr("autocomplete").unwrap_or_default();
        let token = token.strip_prefix("billing ").or(token.strip_prefix("shipping ")).unwrap_or(token);
        assert!(TOKENS.contains(&token), "{what}: autocomplete {token}");
    }
}

#[actix_web::test]
async fn every_address_of_a_page_leads_somewhere() {
    let shop = Shop::open().await;
    for lang in ["de", "it"] {
        let mut visitor = shop.visitor();
        put(&mut visitor, lang, "mountain-cheese", "1").await;
        let mut known = std::collections::BTreeSet::new();
        let mut open = vec![format!("/{lang}/")];
        while let Some(path) = open.pop() {
            if !known.insert(path.clone()) || known.len() > 120 {
                continue;
            }
            visitor.get(&path).await;
            assert_eq!(visitor.status, 200, "{path}");
            let page = visitor.page();
            let css = selector("a[href^='/'], link[href^='/'], img[src^='/'], script[src^='/']");
            let links = page.select(&css);
            open.extend(
                links
                    .filter_map(|link| link.attr("href").or(link.attr("src")))
                    .map(|href| href.split('#').next().unwrap_or_default().to_owned()),
            );
        }
        assert!(known.len() > 60, "{}", known.len());
    }
}
