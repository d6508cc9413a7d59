//! What a program can find of what keeps people from using a page: axe-core looks at every page as it can look, in both
//! colour schemes, narrow and wide, in four languages (docs/decisions/0037-axe-looks-at-every-page.md).

use std::io::Write;

use pickpost_shop::app;
use pickpost_shop::i18n::Lang;

use crate::chromium::{Chromium, Tab};
use crate::map::{PINS, to_the_search};
use crate::support::shop::Shop;
use crate::{browser, order};

const AXE: &str = include_str!("axe/axe.min.js");
/// All rules of axe, its advice included, and the size of targets, which it leaves out by itself.
const RUN: &str =
    "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
        `${id}: ${html.slice(0, 160)} ${failureSummary.split('\\n').slice(1, 2)}`)).join('\\u0001'))";
type Way = (&'static str, u32);
const WAYS: [Way; 4] = [("light", 320), ("dark", 1280), ("dark", 320), ("light", 1280)];

/// Looks at the open page in these ways and writes down what it finds.
async fn look_at(tab: &mut Tab, page: &str, ways: &[Way], found: &mut Vec<String>) {
    tab.text_of(AXE).await;
    for (scheme, width) in ways {
        tab.looks(scheme, *width).await;
        let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        if tab.number(wide).await > 0 {
            found.push(format!("{page}, {scheme}, {width}: it sticks out"));
        }
        let told = tab.text_of(RUN).await;
        found.extend(
            told.split('\u{1}')
                .filter(|what| !what.is_empty())
                .map(|what| format!("{page}, {scheme}, {width}: {what}")),
        );
    }
}

/// Every page as it can look. In every way, or each once with language, scheme and width in turn.
async fn samples(chromium: &Chromium, shop: &Shop, all: bool) -> Vec<String> {
    let mut tab = chromium.tab(1280, true).await;
    tab.open(&format!("{}/en/terms", shop.url)).await;
    let mut found = Vec::new();
    // A card is put into a page that is looked at with its map.
    let whole = |lang| {
        app::samples(lang).into_iter().filter(|(_, html)| html.starts_with("<!doctype")).collect::<Vec<_>>()
    };
    let pages = Lang::ALL.map(whole);
    for (turn, (name, _)) in pages[Lang::En as usize].iter().enumerate() {
        let mut langs: Vec<usize> =
            (0..4).filter(|lang| pages[*lang].iter().any(|(its, _)| its == name)).collect();
        let mut ways = WAYS.to_vec();
        if !all {
            langs = vec![langs[turn % langs.len()]];
            ways = vec![WAYS[(turn + turn / 4) % WAYS.len()]];
        }
        for lang in langs {
            let (_, html) = pages[lang].iter().find(|(its, _)| its == name).expect("the same page");
            tab.show(html).await;
            look_at(&mut tab, &format!("{name} ({})", Lang::ALL[lang]), &ways, &mut found).await;
        }
    }
    found
}

/// Pages that are more than their samples: the map with a card, the page of an order with its bill, an error, the console.
async fn walked(chromium: &Chromium, shop: &Shop, langs: &[&str], ways: &[Way]) -> Vec<String> {
    let mut found = Vec::new();
    for lang in langs {
        let mut tab = chromium.tab(1280, true).await;
        order(&mut tab, &shop.url, lang, "home").await;
        look_at(&mut tab, &format!("an order ({lang})"), ways, &mut found).await;
        tab.open(&format!("{}/{lang}/nowhere", shop.url)).await;
        look_at(&mut tab, &format!("an error ({lang})"), ways, &mut found).await;
        let mut tab = chromium.tab(1280, true).await;
        to_the_search(&mut tab, &shop.url, lang, "pickpost").await;
        tab.until(PINS).await;
        tab.mouse(".map-pin[aria-label^='1:']").await;
        tab.until("!document.querySelector('.map-card').hidden").await;
        look_at(&mut tab, &format!("the map ({lang})"), ways, &mut found).await;
    }
    let mut tab = chromium.tab(1280, true).await;
    for page in ["", "/messages", "/parcels", "/faults", "/values"] {
        tab.open(&format!("{}/console{page}", shop.sandbox)).await;
        look_at(&mut tab, &format!("the console{page}"), ways, &mut found).await;
    }
    found
}

#[actix_web::test]
async fn axe_finds_nothing_on_any_page() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut found = samples(&chromium, &shop, false).await;
    found.extend(walked(&chromium, &shop, &["fr"], &WAYS[..1]).await);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[actix_web::test]
#[ignore = "some minutes: `make eyes`"]
async fn axe_finds_nothing_on_any_page_in_any_language_scheme_and_width() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut found = samples(&chromium, &shop, true).await;
    found.extend(walked(&chromium, &shop, &["de", "fr", "it", "en"], &WAYS).await);
    let _ = writeln!(std::io::stdout(), "{}\n{} violations", found.join("\n"), found.len());
    assert!(found.is_empty());
}
