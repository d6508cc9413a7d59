//! The page of an order that waits for Post, in a browser: the answer comes onto it by itself.

use crate::support::shop::Shop;
use crate::{browser, look, order};

#[actix_web::test]
async fn posts_answer_comes_onto_the_open_page_and_nothing_else_on_it_moves() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    shop.fault("400").await;
    let mut tab = chromium.tab(1280, true).await;
    order(&mut tab, &shop.url, "en", "pickpost").await;
    assert!(tab.text("[data-waits]").await.contains("has not confirmed the customer number yet"));
    tab.text_of("document.querySelector('main h1').dataset.same = 'yes'").await;
    // Somebody looks in vain, and comes back when Post has answered.
    let come_back = "document.dispatchEvent(new Event('visibilitychange'))";
    tab.text_of(come_back).await;
    shop.fault("none").await;
    let number = tab.text(".order .lead").await;
    let number = number.split([' ', ',', '.']).find(|word| word.starts_with("M-")).expect("a number");
    let mut clerk = shop.clerk().await;
    let path = format!("/merchant/orders/{number}");
    clerk.get(&path).await;
    if let Some(csrf) = clerk.attribute("main input[name=csrf]", "value") {
        clerk.post(&path, &[("csrf", &csrf), ("ask", "1")]).await;
    }
    assert_eq!(shop.json(number).await["user_id_state"], "known");
    tab.until(&format!("({come_back}, !document.querySelector('[data-waits]'))")).await;
    assert!(tab.text("[role=status]").await.contains("has confirmed the customer number"));
    assert!(tab.text("[data-part=collecting]").await.contains("PickPost PT"));
    assert_eq!(tab.text_of("document.querySelector('main h1').dataset.same").await, "yes", "no other page");
    look(&mut tab).await;
}
