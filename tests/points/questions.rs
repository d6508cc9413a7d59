//! At least three hundred questions, by hand and by rule, and what each must find first.

use std::collections::{BTreeMap, BTreeSet};

use pickpost_shop::pickup::search::Origin;
use pickpost_shop::pickup::{Index, Kind};

use crate::{data, index, search};

/// What was found: its sort, its name, and its canton where it is a place.
fn found(index: &Index, typed: &str) -> (&'static str, String, String) {
    match search(index, typed, Kind::PickPost, 1).origin {
        Origin::Place(place) => ("place", place.name.to_owned(), place.canton.to_owned()),
        Origin::Street(place) => ("street", place.name.to_owned(), place.canton.to_owned()),
        Origin::Nearest(place) => ("nearest", place.name.to_owned(), String::new()),
        Origin::Stop(name, _) => ("stop", name.to_owned(), String::new()),
        Origin::Point(point) => ("point", point.name.to_string(), String::new()),
        Origin::Unknown => ("unknown", String::new(), String::new()),
    }
}

/// The rows of the place index.
fn rows() -> Vec<Vec<String>> {
    let table = data("places.tsv");
    table.lines().skip(1).map(|row| row.split('\t').map(ToOwned::to_owned).collect()).collect()
}

/// Towns of at least so many people: name and canton, with all names.
fn towns(people: u32) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut towns: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for row in
        rows().iter().filter(|row| row[6].parse::<u32>().is_ok_and(|n| n >= people) && row[8] != "near")
    {
        // "Lausanne 25" is a part of Lausanne.
        let town = row[1].trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').to_owned();
        let names = towns.entry((town.clone(), row[2].clone())).or_default();
        names.insert(town);
        names.extend(row[7].split('|').filter(|alias| !alias.is_empty()).map(ToOwned::to_owned));
    }
    towns
}

#[test]
fn the_questions_written_by_hand_find_what_was_meant() {
    let (index, mut wrong, mut asked) = (index(), Vec::new(), 0);
    let table = include_str!("../fixtures/search/questions.tsv");
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let fields: Vec<&str> = row.split('\t').collect();
        let (sort, name, canton) = found(index, fields[0]);
        let as_meant = sort == fields[1]
            && fields.get(2).is_none_or(|wanted| *wanted == "*" || *wanted == name)
            && fields.get(3).is_none_or(|wanted| *wanted == canton);
        if !as_meant {
            wrong.push(format!("{:?} finds {sort} {name} {canton}, not {:?}", fields[0], &fields[1..]));
        }
        asked += 1;
    }
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked >= 150, "{asked} questions");
}

#[test]
fn every_town_above_10000_people_is_found_by_each_of_its_names() {
    let (index, mut wrong, mut asked) = (index(), Vec::new(), 0);
    for ((town, canton), names) in towns(10_000) {
        for name in names {
            for typed in [name.clone(), name.to_uppercase(), format!("{name} {canton}")] {
                let (sort, found, of) = found(index, &typed);
                if (sort, &found, &of) != ("place", &town, &canton) {
                    wrong.push(format!("{typed:?} finds {sort} {found} {of}"));
                }
                asked += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked >= 300, "{asked} questions");
}

#[test]
fn a_slip_in_the_name_of_a_large_town_is_forgiven() {
    let (index, mut wrong, mut asked) = (index(), Vec::new(), 0);
    let known: BTreeSet<String> = rows().iter().map(|row| row[1].to_lowercase()).collect();
    for (town, canton) in towns(10_000).into_keys().filter(|(town, _)| town.chars().count() >= 6) {
        let letters: Vec<char> = town.to_lowercase().chars().collect();
        let middle = letters.len() / 2;
        let mut swapped = letters.clone();
        swapped.swap(middle, middle - 1);
        let mut dropped = letters.clone();
        dropped.remove(middle);
        let mut doubled = letters.clone();
        doubled.insert(middle, letters[middle]);
        for slip in [swapped, dropped, doubled] {
            let typed: String = slip.into_iter().collect();
            // The slip of one town may be the name of another.
            if known.contains(&typed) || typed == town.to_lowercase() {
                continue;
            }
            let (sort, found, of) = found(index, &typed);
            if (sort, &found, &of) != ("place", &town, &canton) {
                wrong.push(format!("{typed:?} finds {sort} {found} {of}, not {town}"));
            }
            asked += 1;
        }
    }
    // Some slips are as near to another town; more than a few would be a fault.
    assert!(wrong.len() * 20 <= asked, "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked >= 150, "{asked} questions");
}

#[test]
fn a_postcode_of_several_places_offers_all_and_a_town_of_several_postcodes_is_one() {
    let index = index();
    let mut by_postcode: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows() {
        by_postcode.entry(row[0].clone()).or_default().insert(row[1].clone());
    }
    let mut asked = 0;
    for (postcode, names) in by_postcode.iter().filter(|(_, names)| names.len() > 1) {
        let found = search(index, postcode, Kind::PickPost, 1);
        let Origin::Place(first) = &found.origin else { panic!("{postcode}") };
        let mut offered: BTreeSet<String> =
            found.alternatives.iter().map(|place| place.name.to_owned()).collect();
        offered.insert(first.name.to_owned());
        assert_eq!(offered, *names, "{postcode}");
        // Each of them is found when it is named beside the postcode.
        for name in names {
            let (_, found, _) = super::questions::found(index, &format!("{postcode} {name}"));
            assert_eq!(found, *name, "{postcode} {name}");
            asked += 1;
        }
    }
    assert!(asked > 500, "{asked} questions");
    for town in ["Zürich", "Genève", "Basel", "Bern", "Lausanne", "Winterthur", "Luzern", "Lugano"] {
        let found = search(index, town, Kind::PickPost, 1);
        assert!(found.alternatives.iter().all(|other| other.name != town), "{town} is offered beside itself");
    }
}

#[test]
fn every_postcode_and_place_leads_to_points_nearby() {
    let index = index();
    for row in rows().iter().filter(|row| row[8] != "near") {
        let found = search(index, &format!("{} {}", row[0], row[1]), Kind::PickPost, 1);
        let first = found.hits.first().expect("a point");
        assert!(first.metres < 40_000, "{} {}: {} m", row[0], row[1], first.metres);
    }
}

#[test]
fn a_street_without_a_town_is_that_of_ones_own_town() {
    use pickpost_shop::gazetteer::Places;
    use pickpost_shop::gazetteer::distance::metres;
    use pickpost_shop::pickup::search::locate::locate;
    let index = index();
    for (postcode, streets) in [
        ("8008", ["Bellerivestrasse", "Bellerivestrasse 5", "bahnhofstr. 12", "Seefeldstrasse"]),
        ("1201", ["Rue de Lausanne", "rue du rhône 8", "Chemin de Nulle Part", "Avenue de la Gare"]),
        ("6900", ["Via Nassa", "via Zurigo 3", "Piazza Riforma", "Viale Carlo Cattaneo"]),
        ("3780", ["Bellerivestrasse", "Promenadenweg", "Dorfstrasse 1", "Kirchgasse"]),
        ("9490", ["Landstrasse", "Städtlegasse", "Herrengasse 3", "Schulweg"]),
    ] {
        let home = Places::all().with_postcode(postcode)[0];
        for street in streets {
            let (origin, _) = locate(index, street, Some(home.position));
            let apart = metres(origin.position().expect("a place"), home.position);
            assert!(apart < 6_500, "{street} of somebody in {}: {apart} m away, {origin:?}", home.name);
        }
    }
    // Whoever names the town means it, wherever they live.
    let home = Places::all().with_postcode("8008")[0];
    for typed in ["Bahnhofstrasse 3, Aarau", "Rue de Lausanne, 1201 Genève", "Bern", "Via Nassa Lugano"] {
        let (origin, _) = locate(index, typed, Some(home.position));
        assert!(metres(origin.position().expect("a place"), home.position) > 20_000, "{typed}: {origin:?}");
    }
}

#[test]
fn a_later_page_says_where_it_stands_and_not_what_lies_near() {
    use pickpost_shop::i18n::Lang;
    use pickpost_shop::pickup::finder::sentence::told;
    let index = index();
    let first = search(index, "8008", Kind::PickPost, 1);
    assert!(told(Lang::En, &first, "8008").contains("within"));
    for (lang, words) in [
        (Lang::De, "nach Distanz ab 8008 Zürich geordnet"),
        (Lang::Fr, "par distance depuis 8008 Zürich"),
        (Lang::It, "in ordine di distanza da 8008 Zürich"),
        (Lang::En, "nearest to 8008 Zürich first"),
    ] {
        let last = search(index, "8008", Kind::PickPost, first.pages);
        let from = (first.pages - 1) * 10 + 1;
        let said = told(lang, &last, "8008");
        assert!(said.contains(words) && said.contains(&from.to_string()), "{said}");
        assert!(said.contains(&first.total.to_string()) && !said.contains("km"), "{said}");
    }
}
