//! Behind the counter on a phone: no page is wider than its window, and no table has to be pushed sideways.

use pickpost_shop::app;
use pickpost_shop::i18n::Lang;

use crate::chromium::Tab;
use crate::support::shop::Shop;
use crate::support::walk::{HANS, Until, number, walk};
use crate::{browser, look, sign_in, within};

/// How many tables hold more than is seen of them.
const PUSHED: &str =
    "[...document.querySelectorAll('.table')].filter(box => box.scrollWidth > box.clientWidth).length";
/// How many cells with something in them lie beyond the window.
const BEYOND: &str = "[...document.querySelectorAll('tbody :is(td, th)')].filter(cell => {
    const { left, right } = cell.getBoundingClientRect(); return left < 0 || right > innerWidth }).length";

async fn fits(tab: &mut Tab, page: &str) {
    for what in [PUSHED, BEYOND] {
        assert_eq!(tab.number(what).await, 0, "{page}: {what}");
    }
    within(tab, page).await;
}

/// An order of somebody with a long name.
async fn order(shop: &Shop, delivery: &str) -> String {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", delivery, Until::Review).await;
    if delivery == "home" {
        let mut person = HANS.to_vec();
        person.retain(|(name, _)| *name != "last_name");
        person.push(("last_name", "Wolfeschlegelsteinhausenberger"));
        visitor.get("/en/checkout/address").await;
        visitor.submit("email", &person).await;
        visitor.get("/en/checkout/review").await;
    }
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor)
}

/// Whether a sample is a page behind the counter.
fn is_counter(html: &str) -> bool {
    html.starts_with("<!doctype") && html.contains("\"/merchant/")
}

#[actix_web::test]
async fn no_page_behind_the_counter_is_wider_than_a_phone_and_no_table_is_pushed_sideways() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(360, true).await;
    tab.open(&format!("{}/en/terms", shop.url)).await;
    let samples = app::samples(Lang::En);
    let counter: Vec<_> = samples.iter().filter(|(_, html)| is_counter(html)).collect();
    assert!(counter.len() > 15, "{}", counter.len());
    for (name, html) in counter {
        tab.show(html).await;
        for width in [320, 360] {
            tab.looks("light", width).await;
            fits(&mut tab, &format!("{name}, {width}")).await;
        }
    }
    // With what a shop really has in its rows.
    let (collected, delivered) = (order(&shop, "pickpost").await, order(&shop, "home").await);
    let mut tab = chromium.tab(360, true).await;
    sign_in(&mut tab, &shop).await;
    let mut pages: Vec<String> = [
        "orders",
        "orders?queue=to_pack",
        "payments",
        "points",
        "jobs",
        "labels?queue=to_pack",
        "handover?packed=1",
    ]
    .map(|page| format!("/merchant/{page}"))
    .into();
    pages.extend([collected, delivered].iter().flat_map(|number| {
        ["", "/point", "/slip", "/label"].map(|below| format!("/merchant/orders/{number}{below}"))
    }));
    for page in pages {
        tab.open(&format!("{}{page}", shop.url)).await;
        look(&mut tab).await;
        fits(&mut tab, &page).await;
    }
}

#[actix_web::test]
async fn a_row_on_a_phone_is_still_a_row_with_its_headings_and_each_cell_says_which_it_is() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(360, true).await;
    tab.open(&format!("{}/en/terms", shop.url)).await;
    let mut tables = 0;
    for (name, html) in app::samples(Lang::En) {
        if !is_counter(&html) || !html.contains("class=\"table\"") {
            continue;
        }
        tab.show(&html).await;
        tab.looks("light", 360).await;
        let roles = "['table', 'rowgroup', 'row', 'columnheader', 'cell'].filter(role =>
            !document.querySelector(`.table [role=${role}]`)).join()";
        assert_eq!(tab.text_of(roles).await, "", "{name}");
        let unnamed = "[...document.querySelectorAll('.table td:not(.pick, .nr, :empty)')].filter(cell =>
            !cell.dataset.label || !getComputedStyle(cell, '::before').content.includes(cell.dataset.label)).length";
        assert_eq!(tab.number(unnamed).await, 0, "{name}");
        // The name that is seen is the heading that is read out.
        let strange = "[...document.querySelectorAll('.table td[data-label]')].filter(cell =>
            ![...cell.closest('table').querySelectorAll('thead th')].some(head => head.textContent.trim() === cell.dataset.label)).length";
        assert_eq!(tab.number(strange).await, 0, "{name}");
        tables += tab.number("document.querySelectorAll('.table table').length").await;
        tab.looks("light", 1280).await;
        assert_eq!(
            tab.text_of("getComputedStyle(document.querySelector('.table tbody tr')).display").await,
            "table-row"
        );
    }
    assert!(tables >= 7, "{tables}");
}
