//! Asks the carrier about an address that was typed, and makes a hint of its answer and of the shop's own doubts. Within a second
//! in all, and in silence where the carrier is silent: whatever it says, the address stands as it was typed (docs/address-help.md).

use tokio::time::{Instant, timeout_at};

use crate::address::{Fields, OwnAddress};
use crate::carrier::{Checked, Completions, Quality, Written};
use crate::checkout::Draft;
use crate::checkout::hint::{About, Hint, line};
use crate::checkout::plausible::{country_of, doubt, own, tidied};
use crate::gazetteer::name::{bare, folded};
use crate::post::Carrier;
use crate::post::operation::HELP;

/// So many letters of a street are enough to ask for those that begin alike.
const BEGINNING: usize = 3;
/// So many slips of the finger make a street that was meant.
const SLIPS: usize = 2;

/// The hint for an address that is about to be kept: the one of before where the checkout has it already, else what the
/// carrier says and what the shop itself knows. Without a carrier nobody is asked.
pub async fn hint(
    carrier: Option<&Carrier>,
    draft: &Draft,
    about: About,
    typed: &OwnAddress,
) -> Option<Hint> {
    if draft.has_seen(typed) {
        return draft.hint.clone();
    }
    // What has one mend only is mended before the carrier is asked, who may know more.
    let (tidy, why) = tidied(typed);
    let told = match carrier {
        Some(carrier) => look(carrier, &tidy).await,
        None => Told::Nothing,
    };
    let doubt = if told == Told::Good { None } else { doubt(&tidy) };
    let why = why.or(doubt.as_ref().map(|(why, _)| *why));
    let lost = told == Told::Lost;
    let written = if let Told::Written(written) = told { Some(*written) } else { None };
    let doubts = doubt.map(|(_, meant)| meant).unwrap_or_default();
    let mut meant: Vec<OwnAddress> = Vec::new();
    for address in written.into_iter().chain(doubts).chain([tidy]) {
        let known = |other: &OwnAddress| line(other) == line(&address);
        if !known(typed) && !meant.iter().any(known) {
            meant.push(address);
        }
    }
    // What was tidied is the last resort: where more is meant it is part of that.
    let mut meant = meant.into_iter();
    let (written, also) = (meant.next(), meant.next());
    (written.is_some() || lost).then_some(Hint { about, written, also, why })
}

/// What the carrier says of an address.
#[derive(PartialEq)]
enum Told {
    /// Nothing, or nothing that we know.
    Nothing,
    /// It finds it.
    Good,
    /// It writes it so.
    Written(Box<OwnAddress>),
    /// It does not find it.
    Lost,
}

async fn look(carrier: &Carrier, typed: &OwnAddress) -> Told {
    let deadline = Instant::now() + HELP;
    let Ok(Ok(Some(Checked { quality, written }))) = timeout_at(deadline, carrier.check_address(typed)).await
    else {
        return Told::Nothing;
    };
    let written = match (written.and_then(|written| other_than(typed, written)), quality) {
        (Some(written), _) => Some(written),
        (None, Quality::Good) => return Told::Good,
        (None, Quality::Unknown) => return Told::Nothing,
        (None, Quality::Doubtful) => timeout_at(deadline, meant(carrier, typed)).await.ok().flatten(),
    };
    written.map_or(Told::Lost, |written| Told::Written(Box::new(written)))
}

/// What the carrier's own lists have instead: a street that is nearly the typed one, the one town of the postcode.
async fn meant(carrier: &Carrier, typed: &OwnAddress) -> Option<OwnAddress> {
    let begin: String = typed.street.as_str().chars().take(BEGINNING).collect();
    let (streets, towns) =
        tokio::join!(carrier.streets(&typed.postcode, &begin), carrier.towns(&typed.postcode));
    let Fields { street, house_number, postcode, town, .. } = Fields::from(&**typed);
    let street = nearest(&street, streets.unwrap_or_default()).unwrap_or(street);
    let towns = towns.unwrap_or_default();
    let known = towns.iter().any(|known| alike(known) == alike(&town));
    let town = match towns.as_slice() {
        [only] if !known => only.clone(),
        _ => town,
    };
    other_than(typed, Written { street, house_number, postcode, town })
}

fn nearest(typed: &str, streets: Completions) -> Option<String> {
    let apart = |street: &str| strsim::osa_distance(&alike(street), &alike(typed));
    let near = streets.into_iter().map(|street| (apart(&street), street));
    near.filter(|(apart, _)| *apart <= SLIPS).min().map(|(_, street)| street)
}

/// The address with these lines, unless they are the typed ones but for accents and capitals, or no address of one's own.
fn other_than(typed: &OwnAddress, written: Written) -> Option<OwnAddress> {
    let old = Fields::from(&**typed);
    // A number that the carrier does not know is not lost.
    let house_number =
        if written.house_number.is_empty() { old.house_number.clone() } else { written.house_number };
    let Written { street, postcode, town, .. } = written;
    let country = country_of(&postcode).map_or(old.country, |country| country.code().to_owned());
    let new = own(Fields { street, house_number, postcode, town, country, ..old })?;
    let lines = |address: &OwnAddress| alike(&line(address));
    (lines(typed) != lines(&new)).then_some(new)
}

fn alike(text: &str) -> String {
    bare(&folded(text))
}

#[cfg(test)]
mod tests {
    use super::{nearest, other_than};
    use crate::address::{Fields, OwnAddress, Whose};
    use crate::carrier::Written;

    fn typed() -> OwnAddress {
        let text = |text: &str| text.to_owned();
        let fields = Fields {
            first_name: text("Hans"),
            last_name: text("Muster"),
            street: text("Haubtstrasse"),
            house_number: text("5a"),
            postcode: text("8008"),
            town: text("Zurich"),
            ..Fields::default()
        };
        OwnAddress::of(fields.address(Whose::Anybody).expect("an address")).expect("one's own")
    }

    fn written(street: &str, house_number: &str, town: &str) -> Option<String> {
        let (street, house_number, town) = (street.into(), house_number.into(), town.into());
        let written = Written { street, house_number, postcode: "8008".into(), town };
        other_than(&typed(), written).map(|address| address.lines().join(", "))
    }

    #[test]
    fn a_suggestion_differs_in_more_than_accents_and_loses_nothing() {
        assert_eq!(
            written("Hauptstrasse", "", "Zürich").as_deref(),
            Some("Hans Muster, Hauptstrasse 5a, 8008 Zürich")
        );
        assert_eq!(written("haubtstrasse", "5A", "Zürich"), None);
    }

    #[test]
    fn no_answer_puts_a_point_or_nonsense_into_somebodys_address() {
        for street in ["PickPost 12345678", "My Post 24", "", "Strasse\u{7}", &"x".repeat(36)] {
            assert_eq!(written(street, "1", "Zürich"), None, "{street}");
        }
    }

    #[test]
    fn a_street_that_was_meant_is_at_most_two_slips_away() {
        let streets = || vec!["Hausweg".to_owned(), "Hauptstrasse".to_owned()];
        assert_eq!(nearest("Haubtstrasse", streets()).as_deref(), Some("Hauptstrasse"));
        assert_eq!(nearest("Haldenstrasse", streets()), None);
    }
}
