//! What an order tells by mail: to whom, in which language, once; and what becomes of it where the mail server fails.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mail_parser::{Message, MessageParser, MimeHeaders};
use pickpost_shop::calendar::Calendar;
use pickpost_shop::clock::Clock;
use pickpost_shop::config::{MailServer, Secrecy, Sender, Settings};
use pickpost_shop::i18n::Lang;
use pickpost_shop::mail::{Transport, Trouble};
use pickpost_shop::orders::event::Actor;
use pickpost_shop::orders::mail::{Mail, MailKind, Reader};
use pickpost_shop::orders::mails::{outbox, writer::Writer};
use pickpost_shop::orders::{OrderNumber, store as order_store};
use pickpost_shop::sandbox::faults::{Api, Fault};
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::support::shop::Shop;
use crate::support::sink::{Manner, Sent, Sink};
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk_as};
use crate::support::{patience, side_by_side};

const HANS: &str = "hans.muster@example.ch";
const MERCHANT: &str = "shop@murmel.example";
/// Longer than any pause between two tries.
const LATER: i64 = 8 * 3600;

/// A shop whose mails go to a server of the test's.
async fn open(clock: &Clock, sink: &Sink) -> Shop {
    Shop::open_at(clock.clone(), &[("MAIL_URL", &sink.url()), ("POST_LOCATIONS_EVERY", "off")]).await
}

fn still() -> Clock {
    Clock::fixed(Clock::System.now())
}

/// Orders, and is shown the order.
async fn order_as(shop: &Shop, lang: &str, delivery: &str, email: &str) -> Visitor {
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, lang, delivery, Until::Review, email).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
    visitor
}

/// The console's messages once there are so many of this order.
async fn told(shop: &Shop, order: &str, count: usize) -> Vec<Value> {
    let mut last = Vec::new();
    for _ in patience() {
        let answer =
            reqwest::get(format!("{}/console/messages.json", shop.sandbox)).await.expect("the console");
        let all: Vec<Value> = answer.json().await.expect("JSON");
        last = all.into_iter().filter(|message| message["order"] == order).collect();
        if last.len() >= count {
            return last;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{} messages, not {count}: {last:?}", last.len());
}

fn parsed(sent: &Sent) -> Message<'_> {
    MessageParser::default().parse(&sent.wire).expect("a mail")
}

fn text(mail: &Message<'_>) -> String {
    mail.body_text(0).expect("text").replace('\u{a0}', " ")
}

fn language(mail: &Message<'_>) -> String {
    mail.header_raw("Content-Language").expect("a language").trim().to_owned()
}

#[actix_web::test]
async fn an_order_is_confirmed_by_mail_to_the_shopper_and_told_to_the_merchant() {
    let shop = Shop::open().await;
    let visitor = order_as(&shop, "fr", "pickpost", HANS).await;
    let order = number(&visitor);
    let mails = told(&shop, &order, 2).await;
    let of =
        |to: &str| mails.iter().find(|mail| mail["to"] == to).unwrap_or_else(|| panic!("{to}: {mails:?}"));
    let (shopper, merchant) = (of(HANS), of(MERCHANT));
    for mail in [shopper, merchant] {
        assert_eq!(
            (&mail["kind"], &mail["from"], &mail["qr"]),
            (&"mail".into(), &"shop".into(), &Value::Null)
        );
    }
    assert_eq!(shopper["language"], "fr");
    assert_eq!(shopper["subject"], format!("Nous avons bien reçu votre commande {order}"));
    let text = shopper["text"].as_str().expect("text").replace('\u{a0}', " ");
    let json = shop.json(&order).await;
    let point = json["point"]["name"].as_str().expect("a point");
    for part in [
        "Bonjour Hans Muster,",
        point,
        "Facture à",
        "Bellerivestrasse 5",
        "pièce d’identité",
        "la Poste envoie un message à hans.muster@example.ch",
        "PickPost PT",
        "jointe en PDF",
        "1 × ",
        "CHF ",
        "TVA",
        &visitor.url,
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(shopper["attachments"], serde_json::json!([format!("{order}.pdf")]));
    assert_eq!(
        (&merchant["language"], &merchant["subject"]),
        (&"en".into(), &format!("New order {order}").into())
    );
    let words = merchant["text"].as_str().expect("text");
    assert!(words.contains(&format!("{}/merchant/orders/{order}", shop.url)), "{words}");
    assert!(
        !words.contains("Hans") && !words.contains("Bellerive"),
        "who ordered stands behind the counter: {words}"
    );
    let history = json["history"].as_array().expect("a history").clone();
    let sent = history.iter().filter(|entry| entry["what"] == "mail_sent").count();
    assert!(sent <= 2, "{history:?}");
}

#[actix_web::test]
async fn at_home_no_word_of_collecting_and_by_card_no_bill() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, "de", "home", Until::Payment, HANS).await;
    let card = [("payment", "card"), ("card_number", "4242424242424242")];
    visitor.submit("payment", &card).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let mails = told(&shop, &number(&visitor), 2).await;
    let shopper = mails.iter().find(|mail| mail["to"] == HANS).expect("the confirmation");
    assert!(shopper["attachments"].is_null(), "{shopper}");
    let text = shopper["text"].as_str().expect("text");
    assert!(text.contains("Demo-Karte") && text.contains("Nach Hause"), "{text}");
    for word in ["PDF", "Ausweis", "QR", "holt"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[actix_web::test]
async fn the_bill_goes_with_the_confirmation_and_text_and_html_say_the_same() {
    let (clock, sink) = (still(), Sink::open(Manner::Takes));
    let shop = open(&clock, &sink).await;
    let visitor = order_as(&shop, "it", "my_post_24", HANS).await;
    let sent = sink.has(2).await;
    let mail = sent.iter().find(|sent| sent.to == HANS).map(parsed).expect("the confirmation");
    let pdf = mail.attachment(0).expect("the bill");
    assert_eq!(pdf.attachment_name(), Some(&*format!("{}.pdf", number(&visitor))));
    let mut page = shop.visitor();
    page.get(&format!("{}/bill.pdf", visitor.path())).await;
    assert_eq!(page.status, 200);
    assert!(pdf.contents().starts_with(b"%PDF") && pdf.contents().len() > 10_000, "a whole bill");
    let html = mail.body_html(0).expect("HTML").replace('\u{a0}', " ");
    let html = scraper::Html::parse_document(&html);
    let seen = html.root_element().text().collect::<Vec<_>>().join(" ");
    for line in text(&mail).lines().filter(|line| line.len() > 12 && !line.contains("CHF")) {
        let words = line.trim_end_matches(':').split(": ").last().expect("words").trim();
        assert!(seen.contains(words) || line.contains("http"), "{words}: {seen}");
    }
    for foreign in ["<script", "<img", "<link", "http-equiv"] {
        assert!(!html.html().contains(foreign), "{foreign}: a mail fetches nothing");
    }
}

#[actix_web::test]
async fn an_order_to_confirm_says_so_and_a_second_mail_says_that_it_is_known() {
    let clock = still();
    let shop = Shop::open_at(clock.clone(), &[("POST_LOCATIONS_EVERY", "off")]).await;
    shop.fault("500").await;
    let order = number(&order_as(&shop, "de", "pickpost", HANS).await);
    let first = told(&shop, &order, 2).await;
    let confirmed = first.iter().find(|mail| mail["to"] == HANS).expect("the confirmation");
    assert!(confirmed["text"].to_string().contains("noch nicht bestätigt"), "{confirmed}");
    assert!(
        first.iter().any(|mail| mail["text"].to_string().contains("has not given the User ID")),
        "{first:?}"
    );
    let mut owner = shop.owner().await;
    let failed =
        "select count(*) from job where kind = 'confirm_user_id' and leased_by is null and last_error = $1";
    settled(&mut owner, failed, "no_user_id", 1).await;
    shop.fault("none").await;
    clock.advance(LATER);
    let all = told(&shop, &order, 3).await;
    let known = all.iter().find(|mail| mail["subject"].to_string().contains("Abholung ist bestätigt"));
    let known = known.unwrap_or_else(|| panic!("{all:?}"));
    assert_eq!(known["to"], HANS);
    assert!(known["text"].to_string().contains("PickPost PT"), "{known}");
}

#[actix_web::test]
async fn two_orders_in_two_languages_in_one_run_are_each_in_their_own() {
    let (clock, sink) = (still(), Sink::open(Manner::Answers("MAIL", "421 not now")));
    let shop = open(&clock, &sink).await;
    let mut owner = shop.owner().await;
    for (lang, email) in [("fr", "anne@example.ch"), ("it", "carla@example.ch")] {
        order_as(&shop, lang, "home", email).await;
    }
    waits(&mut owner, "mail_refused", 2).await;
    sink.becomes(Manner::Takes);
    // Both are due in one look of the one instance, and done beside one another.
    clock.advance(LATER);
    let sent = sink.has(4).await;
    for (to, lang, words, count) in [
        ("anne@example.ch", "fr", "Merci de votre achat", 1),
        ("carla@example.ch", "it", "Grazie per il vostro acquisto", 1),
        (MERCHANT, "en", "An order has come in", 2),
    ] {
        let mails: Vec<_> = sent.iter().filter(|sent| sent.to == to).map(parsed).collect();
        assert_eq!(mails.len(), count, "{to}");
        for mail in mails {
            assert_eq!(language(&mail), lang, "{to}");
            assert!(text(&mail).contains(words), "{to}: {}", text(&mail));
        }
    }
    none_waits(&mut owner).await;
}

#[actix_web::test]
async fn a_shop_killed_between_sending_and_writing_it_down_sends_twice_at_most_and_loses_none() {
    let (clock, sink) = (still(), Sink::open(Manner::Keeps));
    let shop = open(&clock, &sink).await;
    let database = shop.database.clone();
    order_as(&shop, "de", "home", HANS).await;
    // The server has the first mail, and the shop has not heard of it.
    sink.has(1).await;
    drop(shop);
    sink.becomes(Manner::Takes);
    let settings = [("MAIL_URL", &*sink.url()), ("DATABASE_URL", &database), ("POST_LOCATIONS_EVERY", "off")];
    // The time of what it held has run out before the next one opens: moved while that one sends it would run out again.
    clock.advance(LATER);
    let again = Shop::open_at(clock.clone(), &settings).await;
    none_waits(&mut again.owner().await).await;
    let sent = sink.taken();
    let of = |to: &str| sent.iter().filter(|sent| sent.to == to).collect::<Vec<_>>();
    assert_eq!((of(HANS).len(), of(MERCHANT).len()), (2, 1), "at least once each");
    let ids: BTreeSet<_> =
        of(HANS).into_iter().map(|sent| parsed(sent).message_id().map(ToOwned::to_owned)).collect();
    assert_eq!(ids.len(), 1, "the second can be known for the same one");
}

#[actix_web::test]
async fn a_server_that_hangs_refuses_or_is_gone_loses_no_mail_and_the_merchant_sees_why() {
    let (clock, sink) = (still(), Sink::open(Manner::Silent));
    let shop = open(&clock, &sink).await;
    let mut owner = shop.owner().await;
    let order = number(&order_as(&shop, "en", "home", HANS).await);
    for (tries, manner, code, words) in [
        (1, Manner::Silent, "mail_slow", "The mail server was too slow"),
        (2, Manner::Answers("EHLO", "421 closing"), "mail_refused", "The mail server accepted no mails"),
        (3, Manner::Answers("MAIL", "550 not you"), "mail_refused", "The mail server accepted no mails"),
        (4, Manner::Answers("RCPT", "451 greylisted"), "mail_later", "asked to try again later"),
        (5, Manner::Answers("DATA", "452 full"), "mail_later", "asked to try again later"),
        (6, Manner::Answers("EHLO", "no SMTP"), "mail_unreachable", "could not be reached"),
    ] {
        if tries > 1 {
            sink.becomes(manner.clone());
            clock.advance(LATER);
        }
        after_tries(&mut owner, tries, code).await;
        // Hours later nobody is signed in any more.
        let mut clerk = shop.clerk().await;
        clerk.get("/merchant/jobs").await;
        let shown = clerk.body.contains("Sending an order’s mails") && clerk.body.contains(words);
        assert!(shown, "{manner:?}: {}", clerk.body);
    }
    assert!(sink.taken().is_empty());
    sink.becomes(Manner::Takes);
    clock.advance(LATER);
    let sent = sink.has(2).await;
    none_waits(&mut owner).await;
    assert_eq!(sent.len(), 2, "each once");
    let json = shop.json(&order).await;
    let history = json["history"].as_array().expect("a history");
    assert_eq!(history.iter().filter(|entry| entry["what"] == "mail_sent").count(), 2, "{history:?}");
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/jobs").await;
    assert!(!clerk.body.contains("Sending an order’s mails"));
}

#[actix_web::test]
async fn one_refused_address_is_seen_with_its_order_and_tried_again_by_the_merchant() {
    let sink = Sink::open(Manner::Answers("RCPT TO:<hans", "550 nobody of this name"));
    let shop = open(&still(), &sink).await;
    let mut owner = shop.owner().await;
    let order = number(&order_as(&shop, "de", "home", HANS).await);
    dead(&mut owner, "mail_never").await;
    assert_eq!(
        sink.taken().iter().map(|sent| &*sent.to).collect::<Vec<_>>(),
        [MERCHANT],
        "the merchant's goes all the same"
    );
    let json = shop.json(&order).await;
    let refused =
        json["history"].as_array().expect("it").iter().find(|entry| entry["what"] == "mail_refused");
    assert_eq!(refused.expect("a line")["detail"], "confirmed, to the shopper", "{json}");
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/jobs").await;
    assert!(clerk.body.contains("refused the address"), "{}", clerk.body);
    sink.becomes(Manner::Takes);
    clerk.submit("again", &[("again", "1")]).await;
    let sent = sink.has(2).await;
    assert_eq!(sent[1].to, HANS);
    none_waits(&mut owner).await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert!(clerk.body.contains("Mail sent") && !clerk.body.contains("Mail refused"), "{}", clerk.body);
}

#[actix_web::test]
async fn the_mails_of_an_order_go_over_one_connection_and_over_two_where_the_server_takes_one_each() {
    for (manner, connections) in [(Manner::Takes, 1), (Manner::TakesOne, 2)] {
        let sink = Sink::open(manner.clone());
        let shop = open(&still(), &sink).await;
        order_as(&shop, "fr", "home", HANS).await;
        let mut to: Vec<_> = sink.has(2).await.into_iter().map(|sent| sent.to).collect();
        to.sort();
        assert_eq!(to, [HANS, MERCHANT]);
        none_waits(&mut shop.owner().await).await;
        let greetings = sink.said().iter().filter(|line| line.starts_with("EHLO")).count();
        assert_eq!(greetings, connections, "{manner:?}: {:?}", sink.said());
        assert_eq!(sink.taken().len(), 2, "each once");
    }
}

#[actix_web::test]
async fn the_same_happening_is_told_once_and_only_once_is_an_order_cancelled() {
    let sink = Sink::open(Manner::Takes);
    let shop = open(&still(), &sink).await;
    order_as(&shop, "de", "home", HANS).await;
    let mut role = shop.app_role().await;
    let id: Uuid =
        sqlx::query_scalar("select id from shop_order").fetch_one(&mut role).await.expect("an order");
    let now = Clock::System.now();
    let later = now + chrono::TimeDelta::minutes(1);
    for (kind, at) in [
        (MailKind::Confirmed, later),
        (MailKind::Held, now),
        (MailKind::Held, now),
        (MailKind::Held, later),
        (MailKind::CancelledByShopper, now),
        (MailKind::Cancelled, later),
    ] {
        outbox::write(&mut role, id, (kind, &Actor::Shop), at).await.expect("written");
    }
    let count = "select count(*) from mail where kind = $1";
    for (kind, wanted) in [("confirmed", 2), ("held", 4), ("cancelled_by_shopper", 2), ("cancelled", 0)] {
        let written: i64 = sqlx::query_scalar(count).bind(kind).fetch_one(&mut role).await.expect("a number");
        assert_eq!(written, wanted, "{kind}");
    }
    for statement in
        ["delete from mail", "update mail set kind = 'held'", "update mail set reader = 'merchant'"]
    {
        let refused = sqlx::query(statement).execute(&mut role).await.expect_err(statement);
        assert!(refused.to_string().contains("permission denied"), "{statement}: {refused}");
    }
}

#[actix_web::test]
async fn every_mail_of_every_kind_can_be_read_in_four_languages() {
    let sink = Sink::open(Manner::Takes);
    let shop = open(&still(), &sink).await;
    let pool = shop.app_pool().await;
    let writer = Writer {
        sender: Sender::sample(),
        merchant: Sender::sample().email,
        url: shop.url.parse().expect("an address"),
        points: Default::default(),
        calendar: Default::default(),
    };
    for delivery in ["home", "other", "pickpost", "my_post_24"] {
        let number = number(&order_as(&shop, "de", delivery, HANS).await);
        let number = OrderNumber::parse(&number).expect("a number");
        let mut order =
            order_store::by_number(&pool, number).await.expect("the database").expect("the order");
        for lang in Lang::ALL {
            order.lang = lang;
            let mut subjects = BTreeSet::new();
            for kind in MailKind::ALL {
                for reader in kind.readers(&Actor::Shop) {
                    let mail = Mail {
                        id: Uuid::from_u128(1),
                        kind,
                        reader: *reader,
                        written_at: Clock::System.now(),
                    };
                    let letter = writer.letter(&order, mail, &Calendar::default()).expect("a letter");
                    let what = format!("{delivery} {lang} {kind:?} {reader:?}");
                    let wanted = if *reader == Reader::Shopper { lang.code() } else { "en" };
                    assert_eq!(letter.language, wanted, "{what}");
                    for part in [&letter.text, &letter.html, &letter.subject] {
                        assert!(!part.contains("mail-") && !part.contains("{ $"), "{what}: {part}");
                    }
                    for part in [&letter.text, &letter.html] {
                        assert!(part.contains(&letter.about), "{what}: {part}");
                        assert!(part.contains(&shop.url), "{what} leads to the order: {part}");
                    }
                    assert!(letter.html.contains(&format!("<html lang=\"{}", wanted)), "{what}");
                    assert!(!letter.text.contains("\n\n\n"), "{what}: {}", letter.text);
                    assert_eq!(
                        letter.pdf.is_some(),
                        kind == MailKind::Confirmed && *reader == Reader::Shopper,
                        "{what}"
                    );
                    letter.message().expect("a message");
                    subjects.insert((*reader == Reader::Merchant, letter.subject));
                }
            }
            // Cancelled by one or the other is one subject to the shopper.
            assert_eq!(subjects.len(), 7 + 4, "{subjects:?}");
        }
    }
}

#[actix_web::test]
async fn every_fault_of_the_simulators_mail_server_does_what_it_says() {
    // Most of a fault is waiting: each has a shop of its own, and some play side by side.
    side_by_side(&Api::Mail.switchable().faults(), 4, async |faults| {
        for fault in faults {
            does_what_it_says(fault).await;
        }
    });
}

async fn does_what_it_says(fault: Fault) {
    let clock = still();
    let shop = Shop::open_at(clock.clone(), &[("POST_LOCATIONS_EVERY", "off")]).await;
    let mut owner = shop.owner().await;
    shop.console(&[("mail", fault.tag())]).await;
    let order = number(&order_as(&shop, "de", "home", HANS).await);
    match fault {
        Fault::Slow => drop(told(&shop, &order, 2).await),
        Fault::Hang => after_tries(&mut owner, 1, "mail_slow").await,
        Fault::NoService => after_tries(&mut owner, 1, "mail_refused").await,
        Fault::Later => after_tries(&mut owner, 1, "mail_later").await,
        Fault::NoAddress => dead(&mut owner, "mail_never").await,
        Fault::TakenUnsaid => {
            after_tries(&mut owner, 1, "mail_unreachable").await;
            assert_eq!(told(&shop, &order, 1).await.len(), 1, "taken, and not said");
        }
        _ => after_tries(&mut owner, 1, "mail_unreachable").await,
    }
    shop.console(&[("mail", "none")]).await;
    sqlx::query("update job set dead_at = null where kind = 'send_mails'")
        .execute(&mut owner)
        .await
        .expect("revived");
    clock.advance(LATER);
    none_waits(&mut owner).await;
    let mails = told(&shop, &order, 2).await;
    let ids: BTreeSet<_> = mails.iter().map(|mail| mail["id"].to_string()).collect();
    assert_eq!(ids.len(), 2, "{fault:?}: none is lost");
    assert_eq!(mails.len(), if fault == Fault::TakenUnsaid { 3 } else { 2 }, "{fault:?}");
}

#[actix_web::test]
async fn a_tag_in_the_address_refuses_the_mail_to_it_alone() {
    for fault in pickpost_shop::sandbox::mail::session::BY_ADDRESS {
        let shop = Shop::open().await;
        let mut owner = shop.owner().await;
        let order = number(&order_as(&shop, "de", "home", &format!("hans+{}@example.ch", fault.tag())).await);
        match fault {
            Fault::NoAddress => dead(&mut owner, "mail_never").await,
            _ => after_tries(&mut owner, 1, "mail_later").await,
        }
        let mails = told(&shop, &order, 1).await;
        assert_eq!(
            mails.iter().map(|mail| mail["to"].clone()).collect::<Vec<_>>(),
            [MERCHANT],
            "{}",
            fault.tag()
        );
    }
}

#[actix_web::test]
async fn the_console_shows_a_mail_in_a_frame_that_may_do_nothing() {
    let shop = Shop::open().await;
    let order = number(&order_as(&shop, "de", "home", HANS).await);
    told(&shop, &order, 2).await;
    let mut console = Visitor::new(&shop.sandbox);
    console.get("/console/messages").await;
    assert!(console.body.contains(&format!("order {order}")), "{}", console.body);
    let frame = console.attribute("iframe[sandbox]", "src").expect("a frame");
    assert_eq!(console.attribute("iframe", "sandbox").as_deref(), Some(""), "no script, no form, no way out");
    let page = reqwest::get(format!("{}/console/messages", shop.sandbox)).await.expect("the page");
    let policy = page.headers()["content-security-policy"].to_str().expect("a policy").to_owned();
    assert!(
        policy.contains("default-src 'none'")
            && policy.contains("frame-src 'self'")
            && !policy.contains("unsafe")
    );
    let letter = reqwest::get(format!("{}{frame}", shop.sandbox)).await.expect("the letter");
    let policy = letter.headers()["content-security-policy"].to_str().expect("a policy").to_owned();
    assert!(policy.starts_with("sandbox; default-src 'none'") && !policy.contains("script"), "{policy}");
    assert!(letter.text().await.expect("HTML").contains("<html lang="));
    for none in ["/console/messages/9999", "/console/messages/x", "/console/messages/-1"] {
        assert_eq!(
            reqwest::get(format!("{}{none}", shop.sandbox)).await.expect("an answer").status(),
            404,
            "{none}"
        );
    }
}

#[actix_web::test]
async fn the_simulators_mail_server_bears_what_is_no_mail() {
    use pickpost_shop::sandbox::{desk::Desk, mail::listen, pace::Pace};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let desk = Desk::new((Clock::System, pickpost_shop::ids::Random::system()), None, Pace::None, true);
    let desk = actix_web::web::Data::new(desk);
    let (at, _listening) = listen::start(desk.clone()).expect("a port");
    let speak = async |bytes: &[u8]| {
        let mut stream = tokio::net::TcpStream::connect(at).await.expect("the server");
        let _ = stream.write_all(bytes).await;
        let _ = stream.shutdown().await;
        let mut said = Vec::new();
        let _ = stream.read_to_end(&mut said).await;
        String::from_utf8_lossy(&said).into_owned()
    };
    assert!(speak(b"GET / HTTP/1.1\r\n\r\n").await.contains("500 "));
    assert!(speak(b"RCPT TO:<a@example.ch>\r\nDATA\r\nQUIT\r\n").await.contains("503 5.5.1 RCPT"));
    assert!(speak(&[b'x'; 20_000]).await.contains("500 "), "a line without an end");
    assert!(speak(&[0xff, 0xfe, b'\r', b'\n']).await.contains("500 "));
    let open = b"EHLO a\r\nMAIL FROM:<a@example.ch>\r\nRCPT TO:<b@example.ch>\r\nDATA\r\n".to_vec();
    let large = [open.clone(), vec![b'a'; 5 * 1024 * 1024]].concat();
    assert!(!speak(&large).await.contains("2.6.0"), "too large");
    let many = [b"EHLO a\r\nMAIL FROM:<a@example.ch>\r\n".to_vec(), b"RCPT TO:<b@example.ch>\r\n".repeat(30)]
        .concat();
    assert!(speak(&many).await.contains("452 "), "too many addresses");
    let talk = speak(&b"NOOP\r\n".repeat(2_000)).await;
    assert!(talk.matches("250 2.0.0").count() <= 1_000, "too much talk");
    assert_eq!(desk.letters().all().count(), 0);
    let odd = [open, b"\r\n\xff\xfe no header at all\r\n..dot\r\n.\r\nQUIT\r\n".to_vec()].concat();
    let said = speak(&odd).await;
    assert!(said.contains("2.6.0") || said.contains("554"), "{said}");
}

#[actix_web::test]
async fn a_server_of_another_machine_without_encryption_gets_neither_password_nor_mail() {
    let heard = Sink::open(Manner::Takes);
    for secrecy in [Secrecy::Upgraded, Secrecy::FromTheStart] {
        let server = MailServer {
            host: heard.at.ip().to_string(),
            port: heard.at.port(),
            secrecy,
            credentials: Some(("anna".into(), "geheim-geheim".to_owned().into())),
            authorities: Vec::new(),
        };
        let transport = Transport::new(server, None).within(Duration::from_secs(3));
        assert_eq!(transport.knock().await, Err(Trouble::Unencrypted), "{secrecy:?}");
    }
    assert!(heard.taken().is_empty());
    assert!(
        !heard.said().iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")),
        "{:?}",
        heard.said()
    );
}

/// A merchant's step, as the form behind the counter sends it.
async fn step(shop: &Shop, number: &str, step: &str) {
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    let token = clerk.attribute("input[name=csrf]", "value").expect("a token");
    clerk.post(&format!("/merchant/orders/{number}/steps"), &[("csrf", &token), ("step", step)]).await;
}

fn subjects(mails: &[Value]) -> BTreeSet<(String, String)> {
    let pair = |mail: &Value| {
        (mail["to"].as_str().unwrap_or_default().into(), mail["subject"].as_str().unwrap_or_default().into())
    };
    mails.iter().map(pair).collect()
}

#[actix_web::test]
async fn what_happens_to_an_order_is_told_to_whoever_has_not_done_it() {
    let shop = Shop::open_with(&[("SHOP_HOLD_MINUTES", "60"), ("POST_LOCATIONS_EVERY", "off")]).await;
    let has = |mails: &[Value], to: &str, subject: String| {
        assert!(
            subjects(mails).contains(&(to.to_owned(), subject.clone())),
            "{to} {subject}: {:?}",
            subjects(mails)
        );
    };
    let mut visitor = order_as(&shop, "fr", "pickpost", HANS).await;
    let held = number(&visitor);
    step(&shop, &held, "held").await;
    let mails = told(&shop, &held, 3).await;
    has(&mails, HANS, format!("Votre commande {held} est suspendue"));
    visitor.get(&format!("{}/cancel", visitor.path().to_owned())).await;
    let csrf = visitor.attribute("main input[name=csrf]", "value").expect("the form");
    let path = visitor.path().to_owned();
    visitor.post(&path, &[("csrf", &csrf)]).await;
    let mails = told(&shop, &held, 5).await;
    has(&mails, HANS, format!("Votre commande {held} est annulée"));
    has(&mails, MERCHANT, format!("Order {held} was cancelled by the customer"));
    assert_eq!(mails.len(), 5, "the merchant who held it is not told of it: {:?}", subjects(&mails));
    let cancelled = mails.iter().find(|mail| mail["subject"].to_string().contains("annulée")).expect("it");
    assert!(cancelled["text"].to_string().contains("Vous n’avez plus à payer la facture"), "{cancelled}");
    let sent = number(&order_as(&shop, "it", "home", HANS).await);
    step(&shop, &sent, "handed_over").await;
    let mails = told(&shop, &sent, 3).await;
    has(&mails, HANS, format!("Ordine {sent}: il vostro pacco è in viaggio"));
    let mut owner = shop.owner().await;
    none_waits(&mut owner).await;
}

/// Collects what would be logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[actix_web::test]
async fn even_the_most_talkative_log_of_mails_names_nobody() {
    let sink = Sink::open(Manner::Takes);
    let shop = open(&still(), &sink).await;
    let number = number(&order_as(&shop, "de", "pickpost", HANS).await);
    let number = OrderNumber::parse(&number).expect("a number");
    let order = order_store::by_number(&shop.app_pool().await, number)
        .await
        .expect("the database")
        .expect("the order");
    let sender = Sender::sample();
    let (merchant, url) = (sender.email.clone(), shop.url.parse().expect("an address"));
    let (points, calendar) = Default::default();
    let writer = Writer { merchant, sender, url, points, calendar };
    let mail = Mail {
        id: Uuid::from_u128(7),
        kind: MailKind::Confirmed,
        reader: Reader::Shopper,
        written_at: Clock::System.now(),
    };
    let message =
        writer.letter(&order, mail, &Calendar::default()).expect("a letter").message().expect("a message");
    let url = sink.url().replace("smtp://", "smtp://anna:geheim-geheim@");
    let lookup = |name: &str| (name == "MAIL_URL").then(|| url.clone());
    let server = Settings::read(&lookup).expect("settings").mail.server.expect("a server");
    let log = Log::default();
    let writer = log.clone();
    let everything = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false);
    let everything = everything.with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(everything);
    for manner in [
        Manner::Takes,
        Manner::Answers("AUTH", "535 anna is unknown here"),
        Manner::Answers("RCPT", "550 hans.muster@example.ch is unknown here"),
        Manner::Answers("DATA", "451 hans.muster@example.ch is busy"),
        Manner::Answers("EHLO", "421 go away, anna"),
    ] {
        sink.becomes(manner);
        let transport = Transport::new(server.clone(), Some("shop.example.ch"));
        let outcome = transport.line().send(&message).await;
        tracing::info!(?outcome, ?transport, ?mail, "what a careless colleague might log");
        if let Err(trouble) = outcome {
            tracing::info!(%trouble, code = trouble.code(), "what the shop logs");
        }
    }
    let log = String::from_utf8_lossy(&log.0.lock().expect("the log")).into_owned();
    assert!(log.contains("careless"), "the log is heard");
    for secret in ["hans", "Muster", "geheim", "Bellerive", "PT0", &order.token] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
}

/// Waits until so many jobs wait for another try, for this reason.
async fn waits(owner: &mut PgConnection, code: &str, count: i64) {
    let question = "select count(*) from job where kind = 'send_mails' and dead_at is null and leased_by is null and last_error = $1";
    settled(owner, question, code, count).await;
}

/// Waits until the one job has had so many tries, of which the last failed for this reason, and waits for the next one.
async fn after_tries(owner: &mut PgConnection, tries: i64, code: &str) {
    let question = "select coalesce(max(attempts)::bigint, 0) from job
        where kind = 'send_mails' and dead_at is null and leased_by is null and last_error = $1";
    settled(owner, question, code, tries).await;
}

async fn dead(owner: &mut PgConnection, code: &str) {
    let question =
        "select count(*) from job where kind = 'send_mails' and dead_at is not null and last_error = $1";
    settled(owner, question, code, 1).await;
}

async fn none_waits(owner: &mut PgConnection) {
    settled(owner, "select count(*) from job where kind = 'send_mails' and $1 = ''", "", 0).await;
}

async fn settled(owner: &mut PgConnection, question: &'static str, code: &str, count: i64) {
    let mut found = -1;
    for _ in patience() {
        found = sqlx::query_scalar(question).bind(code).fetch_one(&mut *owner).await.expect("a number");
        if found == count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    let all = "select coalesce(string_agg(concat_ws(' ', attempts, last_error, dead_at), '; '), '') from job where kind = 'send_mails'";
    let all: String = sqlx::query_scalar(all).fetch_one(owner).await.expect("jobs");
    panic!("{question} {code}: {found}, not {count}: {all}");
}
