//! The page that shows a label zone by zone, in a browser and on paper.

use std::path::Path;

use crate::support::shop::Shop;
use crate::{browser, look, order, sign_in};

/// Keeps what was seen, for people to look at.
fn keep(name: &str, bytes: &[u8]) {
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), bytes).expect("a file");
}

/// Width and height in millimetres of every page of a PDF as Chromium writes it.
fn pages(pdf: &[u8]) -> Vec<(f32, f32)> {
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    let boxes = text.split("/MediaBox").skip(1).map(|rest| rest.split(']').next().expect("its end"));
    let numbers = boxes.map(|of| {
        let digits = |c: char| !c.is_ascii_digit() && c != '.';
        of.split(digits).filter_map(|number| number.parse::<f32>().ok()).collect::<Vec<_>>()
    });
    numbers.map(|numbers| (numbers[2] / 72.0 * 25.4, numbers[3] / 72.0 * 25.4)).collect()
}

#[actix_web::test]
async fn a_label_is_shown_in_true_size_zone_by_zone_and_printed_it_is_exactly_one() {
    let Some(chromium) = browser().await else { return };
    let shop = Shop::open().await;
    let mut tab = chromium.tab(1280, true).await;
    order(&mut tab, &shop.url, "en", "pickpost").await;
    let number = tab.text(".order .lead").await;
    let number =
        number.split([' ', ',', '.']).find(|word| word.starts_with("M-")).expect("a number").to_owned();
    for width in [1280, 768, 360] {
        // Without scripts: the zones explain themselves all the same.
        let mut tab = chromium.tab(width, width == 1280).await;
        sign_in(&mut tab, &shop).await;
        tab.open(&format!("{}/merchant/orders/{number}", shop.url)).await;
        tab.click(".label-picture a").await;
        if width == 1280 {
            look(&mut tab).await;
        }
        let wide = "document.querySelector('.sheet-edge').getBoundingClientRect().width * 10";
        let wide = tab.number(wide).await;
        assert!((5588..=5600).contains(&wide), "148 mm are 559.4 pixels: {wide}");
        let hidden = "getComputedStyle(document.querySelectorAll('.spot-tip')[4]).visibility";
        assert_eq!(tab.text_of(hidden).await, "hidden");
        tab.text_of("document.querySelectorAll('.spot')[4].focus()").await;
        assert_eq!(tab.text_of(hidden).await, "visible", "what has the focus explains itself");
        keep(&format!("label-preview-{width}.png"), &tab.picture().await);
    }
    let mut tab = chromium.tab(1280, true).await;
    sign_in(&mut tab, &shop).await;
    for (format, width, height) in [
        ("layout=A5", 210.0, 148.0),
        ("layout=A6", 148.0, 105.0),
        ("layout=A7", 105.0, 74.0),
        ("layout=A7&orientation=portrait&size=large", 74.0, 105.0),
    ] {
        tab.open(&format!("{}/merchant/orders/{number}/label?{format}", shop.url)).await;
        let file = tab.printed().await;
        keep(&format!("label-printed-{width}x{height}.pdf"), &file);
        let pages = pages(&file);
        assert_eq!(pages.len(), 1, "{format}: {pages:?}");
        let (wide, high) = pages[0];
        assert!((wide - width).abs() < 0.6 && (high - height).abs() < 0.6, "{format}: {wide} x {high} mm");
    }
}
