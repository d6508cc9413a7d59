//! Forms in a browser: a refused one leaves no trace in the history, a wait can be stopped, another language takes along what
//! was typed, and back after ordering shows the order.

use crate::chromium::Tab;
use crate::support::shop::Shop;
use crate::{HANS, browser, look, order};

async fn at_address(tab: &mut Tab, shop: &Shop, lang: &str) {
    tab.open(&format!("{}/{lang}/products/mountain-cheese", shop.url)).await;
    tab.click("form.add button").await;
    tab.click(".basket-side a.button").await;
    assert_eq!(tab.path().await, format!("/{lang}/checkout/address"));
}

const CONTINUE: &str = ".checkout-main form:not(.search) p > button.button";

#[actix_web::test]
async fn a_refused_form_comes_back_in_place_and_back_needs_no_second_sending() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    at_address(&mut tab, &shop, "en").await;
    let entries = tab.number("history.length").await;
    for wrong in ["", "80"] {
        tab.fill("#postcode", wrong).await;
        tab.click(CONTINUE).await;
        assert_eq!(tab.text_of("document.activeElement.id").await, "problems");
        look(&mut tab).await;
    }
    assert_eq!(tab.number("history.length").await, entries, "no new entry of the history");
    for (field, value) in HANS {
        tab.fill(&format!("#{field}"), value).await;
    }
    // The page's own script lives on in the page that came back.
    tab.text_of("postcode.dispatchEvent(new Event('input', { bubbles: true })), ''").await;
    tab.until("document.querySelector('#town-list option')").await;
    tab.click(CONTINUE).await;
    assert_eq!(tab.path().await, "/en/checkout/delivery");
    tab.text_of("history.back(), ''").await;
    tab.until("location.pathname === '/en/checkout/address' && document.querySelector('#postcode')?.value === '8008'").await;
}

#[actix_web::test]
async fn a_wait_for_post_is_shown_and_can_be_stopped() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(360, true).await;
    at_address(&mut tab, &shop, "en").await;
    for (field, value) in HANS {
        tab.fill(&format!("#{field}"), value).await;
    }
    tab.click(CONTINUE).await;
    tab.press("input[value=pickpost]").await;
    tab.click(CONTINUE).await;
    tab.click(".points button[name=choice]").await;
    shop.fault("slow").await;
    tab.press(CONTINUE).await;
    tab.until("document.querySelector('.sending')?.textContent.includes('asking Swiss Post')").await;
    look(&mut tab).await;
    tab.key("Escape").await;
    tab.until("document.querySelector('.sending')?.textContent.includes('still here')").await;
    shop.fault("none").await;
    tab.click(CONTINUE).await;
    assert_eq!(tab.path().await, "/en/checkout/payment", "the button lives");
}

#[actix_web::test]
async fn another_language_takes_along_what_was_typed() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    at_address(&mut tab, &shop, "de").await;
    tab.fill("#first_name", "Zoë").await;
    tab.click(".languages a[hreflang='fr-CH']").await;
    assert_eq!(tab.path().await, "/fr/checkout/address");
    assert_eq!(tab.text_of("document.documentElement.lang").await, "fr-CH");
    assert_eq!(tab.text_of("first_name.value").await, "Zoë");
    look(&mut tab).await;
    // Without scripts, by the buttons below the form.
    let mut tab = chromium.tab(1280, false).await;
    at_address(&mut tab, &shop, "de").await;
    tab.fill("#first_name", "Zoë").await;
    tab.click("button[name=language][value=it]").await;
    assert_eq!(tab.text_of("document.documentElement.lang").await, "it-CH");
    assert_eq!(tab.text_of("document.querySelector('#first_name').value").await, "Zoë");
}

#[actix_web::test]
async fn back_after_ordering_leads_to_the_order() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    order(&mut tab, &shop.url, "en", "home").await;
    let placed = tab.path().await;
    tab.text_of("history.back(), ''").await;
    tab.until(&format!("location.pathname === '{placed}' && document.querySelector('.timeline')")).await;
}
