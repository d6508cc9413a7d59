//! The label of a real order: decoded from its pixels, measured, and read out of its PDF.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;
use resvg::tiny_skia::Pixmap;
use rxing::common::HybridBinarizer;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8LuminanceSource, MultiFormatReader, Reader};
use serde_json::Value;

use crate::support::shop::Shop;
use crate::support::walk::{HANS, Until, number, walk};

/// Everything that can be read from a part of a picture.
pub fn decode(png: &[u8], format: BarcodeFormat, (x, y, w, h): (f32, f32, f32, f32)) -> String {
    let picture = Pixmap::decode_png(png).expect("a PNG");
    let part = |share: f32, whole: u32| (share * whole as f32) as u32;
    let (left, top) = (part(x, picture.width()), part(y, picture.height()));
    let (width, height) = (part(w, picture.width()), part(h, picture.height()));
    let grey = (top..top + height).flat_map(|row| (left..left + width).map(move |column| (column, row)));
    let grey =
        grey.map(|(column, row)| picture.pixel(column, row).map_or(255, |pixel| pixel.green())).collect();
    let source = Luma8LuminanceSource::new(grey, width, height).expect("as many pixels");
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let hints =
        DecodeHints { PossibleFormats: Some([format].into()), TryHarder: Some(true), ..Default::default() };
    MultiFormatReader::default().decode_with_hints(&mut bitmap, &hints).expect("a code").getText().to_owned()
}

#[actix_web::test]
async fn the_label_of_a_pick_up_is_right_in_pixels_millimetres_and_text() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "pickpost", Until::Collector).await;
    let umlauts = [("first_name", "Zoë"), ("last_name", "Müller-Brändli"), ("notify", "email")];
    visitor.submit("notify", &[&HANS[3..], &umlauts[..]].concat()).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    let (ident, base) = (
        order["ident_code"].as_str().expect("a code"),
        format!("/merchant/orders/{}", order["number"].as_str().expect("a number")),
    );
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("{base}/label.png?layout=A6")).await;
    assert_eq!(decode(&clerk.bytes, BarcodeFormat::CODE_128, (0.01, 0.22, 0.56, 0.24)), ident);
    clerk.get(&format!("{base}/label.pdf?layout=A6")).await;
    let (width, height) = media_box(&clerk.bytes);
    assert!((width - 148.0).abs() < 0.1 && (height - 105.0).abs() < 0.1, "{width} x {height} mm");
    let text = pdf_text(&clerk.bytes);
    let name2 = order["label_lines"][1].as_str().expect("Name2");
    assert!(name2.starts_with("PickPost PT") && text.contains(&name2.replace(' ', "")), "{name2} in {text}");
    assert!(text.contains("ZoëMüller-Brändli") && text.contains("SPECIMEN"), "{text}");
    assert!(text.contains(&order["point"]["street"].as_str().expect("a street").replace(' ', "")));
    clerk.get(&format!("{base}/label.svg?layout=A6")).await;
    check_geometry(&clerk.body, name2);
    for (layout, width, height) in [("A5", 210.0, 148.0), ("A6", 148.0, 105.0), ("a7", 105.0, 74.0)] {
        for (orientation, wide, high) in [("landscape", width, height), ("portrait", height, width)] {
            clerk.get(&format!("{base}/label.pdf?layout={layout}&orientation={orientation}")).await;
            let (width, height) = media_box(&clerk.bytes);
            assert!((width - wide).abs() < 0.1 && (height - high).abs() < 0.1, "{width} x {height} mm");
            clerk.get(&format!("{base}/label.zpl?layout={layout}&orientation={orientation}&dpi=200")).await;
            let head = format!("^XA\n^CI28\n^PW{}\n^LL{}\n", wide as u32 * 8, high as u32 * 8);
            assert!(clerk.body.starts_with(&head) && clerk.body.ends_with("^XZ\n"), "{head}");
            clerk.get(&format!("{base}/label?layout={layout}&orientation={orientation}&size=large")).await;
            assert_eq!(
                (clerk.status, clerk.texts("a.spot").len(), clerk.texts("ol.zones li").len()),
                (200, 10, 10)
            );
            let lines: Vec<&str> =
                order["label_lines"].as_array().expect("lines").iter().filter_map(Value::as_str).collect();
            assert_eq!(clerk.texts(".printed-lines code"), lines);
        }
    }
    for query in
        ["orientation=up", "dpi=203x", "dpi=72", "times=9", "parcel=0", "parcel=x", "layout=A4", "layout="]
    {
        clerk.get(&format!("{base}/label.png?{query}")).await;
        assert_eq!(clerk.status, 400, "{query}");
    }
    clerk.get(&format!("{base}/label?size=huge")).await;
    assert_eq!(clerk.status, 400);
    clerk.get(&format!("{base}/label.png?parcel=2")).await;
    assert_eq!(clerk.status, 404, "it has one parcel");
    for (query, status) in [("label.svg?layout=A0", 400), ("label.gif", 404)] {
        clerk.get(&format!("{base}/{query}")).await;
        assert_eq!(clerk.status, status, "{query}");
    }
}

/// Barcode manual: bars 68 to 69 by 22.8 to 23.2 mm, 8 mm to the left edge, 10 mm around the recipient.
fn check_geometry(svg: &str, name2: &str) {
    let drawing = boxes(svg);
    let (x, y, width, height) = drawing["ident"];
    assert!((68.0..=69.0).contains(&width) && (22.8..=23.2).contains(&height), "{width} x {height}");
    assert!(x >= 8.0, "{x}");
    let below_number = y + height + 2.5 + 4.6;
    let (left, top, right, bottom) = drawing["recipient"];
    assert!(
        top - below_number >= 10.0 && 105.0 - bottom >= 10.0 && 148.0 - right >= 10.0 && left - 21.0 >= 10.0,
        "{top} {bottom} {left} {right}"
    );
    assert!(svg.contains(&format!("font-weight=\"bold\">{name2}</text>")));
    assert!(
        svg.starts_with("<svg") && svg.contains("width=\"148mm\" height=\"105mm\" viewBox=\"0 0 148 105\"")
    );
}

/// The boxes of the bars and of the recipient, as the drawing library measures them, in millimetres.
fn boxes(svg: &str) -> BTreeMap<&'static str, (f32, f32, f32, f32)> {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(std::fs::read("src/paper/fonts/LiberationSans-Regular.ttf").expect("a font"));
    fonts.load_font_data(std::fs::read("src/paper/fonts/LiberationSans-Bold.ttf").expect("a font"));
    let options =
        usvg::Options { fontdb: fonts.into(), font_family: "Liberation Sans".into(), ..Default::default() };
    let tree = usvg::Tree::from_str(svg, &options).expect("a drawing");
    let mm = 25.4 / 96.0;
    let bars = tree.node_by_id("ident").expect("the bars").abs_bounding_box();
    let mut boxes =
        BTreeMap::from([("ident", (bars.x() * mm, bars.y() * mm, bars.width() * mm, bars.height() * mm))]);
    let lines = ["name", "name2", "town"].map(|id| tree.node_by_id(id).expect("a line").abs_bounding_box());
    let right = lines.iter().map(|line| line.right() * mm).fold(0.0, f32::max);
    boxes.insert("recipient", (lines[0].x() * mm, lines[0].y() * mm, right, lines[2].bottom() * mm));
    boxes
}

#[actix_web::test]
async fn the_swiss_qr_code_of_the_bill_says_what_is_to_be_paid_by_whom() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "it", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    let start = visitor.body.find("<svg xmlns").expect("the payment part");
    let end = start + visitor.body[start..].find("</svg>").expect("its end") + 6;
    let png = pickpost_shop::paper::png(&visitor.body[start..end], 300).expect("a picture");
    let said = decode(&png, BarcodeFormat::QR_CODE, (67.0 / 210.0, 0.1, 0.24, 0.55));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!((lines[0], lines[3], lines[18], lines[19]), ("SPC", "CH4431999123000889012", "35.50", "CHF"));
    assert_eq!(
        lines[20..27],
        ["S", "Hans Muster", "Bellerivestrasse", "5", "8008", "Zürich", "CH"],
        "who pays, not the point"
    );
    assert_eq!((lines[27], lines[28].len(), lines[29], lines[30]), ("QRR", 27, &*number, "EPD"));
    let href = visitor.attribute(".bill a", "href").expect("the PDF");
    visitor.get(&href).await;
    let (width, height) = media_box(&visitor.bytes);
    assert!((width - 210.0).abs() < 0.1 && (height - 297.0).abs() < 0.1);
    let text = pdf_text(&visitor.bytes);
    assert!(text.contains("Sezionepagamento") && text.contains("35.50") && text.contains(&number), "{text}");
}

/// Width and height of a PDF's page in millimetres.
fn media_box(pdf: &[u8]) -> (f32, f32) {
    let whole = unpacked(pdf);
    let at = whole.find("/MediaBox").expect("a page");
    let numbers = &whole[at + 9..whole[at..].find(']').expect("its end") + at];
    let numbers: Vec<f32> =
        numbers.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|n| n.parse().ok()).collect();
    (numbers[2] / 72.0 * 25.4, numbers[3] / 72.0 * 25.4)
}

/// The file with its compressed streams opened, as Latin-1.
fn unpacked(pdf: &[u8]) -> String {
    streams(pdf)
        .into_iter()
        .chain([pdf.to_vec()])
        .map(|part| part.into_iter().map(char::from).collect::<String>())
        .collect()
}

fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find(&pdf[at..], b"stream\n").map(|found| at + found + 7) {
        let Some(end) = find(&pdf[start..], b"endstream").map(|end| start + end) else { break };
        let mut plain = Vec::new();
        if ZlibDecoder::new(&pdf[start..end]).read_to_end(&mut plain).is_ok() {
            found.push(plain);
        }
        at = end + 9;
    }
    found
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// The text of a PDF without blanks, read glyph by glyph through the fonts' own tables (`/f0` is the first).
pub fn pdf_text(pdf: &[u8]) -> String {
    let latin = |part: Vec<u8>| part.into_iter().map(char::from).collect::<String>();
    let streams: Vec<String> = streams(pdf).into_iter().map(latin).collect();
    let tables: Vec<BTreeMap<u32, String>> =
        streams.iter().filter(|part| part.contains("begincmap")).map(|part| table(part)).collect();
    let mut text = String::new();
    // One string, or several with room between them.
    let shows = |part: &&String| part.contains("Tj") || part.contains("TJ");
    for block in streams.iter().filter(shows).flat_map(|content| content.split("BT")) {
        let font = block.split("/f").nth(1).and_then(|rest| rest.split(' ').next()?.parse::<usize>().ok());
        let Some(table) = font.and_then(|font| tables.get(font)) else { continue };
        let glyphs = strings(block);
        text.extend(glyphs.chunks(2).filter_map(|pair| table.get(&(pair[0] * 256 + pair.get(1)?))).cloned());
    }
    text.retain(|c| !c.is_whitespace());
    text
}

/// The bytes of all strings of a text block: octal and other escapes opened.
fn strings(block: &str) -> Vec<u32> {
    let mut bytes = Vec::new();
    let mut rest = block.chars().peekable();
    while rest.by_ref().any(|c| c == '(') {
        // Brackets that close each other stand in a string as they are.
        let mut open = 1;
        while let Some(c) = rest.next() {
            open += i32::from(c == '(') - i32::from(c == ')');
            if open == 0 {
                break;
            }
            if c != '\\' {
                bytes.push(u32::from(c));
                continue;
            }
            let mut octal = 0;
            let mut digits = 0;
            while let Some(digit) = rest.peek().and_then(|c| c.to_digit(8)).filter(|_| digits < 3) {
                octal = octal * 8 + digit;
                digits += 1;
                rest.next();
            }
            let escaped = |c| match c {
                'n' => 10,
                'r' => 13,
                't' => 9,
                'b' => 8,
                'f' => 12,
                c => u32::from(c),
            };
            bytes.extend(if digits > 0 { Some(octal) } else { rest.next().map(escaped) });
        }
    }
    bytes
}

/// A font's table from glyphs to text.
fn table(cmap: &str) -> BTreeMap<u32, String> {
    let mut table = BTreeMap::new();
    for section in cmap.split("beginbfchar").skip(1) {
        let section = section.split("endbfchar").next().unwrap_or_default();
        let codes: Vec<&str> = section.split(['<', '>']).skip(1).step_by(2).collect();
        for pair in codes.chunks(2).filter(|pair| pair.len() == 2) {
            let units: Vec<u16> = pair[1]
                .as_bytes()
                .chunks(4)
                .filter_map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok())
                .collect();
            table.insert(
                u32::from_str_radix(pair[0], 16).unwrap_or_default(),
                String::from_utf16_lossy(&units),
            );
        }
    }
    table
}

#[actix_web::test]
async fn bill_label_and_imprint_name_the_seller_of_the_settings() {
    let seller = [
        ("SHOP_NAME", "Käserei Gfeller & Töchter"),
        ("SHOP_STREET", "Dorfgasse"),
        ("SHOP_HOUSE_NUMBER", "7b"),
        ("SHOP_POSTCODE", "3550"),
        ("SHOP_TOWN", "Langnau i.E."),
        ("SHOP_IBAN", "CH21 3080 8001 2345 6782 7"),
        ("SHOP_VAT_NUMBER", "CHE999999996MWST"),
    ];
    let shop = Shop::open_with(&seller).await;
    let mut visitor = shop.visitor();
    visitor.get("/fr/about").await;
    assert!(visitor.body.contains("Käserei Gfeller &#38; Töchter · Dorfgasse 7b · 3550 Langnau i.E."));
    assert!(visitor.body.contains("CHE-999.999.996 TVA"));
    walk(&mut visitor, "de", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    for part in ["CH21 3080 8001 2345 6782 7", "Dorfgasse 7b", "3550 Langnau i.E."] {
        assert!(visitor.body.contains(part), "{part}");
    }
    assert!(!visitor.body.contains("Murmel AG"));
    let number = number(&visitor);
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}/label.svg")).await;
    assert!(clerk.body.contains("Langnau i.E.") && !clerk.body.contains("Murmel AG"), "{}", clerk.body);
}

#[actix_web::test]
async fn the_review_shows_the_lines_as_they_are_printed_with_a_small_picture_and_post_gets_the_same() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "pickpost", Until::Collector).await;
    let (first, last) = ("Maximiliana Alexandra Wilhelmina", "O’Neill–von Hohenstein");
    let long = [("first_name", first), ("last_name", last), ("notify", "email")];
    visitor.submit("notify", &[&HANS[3..], &long[..]].concat()).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    let lines = visitor.texts(".label-lines").join("");
    assert!(lines.contains("Maximiliana Alexandra Wilhelmina 32 von 35 Zeichen"), "{lines}");
    assert!(lines.contains("O'Neill-von HohensteinPickPost"), "folded as it is printed: {lines}");
    let small = visitor.attribute(".label-small", "aria-label").expect("a picture");
    assert!(
        small.contains("O'Neill-von Hohenstein") && visitor.texts(".label-small svg #name2").len() == 1,
        "{small}"
    );
    assert_eq!(visitor.texts(".label-small svg #ident").len(), 0, "there is no number before the order");
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    let printed = order["label_lines"].as_array().expect("lines");
    assert_eq!((&printed[0], &printed[1]), (&first.into(), &"O'Neill-von Hohenstein".into()));
    assert!(
        printed.iter().all(|line| line.as_str().is_some_and(|line| line.chars().count() <= 40)),
        "{printed:?}"
    );
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{}", number(&visitor))).await;
    assert!(clerk.body.contains("The name is longer than a line and stands on two."));
    assert_eq!(
        clerk.attribute(".label-picture a", "href"),
        Some(format!("/merchant/orders/{}/label", number(&visitor)))
    );
}
