//! The location search below an order's page, as in the checkout: map, suggestions, card.

use crate::map::{PINS, order, to_the_search};
use crate::support::shop::Shop;
use crate::{browser, look};

#[actix_web::test]
async fn below_an_order_map_suggestions_and_card_lead_to_another_point() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open_with(&[("SHOP_HOLD_MINUTES", "60")]).await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "fr", "pickpost").await;
    tab.click(".points button[name=choice]").await;
    order(&mut tab).await;
    let page = tab.path().await;
    tab.open(&format!("{}{page}/point", shop.url)).await;
    tab.until(PINS).await;
    look(&mut tab).await;
    tab.tab_to("#q").await;
    tab.text_of("document.activeElement.select()").await;
    tab.type_text("wintert").await;
    tab.until("document.querySelector('#q').getAttribute('aria-expanded') === 'true'").await;
    tab.key("ArrowDown").await;
    tab.enter().await;
    assert!(tab.text(".told").await.contains("Winterthur"), "{}", tab.text(".told").await);
    tab.until(PINS).await;
    // The first that can be chosen, by its number on the map.
    let number = tab.text(".points .point:not(.is-refused) .pin").await;
    let name = tab.text(".points .point:not(.is-refused) h2").await;
    tab.mouse(&format!(".map-pin[aria-label^='{number}:']")).await;
    tab.until("!document.querySelector('.map-card').hidden").await;
    assert_eq!(tab.text(".map-card h2").await, name);
    look(&mut tab).await;
    tab.click(".map-card button[name=choice]").await;
    assert_eq!(tab.path().await, page);
    assert!(tab.text("main").await.contains(&name), "the order goes there now");
}
