//! The demonstration points and the search over them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use pickpost_shop::pickup::import::read;
use pickpost_shop::pickup::search::{Found, Origin, Wanted};
use pickpost_shop::pickup::{Filter, Kind, Points};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

#[path = "../../examples/demo_points/generate.rs"]
mod generate;

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
    std::fs::read_to_string(path).expect("a file of the project")
}

fn points() -> Points {
    let file = read(&data("points.json")).expect("points");
    Points::new(file.points, file.as_of, file.synthetic)
}

fn search(points: &Points, typed: &str, kind: Kind, page: usize) -> Found {
    pickpost_shop::pickup::search::search(points, &Wanted { typed, kind, filters: Vec::new(), page })
}

#[test]
fn every_filter_keeps_what_answers_with_yes_and_nothing_else() {
    let points = points();
    for kind in [Kind::PickPost, Kind::MyPost24] {
        for filter in Filter::ALL {
            let wanted = Wanted { typed: "3011", kind, filters: vec![filter], page: 1 };
            let found = pickpost_shop::pickup::search::search(&points, &wanted);
            let yes = points.all().iter().filter(|point| point.kind == kind && filter.admits(point)).count();
            assert_eq!(found.total, yes, "{filter:?}");
            assert!(found.hits.iter().all(|hit| filter.admits(&hit.point)));
        }
    }
    let never = Wanted { typed: "3011", kind: Kind::PickPost, filters: vec![Filter::Always], page: 1 };
    assert_eq!(
        pickpost_shop::pickup::search::search(&points, &never).total,
        0,
        "no counter is open at night"
    );
}

#[test]
fn a_slip_of_the_finger_and_a_street_beside_the_place_are_forgiven() {
    let points = points();
    for (typed, name) in [
        ("Winterhtur", "Winterthur"),
        ("Lausane", "Lausanne"),
        ("Belinzona", "Bellinzona"),
        ("Schafhausen", "Schaffhausen"),
        ("Bahnhofstrasse 3, Aarau", "Aarau"),
        ("Rue de la Gare 12 Fribourg", "Fribourg"),
        ("Aarau Hauptstrasse", "Aarau"),
        ("Bahnhofstrasse, Lausane", "Lausanne"),
    ] {
        match search(&points, typed, Kind::PickPost, 1).origin {
            Origin::Place(place) => assert_eq!(place.name, name, "{typed}"),
            other => panic!("{typed}: {other:?}"),
        }
    }
    assert_eq!(search(&points, "Qwrtzuiop", Kind::PickPost, 1).origin, Origin::Unknown);
}

#[test]
fn the_generator_makes_the_same_file_byte_for_byte() {
    let maps = (data("basemap/country.geojson"), data("basemap/lakes.geojson"));
    let made = generate::file(&data("places.tsv"), (&maps.0, &maps.1));
    assert!(made == data("points.json"), "run: cargo run --example demo_points");
}

#[test]
fn there_are_as_many_points_of_each_kind_as_the_recipe_says() {
    let file = read(&data("points.json")).expect("points");
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let ids: BTreeSet<&str> = file.points.iter().map(|point| point.id.as_str()).collect();
    for point in &file.points {
        *counts.entry(&point.place).or_default() += 1;
    }
    let expected = [("branch", 770), ("partner", 1200), ("service_point", 470), ("terminal", 260)];
    assert_eq!((counts, ids.len()), (BTreeMap::from(expected), 2700));
    let closed = file.points.iter().filter(|point| point.closed.is_some()).count();
    assert!((25..60).contains(&closed), "{closed} are closed");
}

#[test]
fn every_place_above_1500_people_has_a_point_within_reach() {
    let points = points();
    let mut far = Vec::new();
    for row in data("places.tsv").lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let people: u32 = fields[6].parse().unwrap_or(0);
        if people > 1500 && fields[8] != "near" {
            let found = search(&points, fields[0], Kind::PickPost, 1);
            if found.hits.first().is_none_or(|hit| hit.metres > 5000) {
                far.push(format!("{} {}", fields[0], fields[1]));
            }
        }
    }
    assert!(far.is_empty(), "{far:?}");
}

#[test]
fn a_place_is_found_by_any_of_its_names_and_by_its_postcode() {
    let points = points();
    let place = |typed: &str| match search(&points, typed, Kind::PickPost, 1).origin {
        Origin::Place(place) => place.name,
        other => panic!("{typed}: {other:?}"),
    };
    for (typed, name) in [
        ("Genf", "Genève"),
        ("GENÈVE", "Genève"),
        ("ginevra", "Genève"),
        ("Geneva", "Genève"),
        ("Zuerich", "Zürich"),
        ("zurich", "Zürich"),
        ("8001 Zürich", "Zürich"),
        ("Zürich 8001", "Zürich"),
        ("Basilea", "Basel"),
        ("Bâle", "Basel"),
        ("Neuenburg", "Neuchâtel"),
        ("Sankt Gallen", "St. Gallen"),
        ("saint-gall", "St. Gallen"),
        ("Coira", "Chur"),
        ("Locarn", "Locarno"),
    ] {
        assert_eq!(place(typed), name, "{typed}");
    }
}

#[test]
fn an_unknown_postcode_leads_to_the_nearest_known_one_and_says_so() {
    let found = search(&points(), "8999", Kind::PickPost, 1);
    assert!(matches!(found.origin, Origin::Nearest(_)) && found.total == 2440);
    assert_eq!(search(&points(), "0123", Kind::PickPost, 1).origin, Origin::Unknown);
}

#[test]
fn paging_shows_each_point_exactly_once_in_order_of_distance() {
    let points = points();
    let mut seen = BTreeSet::new();
    let mut last = 0;
    let pages = search(&points, "Olten", Kind::PickPost, 1).pages;
    for page in 1..=pages {
        for hit in search(&points, "Olten", Kind::PickPost, page).hits {
            assert!(seen.insert(hit.point.id.to_string()), "{} stands twice", hit.point.id);
            assert!(hit.metres >= last);
            last = hit.metres;
        }
    }
    assert_eq!(seen.len(), 2440);
}

proptest! {
    #[test]
    fn any_text_has_an_answer(typed in any::<String>(), page in any::<usize>()) {
        let points = Points::default();
        let found = search(&points, &typed, Kind::MyPost24, page);
        prop_assert_eq!(found.total, 0);
        prop_assert!(found.page >= 1 && found.page <= found.pages);
    }
}
