//! A pick-up point is never somebody's own address: in any spelling, over any fields, in Rust and in Postgres alike; and
//! whoever types one is led to the points.

use pickpost_shop::address::{Address, Country, Fields, OwnAddress, Party, Person, Postcode};
use pickpost_shop::ids::Random;
use pickpost_shop::keyword;
use pickpost_shop::line::{Line, Name};

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, choice, number, put, walk};

type Typed = (&'static [(&'static str, &'static str)], &'static str, &'static str);

/// What was typed, at which field the message stands, and which kind of point it is.
const TYPED: [Typed; 14] = [
    (&[("first_name", "Pick"), ("last_name", "Post")], "last_name", "pickpost"),
    (&[("address_extra", "c/o PickPost 123")], "address_extra", "pickpost"),
    (&[("street", "My"), ("house_number", "Post 24")], "house_number", "my_post_24"),
    (&[("street", "My Post"), ("house_number", "24")], "house_number", "my_post_24"),
    (&[("address_extra", "à PickPost Zürich")], "address_extra", "pickpost"),
    (&[("company", "É PickPost")], "company", "pickpost"),
    (&[("town", "Zürich My-Post 24")], "town", "my_post_24"),
    (&[("address_extra", "Pick"), ("street", "Post 123")], "street", "pickpost"),
    (&[("company", "My"), ("address_extra", "Post"), ("street", "24")], "street", "my_post_24"),
    (&[("company", "Pick"), ("street", "Post 5")], "street", "pickpost"),
    (&[("last_name", "P.I.C.K.P.O.S.T")], "last_name", "pickpost"),
    (&[("street", "Pîck·Pöſt 7")], "street", "pickpost"),
    (&[("address_extra", "Kunde PickP0st99")], "address_extra", "pickpost"),
    (&[("street", "«mypost» 2412345678")], "street", "my_post_24"),
];

/// A person's fields with these instead.
fn hans_but(typed: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut fields = HANS.to_vec();
    fields.retain(|(name, _)| typed.iter().all(|(other, _)| other != name));
    fields.extend(typed);
    fields
}

/// The page says so at the field, keeps what was typed, and leads on.
fn is_led(visitor: &Visitor, typed: &[(&str, &str)], (field, kind): (&str, &str)) -> String {
    assert_eq!(visitor.status, 422, "{typed:?}");
    let message = visitor.texts(&format!("#{field}-problem"));
    assert!(message[0].starts_with("That is the address of a pick-up point"), "{typed:?}: {message:?}");
    for (name, value) in typed {
        assert_eq!(
            visitor.attribute(&format!("#{name}"), "value").as_deref(),
            Some(*value),
            "{name} is kept"
        );
    }
    let href = visitor.attribute(".elsewhere a", "href").expect("a way on");
    assert!(href.starts_with("/en/checkout/point?q=") && href.ends_with(&format!("&kind={kind}")), "{href}");
    href
}

#[actix_web::test]
async fn a_point_typed_as_a_billing_address_is_refused_in_any_spelling_and_leads_to_the_points() {
    let shop = Shop::open().await;
    for (typed, field, kind) in TYPED {
        let mut visitor = shop.visitor();
        put(&mut visitor, "en", "mountain-cheese", "1").await;
        visitor.get("/en/checkout/address").await;
        visitor.submit("email", &hans_but(typed)).await;
        let href = is_led(&visitor, typed, (field, kind));
        visitor.get(&href).await;
        assert_eq!((visitor.status, visitor.path()), (200, "/en/checkout/point"), "{typed:?}");
        assert!(visitor.attribute("#q", "value").is_some_and(|q| q.starts_with("8008 Z")), "{typed:?}");
    }
}

#[actix_web::test]
async fn what_cannot_be_kept_is_refused_and_breaks_nothing() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    let long = "PickPost ".repeat(900);
    for (field, value) in [
        ("first_name", "Ha\u{0}ns PickPost"),
        ("email", "\u{0}"),
        ("postcode", "\u{0}\u{1f439}"),
        ("town", &*long),
    ] {
        let fields = [&HANS[..], &[("address_extra", "PickPost 1"), (field, value)]].concat();
        visitor.submit("email", &fields).await;
        assert_eq!(visitor.status, 422, "{field}");
        let href = visitor.attribute(".elsewhere a", "href").expect("a way on");
        visitor.get(&href).await;
        assert_eq!((visitor.status, visitor.path()), (200, "/en/checkout/point"), "{href}");
        visitor.get("/en/checkout/address").await;
    }
}

#[actix_web::test]
async fn whoever_is_led_to_the_points_chooses_one_and_orders_to_it() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    let typed = [("address_extra", "My Post 24 12345678"), ("street", "Bahnhofplatz"), ("postcode", "8400")];
    let mut fields = hans_but(&typed);
    fields.retain(|(name, _)| *name != "town");
    // Other fields may be wrong as well: the way on is there at once.
    visitor.submit("email", &fields).await;
    assert!(visitor.attribute("#town[aria-invalid]", "name").is_some());
    fields.push(("town", "Winterthur"));
    visitor.submit("email", &fields).await;
    let href = is_led(&visitor, &typed, ("address_extra", "my_post_24"));
    visitor.get(&href).await;
    assert_eq!(visitor.attribute("#q", "value").as_deref(), Some("8400 Winterthur"));
    assert!(visitor.texts(".points h2").iter().all(|name| name.starts_with("My Post 24")));
    let token = choice(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    assert_eq!(visitor.path(), "/en/checkout/address", "the bill needs an address of one's own");
    for (field, value) in
        [("first_name", "Hans"), ("email", "hans.muster@example.ch"), ("street", ""), ("town", "")]
    {
        assert_eq!(visitor.attribute(&format!("#{field}"), "value").as_deref(), Some(value), "{field}");
    }
    visitor.submit("email", &HANS).await;
    assert_eq!(visitor.path(), "/en/checkout/collector", "the point was kept");
    visitor.submit("notify", &[("notify", "email")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(
        (&order["delivery"]["kind"], &order["billing"]["street"]),
        (&"my_post_24".into(), &"Bellerivestrasse".into())
    );
}

#[actix_web::test]
async fn another_address_and_a_collectors_home_lead_to_the_points_too() {
    let shop = Shop::open().await;
    for (typed, field, kind) in TYPED {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "en", "home", Until::Delivery).await;
        visitor.submit("delivery", &[&hans_but(typed)[..], &[("delivery", "other")]].concat()).await;
        let href = is_led(&visitor, typed, (field, kind));
        visitor.get(&href).await;
        assert_eq!(visitor.path(), "/en/checkout/point", "{typed:?}");
    }
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    for (typed, field, kind) in TYPED {
        // A person collects: the form has no company.
        if typed.iter().all(|(name, _)| *name != "company") {
            visitor.get("/en/checkout/collector").await;
            visitor.submit("notify", &hans_but(typed)).await;
            is_led(&visitor, typed, (field, kind));
        }
    }
    assert_eq!(shop.user_calls().await, 0, "Post is not asked about anybody who lives at a point");
}

#[actix_web::test]
async fn what_only_comes_near_a_keyword_is_ordered() {
    let shop = Shop::open().await;
    for typed in [
        &[("first_name", "Otto"), ("last_name", "Pick"), ("street", "Poststrasse")][..],
        &[("last_name", "Pick"), ("address_extra", "Postfach 123")],
        &[("first_name", "Amy"), ("last_name", "Post"), ("street", "Postgasse"), ("house_number", "24")],
        &[("company", "Alte Post 24"), ("street", "Postplatz")],
    ] {
        let mut visitor = shop.visitor();
        put(&mut visitor, "en", "mountain-cheese", "1").await;
        visitor.get("/en/checkout/address").await;
        visitor.submit("email", &hans_but(typed)).await;
        assert_eq!(visitor.path(), "/en/checkout/delivery", "{typed:?}");
        visitor.submit("delivery", &[("delivery", "home")]).await;
        visitor.submit("payment", &[("payment", "invoice")]).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        number(&visitor);
    }
}

#[actix_web::test]
async fn an_address_that_an_older_rule_let_through_is_asked_for_again() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    let older = "update checkout set billing = jsonb_set(billing, '{address,extra}', '\"c/o PickPost 7\"'),
                     other = jsonb_set(other, '{extra}', '\"c/o PickPost 7\"'),
                     collector = jsonb_set(collector, '{home,extra}', '\"c/o PickPost 7\"')";
    for (delivery, step) in [("home", "address"), ("other", "address"), ("pickpost", "address")] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "en", delivery, Until::Review).await;
        let (action, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
        sqlx::query(older).execute(&mut owner).await.expect("as an older shop left it");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        visitor.post(&action, &fields).await;
        assert_eq!((visitor.status, visitor.path()), (200, &*format!("/en/checkout/{step}")), "{delivery}");
        assert!(visitor.texts("#address_extra-problem")[0].starts_with("That is the address"));
        visitor.submit("email", &[("address_extra", "")]).await;
        let next = if delivery == "home" {
            "review"
        } else if delivery == "other" {
            "delivery"
        } else {
            "collector"
        };
        assert_eq!(visitor.path(), format!("/en/checkout/{next}"));
        if delivery != "home" {
            assert!(
                visitor.texts("#address_extra-problem")[0].starts_with("That is the address"),
                "{delivery}"
            );
            let marker = if delivery == "other" { "delivery" } else { "notify" };
            visitor.submit(marker, &[("address_extra", "")]).await;
        }
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        number(&visitor);
    }
}

#[actix_web::test]
async fn if_the_database_should_ever_be_stricter_the_shopper_is_told_and_nothing_breaks() {
    let shop = Shop::open().await;
    let stricter = "alter table billing_address drop constraint billing_is_no_pickup_point,
                        add constraint billing_is_no_pickup_point check (house_number <> '5') not valid";
    sqlx::query(stricter).execute(&mut shop.owner().await).await.expect("a stricter rule");
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!((visitor.status, visitor.path()), (422, "/en/checkout/review"));
    assert!(visitor.texts("#problems")[0].contains("That is the address of a pick-up point"));
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[("house_number", "6")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
}

/// A line of pieces that come near a keyword, with marks, accents and other letters around them.
fn line(random: &Random, most: usize) -> String {
    const PIECES: [&str; 44] = [
        "Pick", "Post", "PickPost", "My", "Post 24", "24", "2", "4", "MyPost24", "pick", "post", "P", "i",
        "c", "k", "p", "o", "s", "t", "m", "y", "é", "À", "ø", "ı", "ſ", "ŧ", "Æ", "º", "ª", "ŉ", "·", ".",
        "-", "'", "/", "«", "_", " ", "strasse", "fach", "PT01", "0", "1",
    ];
    let [count, rest @ ..] = random.bytes::<9>();
    let mut line = String::new();
    for byte in rest.iter().take(1 + usize::from(count) % 8) {
        line.push_str(PIECES[usize::from(*byte) % PIECES.len()]);
        if byte / 64 == 0 {
            line.push(' ');
        }
    }
    let line: String = line.chars().take(most).collect();
    if line.trim().is_empty() { "Weg".into() } else { line }
}

fn address(random: &Random) -> Address {
    let name = || Name::parse(&line(random, 35)).expect("a name");
    let [kind, extra, house_number, town] = random.bytes::<4>();
    let person = Person { title: None, first_name: name(), last_name: name() };
    Address {
        party: match kind % 4 {
            0 => Party::Company(name().widened(), None),
            1 => Party::Company(name().widened(), Some(person)),
            _ => Party::Person(person),
        },
        street: Line::parse(&line(random, 35)).expect("a street"),
        house_number: (house_number % 2 == 0).then(|| Line::parse(&line(random, 10)).expect("a number")),
        extra: (extra % 2 == 0).then(|| Line::parse(&line(random, 35)).expect("a line")),
        postcode: Postcode::parse("2400").expect("a postcode"),
        town: Line::parse(if town % 4 == 0 { "Post 24" } else { "Le Locle" }).expect("a town"),
        country: Country::Ch,
    }
}

#[actix_web::test]
async fn whatever_the_shop_takes_the_database_takes_and_both_refuse_the_same() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    let locale: String =
        sqlx::query_scalar("select datcollate from pg_database where datname = current_database()")
            .fetch_one(&mut owner)
            .await
            .expect("a locale");
    assert_eq!(locale, "C", "where accents are no letters");
    sqlx::query("create temp table own (like billing_address including constraints)")
        .execute(&mut owner)
        .await
        .expect("a table");
    let random = Random::seeded(12);
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..6000 {
        let address = address(&random);
        let row = Fields::from(&address);
        let insert = sqlx::query(
            "insert into own (order_id, first_name, last_name, company, street, house_number, address_extra, postcode, town,
                 country) values (gen_random_uuid(), nullif($1, ''), nullif($2, ''), nullif($3, ''), $4, nullif($5, ''), nullif($6, ''), $7, $8, 'CH')",
        )
        .bind(row.first_name)
        .bind(row.last_name)
        .bind(row.company)
        .bind(row.street)
        .bind(row.house_number)
        .bind(row.address_extra)
        .bind(row.postcode)
        .bind(row.town);
        match insert.execute(&mut owner).await {
            Ok(_) => {
                assert!(OwnAddress::stored(address.clone()).is_own(), "only the database takes {address:?}");
                taken += 1;
            }
            Err(error) => {
                assert!(error.to_string().contains("billing_is_no_pickup_point"), "{error}");
                assert!(!OwnAddress::stored(address.clone()).is_own(), "only the shop takes {address:?}");
                refused += 1;
            }
        }
    }
    assert!(taken > 1000 && refused > 500, "{taken} taken, {refused} refused: both are tried");
}

#[actix_web::test]
async fn every_letter_that_can_be_printed_is_folded_alike_under_any_collation() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    let letters: Vec<String> =
        (' '..='\u{1eff}').map(|c| format!("x{c}x")).filter(|line| Line::<35>::parse(line).is_ok()).collect();
    assert!(letters.len() > 700, "{}", letters.len());
    // Turkish has an i of its own: `lower('I')` is no i there.
    let turkish: bool =
        sqlx::query_scalar("select exists (select from pg_collation where collname = 'tr-x-icu')")
            .fetch_one(&mut owner)
            .await
            .expect("the collations");
    let turkish = turkish
        .then_some("select folded_line(letter collate \"tr-x-icu\") from unnest($1::text[]) as letter");
    for folded in ["select folded_line(letter) from unnest($1::text[]) as letter"].into_iter().chain(turkish)
    {
        let folded: Vec<String> =
            sqlx::query_scalar(folded).bind(&letters).fetch_all(&mut owner).await.expect("folded letters");
        for (letter, folded) in letters.iter().zip(folded) {
            assert_eq!(folded, keyword::folded(letter), "{letter}");
        }
    }
    // What no form of ours takes, but somebody at the application's connection might write.
    for line in ["ＰｉｃｋＰｏｓｔ", "Pick\u{ad}Post", "P\u{200b}ickPost", "My Post ②④", "PICKPOST"]
    {
        let carries: bool = sqlx::query_scalar("select carries_keyword($1)")
            .bind(line)
            .fetch_one(&mut owner)
            .await
            .expect("a word");
        assert!(carries, "{line}");
    }
}
