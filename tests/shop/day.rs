//! The merchant's day: what is found, what stands in a queue, many at once, notes, slips, files, payments.

use pickpost_shop::invoice::reference::{grouped, reference};

use crate::growth::seed;
use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, number, put, walk};

async fn order(shop: &Shop, delivery: &str) -> String {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor)
}

/// An order of somebody by this name and e-mail, at home.
async fn order_of(shop: &Shop, first: &str, last: &str, email: &str) -> String {
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout").await;
    let mut person = HANS.to_vec();
    person.retain(|(name, _)| !["first_name", "last_name", "email"].contains(name));
    person.extend([("first_name", first), ("last_name", last), ("email", email)]);
    visitor.submit("email", &person).await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor)
}

async fn search(clerk: &mut Visitor, q: &str) -> Vec<String> {
    clerk.get("/merchant/orders").await;
    clerk.submit("q", &[("q", q)]).await;
    assert_eq!(clerk.status, 200, "{q}: {}", clerk.body);
    if clerk.path().starts_with("/merchant/orders/") {
        return vec![format!("→{}", clerk.path().trim_start_matches("/merchant/orders/"))];
    }
    clerk.texts("tbody th")
}

fn bare(number: &str) -> u32 {
    number.trim_start_matches("M-").parse().expect("a number")
}

#[actix_web::test]
async fn an_order_is_found_by_whatever_somebody_knows_of_it() {
    let shop = Shop::open().await;
    let hans = order(&shop, "pickpost").await;
    let zoe = order_of(&shop, "Zoë", "Müller-Ünlü", "zoe@example.org").await;
    let mut clerk = shop.clerk().await;
    for q in [
        "zoë",
        "ZOE",
        "mueller",
        "Müller",
        "unlu",
        "zoe mull",
        "  müller   zoë ",
        "zoe@example.org",
        "zoe@exam",
    ] {
        assert_eq!(search(&mut clerk, q).await, std::slice::from_ref(&zoe), "{q}");
    }
    assert_eq!(search(&mut clerk, "hans.muster@example.ch").await, std::slice::from_ref(&hans));
    for q in ["nobody", "hans zoe", "@", "'; drop table shop_order; --", "%", "_", "🧀", "a\u{0}b"] {
        assert_eq!(search(&mut clerk, q).await, [""; 0], "{q}");
        assert!(clerk.body.contains("Nothing found"), "{q}");
    }
    let ident = shop.json(&hans).await["ident_code"].as_str().expect("a code").to_owned();
    let dotted = format!("{}.{}.{}.{}", &ident[..2], &ident[2..4], &ident[4..10], &ident[10..]);
    let printed = grouped(&reference(bare(&hans)));
    for q in [
        &hans,
        &hans.to_lowercase(),
        &bare(&hans).to_string(),
        &ident,
        &dotted,
        &dotted.replace('.', " "),
        &printed,
    ] {
        assert_eq!(search(&mut clerk, q).await, [format!("→{hans}")], "{q}");
    }
    assert_eq!(search(&mut clerk, "").await, [""; 0]);
    assert_eq!(search(&mut clerk, &"x".repeat(5000)).await, [""; 0], "what is too long is cut");
    assert!(!clerk.url.contains('?'), "no name stands in an address");
}

#[actix_web::test]
async fn a_common_name_is_paged_to_its_last_order_and_two_words_are_one_person() {
    let shop = Shop::open().await;
    order(&shop, "home").await;
    let mut owner = shop.owner().await;
    // As the trigger would have written them: five thousand of one name, every hundredth of them a Zoe.
    sqlx::raw_sql(
        "insert into order_word select 10001, 'muster' on conflict do nothing;
         insert into order_word (number, word) select -n, 'muster' from generate_series(1, 9000) n;
         insert into order_word (number, word) select -n, 'zora' from generate_series(8500, 9000, 100) n;",
    )
    .execute(&mut owner)
    .await
    .expect("words");
    let mut clerk = shop.clerk().await;
    assert_eq!(search(&mut clerk, "muster").await, ["M-10001"]);
    assert!(clerk.body.contains("Older"), "and a page goes on");
    // Zora is rarer than Muster, so that one look is enough although Muster is looked through nowhere.
    search(&mut clerk, "must zor").await;
    assert!(!clerk.body.contains("Older"), "{}", clerk.body);
    assert_eq!(search(&mut clerk, "M-10001").await, ["→M-10001"]);
    for spoken in ["#10001", "m 10001", "M10001"] {
        assert_eq!(search(&mut clerk, spoken).await, ["→M-10001"], "{spoken}");
    }
}

#[actix_web::test]
async fn what_is_erased_in_an_order_is_found_no_more() {
    let shop = Shop::open().await;
    let zoe = order_of(&shop, "Zoë", "Müller", "zoe@example.org").await;
    let mut owner = shop.owner().await;
    let mut clerk = shop.clerk().await;
    assert_eq!(search(&mut clerk, "zoe@example.org").await, [zoe]);
    sqlx::raw_sql("update shop_order set email = 'erased@invalid.invalid'")
        .execute(&mut owner)
        .await
        .expect("erased");
    assert_eq!(search(&mut clerk, "zoe@example.org").await, [""; 0]);
    let refused =
        sqlx::raw_sql("insert into order_word values (1, 'x')").execute(&mut shop.app_role().await).await;
    assert!(refused.expect_err("refused").to_string().contains("permission denied"));
}

#[actix_web::test]
async fn many_are_marked_at_once_and_each_that_cannot_be_says_where_it_stands() {
    let shop = Shop::open().await;
    let (one, two, three) =
        (order(&shop, "home").await, order(&shop, "home").await, order(&shop, "home").await);
    let mut owner = shop.owner().await;
    let cancel = format!("update order_life set state = 'cancelled' where number = {}", bare(&three));
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders?queue=to_pack").await;
    assert_eq!(clerk.texts("tbody th").len(), 3);
    assert!(
        clerk
            .texts("tbody td")
            .contains(&"Pack it, stick the label on and hand it over to Swiss Post.".to_owned())
    );
    let csrf = clerk.attribute("input[name=csrf]", "value").expect("a token");
    sqlx::raw_sql(sqlx::AssertSqlSafe(cancel)).execute(&mut owner).await.expect("cancelled meanwhile");
    let mark = async |clerk: &mut Visitor, numbers: &[&str], mark: &str| {
        let mut fields = vec![("csrf", &*csrf), ("queue", "to_pack"), ("mark", mark)];
        fields.extend(numbers.iter().map(|number| ("number", *number)));
        clerk.post("/merchant/orders", &fields).await;
        clerk.texts(".told li")
    };
    let told = mark(&mut clerk, &[&one, &two, &three, "M-99999"], "packed").await;
    assert_eq!(
        told,
        [
            "2 orders marked".to_owned(),
            format!("{three} stays as it is: Cancelled"),
            "There is no order M-99999".to_owned()
        ]
    );
    assert_eq!(clerk.texts("tbody th"), [""; 0], "none is left to pack");
    let mut colleague = shop.visitor();
    colleague.cookies.clone_from(&clerk.cookies);
    assert_eq!(mark(&mut colleague, &[&one], "packed").await, [format!("{one} was already there")]);
    assert_eq!(mark(&mut clerk, &[&one, &two], "handed_over").await, ["2 orders marked"]);
    assert_eq!(mark(&mut clerk, &[], "packed").await, ["No order was chosen."]);
    for wrong in ["", "collected"] {
        mark(&mut clerk, &[&one], wrong).await;
        assert_eq!(clerk.status, 400, "{wrong}");
    }
    mark(&mut clerk, &["x"], "packed").await;
    assert_eq!(clerk.status, 400);
    let packed = "select count(*) from order_event where what = 'packed' and role = 'merchant'";
    let packed: i64 = sqlx::query_scalar(packed).fetch_one(&mut owner).await.expect("a count");
    assert_eq!(packed, 2, "once each, whoever clicks again");
    clerk.get("/merchant/orders?queue=handed_over").await;
    assert_eq!(clerk.texts("tbody th"), [two, one]);
}

#[actix_web::test]
async fn two_merchants_who_mark_the_same_orders_at_once_mark_each_once() {
    let shop = Shop::open().await;
    let numbers = [order(&shop, "home").await, order(&shop, "home").await];
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders?queue=to_pack").await;
    let csrf = clerk.attribute("input[name=csrf]", "value").expect("a token");
    let clicks = (0..8).map(|_| async {
        let mut tab = shop.visitor();
        tab.cookies.clone_from(&clerk.cookies);
        let fields = [("csrf", &*csrf), ("mark", "packed"), ("number", &numbers[0]), ("number", &numbers[1])];
        tab.post("/merchant/orders", &fields).await;
        assert_eq!(tab.status, 200, "{}", tab.body);
    });
    futures_util::future::join_all(clicks).await;
    let packed: i64 = sqlx::query_scalar("select count(*) from order_event where what = 'packed'")
        .fetch_one(&mut shop.owner().await)
        .await
        .expect("a count");
    assert_eq!(packed, 2);
}

#[actix_web::test]
async fn a_refused_shipment_stands_in_the_list_and_in_a_queue_with_its_reason() {
    // The simulator refuses this one (E2026).
    let shop = Shop::open_with(&[("POST_FRANKING_LICENCE", "2026")]).await;
    let number = order(&shop, "home").await;
    let mut owner = shop.owner().await;
    for _ in patience() {
        let refused = "select count(*) from shipment where state = 'refused'";
        let refused: i64 = sqlx::query_scalar(refused).fetch_one(&mut owner).await.expect("a count");
        if refused > 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders").await;
    assert!(clerk.texts("tbody .pill").contains(&"Shipment refused".to_owned()), "{}", clerk.body);
    clerk.get("/merchant/orders?queue=refused").await;
    assert_eq!(clerk.texts("tbody th"), [number]);
    assert!(
        clerk.texts("tbody td").iter().any(|cell| cell.contains("Correct what Swiss Post does not accept"))
    );
    assert!(
        clerk.texts(".queues a").contains(&"Shipment refused 1".to_owned()),
        "{:?}",
        clerk.texts(".queues a")
    );
}

#[actix_web::test]
async fn a_note_is_written_once_and_stands_on_the_merchants_page_only() {
    let shop = Shop::open().await;
    let mut shopper = shop.visitor();
    walk(&mut shopper, "en", "home", Until::Review).await;
    shopper.submit("idempotency_key", &[("place", "1")]).await;
    let (number, page) = (number(&shopper), shopper.path().to_owned());
    let mut clerk = shop.clerk().await;
    let path = format!("/merchant/orders/{number}");
    for _ in 0..2 {
        clerk.get(&path).await;
        clerk.submit("note", &[("note", "Rang twice <b>\r\nnobody in")]).await;
    }
    assert_eq!(
        clerk.texts(".notes .note"),
        ["Rang twice <b> nobody in"],
        "the second click says nothing new"
    );
    assert!(clerk.texts(".notes .soft")[0].ends_with("anna@example.ch"));
    clerk.submit("note", &[("note", " ")]).await;
    assert_eq!(clerk.texts(".notes .note").len(), 1);
    clerk.submit("note", &[("note", &"ü".repeat(1001))]).await;
    assert_eq!(clerk.status, 413);
    clerk.get(&path).await;
    assert_eq!(clerk.texts(".notes .note").len(), 1);
    shopper.get(&page).await;
    assert!(!shopper.body.contains("Rang twice"));
    for change in ["update order_note set note = 'x'", "delete from order_note"] {
        let refused = sqlx::raw_sql(change).execute(&mut shop.app_role().await).await;
        assert!(refused.expect_err("refused").to_string().contains("permission denied"));
    }
}

#[actix_web::test]
async fn a_packing_slip_says_what_goes_in_and_where_to_and_no_price() {
    let shop = Shop::open().await;
    let number = order(&shop, "pickpost").await;
    let json = shop.json(&number).await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}/slip")).await;
    assert_eq!(clerk.status, 200);
    let point = json["point"]["name"].as_str().expect("a point");
    for words in
        [&*number, point, "Hans Muster", "1 ×", json["lines"][0]["name"].as_str().expect("an article")]
    {
        assert!(clerk.body.contains(words), "{words}");
    }
    assert!(!clerk.body.contains("28.50") && !clerk.body.contains("CHF"), "no price");
    assert!(
        !clerk.body.contains(json["user_id"].as_str().expect("a User ID")),
        "the User ID stands on the label only"
    );
    clerk.get("/merchant/orders/M-99999/slip").await;
    assert_eq!(clerk.status, 404);
    let mut stranger = shop.visitor();
    stranger.get(&format!("/merchant/orders/{number}/slip")).await;
    assert_eq!(stranger.path(), "/merchant/sign-in");
}

#[actix_web::test]
async fn a_list_is_a_file_that_no_spreadsheet_runs() {
    let shop = Shop::open().await;
    let evil = order_of(&shop, "Eva", "Muster", "a@example.org").await;
    // What the form would not take may come from elsewhere.
    sqlx::raw_sql("update billing_address set first_name = '=HYPERLINK(1)', last_name = 'Muster, \"Hans\"'")
        .execute(&mut shop.owner().await)
        .await
        .expect("an evil name");
    let other = order(&shop, "pickpost").await;
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders.csv").await;
    assert_eq!(clerk.headers["content-type"], "text/csv; charset=utf-8; header=present");
    let lines: Vec<&str> = clerk.body.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("number,placed,bill_to,delivery"));
    assert!(lines[1].starts_with(&format!("{other},")) && lines[1].contains(",pickpost,"), "{lines:?}");
    assert!(lines[1].contains(",to_pack,") && lines[1].ends_with(",known,,invoice,due,35.50"), "{lines:?}");
    assert!(
        lines[2].starts_with(&format!("{evil},"))
            && lines[2].contains(",\"'=HYPERLINK(1) Muster, \"\"Hans\"\"\","),
        "{lines:?}"
    );
    clerk.get("/merchant/orders.csv?queue=packed").await;
    assert_eq!(clerk.body.lines().count(), 1, "nothing is packed");
    clerk.get(&format!("/merchant/orders.csv?before={other}")).await;
    assert_eq!(clerk.body.lines().count(), 2);
    let mut stranger = shop.visitor();
    stranger.get("/merchant/orders.csv").await;
    assert_eq!(stranger.path(), "/merchant/sign-in");
}

#[actix_web::test]
async fn fifty_orders_leave_in_one_file_each_once() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    seed::seed(&mut owner, 60, |_| ()).await.expect("orders");
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders.csv").await;
    let numbers: std::collections::BTreeSet<&str> =
        clerk.body.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!((numbers.len(), clerk.body.lines().count()), (60, 61));
}
