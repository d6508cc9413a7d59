//! A test moves the clock or waits for a sign: no time is slept away, and nobody looks up the key that the shop seals with.

use std::collections::BTreeSet;
use std::str::FromStr as _;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::house;
use crate::house::House;
use crate::known::{Known, settle};

/// Where time passes outside of a wait: `<file> : <function>`.
const KNOWN: Known<'_> = &[
    ("tests/carrier/answers.rs : the_three_seconds_hold_for_token_and_answer_together", LATE),
    ("tests/carrier/locations.rs : a_list_may_be_longer_and_later_than_an_answer_about_a_person", LATE),
    ("tests/shop/silence.rs : bystander", "the pause between two clicks of somebody who looks around"),
    ("tests/shop/upgrade.rs : ODD", "a migration that takes longer than Postgres lets a statement take"),
    ("tests/start/first_start.rs : round", "a kill at a moment that no sign tells, in the midst of a start"),
    ("tests/support/proxy.rs : gone_for", "the length of an outage, which is what the shop promises to bear"),
];

/// Why Post's answer is late.
const LATE: &str = "the client gives up by the machine's own time, which no clock moves";

/// The loops in which a pause stands between two looks (`tests/support/mod.rs`).
const WAITS: [&str; 2] = ["patience", "patience_of"];

/// What lets time pass when it is called.
const PAUSES: [&str; 3] = ["sleep", "sleep_until", "park_timeout"];

#[derive(Default)]
struct Found {
    slept: BTreeSet<String>,
    looked_up: BTreeSet<String>,
}

/// Where something stands.
#[derive(Clone, Default)]
struct Place {
    file: String,
    /// The function, or the constant.
    item: String,
    /// Whether a loop waits for a sign there.
    waits: bool,
}

impl Place {
    fn line(&self) -> String {
        format!("{} : {}", self.file, self.item)
    }
}

impl Found {
    fn of(house: &House) -> Self {
        let mut found = Self::default();
        // What reads the house has words about it.
        for (file, text) in house.below("tests", "rs").filter(|(file, _)| !file.starts_with("tests/tidy/")) {
            let tokens = TokenStream::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
            found.read(tokens, &Place { file: file.to_owned(), ..Place::default() });
        }
        found
    }

    /// Reads tokens, since macros hold code too.
    fn read(&mut self, tokens: TokenStream, around: &Place) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let (mut here, mut waits) = (around.clone(), false);
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(word) => match (word.to_string().as_str(), tokens.get(at + 1)) {
                    ("fn" | "const" | "static", Some(TokenTree::Ident(item))) => here.item = item.to_string(),
                    // The next braces are the loop's.
                    ("in", Some(TokenTree::Ident(wait))) => waits = WAITS.iter().any(|known| wait == known),
                    (word, Some(TokenTree::Group(call)))
                        if PAUSES.contains(&word) && call.delimiter() == Delimiter::Parenthesis =>
                    {
                        self.sleep(&here);
                    }
                    _ => {}
                },
                TokenTree::Group(group) => {
                    let is_block = group.delimiter() == Delimiter::Brace;
                    let inside = Place { waits: here.waits || (waits && is_block), ..here.clone() };
                    self.read(group.stream(), &inside);
                    if is_block {
                        (here, waits) = (around.clone(), false);
                    }
                }
                TokenTree::Punct(end) if end.as_char() == ';' => here = around.clone(),
                TokenTree::Punct(_) => {}
                TokenTree::Literal(text) => self.hear(&text.to_string(), &here),
            }
        }
    }

    fn hear(&mut self, text: &str, place: &Place) {
        if text.contains("pg_sleep") {
            self.sleep(place);
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.join(" ").to_lowercase().contains("from secret") {
            self.looked_up.insert(place.line());
        }
    }

    fn sleep(&mut self, place: &Place) {
        if !place.waits {
            self.slept.insert(place.line());
        }
    }
}

#[test]
fn no_test_sleeps_time_away() {
    let rule = "A test moves the clock, or waits for a sign: a pause stands in a loop over `patience()`. For \"nothing \
                happened\" there is `Shop::rests`, for somebody who waits `Shop::somebody_waits`.";
    settle(rule, &Found::of(house()).slept, KNOWN);
}

#[test]
fn no_test_looks_up_the_shops_key() {
    let rule = "A test knows the key by what it passed in: `Shop::open_with_known_key`.";
    settle(rule, &Found::of(house()).looked_up, &[]);
}

#[test]
fn a_pause_outside_of_a_wait_and_a_key_that_was_looked_up_are_found() {
    let house = House::of(&[
        (
            "tests/shop/order.rs",
            "async fn waits() { for _ in patience() { if is().await { return; } sleep(SOON).await; } panic!(); }
             async fn waits_long() { for _ in patience_of(2) { thread::sleep(SOON); } }
             async fn sleeps() { tokio::time::sleep(LATER).await; }
             async fn sleeps_after() { for _ in patience() { look(); } thread::sleep(LATER); }
             async fn sleeps_again() { for _ in 0..9 { sleep(LATER).await; } }
             async fn sleeps_within() { tokio::join!(click(), async { sleep_until(LATER).await; }); }
             fn names() { const ONE: &str = \"one\"; std::thread::park_timeout(LATER); }
             fn runs() { Command::new(\"sleep\").arg(\"600\"); }
             async fn steals() { query(\"select value\n    FROM  secret\").await; }",
        ),
        ("tests/shop/slow.rs", "/// Sleeps.\nconst SLOW: &str = \"select pg_sleep(1)\";\nfn quick() {}"),
        ("tests/tidy/waiting.rs", "fn reads() { sleep(LATER); }"),
        ("src/app.rs", "fn works() { sleep(LATER); }"),
    ]);
    let found = Found::of(&house);
    let at = |item: &&str| format!("tests/shop/order.rs : {item}");
    let mut slept: BTreeSet<String> =
        ["sleeps", "sleeps_after", "sleeps_again", "sleeps_within", "names"].iter().map(at).collect();
    slept.insert("tests/shop/slow.rs : SLOW".to_owned());
    assert_eq!(found.slept, slept);
    assert_eq!(found.looked_up, [at(&"steals")].into());
}
