//! Invoices are paid: marked by the reference of the bill, or told by the bank, and counted once however often they are.

use chrono::{TimeZone, Utc};
use pickpost_shop::clock::Clock;
use pickpost_shop::invoice::reference::{grouped, reference};

use crate::support::shop::{MERCHANT, Shop};
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

async fn order(shop: &Shop, payment: &str) -> String {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Payment).await;
    visitor.submit("payment", &[("payment", payment), ("card_number", "4242 4242 4242 4242")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor)
}

fn bill(number: &str) -> String {
    reference(number.trim_start_matches("M-").parse().expect("a number"))
}

/// A line of a bank's file: reference, amount, the bank's own name for it.
fn credit(reference: &str, amount: &str, name: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"CHF\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls><TxDtls>\
         <Refs><AcctSvcrRef>{name}</AcctSvcrRef></Refs><Amt Ccy=\"CHF\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
         <RmtInf><Strd><CdtrRefInf><Ref>{reference}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )
}

fn file(lines: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">\
         <BkToCstmrDbtCdtNtfctn><Ntfctn>{}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>",
        lines.concat()
    )
}

/// What the page says of each line that was sent.
async fn send(clerk: &mut Visitor, field: &str, text: &str) -> Vec<String> {
    clerk.get("/merchant/payments").await;
    clerk.submit(field, &[(field, text)]).await;
    clerk.texts("caption ~ tbody td.sentence")
}

#[actix_web::test]
async fn a_bill_is_marked_as_paid_by_its_reference_typed_or_scanned_and_once() {
    let shop = Shop::open().await;
    let number = order(&shop, "invoice").await;
    let mut clerk = shop.clerk().await;
    assert_eq!(send(&mut clerk, "reference", &grouped(&bill(&number))).await, ["Paid"]);
    assert_eq!(shop.json(&number).await["payment_state"], "paid");
    assert_eq!(send(&mut clerk, "reference", &bill(&number)).await, ["Already paid"]);
    let scanned = format!("SPC0200 1CH4431999123000889012 QRR{} EPD", bill(&number));
    assert_eq!(send(&mut clerk, "reference", &scanned).await, ["Already paid"]);
    let history = shop.json(&number).await["history"].clone();
    let paid: Vec<_> =
        history.as_array().expect("a history").iter().filter(|entry| entry["what"] == "paid").collect();
    assert_eq!(paid.len(), 1, "{history}");
    assert_eq!(paid[0]["who"], MERCHANT.0);
    assert_eq!(send(&mut clerk, "reference", &bill("M-88888")).await, ["No order has this reference"]);
    for wrong in ["", "M-10001", &bill(&number).replace('1', "2"), &"9".repeat(1000), "<script>"] {
        assert_eq!(send(&mut clerk, "reference", wrong).await, [""; 0]);
        assert_eq!(clerk.status, 422, "{wrong}");
        assert!(clerk.body.contains("This is not a reference of a QR-bill"));
    }
}

#[actix_web::test]
async fn a_banks_file_pays_what_it_names_and_says_of_each_credit_what_became_of_it() {
    let shop = Shop::open().await;
    let (one, two, card) =
        (order(&shop, "invoice").await, order(&shop, "invoice").await, order(&shop, "card").await);
    let mut clerk = shop.clerk().await;
    let lines = [
        credit(&bill(&one), "37.50", "TX1"),
        credit(&bill(&two), "37.00", "TX2"),
        credit(&bill("M-88888"), "37.50", "TX3"),
        credit("RF18539007547034", "37.50", "TX4"),
        credit(&bill(&card), "37.50", "TX5"),
        credit(&bill(&one), "37.50", "TX6"),
        credit(&bill(&two), "37.50", "TX7").replace("CHF", "EUR"),
        credit(&bill(&two), "37.50", "TX8").replace("CRDT", "DBIT"),
    ];
    let told = send(&mut clerk, "camt", &file(&lines)).await;
    let expected = [
        "Paid",
        "Wrong amount, nothing marked: CHF 37.50 is due",
        "No order has this reference",
        "No order has this reference",
        "Already paid: paid twice? Check, and refund the excess",
        "Already paid: paid twice? Check, and refund the excess",
        "Not in Swiss francs: nothing marked",
        "A debit, not a credit: nothing to mark",
    ];
    assert_eq!(told.iter().map(|words| words.replace('\u{a0}', " ")).collect::<Vec<_>>(), expected);
    assert_eq!(shop.json(&one).await["payment_state"], "paid");
    assert_eq!(shop.json(&two).await["payment_state"], "due");
    let again = send(&mut clerk, "camt", &file(&lines[..1])).await;
    assert_eq!(again, ["Already reported: nothing left to do"], "the same file twice");
    let paid: i64 = sqlx::query_scalar("select count(*) from order_event where what = 'paid'")
        .fetch_one(&mut shop.owner().await)
        .await
        .expect("a count");
    assert_eq!(paid, 1);
}

#[actix_web::test]
async fn what_pays_nothing_names_its_order_and_a_collective_entry_does_not_hide_a_second_payment() {
    let shop = Shop::open().await;
    let (one, two) = (order(&shop, "invoice").await, order(&shop, "invoice").await);
    let mut clerk = shop.clerk().await;
    let reversed = |yes: &str| {
        let line = credit(&bill(&one), "37.50", "TX1");
        line.replacen("<CdtDbtInd>", &format!("<RvslInd>{yes}</RvslInd><CdtDbtInd>"), 1)
    };
    let lines = [
        reversed("true"),
        reversed("1"),
        credit(&bill(&one), "37.50", "TX2").replace("CHF", "EUR"),
        credit(&bill("M-88888"), "37.50", "TX3").replace("CRDT", "DBIT"),
    ];
    let told = send(&mut clerk, "camt", &file(&lines)).await;
    assert!(
        told[..2].iter().all(|words| words == "The bank took a credit back: look at that order"),
        "{told:?}"
    );
    let numbers = clerk.texts("caption ~ tbody th");
    assert_eq!(numbers, [&one, &one, &one, "–"], "which order, where there is one");
    assert_eq!(shop.json(&one).await["payment_state"], "due");
    // Two credits of one entry that the bank gives no names of their own: paid once, and once too much.
    let detail = format!(
        "<TxDtls><Amt Ccy=\"CHF\">37.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><RmtInf><Strd><CdtrRefInf><Ref>{}</Ref></CdtrRefInf></Strd>\
         </RmtInf></TxDtls>",
        bill(&two)
    );
    let whole = format!(
        "<Ntry><Amt Ccy=\"CHF\">75.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><AcctSvcrRef>E1</AcctSvcrRef>\
         <NtryDtls>{detail}{detail}</NtryDtls></Ntry>"
    );
    let told = send(&mut clerk, "camt", &file(&[whole])).await;
    assert_eq!(told, ["Paid", "Already paid: paid twice? Check, and refund the excess"]);
}

#[actix_web::test]
async fn a_file_that_cannot_be_read_is_answered_in_words_and_changes_nothing() {
    let shop = Shop::open().await;
    let number = order(&shop, "invoice").await;
    let mut clerk = shop.clerk().await;
    let line = credit(&bill(&number), "37.50", "TX1");
    let good = file(std::slice::from_ref(&line));
    for (text, words) in [
        (good[..good.len() - 5].to_owned(), "cannot be read as XML"),
        (good.replace("?>", "?><!DOCTYPE Document [<!ENTITY a \"b\">]>"), "cannot be read as XML"),
        ("M-10001;37.50".to_owned(), "cannot be read as XML"),
        ("<Document><BkToCstmrStmt/></Document>".to_owned(), "not a camt.054"),
        (file(&[]), "reports no credit"),
        (file(&vec!["<Ntry/>".to_owned(); 501]), "more than 500"),
    ] {
        send(&mut clerk, "camt", &text).await;
        assert_eq!(clerk.status, 422, "{words}");
        assert!(clerk.body.contains(words), "{words}: {}", clerk.body);
    }
    // Larger than any other form may be, and larger than this one may.
    let filled = |size: usize| good.replace("<Ntfctn>", &format!("<Ntfctn><!--{}-->", "x".repeat(size)));
    assert_eq!(shop.json(&number).await["payment_state"], "due");
    send(&mut clerk, "camt", &filled(300_000)).await;
    assert_eq!(clerk.status, 413);
    assert_eq!(send(&mut clerk, "camt", &filled(200_000)).await, ["Paid"]);
}

#[actix_web::test]
async fn a_stranger_can_pay_for_nothing_and_send_no_large_form_elsewhere() {
    let shop = Shop::open().await;
    let number = order(&shop, "invoice").await;
    let mut stranger = shop.visitor();
    stranger.get("/en/").await;
    stranger.post("/merchant/payments", &[("reference", &bill(&number))]).await;
    assert_eq!(stranger.path(), "/merchant/sign-in");
    let mut clerk = shop.clerk().await;
    clerk.post("/merchant/payments", &[("reference", &bill(&number))]).await;
    assert_eq!(clerk.status, 403, "without the page's token");
    assert_eq!(shop.json(&number).await["payment_state"], "due");
    let large = "x".repeat(20_000);
    clerk.post("/merchant/search", &[("q", &large)]).await;
    assert_eq!(clerk.status, 413);
}

#[actix_web::test]
async fn two_who_mark_the_same_bill_at_once_mark_it_once() {
    let shop = Shop::open().await;
    let number = order(&shop, "invoice").await;
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/payments").await;
    let csrf = clerk.attribute("input[name=csrf]", "value").expect("a token");
    let clicks = (0..10).map(|_| async {
        let mut tab = shop.visitor();
        tab.cookies.clone_from(&clerk.cookies);
        tab.post("/merchant/payments", &[("csrf", &*csrf), ("reference", &bill(&number))]).await;
        tab.texts("caption ~ tbody td.sentence")
    });
    let told = futures_util::future::join_all(clicks).await.concat();
    assert_eq!(told.iter().filter(|words| *words == "Paid").count(), 1, "{told:?}");
    assert_eq!(told.iter().filter(|words| *words == "Already paid").count(), 9, "{told:?}");
}

#[actix_web::test]
async fn an_invoice_is_overdue_when_its_last_day_is_over_and_no_longer_when_it_is_paid() {
    let noon = Utc.with_ymd_and_hms(2026, 11, 24, 11, 0, 0).single().expect("a moment");
    let clock = Clock::fixed(noon);
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let number = order(&shop, "invoice").await;
    order(&shop, "card").await;
    // The last day to pay is 24 December; that evening it is not over.
    clock.advance(30 * 86_400 + 11 * 3600);
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/payments").await;
    assert!(clerk.body.contains("No invoice is overdue"), "{}", clerk.body);
    clock.advance(3600);
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/payments").await;
    assert_eq!(clerk.texts("tbody th"), std::slice::from_ref(&number));
    assert_eq!(clerk.texts("tbody td")[3], "1", "a day late");
    clerk.get("/merchant/orders").await;
    assert!(
        clerk.texts(".queues a").contains(&"Overdue invoices 1".to_owned()),
        "{:?}",
        clerk.texts(".queues a")
    );
    send(&mut clerk, "reference", &bill(&number)).await;
    assert!(clerk.body.contains("No invoice is overdue"));
}

#[actix_web::test]
async fn an_order_that_is_cancelled_while_its_bill_is_marked_keeps_nobodys_money() {
    let shop = Shop::open().await;
    let mut clerk = shop.clerk().await;
    for _ in 0..6 {
        let number = order(&shop, "invoice").await;
        clerk.get(&format!("/merchant/orders/{number}")).await;
        let csrf = clerk.attribute("input[name=csrf]", "value").expect("a token");
        let (mut one, mut other) = (shop.visitor(), shop.visitor());
        one.cookies.clone_from(&clerk.cookies);
        other.cookies.clone_from(&clerk.cookies);
        let cancel = format!("/merchant/orders/{number}/cancel");
        let (bill, fields) = (bill(&number), [("csrf", &*csrf)]);
        let paid = [("csrf", &*csrf), ("reference", &*bill)];
        tokio::join!(one.post(&cancel, &fields), other.post("/merchant/payments", &paid));
        let state = shop.json(&number).await["payment_state"].as_str().expect("a state").to_owned();
        let told = other.texts("caption ~ tbody td.sentence").concat();
        let expected = if told == "Paid" { "refunded" } else { "cancelled" };
        assert_eq!(state, expected, "{told}");
    }
}
