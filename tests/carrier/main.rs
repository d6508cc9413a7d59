//! The carrier client against a server that misbehaves: deadlines, tokens, and every answer that makes no sense.

mod answers;
mod barcodes;
mod bounds;
mod help;
mod codes;
mod contract;
mod held;
mod integration;
mod labels;
mod locations;
mod magic;
mod openapi;
mod privacy;
mod profiles;
mod ration;
mod relay;
mod repeats;
mod requests;
mod stub;
mod tokens;

#[path = "../support/mod.rs"]
mod support;

use pickpost_shop::address::{Address, Country, Party, Person, Postcode, Title};
use pickpost_shop::carrier::{Kind, Notify, UserRequest};
use pickpost_shop::clock::Clock;
use pickpost_shop::contact::Email;
use pickpost_shop::i18n::Lang;
use pickpost_shop::ids::Random;
use pickpost_shop::line::Line;

/// The person of Post's published example.
pub fn published() -> UserRequest {
    let person = Person {
        title: Some(Title::Mr),
        first_name: Line::parse("Test").expect("a name"),
        last_name: Line::parse("User").expect("a name"),
    };
    UserRequest {
        home: Address {
            party: Party::Person(person.clone()),
            street: Line::parse("Bellerivestrasse").expect("a street"),
            house_number: Line::optional("5").expect("a number"),
            extra: None,
            postcode: Postcode::parse("8008").expect("a postcode"),
            town: Line::parse("Zürich").expect("a town"),
            country: Country::Ch,
        },
        person,
        lang: Lang::De,
        notify: Notify::Email(Email::parse("testuser1@post.ch").expect("an address")),
        kind: Kind::PickPost,
    }
}

/// The same pauses every time.
pub fn random() -> Random {
    Random::seeded(7)
}

/// A clock that stands still until it is moved.
pub fn standing() -> Clock {
    Clock::fixed(chrono::DateTime::from_timestamp(1_800_000_000, 0).expect("a moment"))
}

/// Post's published answer.
pub const ANSWER: &str = include_str!("../fixtures/post/users-answer.json");
