//! The location search in a browser: map, suggestions, "near me", Post's own map; with the mouse, the keyboard, on a
//! narrow screen, for a screen reader, and with the map's files kept away. Each way ends in an order at the right point.

use crate::chromium::Tab;
use crate::support::shop::Shop;
use crate::{HANS, browser, go_on, look};

/// Goes to the location search.
pub async fn to_the_search(tab: &mut Tab, shop: &str, lang: &str, delivery: &str) {
    tab.open(&format!("{shop}/{lang}/products/mountain-cheese")).await;
    tab.click("form.add button").await;
    tab.click(".basket-side a.button").await;
    for (field, value) in HANS {
        tab.fill(&format!("#{field}"), value).await;
    }
    go_on(tab).await;
    tab.press(&format!("input[value={delivery}]")).await;
    go_on(tab).await;
}

/// Orders on from the page after the search, and gives the page of the order.
pub async fn order(tab: &mut Tab) -> String {
    go_on(tab).await;
    tab.press("input[value=invoice]").await;
    go_on(tab).await;
    tab.click("button[name=place]").await;
    look(tab).await;
    assert!(tab.path().await.contains("/orders/"), "{}", tab.path().await);
    tab.text("main").await
}

/// Counts the forms that are sent, and notes when the page's own listeners have been told of such an event.
async fn watch_forms(tab: &mut Tab, event: &str) {
    let watch = format!(
        "window.sent = 0;
         addEventListener('submit', () => window.sent++, true);
         addEventListener('{event}', () => window.told = true);"
    );
    tab.text_of(&watch).await;
}

pub const PINS: &str = "document.querySelectorAll('.map-pin').length === 10";

#[actix_web::test]
async fn a_pin_of_the_map_shows_its_card_and_the_card_chooses_that_point() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "en", "my_post_24").await;
    tab.until(PINS).await;
    look(&mut tab).await;
    // List and map follow each other.
    tab.press(".points .point:nth-child(4) summary").await;
    tab.text_of("document.querySelector('.points .point:nth-child(4) summary').focus()").await;
    tab.until("document.querySelectorAll('.map-pin.is-hot').length === 1").await;
    assert_eq!(tab.text_of("document.querySelector('.map-pin.is-hot').innerText.trim()").await, "4");
    let third = tab.text(".points .point:nth-child(3) .point-words h2").await;
    let address = tab.text(".points .point:nth-child(3) .point-words p").await;
    tab.mouse(".map-pin[aria-label^='3:']").await;
    tab.until("!document.querySelector('.map-card').hidden").await;
    assert_eq!(tab.text(".map-card h2").await, third);
    tab.click(".map-card button[name=choice]").await;
    assert_eq!(tab.path().await, "/en/checkout/collector");
    let page = order(&mut tab).await;
    assert!(page.contains(address.split(',').next().expect("a street")), "{page}");
}

#[actix_web::test]
async fn a_point_outside_the_list_is_chosen_on_the_map_too() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "de", "pickpost").await;
    tab.until(PINS).await;
    // Out until there are clusters, then into one by clicks until single points appear.
    for _ in 0..3 {
        tab.mouse(".leaflet-control-zoom-out").await;
        tab.until("!document.querySelector('.leaflet-zoom-anim')").await;
    }
    tab.until("document.querySelector('.map-cluster')").await;
    for _ in 0..12 {
        if tab.number("document.querySelectorAll('.map-spot').length").await > 0 {
            break;
        }
        tab.press(".map-cluster").await;
        tab.until("!document.querySelector('.leaflet-zoom-anim')").await;
    }
    let name = tab.text_of("document.querySelector('.map-spot').getAttribute('aria-label')").await;
    tab.press(".map-spot").await;
    tab.until("!document.querySelector('.map-card').hidden").await;
    assert_eq!(tab.text(".map-card h2").await, name);
    assert_eq!(tab.number("document.querySelectorAll('.map-spot.is-shown').length").await, 1, "it is marked");
    tab.until(APART).await;
    look(&mut tab).await;
    let address = tab.text(".map-card .soft").await;
    if tab.number("document.querySelectorAll('.map-card button[name=choice]').length").await == 1 {
        tab.click(".map-card button[name=choice]").await;
        assert!(order(&mut tab).await.contains(address.split(',').next().expect("a street")));
    } else {
        assert!(!tab.text(".map-card .reason").await.is_empty(), "or it says why not");
    }
}

#[actix_web::test]
async fn the_search_goes_by_keyboard_alone_suggestions_included() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "en", "pickpost").await;
    tab.until(PINS).await;
    tab.tab_to("#q").await;
    tab.text_of("document.activeElement.select()").await;
    tab.type_text("wintert").await;
    tab.until("document.querySelector('#q').getAttribute('aria-expanded') === 'true'").await;
    assert!(tab.text(".combo [role=status]").await.contains("suggestion"), "it is announced");
    tab.key("ArrowDown").await;
    assert_eq!(tab.text_of("document.querySelector('[aria-selected=true]').textContent").await, "Winterthur");
    tab.enter().await;
    assert!(tab.text(".told").await.contains("of Winterthur"), "{}", tab.text(".told").await);
    tab.until(PINS).await;
    // One key leads past the map.
    tab.tab_to(".map").await;
    tab.key("Escape").await;
    assert_eq!(tab.text_of("document.activeElement.id").await, "after-map");
    tab.text_of("document.querySelector('#q').focus()").await;
    let name = tab.text(".points .point:not(.is-refused) h2").await;
    tab.tab_to(".points button[name=choice]").await;
    tab.enter().await;
    assert!(order(&mut tab).await.contains(&name));
}

#[actix_web::test]
async fn on_a_narrow_screen_the_map_comes_when_it_is_asked_for() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(320, true).await;
    to_the_search(&mut tab, &shop.url, "it", "pickpost").await;
    look(&mut tab).await;
    let leaflet = "performance.getEntriesByType('resource').some((file) => file.name.includes('leaflet'))";
    assert_eq!(tab.number(&format!("Number({leaflet})")).await, 0, "nothing is loaded unasked");
    tab.press(".map-open").await;
    tab.until(PINS).await;
    look(&mut tab).await;
    let name = tab.text(".points .point:not(.is-refused) h2").await;
    tab.click(".points button[name=choice]").await;
    assert!(order(&mut tab).await.contains(&name));
}

/// The card is in the window and lies beside what it is about.
const APART: &str = "(() => {
    const [card, mark] = ['.map-card', '.is-shown'].map((css) => document.querySelector(css).getBoundingClientRect());
    const beside = mark.right < card.left || card.right < mark.left || mark.bottom < card.top || card.bottom < mark.top;
    return beside && card.top >= 0 && card.bottom <= innerHeight;
})()";

/// Whether "search here" lies on the card or on one of the map's own marks.
const OVERLAPS: &str = "(() => {
    const here = document.querySelector('.map-here');
    here.hidden = false;
    const box = here.getBoundingClientRect();
    const others = [...document.querySelectorAll('.map-card:not([hidden]), .map .leaflet-control')];
    return Number(box.width > 0 && others.map((other) => other.getBoundingClientRect()).some((other) =>
        other.width > 0 && other.right > box.left && box.right > other.left && other.bottom > box.top && box.bottom > other.top));
})()";

#[actix_web::test]
async fn search_here_lies_on_nothing_else() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    for (lang, width) in [("de", 320), ("fr", 1000), ("it", 1280)] {
        let mut tab = chromium.tab(width, true).await;
        to_the_search(&mut tab, &shop.url, lang, "pickpost").await;
        if width < 1000 {
            tab.press(".map-open").await;
        }
        tab.until(PINS).await;
        assert_eq!(tab.number(OVERLAPS).await, 0, "{lang}, {width}");
        tab.press(".map-pin[aria-label^='1:']").await;
        tab.until("!document.querySelector('.map-card').hidden").await;
        tab.until(APART).await;
        assert_eq!(tab.number(OVERLAPS).await, 0, "{lang}, {width}, beside the card");
        look(&mut tab).await;
    }
}

#[actix_web::test]
async fn two_points_on_one_spot_are_both_chosen_on_a_phone_and_a_tap_moves_no_page() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(360, true).await;
    to_the_search(&mut tab, &shop.url, "fr", "pickpost").await;
    tab.fill("#q", "St-Prex").await;
    tab.click("form.search button").await;
    let places = "new Set([...document.querySelectorAll('.points .point')].slice(0, 2).map((item) => item.dataset.at)).size";
    assert_eq!(tab.number(places).await, 1, "the two stand on one spot");
    tab.press(".map-open").await;
    tab.until(PINS).await;
    tab.until("document.activeElement.matches('.map')").await;
    let before = tab.number("scrollY").await;
    for number in [1, 2] {
        let name = tab.text(&format!(".points .point:nth-child({number}) h2")).await;
        tab.mouse(&format!(".map-pin[aria-label^='{number}:']")).await;
        tab.until(&format!("document.querySelector('.map-card h2')?.textContent === {name:?}")).await;
        tab.until(APART).await;
        assert_eq!(tab.number("scrollY").await, before, "the page stays where it is");
        assert_eq!(
            tab.text_of("document.querySelector('.is-shown').innerText.trim()").await,
            number.to_string()
        );
    }
    look(&mut tab).await;
    let second = tab.text(".points .point:nth-child(2) h2").await;
    tab.click(".map-card button[name=choice]").await;
    assert!(order(&mut tab).await.contains(&second));
}

#[actix_web::test]
async fn a_screen_reader_is_told_of_list_map_and_card() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "en", "pickpost").await;
    tab.until(PINS).await;
    let number = tab.text(".points .point:not(.is-refused) .pin").await;
    let name = tab.text(".points .point:not(.is-refused) h2").await;
    tab.mouse(&format!(".map-pin[aria-label^='{number}:']")).await;
    tab.until("!document.querySelector('.map-card').hidden").await;
    let tree = tab.tree().await;
    let has = |role: &str, name: &str| tree.iter().any(|(r, n)| r == role && n.starts_with(name));
    let first = tab.text(".points h2").await;
    for (role, name) in [
        ("combobox", "Postcode, place, street or station"),
        ("navigation", "Kind"),
        ("navigation", "Filters"),
        ("heading", &first),
        ("region", "Map"),
        ("button", "1: "),
        ("button", "Zoom in"),
        ("link", "Skip the map"),
        ("region", "Selected on the map"),
        ("button", "Close"),
    ] {
        assert!(has(role, name), "no {role} {name}: {tree:#?}");
    }
    let choose = tree
        .iter()
        .filter(|(role, name)| role == "button" && name.starts_with("Choose") && name.contains("Zürich"))
        .count();
    assert!(choose >= 6, "every button says which point it chooses: {choose}");
    assert!(!tree.iter().any(|(role, _)| role == "img"), "labels of the map are for the eye only");
    // What is heard leads to an order at the point that was heard.
    assert!(has("button", &format!("{number}: {name}")) && has("heading", &name));
    tab.click(".map-card button[name=choice]").await;
    assert!(order(&mut tab).await.contains(&name));
}

#[actix_web::test]
async fn the_step_and_its_map_keep_to_their_budget_of_bytes() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "de", "pickpost").await;
    tab.until(PINS).await;
    tab.until("document.querySelector('.map-name.is-station')").await;
    let page = tab.number("performance.getEntriesByType('navigation')[0].encodedBodySize").await;
    assert!((1_000..30_000).contains(&page), "the page has {page} bytes on the wire");
    // Everything that came for the map alone: scripts, style, base map, points, names.
    let map = "performance.getEntriesByType('resource').filter((file) => /leaflet|supercluster|map/.test(file.name))
        .reduce((sum, file) => sum + file.encodedBodySize, 0)";
    let map = tab.number(map).await;
    assert!((50_000..120_000).contains(&map), "the map has {map} bytes on the wire");
    let all =
        "performance.getEntriesByType('resource').every((file) => file.name.startsWith(location.origin))";
    assert_eq!(tab.number(&format!("Number({all})")).await, 1, "nothing comes from elsewhere");
}

#[actix_web::test]
async fn enter_beside_the_list_chooses_nothing_and_the_map_remembers_as_the_list_does() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "en", "pickpost").await;
    tab.until(PINS).await;
    tab.text_of("document.querySelector('[name=remember]').focus()").await;
    watch_forms(&mut tab, "keyup").await;
    tab.key("Enter").await;
    tab.until("window.told").await;
    assert_eq!(tab.number("window.sent").await, 0, "Enter sends no form");
    assert_eq!(tab.path().await, "/en/checkout/point", "nothing is chosen silently");
    let mut plain = chromium.tab(1280, false).await;
    to_the_search(&mut plain, &shop.url, "en", "pickpost").await;
    plain.text_of("document.querySelector('[name=remember]').focus()").await;
    plain.enter().await;
    assert_eq!(plain.path().await, "/en/checkout/point");
    assert!(plain.text(".problems").await.contains("Choose a point from the list"));
    tab.press("[name=remember]").await;
    let number = tab.text(".points .point:not(.is-refused) .pin").await;
    let name = tab.text(".points .point:not(.is-refused) h2").await;
    tab.mouse(&format!(".map-pin[aria-label^='{number}:']")).await;
    tab.until("!document.querySelector('.map-card').hidden").await;
    tab.click(".map-card button[name=choice]").await;
    order(&mut tab).await;
    to_the_search(&mut tab, &shop.url, "en", "pickpost").await;
    assert_eq!(tab.text(".last-point h2").await, name);
}

#[actix_web::test]
async fn a_card_that_does_not_come_says_so() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "en", "pickpost").await;
    tab.until(PINS).await;
    tab.block(&["*point/card*"]).await;
    tab.mouse(".map-pin[aria-label^='1:']").await;
    tab.until("!document.querySelector('.map-card').hidden").await;
    assert!(tab.text(".map-card [role=status]").await.contains("cannot be shown"));
    tab.key("Escape").await;
    tab.until("document.querySelector('.map-card').hidden").await;
}

#[actix_web::test]
async fn without_the_maps_files_the_list_has_everything() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    tab.block(&["*leaflet*", "*supercluster*"]).await;
    to_the_search(&mut tab, &shop.url, "en", "pickpost").await;
    tab.until("!document.querySelector('.map-failed').hidden").await;
    assert!(tab.text(".map-failed").await.contains("The list has everything"));
    let name = tab.text(".points .point:not(.is-refused) h2").await;
    tab.click(".points button[name=choice]").await;
    assert!(order(&mut tab).await.contains(&name));
}

#[actix_web::test]
async fn near_me_asks_only_after_a_click_and_sends_no_more_than_two_decimals() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "en", "pickpost").await;
    tab.stand_at(46.519_653, 6.632_273).await;
    tab.text_of("HTMLFormElement.prototype.requestSubmit = function () { window.sent = [this.elements.lat.value, this.elements.lon.value].join(' '); }").await;
    assert_eq!(
        tab.text_of("document.querySelector('form.near').elements.lat.value").await,
        "",
        "not before the click"
    );
    tab.press("form.near button").await;
    tab.until("window.sent").await;
    assert_eq!(tab.text_of("window.sent").await, "46.52 6.63");
    tab.open(&format!("{}/en/checkout/point", shop.url)).await;
    tab.leave_by("form.near button").await;
    assert!(tab.text(".told").await.contains("Lausanne"), "{}", tab.text(".told").await);
    assert!(!tab.text_of("location.href").await.contains("46."));
}

#[actix_web::test]
async fn a_place_picked_on_posts_own_map_is_ordered_and_a_foreign_message_is_ignored() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open_with(&[("POST_MAP_KEY", "a-merchants-key")]).await;
    let mut tab = chromium.tab(1280, true).await;
    to_the_search(&mut tab, &shop.url, "en", "pickpost").await;
    tab.click("a[href$='/checkout/point/post']").await;
    look(&mut tab).await;
    // The same message from the page itself, and from the frame with another form.
    watch_forms(&mut tab, "message").await;
    tab.text_of("postMessage({ type: 'poi-selected', id: 'SIM-B-0001' }, '*')").await;
    tab.until("window.told").await;
    assert_eq!(tab.number("window.sent").await, 0, "it sends no form");
    assert!(tab.text(".last-point").await.is_empty(), "only the frame may speak");
    tab.click_in_frame("[data-id]").await;
    let name = tab.text(".last-point h2").await;
    assert!(!name.is_empty());
    look(&mut tab).await;
    if tab.number("document.querySelectorAll('.last-point button[name=choice]').length").await == 1 {
        tab.click(".last-point button[name=choice]").await;
        assert!(order(&mut tab).await.contains(&name));
    }
}
