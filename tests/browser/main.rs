//! The shop in a real browser: headless Chromium, driven over its DevTools protocol.

#[path = "../support/mod.rs"]
mod support;

mod address;
mod another_point;
mod chromium;
mod counter;
mod label;
mod eyes;
mod large;
mod forms;
mod map;
mod order;
mod weight;

use chromium::{Chromium, Tab};
use support::shop::{MERCHANT, Shop};

/// A browser, or none on a machine without one. In CI that is a failure, elsewhere it is said aloud.
pub async fn browser() -> Option<Chromium> {
    let browser = Chromium::start().await;
    #[expect(clippy::disallowed_methods, reason = "whether this is CI is no setting of the shop")]
    let required = std::env::var("CI").is_ok();
    assert!(browser.is_some() || !required, "no Chromium on this machine: apt-get install chromium");
    if browser.is_none() {
        use std::io::Write;
        let _ = writeln!(
            std::io::stderr(),
            "\n*** SKIPPED: no Chromium on this machine (apt-get install chromium) ***\n"
        );
    }
    browser
}

const HANS: [(&str, &str); 7] = [
    ("first_name", "Hans"),
    ("last_name", "Muster"),
    ("street", "Bellerivestrasse"),
    ("house_number", "5"),
    ("postcode", "8008"),
    ("town", "Zürich"),
    ("email", "hans.muster@example.ch"),
];

/// Orders a cheese as a shopper would, looking at every page on the way.
async fn order(tab: &mut Tab, shop: &str, lang: &str, delivery: &str) {
    tab.open(&format!("{shop}/{lang}/products/mountain-cheese")).await;
    tab.click("form.add button").await;
    look(tab).await;
    tab.click(".basket-side a.button").await;
    look(tab).await;
    for (field, value) in HANS {
        tab.fill(&format!("#{field}"), value).await;
    }
    go_on(tab).await;
    tab.press(&format!("input[value={delivery}]")).await;
    if delivery == "other" {
        for (field, value) in &HANS[..6] {
            tab.fill(&format!("#{field}"), value).await;
        }
    }
    go_on(tab).await;
    if ["pickpost", "my_post_24"].contains(&delivery) {
        tab.fill("#q", "Winterthur").await;
        tab.click("form.search button").await;
        look(tab).await;
        let first = tab.text(".points button").await;
        assert!(!first.is_empty(), "a point can be chosen");
        tab.click(".points button[name=choice]").await;
        go_on(tab).await;
    }
    tab.press("input[value=invoice]").await;
    go_on(tab).await;
    tab.click("button[name=place]").await;
    look(tab).await;
    assert!(tab.path().await.starts_with(&format!("/{lang}/orders/")), "{}", tab.path().await);
    assert!(tab.text("main").await.contains("M-1"));
}

async fn go_on(tab: &mut Tab) {
    tab.click(".checkout-main form:not(.search) p > button.button").await;
    look(tab).await;
}

/// Nothing sticks out of the window.
pub async fn within(tab: &mut Tab, page: &str) {
    let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(tab.number(wide).await, 0, "{page} sticks out");
}

/// Goes behind the counter.
pub async fn sign_in(tab: &mut Tab, shop: &Shop) {
    tab.open(&format!("{}/merchant/sign-in", shop.url)).await;
    tab.fill("#email", MERCHANT.0).await;
    tab.fill("#password", MERCHANT.1).await;
    tab.click("main form button").await;
    assert_eq!(tab.path().await, "/merchant/orders");
}

/// What holds on every page: no policy was violated, nothing sticks out, one heading leads.
pub async fn look(tab: &mut Tab) {
    let path = tab.path().await;
    within(tab, &path).await;
    assert_eq!(tab.number("window.violations.length").await, 0, "{path} violates its own policy");
    assert_eq!(tab.number("document.querySelectorAll('h1').length").await, 1, "{path}");
}

#[actix_web::test]
async fn all_four_deliveries_can_be_ordered_in_a_browser() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    for (lang, delivery, width) in
        [("de", "home", 1280), ("fr", "other", 360), ("it", "pickpost", 320), ("en", "my_post_24", 768)]
    {
        let mut tab = chromium.tab(width, true).await;
        order(&mut tab, &shop.url, lang, delivery).await;
    }
}

#[actix_web::test]
async fn an_order_needs_no_scripts() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1024, false).await;
    order(&mut tab, &shop.url, "de", "pickpost").await;
}

#[actix_web::test]
async fn a_refused_form_puts_the_focus_on_what_is_wrong() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    tab.open(&format!("{}/en/products/mountain-cheese", shop.url)).await;
    tab.click("form.add button").await;
    tab.click(".basket-side a.button").await;
    tab.click(".checkout-main form button.button").await;
    assert_eq!(tab.text_of("document.activeElement.id").await, "problems");
    assert!(tab.text_of("document.title").await.starts_with("Error:"));
}

#[actix_web::test]
async fn every_page_fits_320_pixels_in_every_language() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    for lang in ["de", "fr", "it", "en"] {
        let mut tab = chromium.tab(320, true).await;
        for path in ["", "products/davos-sledge", "basket", "terms", "about", "nope"] {
            tab.open(&format!("{}/{lang}/{path}", shop.url)).await;
            look(&mut tab).await;
        }
    }
}

#[actix_web::test]
async fn the_whole_order_goes_by_keyboard_alone() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    tab.open(&format!("{}/en/products/mountain-cheese", shop.url)).await;
    tab.tab_to("form.add button").await;
    tab.enter().await;
    tab.tab_to(".basket-side a.button").await;
    tab.enter().await;
    for (field, value) in HANS {
        tab.tab_to(&format!("#{field}")).await;
        tab.type_text(value).await;
    }
    tab.tab_to(".checkout-main form p > button").await;
    tab.enter().await;
    // One stop for the group, then the arrows choose.
    tab.tab_to("input[name=delivery]").await;
    tab.key("ArrowDown").await;
    tab.key("ArrowDown").await;
    assert_eq!(tab.text_of("document.querySelector('input[name=delivery]:checked').value").await, "pickpost");
    tab.tab_to(".delivery-form p > button").await;
    tab.enter().await;
    tab.tab_to(".points button[name=choice]").await;
    tab.enter().await;
    tab.tab_to(".collector-form p > button").await;
    tab.enter().await;
    tab.tab_to("input[name=payment]").await;
    tab.key("Space").await;
    tab.tab_to(".payment-form p > button").await;
    tab.enter().await;
    tab.tab_to("button[name=place]").await;
    tab.enter().await;
    assert!(tab.path().await.starts_with("/en/orders/"), "{}", tab.path().await);
}
