//! The barcodes of a parcel without its label: what goes over the wire, what is believed of the answer, and what the simulator
//! gives in each format that can be asked for.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pickpost_shop::carrier::{Barcodes, BarcodesAnswer, ImageKind, LabelFailure};
use serde_json::{Value, json};

use crate::labels::order;
use crate::standing;
use crate::stub::{Reply, Stub};
use crate::support::shop::Shop;

const REQUEST: &str = include_str!("../fixtures/post/barcodes-request.json");
const ANSWER: &str = include_str!("../fixtures/post/barcodes-answer.json");

async fn ask(reply: Reply) -> Result<BarcodesAnswer, LabelFailure> {
    let stub = Stub::users(move |_| reply.clone());
    stub.carrier(&standing()).barcodes(&order()).await
}

async fn given(reply: Reply) -> Barcodes {
    match ask(reply).await {
        Ok(BarcodesAnswer::Given(barcodes)) => barcodes,
        other => panic!("no barcodes: {other:?}"),
    }
}

fn changed(pointer: &str, value: Value) -> Reply {
    let mut answer: Value = serde_json::from_str(ANSWER).expect("JSON");
    *answer.pointer_mut(pointer).expect("a field") = value;
    Reply::json(&answer.to_string())
}

#[tokio::test]
async fn the_barcodes_of_one_parcel_are_asked_for_as_the_contract_has_it() {
    let stub = Stub::users(|_| Reply::json(ANSWER));
    let _ = stub.carrier(&standing()).barcodes(&order()).await;
    let received = stub.received("/barcode").remove(0);
    assert_eq!(received.path, "/barcode/v1/generateSingleBarcodes");
    let body: Value = serde_json::from_str(&received.body).expect("JSON");
    assert_eq!(body, serde_json::from_str::<Value>(REQUEST).expect("JSON"));
}

#[tokio::test]
async fn the_barcodes_are_taken_as_they_are_and_refusals_by_their_codes() {
    let barcodes = given(Reply::json(ANSWER)).await;
    assert_eq!(barcodes.warnings, ["W2011"]);
    assert_eq!(barcodes.images.len(), 2);
    assert!(barcodes.images.iter().all(|(kind, _)| *kind == ImageKind::Png));
    assert_eq!(barcodes.images[1].1, b"\x89PNG\r\n\x1a\nP");
    // One parcel, by itself instead of in a list, and a number with dots.
    let item = serde_json::from_str::<Value>(ANSWER).expect("JSON")["item"][0].clone();
    assert_eq!(given(changed("/item", item)).await.images.len(), 2);
    assert_eq!(given(changed("/item/0/identCode", json!("99.00.123456.20000001"))).await.images.len(), 2);
    let refusal = json!([{ "errors": [{ "code": "E2016", "message": "Hans Muster" }] }]);
    for (reply, codes) in [
        (changed("/item", refusal), &["E2016"][..]),
        (changed("/item", json!([])), &["no_item"]),
        (Reply::json("{}"), &["no_item"]),
        (Reply::status(400), &["http_400"]),
    ] {
        match ask(reply).await {
            Ok(BarcodesAnswer::Refused(told)) => assert_eq!(told, codes),
            other => panic!("not refused: {other:?}"),
        }
    }
}

#[tokio::test]
async fn their_number_is_written_off_where_they_may_have_been_made_and_they_are_asked_for_once() {
    for (what, reply, may_be_made) in [
        ("a connection that ends", Reply::HangUp, true),
        ("half an answer", Reply::HalfBody(ANSWER.to_owned()), true),
        ("a gateway without its answer", Reply::status(504), true),
        ("another's number", changed("/item/0/identCode", json!("990012345620000002")), true),
        ("no barcode", changed("/item/0/barcodes", json!([])), true),
        ("one that is none", changed("/item/0/barcodes", json!(["%%%"])), true),
        ("one that is a page", changed("/item/0/barcodes", json!(["PGh0bWw+"])), true),
        ("a fault of Post's", Reply::status(500), false),
        ("too often", Reply::status(429), false),
        ("credentials", Reply::status(403), false),
    ] {
        let stub = Stub::users(move |_| reply.clone());
        let failure = stub.carrier(&standing()).barcodes(&order()).await.expect_err(what);
        assert_eq!(failure.may_be_made, may_be_made, "{what}");
        assert_eq!(stub.received("/barcode").len(), 1, "{what}");
    }
}

async fn token(shop: &Shop) -> String {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "sandbox"),
        ("client_secret", "sandbox"),
        ("scope", "WEDEC_BARCODE_READ"),
    ];
    let sent = reqwest::Client::new().post(format!("{}/OAuth/token", shop.sandbox)).form(&form).send();
    let answer: Value = sent.await.expect("an answer").json().await.expect("JSON");
    answer["access_token"].as_str().expect("a token").to_owned()
}

async fn sent(shop: &Shop, operation: &str, body: &Value, token: &str) -> (u16, Value) {
    let asked = reqwest::Client::new().post(format!("{}/barcode/v1/{operation}", shop.sandbox));
    let answer = asked.bearer_auth(token).json(body).send().await.expect("an answer");
    (answer.status().as_u16(), answer.json().await.unwrap_or(Value::Null))
}

fn bytes(text: &Value) -> Vec<u8> {
    STANDARD.decode(text.as_str().expect("base64")).expect("base64")
}

/// How a file of each format begins.
fn begins(format: &str) -> &'static [u8] {
    match format {
        "PDF" | "SPDF" => b"%PDF-",
        "PNG" => b"\x89PNG",
        "GIF" => b"GIF89a",
        "JPG" => b"\xFF\xD8\xFF\xE0",
        "EPS" => b"%!PS-Adobe-3.0 EPSF-3.0",
        _ => b"^XA",
    }
}

/// A picture as greys, where its format has dots.
fn greys(format: &str, file: &[u8]) -> Option<(Vec<u8>, u32, u32)> {
    match format {
        "PNG" => {
            let picture = resvg::tiny_skia::Pixmap::decode_png(file).expect("a PNG");
            let greys = picture.pixels().iter().map(|dot| dot.green()).collect();
            Some((greys, picture.width(), picture.height()))
        }
        "GIF" => {
            let mut options = gif::DecodeOptions::new();
            options.set_color_output(gif::ColorOutput::RGBA);
            let mut decoder = options.read_info(file).expect("a GIF");
            let frame = decoder.read_next_frame().expect("a frame").expect("one");
            let greys = frame.buffer.chunks(4).map(|dot| dot[1]).collect();
            Some((greys, frame.width.into(), frame.height.into()))
        }
        "JPG" => {
            let mut decoder = zune_jpeg::JpegDecoder::new(std::io::Cursor::new(file));
            let dots = decoder.decode().expect("a JPEG");
            let (width, height) = decoder.dimensions().expect("a size");
            let each = dots.len() / (width * height);
            let greys = dots.chunks(each).map(|dot| dot[0]).collect();
            Some((greys, width.try_into().expect("small"), height.try_into().expect("small")))
        }
        _ => None,
    }
}

/// The codes that a scanner finds in a picture.
fn scanned(format: &str, file: &[u8]) -> Option<BTreeSet<String>> {
    let (greys, width, height) = greys(format, file)?;
    let found = rxing::helpers::detect_multiple_in_luma(greys, width, height).expect("codes");
    Some(found.iter().map(|code| code.getText().to_owned()).collect())
}

const FORMATS: [&str; 7] = ["PDF", "SPDF", "PNG", "GIF", "JPG", "EPS", "ZPL2"];

#[actix_web::test]
async fn the_simulator_draws_barcodes_and_labels_in_every_format_and_resolution_of_the_contract() {
    let shop = Shop::open().await;
    let token = token(&shop).await;
    let mut number = 40_000_000;
    for format in FORMATS {
        for resolution in [200, 300, 600] {
            number += 1;
            let mut body: Value = serde_json::from_str(REQUEST).expect("JSON");
            body["barcodeDefinition"] = json!({ "imageFileType": format, "imageResolution": resolution });
            body["item"][0]["itemNumber"] = json!(number.to_string());
            let (status, answer) = sent(&shop, "generateSingleBarcodes", &body, &token).await;
            assert_eq!((status, answer["item"][0].get("errors")), (200, None), "{format} {resolution}");
            let barcodes = answer["item"][0]["barcodes"].as_array().expect("barcodes");
            assert_eq!(barcodes.len(), 2, "the ident code's and PRI's");
            let ident_code = answer["item"][0]["identCode"].as_str().expect("a code");
            for (barcode, digits) in barcodes.iter().zip([ident_code, "0509"]) {
                let file = bytes(barcode);
                assert!(file.starts_with(begins(format)), "{format}");
                if let Some(codes) = scanned(format, &file) {
                    assert!(codes.contains(digits), "{format} {resolution}: {codes:?}");
                }
            }
        }
        let mut body: Value =
            serde_json::from_str(include_str!("../fixtures/post/label-request.json")).expect("JSON");
        body["labelDefinition"]["imageFileType"] = json!(format);
        body["labelDefinition"]["printPreview"] = json!(true);
        let (_, answer) = sent(&shop, "generateAddressLabel", &body, &token).await;
        let file = bytes(&answer["item"]["label"][0]);
        assert!(file.starts_with(begins(format)), "{format}");
        if let Some((_, width, height)) = greys(format, &file) {
            assert_eq!((width, height), (1748, 1240), "A6 at 300 dpi");
        }
    }
}

#[actix_web::test]
async fn the_numbers_of_ones_own_come_back_as_they_were_asked_and_only_then() {
    let shop = Shop::open().await;
    let token = token(&shop).await;
    for (operation, request, item, first) in [
        ("generateAddressLabel", include_str!("../fixtures/post/label-request.json"), "/item", 30_000_000),
        ("generateSingleBarcodes", REQUEST, "/item/0", 40_000_000),
    ] {
        let mut body: Value = serde_json::from_str(request).expect("JSON");
        body["sendingID"] = json!("monday");
        // Named, then without names, then refused without names.
        for (at, licence) in ["00123456", "00123456", "002026"].into_iter().enumerate() {
            body["frankingLicense"] = json!(licence);
            body.pointer_mut(item).expect("it")["itemNumber"] = json!((first + at).to_string());
            if at == 1 {
                body.as_object_mut().expect("it").remove("sendingID");
                body.pointer_mut(item).and_then(Value::as_object_mut).expect("it").remove("itemID");
            }
            let (status, answer) = sent(&shop, operation, &body, &token).await;
            let said = answer.pointer(item).and_then(Value::as_object).expect("an item");
            assert_eq!((status, said.contains_key("errors")), (200, at == 2), "{operation}: {at}");
            let names = (said.get("itemID"), answer.get("sendingID"));
            let wanted = (json!("parcel-1"), json!("monday"));
            let wanted = if at == 0 { (Some(&wanted.0), Some(&wanted.1)) } else { (None, None) };
            assert_eq!(names, wanted, "{operation}: {at}");
        }
    }
}

#[actix_web::test]
async fn each_parcel_of_a_request_has_an_answer_of_its_own_and_no_number_is_used_twice() {
    let shop = Shop::open().await;
    let token = token(&shop).await;
    let mut body: Value = serde_json::from_str(REQUEST).expect("JSON");
    body["sendingID"] = json!("monday");
    let mut heavy = body["item"][0].clone();
    heavy["itemNumber"] = json!("20000002");
    heavy["attributes"]["weight"] = json!(30_001);
    let mut said = body["item"][0].clone();
    (said["itemNumber"], said["itemID"]) = (json!("20000003"), json!("parcel-3+E9996"));
    let twice = body["item"][0].clone();
    body["item"].as_array_mut().expect("a list").extend([heavy, said, twice]);
    let (status, answer) = sent(&shop, "generateSingleBarcodes", &body, &token).await;
    assert_eq!((status, &answer["sendingID"]), (200, &json!("monday")));
    let told: Vec<_> = answer["item"].as_array().expect("a list").iter().collect();
    assert!(told[0]["barcodes"].is_array() && told[0].get("errors").is_none());
    for (at, code) in [(1, "E2036"), (2, "E9996"), (3, "E2016")] {
        assert_eq!(told[at]["errors"][0]["code"], code, "{at}");
        assert!(told[at].get("barcodes").is_none(), "{at}");
    }
    let parcels: Value = reqwest::get(format!("{}/console/parcels.json", shop.sandbox))
        .await
        .expect("it")
        .json()
        .await
        .expect("JSON");
    assert_eq!(parcels.as_array().map(Vec::len), Some(1), "one is announced");
    // What is not of the form, and what is too much.
    body["labelDefinition"] = json!({ "labelLayout": "A6" });
    assert_eq!(sent(&shop, "generateSingleBarcodes", &body, &token).await, (400, Value::Null));
    let many = vec![json!({ "recipient": { "name1": "x", "city": "y" } }); 21];
    let mut body: Value = serde_json::from_str(REQUEST).expect("JSON");
    body["item"] = json!(many);
    let (status, list) = sent(&shop, "generateSingleBarcodes", &body, &token).await;
    assert_eq!((status, &list[0]["field"]), (400, &json!("item")));
}
