//! What a first visit brings over the line, on a phone: page, sheets, scripts, letters and pictures, compressed, with headers.

use crate::browser;
use crate::support::shop::Shop;

/// As many bytes at most.
const MOST: i64 = 50_000;

#[actix_web::test]
async fn a_first_visit_on_a_phone_weighs_less_than_fifty_kilobytes() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    for page in ["/de/", "/fr/?category=winter", "/it/products/mountain-cheese", "/en/products/granite-grill"]
    {
        for density in [1, 2, 3] {
            // Each in a browser of its own, which has seen nothing yet.
            let mut tab = chromium.tab(360, true).await;
            tab.phone(density).await;
            tab.open(&format!("{}{page}", shop.url)).await;
            tab.rest().await;
            let (bytes, what) = tab.weight().await;
            assert!(bytes > 20_000, "everything is counted: {what}");
            assert!(bytes < MOST, "{page} at density {density}: {bytes} bytes\n{what}");
        }
    }
}
