//! With letters twice as large, and with the keyboard alone: from the first page to the order.

use crate::chromium::{Chromium, Tab};
use crate::support::shop::Shop;
use crate::{HANS, browser, look, order};

/// Reaches it with Tab and types.
async fn type_into(tab: &mut Tab, css: &str, text: &str) {
    tab.tab_to(css).await;
    tab.type_text(text).await;
}

/// Reaches it with Tab and presses Enter.
async fn press(tab: &mut Tab, css: &str) {
    tab.tab_to(css).await;
    tab.enter().await;
    look(tab).await;
}

/// How many times Tab is pressed until the focus is there.
async fn tabs_to(tab: &mut Tab, css: &str) -> usize {
    let there = format!("Number(document.activeElement?.matches({css:?}) ?? false)");
    for tabs in 0..40 {
        if tab.number(&there).await == 1 {
            return tabs;
        }
        tab.key("Tab").await;
    }
    panic!("not within forty tabs: {css}");
}

async fn large() -> Option<Chromium> {
    // Says aloud where there is no browser.
    browser().await?;
    Chromium::start_large().await
}

#[actix_web::test]
async fn letters_twice_as_large_are_twice_as_large_and_nothing_sticks_out() {
    let Some(chromium) = large().await else { return };
    let shop = Shop::open().await;
    for (lang, delivery, width) in [("de", "other", 320), ("fr", "pickpost", 1280)] {
        let mut tab = chromium.tab(width, true).await;
        tab.open(&format!("{}/{lang}/", shop.url)).await;
        look(&mut tab).await;
        let size = "parseFloat(getComputedStyle(document.body).fontSize)";
        assert_eq!(tab.number(size).await, 34, "17 at 16 are 34 at 32");
        order(&mut tab, &shop.url, lang, delivery).await;
    }
}

#[actix_web::test]
async fn a_whole_checkout_goes_by_keyboard_alone_with_large_letters() {
    let Some(chromium) = large().await else { return };
    let shop = Shop::open().await;
    for lang in ["de", "it"] {
        let mut tab = chromium.tab(1280, true).await;
        tab.open(&format!("{}/{lang}/products/mountain-cheese", shop.url)).await;
        press(&mut tab, "form.add button").await;
        press(&mut tab, ".basket-side a.button").await;
        let by_tab = ["first_name", "last_name", "postcode", "town", "street", "house_number", "email"];
        for field in by_tab {
            let value = HANS.iter().find(|(name, _)| *name == field).expect("a field").1;
            // What the postcode has filled in is typed over.
            tab.tab_to(&format!("#{field}")).await;
            tab.text_of("document.activeElement.select()").await;
            type_into(&mut tab, &format!("#{field}"), value).await;
        }
        press(&mut tab, ".checkout-main form p > button.button").await;
        tab.tab_to("input[name=delivery]").await;
        for _ in 0..4 {
            let point = "Number(document.querySelector('input[value=pickpost]').checked)";
            if tab.number(point).await == 1 {
                break;
            }
            tab.key("ArrowDown").await;
        }
        press(&mut tab, ".checkout-main form p > button.button").await;
        assert!(tabs_to(&mut tab, ".skip[href='#points']").await <= 2, "the list is near");
        tab.key("Enter").await;
        assert!(tabs_to(&mut tab, ".points summary").await <= 1, "and its first point");
        press(&mut tab, ".points button[name=choice]").await;
        press(&mut tab, ".checkout-main form p > button.button").await;
        tab.tab_to("input[name=payment]").await;
        tab.key("Space").await;
        press(&mut tab, ".checkout-main form p > button.button").await;
        press(&mut tab, "button[name=place]").await;
        assert!(tab.path().await.starts_with(&format!("/{lang}/orders/")), "{}", tab.path().await);
    }
}
