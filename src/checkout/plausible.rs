//! Whether the parts of an address can belong together, by what the shop knows of the country itself: postcodes and their towns,
//! which of them are Liechtenstein's, and where house numbers stand. All of it is a doubt, with what may be meant; the carrier may
//! know better, and whoever lives there does (docs/address-help.md).

use serde::{Deserialize, Serialize};

use crate::address::{Country, Fields, OwnAddress, Postcode, Whose};
use crate::gazetteer::canton::canton_of;
use crate::gazetteer::distance::metres;
use crate::gazetteer::name::{folded, number_apart, postcode_in};
use crate::gazetteer::{Place, Places};

/// A town so near to a postcode's own may well be meant: villages share postcodes, quarters have names.
const NEIGHBOURS: u32 = 6_000;
/// A postcode that does not exist is a slip of one that is no further away than this, as a number.
const SLIP: i32 = 9;

/// What speaks against an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// The postcode is the other country's.
    Country,
    /// The house number stands twice, or on a line of its own.
    Number,
    /// The town is not the postcode's.
    Town,
    /// The postcode does not exist, as far as we know.
    Postcode,
}

impl Why {
    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Country => "hint-why-country",
            Self::Number => "hint-why-number",
            Self::Town => "hint-why-town",
            Self::Postcode => "hint-why-postcode",
        }
    }
}

/// The address with what has only one mend: the house number once and in its place, the country of the postcode, a town without
/// a postcode in it. With the first reason, where something was mended.
#[must_use]
pub fn tidied(address: &OwnAddress) -> (OwnAddress, Option<Why>) {
    let mut fields = Fields::from(&**address);
    let number = numbered(&mut fields);
    let town = named(&mut fields);
    let country = country_of(&fields.postcode).map(|country| country.code().to_owned());
    let abroad = country.filter(|country| *country != fields.country);
    let why = abroad.is_some().then_some(Why::Country);
    fields.country = abroad.unwrap_or(fields.country);
    let why = why.or(town.then_some(Why::Town)).or(number.then_some(Why::Number));
    match why.and_then(|_| own(fields)) {
        Some(mended) => (mended, why),
        None => (address.clone(), None),
    }
}

/// Why town and postcode do not belong together, and what may be meant instead: at most two addresses.
#[must_use]
pub fn doubt(address: &OwnAddress) -> Option<(Why, Vec<OwnAddress>)> {
    let (postcode, town) = (address.postcode.as_str(), address.town.as_str());
    let places = Places::all();
    let here = places.with_postcode(postcode);
    let there = places.called(&folded(&canton_of(town).0));
    let near = |a: &Place, b: &Place| metres(a.position, b.position) < NEIGHBOURS;
    // Boxes have postcodes of their own, 3001 in Bern or 8401 in Winterthur, which our list does not know.
    let of_boxes = here.is_empty() && !postcode.ends_with('0') && address.country == Country::Ch;
    if of_boxes && there.iter().any(|place| place.canton != "FL" && place.postcode[..2] == postcode[..2]) {
        return None;
    }
    if there.is_empty() || here.iter().any(|a| there.iter().any(|b| near(a, b))) {
        return None;
    }
    let with = |postcode: &str, town: &str| {
        let country = country_of(postcode).unwrap_or(address.country).code().to_owned();
        own(Fields { postcode: postcode.into(), town: town.into(), country, ..Fields::from(&**address) })
    };
    let nearest = there.iter().min_by_key(|place| number_apart(place.postcode, postcode));
    let meant: Vec<OwnAddress> = if let Some(usual) = here.first() {
        // Of the many postcodes of a town none is likelier than the others.
        let only = there.iter().all(|place| place.postcode == there[0].postcode).then_some(there[0]);
        [with(postcode, usual.name), only.and_then(|only| with(only.postcode, town))]
            .into_iter()
            .flatten()
            .collect()
    } else {
        let slip = places.nearest_postcodes(postcode);
        let slip = slip.first().filter(|place| number_apart(place.postcode, postcode) <= SLIP);
        let slip = slip.filter(|slip| nearest.is_none_or(|nearest| nearest.postcode != slip.postcode));
        [
            nearest.and_then(|place| with(place.postcode, town)),
            slip.and_then(|slip| with(slip.postcode, slip.name)),
        ]
        .into_iter()
        .flatten()
        .collect()
    };
    Some((if here.is_empty() { Why::Postcode } else { Why::Town }, meant))
}

/// The country that a postcode lies in; `None` for one that we do not know.
#[must_use]
pub fn country_of(postcode: &str) -> Option<Country> {
    let known = !Places::all().with_postcode(postcode).is_empty();
    Postcode::parse(postcode).ok().filter(|_| known).map(|postcode| postcode.country())
}

/// An address of one's own of these fields, if they are one.
#[must_use]
pub fn own(fields: Fields) -> Option<OwnAddress> {
    OwnAddress::of(fields.address(Whose::Anybody).ok()?).ok()
}

/// Puts a house number that stands twice or on a line of its own where it belongs; whether there was one.
fn numbered(fields: &mut Fields) -> bool {
    let bare = |text: &str| text.replace(' ', "").to_lowercase();
    let behind = number_behind(&fields.street);
    let mut mended = false;
    if is_house_number(&fields.address_extra) {
        let extra = bare(&fields.address_extra);
        let known = extra == bare(&fields.house_number)
            || behind.as_ref().is_some_and(|(_, number)| extra == bare(number));
        if fields.house_number.is_empty() && !known {
            fields.house_number.clone_from(&fields.address_extra);
        }
        // Another number than that of the house may be that of a flat.
        if known || bare(&fields.house_number) == extra {
            fields.address_extra.clear();
            mended = true;
        }
    }
    if let Some((street, number)) = behind
        && !fields.house_number.is_empty()
        && bare(&number) == bare(&fields.house_number)
    {
        fields.street = street;
        mended = true;
    }
    mended
}

/// The street and the number behind it.
fn number_behind(street: &str) -> Option<(String, String)> {
    let at = street
        .rmatch_indices(' ')
        .map(|(at, _)| at)
        .find(|at| street[at + 1..].starts_with(|c: char| c.is_ascii_digit()))?;
    let (name, number) = (street[..at].trim_end_matches([',', ' ']), street[at + 1..].trim());
    (is_house_number(number) && name.chars().any(char::is_alphabetic))
        .then(|| (name.to_owned(), number.to_owned()))
}

/// `5`, `5a`, `12 B`, `5-7`, `5/7`: no more than that. `3. Stock` is none.
fn is_house_number(text: &str) -> bool {
    let digits = match text.strip_suffix(|c: char| c.is_ascii_alphabetic()) {
        Some(rest) => rest.trim_end(),
        None => text,
    };
    let part = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    digits.split(['-', '/', '+']).all(|of| part(of.trim()))
}

/// Takes a postcode out of the town; whether one stood there.
fn named(fields: &mut Fields) -> bool {
    let Some(typed) = postcode_in(&fields.town).filter(|typed| *typed == fields.postcode) else {
        return false;
    };
    let rest = fields.town.replacen(typed, " ", 1);
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let usual = || Places::all().with_postcode(&fields.postcode).first().map(|place| place.name.to_owned());
    match Some(rest.to_owned()).filter(|rest| rest.chars().any(char::is_alphabetic)).or_else(usual) {
        Some(town) => {
            fields.town = town;
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{Why, country_of, doubt, own, tidied};
    use crate::address::{Country, Fields, OwnAddress};
    use crate::checkout::hint::line;
    use crate::gazetteer::Places;

    fn at(
        street: &str,
        number: &str,
        extra: &str,
        (postcode, town, country): (&str, &str, &str),
    ) -> OwnAddress {
        let text = |text: &str| text.to_owned();
        own(Fields {
            first_name: text("Hans"),
            last_name: text("Muster"),
            street: text(street),
            house_number: text(number),
            address_extra: text(extra),
            postcode: text(postcode),
            town: text(town),
            country: text(country),
            ..Fields::default()
        })
        .expect("an address")
    }

    fn mended(address: &OwnAddress) -> (Option<Why>, String) {
        let (mended, why) = tidied(address);
        (why, line(&mended))
    }

    #[test]
    fn a_postcode_says_its_country() {
        let place = |place| mended(&at("Weg", "5", "", place));
        assert_eq!(place(("9490", "Vaduz", "CH")), (Some(Why::Country), "Weg 5, LI-9490 Vaduz".into()));
        assert_eq!(place(("8001", "Zürich", "LI")), (Some(Why::Country), "Weg 5, 8001 Zürich".into()));
        assert_eq!(place(("9490", "Vaduz", "LI")).0, None);
        assert_eq!(place(("9489", "Vaduz", "CH")).0, None, "of one that does not exist nobody knows");
    }

    #[test]
    fn the_range_of_postcodes_and_the_places_agree_on_the_country() {
        let mut abroad = 0;
        for postcode in (1000..=9999).map(|digits: u32| digits.to_string()) {
            let places = Places::all().with_postcode(&postcode);
            let Some(place) = places.first() else { continue };
            let country = if place.canton == "FL" { Country::Li } else { Country::Ch };
            assert_eq!(country_of(&postcode), Some(country), "{postcode}");
            abroad += u32::from(country == Country::Li);
        }
        assert!(abroad > 8, "{abroad}");
    }

    #[test]
    fn a_house_number_stands_once_and_in_its_place() {
        let here = ("8008", "Zürich", "CH");
        for (street, number, extra) in [
            ("Seestrasse", "", "5"),
            ("Seestrasse", "5", "5"),
            ("Seestrasse 5", "5", ""),
            ("Seestrasse, 5", "5", ""),
            ("Seestrasse 5", "5", "5"),
        ] {
            let meant = (Some(Why::Number), "Seestrasse 5, 8008 Zürich".to_owned());
            assert_eq!(mended(&at(street, number, extra, here)), meant, "{street} | {number} | {extra}");
        }
        assert_eq!(mended(&at("Seestrasse 12 A", "", "12a", here)).1, "Seestrasse 12 A, 8008 Zürich");
        for (street, number, extra) in [
            ("Seestrasse 5", "", ""),
            ("Seestrasse", "5", "3. Stock"),
            ("Seestrasse", "5", "12"),
            ("Rue du 8 Mai 1945", "12", ""),
            ("Strasse 17", "5", ""),
            ("Seestrasse", "5", "c/o Meier"),
        ] {
            assert_eq!(mended(&at(street, number, extra, here)).0, None, "{street} | {number} | {extra}");
        }
    }

    #[test]
    fn a_town_that_is_not_the_postcodes_is_asked_about() {
        for (place, why, meant) in [
            (("8000", "Bern", "CH"), Why::Postcode, vec!["Weg 5, 3027 Bern", "Weg 5, 8001 Zürich"]),
            (
                ("9489", "Vaduz", "LI"),
                Why::Postcode,
                vec!["Weg 5, LI-9490 Vaduz", "Weg 5, LI-9488 Schellenberg"],
            ),
            (
                ("9489", "Vaduz", "CH"),
                Why::Postcode,
                vec!["Weg 5, LI-9490 Vaduz", "Weg 5, LI-9488 Schellenberg"],
            ),
            (("8001", "Vaduz", "CH"), Why::Town, vec!["Weg 5, 8001 Zürich", "Weg 5, LI-9490 Vaduz"]),
            (("8008", "Bern", "CH"), Why::Town, vec!["Weg 5, 8008 Zürich"]),
            (("1201", "Lausanne", "CH"), Why::Town, vec!["Weg 5, 1201 Genève"]),
        ] {
            let (told, found) = doubt(&at("Weg", "5", "", place)).expect("a doubt");
            assert_eq!(
                (told, found.iter().map(line).collect::<Vec<_>>()),
                (why, meant.iter().map(|m| (*m).into()).collect())
            );
        }
        for place in [
            ("8008", "Zurich", "CH"),
            ("1201", "Genf", "CH"),
            ("8050", "Oerlikon", "CH"),
            ("3073", "Muri b. Bern", "CH"),
            ("8008", "Zürich 8", "CH"),
            ("8001", "Nirgendwo", "CH"),
            ("3001", "Bern", "CH"),
            ("8401", "Winterthur", "CH"),
            ("8021", "Zürich", "CH"),
            ("7001", "Coira", "CH"),
            ("6002", "Lucerne", "CH"),
        ] {
            assert_eq!(doubt(&at("Weg", "5", "", place)), None, "{place:?}");
        }
        assert_eq!(mended(&at("Weg", "5", "", ("8001", "8001 Zürich", "CH"))).1, "Weg 5, 8001 Zürich");
        assert_eq!(
            mended(&at("Weg", "5", "", ("8001", "8001", "CH"))),
            (Some(Why::Town), "Weg 5, 8001 Zürich".into())
        );
    }

    #[test]
    fn no_place_of_the_country_is_doubted() {
        for place in Places::all().list() {
            let country = if place.canton == "FL" { "LI" } else { "CH" };
            for name in place.names() {
                let address = at("Weg", "5", "", (place.postcode, name, country));
                assert_eq!((tidied(&address).1, doubt(&address)), (None, None), "{} {name}", place.postcode);
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_tidy_stays_so(street in "[A-Z][a-z]{2,8}( [0-9]{1,3}[a-c]?)?", number in "([0-9]{1,3}[a-c]?)?", extra in "([0-9]{1,3}[a-c]?|c/o Meier)?", postcode in "[1-9][0-9]{3}") {
            let (once, _) = tidied(&at(&street, &number, &extra, (&postcode, "Bern", "CH")));
            let (twice, why) = tidied(&once);
            prop_assert_eq!(why, None);
            prop_assert!(line(&twice) == line(&once));
        }
    }
}
