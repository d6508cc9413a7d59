//! The address form in a browser: the postcode brings its town, streets are offered while they are typed, what somebody wrote
//! is theirs, and a silent Post leaves plain fields.

use crate::chromium::Tab;
use crate::support::shop::Shop;
use crate::{HANS, browser, look};

async fn to_the_form(tab: &mut Tab, shop: &str, lang: &str) {
    tab.open(&format!("{shop}/{lang}/products/mountain-cheese")).await;
    tab.click("form.add button").await;
    tab.click(".basket-side a.button").await;
}

async fn write(tab: &mut Tab, css: &str, text: &str) {
    tab.tab_to(css).await;
    tab.type_text(text).await;
}

#[actix_web::test]
async fn the_postcode_brings_its_town_and_streets_are_offered_as_they_are_typed() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(360, true).await;
    to_the_form(&mut tab, &shop.url, "fr").await;
    write(&mut tab, "#postcode", "8001").await;
    tab.until("document.querySelector('#town').value === 'Zürich'").await;
    tab.until(
        "document.querySelector('form [role=status]').textContent === 'Localité ajoutée\\u00a0: Zürich'",
    )
    .await;
    write(&mut tab, "#street", "bahn").await;
    tab.until("document.querySelector('#street').list?.options[0]?.value === 'Bahnhofstrasse'").await;
    tab.fill("#street", "Bahnhofstrasse").await;
    write(&mut tab, "#house_number", "1").await;
    tab.until(
        "[...document.querySelector('#house_number').list?.options ?? []].some(o => o.value === '1 A')",
    )
    .await;
    // Another postcode: what was filled in follows it.
    tab.text_of("document.querySelector('#postcode').select()").await;
    tab.text_of("document.querySelector('#postcode').focus()").await;
    tab.type_text("6900").await;
    tab.until("document.querySelector('#town').value === ''").await;
    tab.until("[...document.querySelector('#town').list.options].some(o => o.value === 'Lugano')").await;
    look(&mut tab).await;
}

#[actix_web::test]
async fn what_somebody_wrote_stays_and_a_silent_post_leaves_plain_fields() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_form(&mut tab, &shop.url, "de").await;
    write(&mut tab, "#town", "Wiedikon").await;
    tab.text_of("document.querySelector('#postcode').focus()").await;
    tab.type_text("8001").await;
    tab.until("document.querySelector('#town').list?.options.length === 1").await;
    assert_eq!(tab.text_of("document.querySelector('#town').value").await, "Wiedikon");
    shop.address_fault("garbage").await;
    write(&mut tab, "#street", "Haupt").await;
    tab.until("document.querySelector('#street').list?.options.length === 0").await;
    look(&mut tab).await;
    for (field, value) in HANS {
        tab.fill(&format!("#{field}"), value).await;
    }
    tab.click(".checkout-main form:not(.search) p > button.button").await;
    assert_eq!(tab.path().await, "/de/checkout/delivery");
}
