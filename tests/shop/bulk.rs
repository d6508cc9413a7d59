//! The labels of many orders in one PDF: chosen in a list, told before they are printed, a page each in the order of packing, each
//! print in the history, and none missing without its reason.

use std::io::Write;
use std::process::{Command, Stdio};

use futures_util::future::join_all;
use pickpost_shop::paper::drawing::{Drawing, Shape, Text};
use serde_json::Value;
use sqlx::Executor;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, put, walk};

async fn order(shop: &Shop, delivery: &str, pots: u8) -> String {
    let mut visitor = shop.visitor();
    if pots > 0 {
        put(&mut visitor, "en", "fondue-pot", &pots.to_string()).await;
    }
    walk(&mut visitor, "en", delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor)
}

async fn sent(shop: &Shop, number: &str) -> Value {
    shop.until(number, |json| json["shipment_state"] == "sent").await
}

fn codes(json: &Value) -> Vec<String> {
    let parcels = json["parcels"].as_array().expect("parcels");
    parcels.iter().map(|parcel| parcel["ident_code"].as_str().expect("a code").to_owned()).collect()
}

fn prints(json: &Value) -> usize {
    let history = json["history"].as_array().expect("a history").iter();
    history
        .filter(|entry| entry["what"].as_str().is_some_and(|what| what.starts_with("label_printed")))
        .count()
}

fn bare(number: &str) -> &str {
    number.trim_start_matches("M-")
}

/// The text of each page without blanks and dots, and each page's size in millimetres (Poppler's programs; CI has them).
fn pages(pdf: &[u8]) -> Vec<(String, [f32; 2])> {
    let run = |program: &str, arguments: &[&str]| {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Poppler is there");
        child.stdin.take().expect("an entrance").write_all(pdf).expect("it reads");
        String::from_utf8(child.wait_with_output().expect("an end").stdout).expect("UTF-8")
    };
    let text = run("pdftotext", &["-raw", "-", "-"]);
    let info = run("pdfinfo", &["-l", "-1", "-"]);
    let size = |line: &str| {
        let words: Vec<&str> = line.split("size:").nth(1).expect("a size").split_whitespace().collect();
        [words[0], words[2]].map(|points| points.parse::<f32>().expect("points") / 72.0 * 25.4)
    };
    let sizes = info.lines().filter(|line| line.starts_with("Page ") && line.contains("size:")).map(size);
    let bare = |page: &str| page.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let texts: Vec<String> = text.trim_end_matches('\u{c}').split('\u{c}').map(bare).collect();
    let pages: Vec<_> = texts.into_iter().zip(sizes).collect();
    assert!(info.contains(&format!("Pages:           {}", pages.len())), "{info}");
    pages
}

/// Chooses orders in a list, as a browser without scripts does, and gives the address of the file that the page offers.
async fn choose(clerk: &mut Visitor, list: &str, numbers: &[&str]) -> Option<String> {
    clerk.get(list).await;
    let csrf = clerk.attribute("form.choose input[name=csrf]", "value").expect("a form");
    let fields = numbers.iter().map(|number| ("number", *number));
    let fields: Vec<(&str, &str)> = [("csrf", csrf.as_str())].into_iter().chain(fields).collect();
    clerk.post("/merchant/labels", &fields).await;
    clerk.attribute(".pile .actions a.button", "href")
}

#[actix_web::test]
async fn labels_stand_in_the_order_of_packing_with_the_parcels_of_an_order_together_and_each_print_is_written_down()
 {
    let shop = Shop::open().await;
    let orders = [
        order(&shop, "home", 0).await,
        order(&shop, "pickpost", 12).await,
        order(&shop, "my_post_24", 0).await,
    ];
    let mut all = Vec::new();
    for order in &orders {
        all.extend(codes(&sent(&shop, order).await));
    }
    assert_eq!(all.len(), 4, "the second one travels in two parcels");
    let mut clerk = shop.clerk().await;
    let backwards: Vec<&str> = orders.iter().rev().map(String::as_str).collect();
    let file = choose(&mut clerk, "/merchant/orders?queue=to_pack", &backwards).await.expect("a file");
    assert_eq!((clerk.status, clerk.path()), (200, "/merchant/labels"));
    assert_eq!(clerk.texts("[data-part=count]"), ["4 labels."]);
    assert_eq!(clerk.texts("[data-part=missing]"), [""; 0]);
    let shown: Vec<String> =
        clerk.texts("[data-part=sheets] code").iter().map(|code| code.replace('.', "")).collect();
    assert_eq!(shown, all, "the page shows them as they will lie");
    assert_eq!(clerk.texts("[data-part=sheets] td:nth-of-type(2)")[1..3], ["Parcel 1 of 2", "Parcel 2 of 2"]);
    for order in &orders {
        assert_eq!(prints(&shop.json(order).await), 0, "whoever looks prints nothing");
    }
    clerk.get(&file).await;
    assert!(clerk.status == 200 && clerk.headers["content-type"] == "application/pdf", "{}", clerk.status);
    let bound = pages(&clerk.bytes);
    assert_eq!(bound.len(), all.len());
    for ((text, [width, height]), code) in bound.iter().zip(&all) {
        assert!(text.contains(code), "{code} in {text}");
        assert!((width - 148.0).abs() < 0.1 && (height - 105.0).abs() < 0.1, "{width} x {height} mm");
    }
    for (order, times) in orders.iter().zip([1, 2, 1]) {
        let json = shop.json(order).await;
        assert_eq!(prints(&json), times, "{json}");
        assert!(json["history"].to_string().contains("anna@example.ch"));
    }
    // Who prints again is told so, and it is written down again.
    assert_eq!(choose(&mut clerk, "/merchant/orders", &backwards).await.as_deref(), Some(&*file));
    assert!(clerk.body.contains("4 of them were printed before."), "{}", clerk.body);
    clerk.get(&file).await;
    assert_eq!(prints(&shop.json(&orders[1]).await), 4);
}

#[actix_web::test]
async fn our_own_drawing_comes_in_every_format_and_is_never_taken_for_a_label() {
    let shop = Shop::open_with(&[("SHOP_HOLD_MINUTES", "60")]).await;
    let orders = [order(&shop, "pickpost", 12).await, order(&shop, "home", 0).await];
    let mut all = codes(&shop.json(&orders[0]).await);
    all.extend(codes(&shop.json(&orders[1]).await));
    let mut clerk = shop.clerk().await;
    // Post has not drawn them: there is nothing to post, and the page says so of each.
    let chosen: Vec<&str> = orders.iter().map(String::as_str).collect();
    assert_eq!(choose(&mut clerk, "/merchant/orders?queue=to_pack", &chosen).await, None);
    assert_eq!(clerk.texts("[data-part=count]"), ["No label. 3 not."]);
    let missing = clerk.texts("[data-part=missing] li");
    assert!(
        missing.iter().all(|text| text.contains("Swiss Post has not drawn this label yet.")),
        "{missing:?}"
    );
    let own = clerk.attribute(".switches a:not([aria-current])", "href").expect("ours");
    clerk.get(&own).await;
    assert_eq!(clerk.texts("[data-part=count]"), ["3 labels."]);
    let formats: Vec<String> = [("A5", 210.0, 148.0), ("A6", 148.0, 105.0), ("A7", 105.0, 74.0)]
        .iter()
        .flat_map(|(layout, wide, high)| {
            [format!("{layout} landscape {wide} {high}"), format!("{layout} portrait {high} {wide}")]
        })
        .collect();
    for format in formats {
        let words: Vec<&str> = format.split(' ').collect();
        let [wide, high] = [words[2], words[3]].map(|mm| mm.parse::<f32>().expect("millimetres"));
        clerk
            .get(
                &format!("{own}&layout={}&orientation={}", words[0], words[1])
                    .replace("&layout=A6&orientation=landscape&", "&"),
            )
            .await;
        let file = clerk.attribute(".pile .actions a.button", "href").expect("a file");
        clerk.get(&file).await;
        let drawn = pages(&clerk.bytes);
        assert_eq!(drawn.len(), 3, "{format}");
        for ((text, [width, height]), code) in drawn.iter().zip(&all) {
            assert!(text.contains(code) && text.contains("SPECIMEN"), "{code} in {text}");
            assert!(
                (width - wide).abs() < 0.1 && (height - high).abs() < 0.1,
                "{format}: {width} x {height} mm"
            );
        }
    }
    assert_eq!(prints(&shop.json(&orders[0]).await), 0, "no label left the house");
}

#[actix_web::test]
async fn whatever_cannot_be_printed_is_named_with_its_reason_and_the_way_on_before_there_is_a_file() {
    let shop = Shop::open().await;
    let fine = order(&shop, "pickpost", 0).await;
    let code = codes(&sent(&shop, &fine).await);
    let mut others = Vec::new();
    for _ in 0..5 {
        let order = order(&shop, "home", 0).await;
        sent(&shop, &order).await;
        others.push(order);
    }
    shop.console(&[("barcode", "400")]).await;
    let refused = order(&shop, "home", 0).await;
    shop.until(&refused, |json| json["shipment_state"] == "refused").await;
    shop.console(&[("barcode", "none")]).await;
    shop.fault("500").await;
    let unknown = order(&shop, "pickpost", 0).await;
    let mut owner = shop.owner().await;
    let [cancelled, held, left, erased, broken] = [0, 1, 2, 3, 4].map(|at| others[at].as_str());
    let turn = |state: &str, number: &str| {
        format!("update order_life set state = '{state}' where number = {}", bare(number))
    };
    let statements = [
        turn("cancelled", cancelled),
        turn("held", held),
        turn("handed_over", left),
        format!(
            "update shop_order set erased_at = now(), email = null, phone = null where number = {}",
            bare(erased)
        ),
        format!(
            "update official_label set image = '%PDF-1.7 cut off' where parcel_id in
                 (select p.id from parcel p join shop_order o on o.id = p.order_id where o.number = {})",
            bare(broken)
        ),
    ];
    for statement in statements {
        owner.execute(sqlx::AssertSqlSafe(statement)).await.expect("it happens");
    }
    let expected = [
        (cancelled, "This order has ended"),
        (held, "The order is on hold"),
        (left, "The order is not here any more"),
        (erased, "The personal data of this order are erased"),
        (broken, "cannot be put into a file with others"),
        (&*refused, "Swiss Post refuses the parcel’s data."),
        (&*unknown, "Swiss Post has not given the User ID yet."),
        ("M-99999", "There is no such order."),
    ];
    let mut clerk = shop.clerk().await;
    let chosen: Vec<&str> = expected.iter().map(|(number, _)| *number).chain([&*fine, &*fine]).collect();
    let file = choose(&mut clerk, "/merchant/orders", &chosen).await.expect("a file of the one");
    assert_eq!(clerk.texts("[data-part=count]"), ["1 label. 8 not."]);
    let missing = clerk.texts("[data-part=missing] li");
    assert_eq!(missing.len(), expected.len());
    for ((number, why), told) in expected.iter().zip(&missing) {
        assert!(told.starts_with(number) && told.contains(why), "{number} {why}: {told}");
        assert!(clerk.texts("[data-part=missing] li .soft").iter().all(|way| way.len() > 15), "{told}");
        let link = format!("[data-part=missing] a[href=\"/merchant/orders/{number}\"]");
        assert_eq!(clerk.texts(&link).len(), usize::from(*number != "M-99999"), "the way on of {number}");
    }
    clerk.get(&file).await;
    let bound = pages(&clerk.bytes);
    assert!(bound.len() == 1 && bound[0].0.contains(&code[0]), "{bound:?}");
    assert_eq!(prints(&shop.json(broken).await), 0);
    // What has changed since the page was shown is shown again, and nothing is printed in silence.
    owner.execute(sqlx::AssertSqlSafe(turn("held", &fine))).await.expect("held meanwhile");
    clerk.get(&file).await;
    assert_eq!((clerk.status, clerk.path()), (200, "/merchant/labels"));
    assert_eq!(clerk.texts("[data-part=count]"), ["No label. 9 not."]);
    assert_eq!(prints(&shop.json(&fine).await), 1);
}

#[actix_web::test]
async fn all_that_stand_there_and_all_on_a_page_are_chosen_without_a_tick_each() {
    let shop = Shop::open().await;
    let orders =
        [order(&shop, "home", 0).await, order(&shop, "home", 0).await, order(&shop, "home", 0).await];
    for order in &orders {
        sent(&shop, order).await;
    }
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders?queue=to_pack").await;
    let all = clerk.attribute("a[href^=\"/merchant/labels\"]", "href").expect("all of them");
    clerk.get(&all).await;
    assert_eq!(clerk.texts("[data-part=sheets] tbody th"), orders);
    for list in ["/merchant/orders?queue=to_pack", "/merchant/orders"] {
        clerk.get(list).await;
        let (_, mut fields) = clerk.filled("all", &[]);
        fields.push(("all".into(), "1".into()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        clerk.post("/merchant/labels", &fields).await;
        assert_eq!(clerk.texts("[data-part=sheets] tbody th"), orders, "{list}");
    }
    // The same tick marks all of them.
    clerk.get("/merchant/orders?queue=to_pack").await;
    clerk.submit("all", &[("all", "1"), ("mark", "packed")]).await;
    assert_eq!(clerk.texts(".told li"), ["3 orders marked"]);
    clerk.get("/merchant/labels?queue=to_pack").await;
    assert!(clerk.body.contains("No order was chosen"), "none is left to pack");
    clerk.get("/merchant/labels?queue=packed").await;
    assert_eq!(clerk.texts("[data-part=sheets] tbody th"), orders);
}

#[actix_web::test]
async fn too_many_none_and_nonsense_are_answered_and_nobody_else_gets_a_label() {
    let shop = Shop::open().await;
    let order = order(&shop, "home", 0).await;
    sent(&shop, &order).await;
    let mut clerk = shop.clerk().await;
    assert_eq!(choose(&mut clerk, "/merchant/orders", &[]).await, None);
    assert!(clerk.status == 200 && clerk.body.contains("No order was chosen"), "{}", clerk.body);
    let numbers: Vec<String> = (1..=501).map(|number| format!("M-{number}")).collect();
    let many: Vec<&str> = numbers.iter().map(String::as_str).collect();
    assert_eq!(choose(&mut clerk, "/merchant/orders", &many).await, None);
    assert!(clerk.status == 422 && clerk.body.contains("At most 500 orders at once"), "{}", clerk.status);
    assert_eq!(choose(&mut clerk, "/merchant/orders", &many[..500]).await, None);
    assert_eq!((clerk.status, clerk.texts("[data-part=missing] li").len()), (200, 500));
    let twice: Vec<&str> = std::iter::repeat_n(&*order, 600).collect();
    let file = choose(&mut clerk, "/merchant/orders", &twice).await.expect("one is one");
    assert_eq!(clerk.texts("[data-part=count]"), ["1 label."]);
    for wrong in ["x", "-1", "M-", "10042.10043", "🧀", "1e3", "999999999"] {
        choose(&mut clerk, "/merchant/orders", &[wrong]).await;
        assert_eq!(clerk.status, 400, "{wrong}");
    }
    let orders = bare(&order);
    for wrong in [
        "orders=x",
        "orders=1..2",
        "orders=1,2",
        "drawing=paper",
        "layout=A4",
        "orientation=up",
        "queue=x",
        "queue=held",
    ] {
        for page in ["labels", "labels.pdf"] {
            // The file knows no queue: it is no order.
            if page == "labels.pdf" && wrong.starts_with("queue") {
                continue;
            }
            let wrong = if wrong.starts_with("orders") {
                wrong.to_owned()
            } else {
                format!("orders={orders}&{wrong}")
            };
            clerk.get(&format!("/merchant/{page}?{wrong}")).await;
            assert_eq!(clerk.status, 400, "{page}?{wrong}");
        }
    }
    clerk.get("/merchant/labels.pdf").await;
    assert!(
        clerk.path() == "/merchant/labels" && clerk.body.contains("No order was chosen"),
        "{}",
        clerk.url
    );
    // More than a form may carry.
    let heavy = "number=M-10042&".repeat(1200);
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    clerk.raw("/merchant/labels", &kind, heavy.into_bytes()).await;
    assert_eq!(clerk.status, 413);
    clerk.post("/merchant/labels", &[("number", &order)]).await;
    assert_eq!(clerk.status, 403, "without its page's token");
    let mut stranger = shop.visitor();
    for path in [&*file, "/merchant/labels", &format!("/merchant/labels?orders={orders}")] {
        stranger.get(path).await;
        assert_eq!(stranger.path(), "/merchant/sign-in", "{path}");
    }
    stranger.post("/merchant/labels", &[("number", &order)]).await;
    assert!(!stranger.body.contains(&order), "{}", stranger.body);
    assert_eq!(prints(&shop.json(&order).await), 0);
    // Many at once: each gets the file, or is told to come again, and as many prints are written down.
    let cookies = &clerk.cookies;
    let clicks = (0..8).map(|_| {
        let (shop, file) = (&shop, &file);
        async move {
            let mut one = shop.visitor();
            one.cookies.clone_from(cookies);
            one.get(file).await;
            (one.status, one.bytes.starts_with(b"%PDF"), one.headers.contains_key("retry-after"))
        }
    });
    let answers = join_all(clicks).await;
    let printed = answers.iter().filter(|answer| **answer == (200, true, false)).count();
    let busy = answers.iter().filter(|answer| **answer == (503, false, true)).count();
    assert!(printed > 0 && printed + busy == 8, "{answers:?}");
    assert_eq!(prints(&shop.json(&order).await), printed);
}

/// `make bench-bulk` shows how long it takes.
#[actix_web::test]
async fn five_hundred_labels_are_one_file_in_their_order_of_posts_and_of_ours() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    crate::growth::seed::seed(&mut owner, 1800, |_| ()).await.expect("invented orders");
    // Each has a label that Post has drawn: the same page, with a remark of its own.
    let mut sheet = Drawing::new((148.0, 105.0));
    sheet.shapes.push(Shape::Text(Text::new((10.0, 20.0), 5.0, "Murmel")));
    let label = pickpost_shop::paper::pdf(&sheet);
    sqlx::query(
        "with these as materialized (select p.id, p.ident_code, p.mandate_id, gen_random_uuid() as attempt
             from parcel p join order_life l on l.order_id = p.order_id where l.state = 'to_pack'
                 and not exists (select from shipment_attempt a where a.parcel_id = p.id)
         ), asked as (
             insert into shipment_attempt (id, parcel_id, ident_code, begun_at, ended_at, outcome)
             select attempt, id, ident_code, now(), now(), 'sent' from these returning id)
         insert into official_label (parcel_id, attempt_id, mandate_id, image, image_type, received_at)
         select t.id, attempt, mandate_id, $1 || convert_to('%' || ident_code, 'UTF8'), 'pdf', now()
         from these t join asked on asked.id = t.attempt",
    )
    .bind(label.expect("a page"))
    .execute(&mut owner)
    .await
    .expect("labels");
    let expected: Vec<String> = sqlx::query_scalar(
        "select p.ident_code from order_life l join parcel p on p.order_id = l.order_id where l.state = 'to_pack'
         order by l.number limit 500",
    )
    .fetch_all(&mut owner)
    .await
    .expect("parcels");
    assert_eq!(expected.len(), 500);
    let mut clerk = shop.clerk().await;
    let timed = async |clerk: &mut Visitor, path: &str| {
        let begun = std::time::Instant::now();
        clerk.get(path).await;
        assert_eq!(clerk.status, 200, "{path}: {}", clerk.body);
        let (took, bytes) = (begun.elapsed(), clerk.bytes.len());
        let name: String = path.chars().take_while(|c| *c != '?').collect();
        pickpost_shop::telemetry::tell(&format!("{name}: {took:.2?}, {bytes} bytes, peak {} kB", peak()));
    };
    timed(&mut clerk, "/merchant/labels?queue=to_pack").await;
    assert!(
        clerk.body.contains("At most 500 orders at once: print the others afterwards."),
        "whoever has more is told so"
    );
    let posts = clerk.attribute(".pile .actions a.button", "href").expect("Post's");
    let ours = clerk.attribute(".switches a:not([aria-current])", "href").expect("ours");
    timed(&mut clerk, &posts).await;
    let drawn = pages(&clerk.bytes).len();
    clerk.get(&ours).await;
    let ours = clerk.attribute(".pile .actions a.button", "href").expect("ours");
    timed(&mut clerk, &ours).await;
    let own = pages(&clerk.bytes);
    assert_eq!(own.len(), 500);
    assert!(
        own.iter().zip(&expected).all(|((text, _), code)| text.contains(code)),
        "in the order of packing"
    );
    assert!(drawn >= 495, "the one in five thousand that Post refuses is missing: {drawn}");
}

/// The most memory that this program ever had, in kB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}
