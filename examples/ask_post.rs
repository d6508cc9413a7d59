//! Asks Post for one User ID, by hand: to see what the documents do not say. Enrols the person if need be. By the settings the
//! real Post (docs/going-live.md), without any the simulator, which has to be open; what it prints says which.
//! `cargo run --example ask_post -- FIRST_NAME LAST_NAME STREET NUMBER POSTCODE TOWN EMAIL [pickpost|my_post_24]`

use std::error::Error;

use pickpost_shop::address::{Address, Country, Party, Person, Postcode};
use pickpost_shop::carrier::{Kind, Notify, UserRequest};
use pickpost_shop::clock::Clock;
use pickpost_shop::config::{Profile, Settings};
use pickpost_shop::contact::Email;
use pickpost_shop::i18n::Lang;
use pickpost_shop::ids::Random;
use pickpost_shop::line::{Fault, Line};
use pickpost_shop::post::Carrier;
use pickpost_shop::telemetry::{complain, tell};

#[tokio::main]
async fn main() {
    if let Err(error) = ask().await {
        complain(&error.to_string());
        std::process::exit(1);
    }
}

async fn ask() -> Result<(), Box<dyn Error>> {
    let settings = Settings::from_environment()?.post;
    let who = if settings.profile == Profile::Sandbox { "The simulator" } else { "Post" };
    let words: Vec<String> = std::env::args().skip(1).collect();
    let kind = Kind::parse(words.get(7).map_or("pickpost", String::as_str))
        .ok_or("The last word is pickpost or my_post_24.")?;
    let Some(Ok(words)) = words.get(..7).map(<&[String; 7]>::try_from) else {
        return Err("Needed: FIRST_NAME LAST_NAME STREET NUMBER POSTCODE TOWN EMAIL.".into());
    };
    let request = request(words, kind).map_err(|fault| format!("One of the words cannot be: {fault}."))?;
    let carrier = Carrier::new(&settings, Clock::System, Random::system())?;
    let begun = std::time::Instant::now();
    let answer = carrier.user(&request).await?;
    // Only the ID's length is told, so that the output can be passed on.
    let (status, length, waited) = (answer.verified.printed(), answer.id.as_str().len(), begun.elapsed());
    tell(&format!("{who} gave an ID of {length} characters with the status {status} in {waited:.0?}."));
    Ok(())
}

fn request(words: &[String; 7], kind: Kind) -> Result<UserRequest, Fault> {
    let [first_name, last_name, street, number, postcode, town, email] = words;
    let person =
        Person { title: None, first_name: Line::parse(first_name)?, last_name: Line::parse(last_name)? };
    Ok(UserRequest {
        home: Address {
            party: Party::Person(person.clone()),
            street: Line::parse(street)?,
            house_number: Line::optional(number)?,
            extra: None,
            postcode: Postcode::parse(postcode)?,
            town: Line::parse(town)?,
            country: Country::Ch,
        },
        person,
        lang: Lang::De,
        notify: Notify::Email(Email::parse(email)?),
        kind,
    })
}
