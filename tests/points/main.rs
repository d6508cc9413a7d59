//! The demonstration points and the search over them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use pickpost_shop::carrier::point::Place;
use pickpost_shop::pickup::feed::import::read;
use pickpost_shop::pickup::search::filter::Answers;
use pickpost_shop::pickup::search::suggest::suggest;
use pickpost_shop::pickup::search::{Found, Origin, Wanted};
use pickpost_shop::pickup::{Filter, Index, Kind};
use proptest::prelude::{any, prop_assert, proptest};

#[path = "../../examples/base_map/draw.rs"]
mod draw;
mod finder;
#[path = "../../examples/demo_points/generate.rs"]
mod generate;
mod questions;

pub(crate) fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
    std::fs::read_to_string(path).expect("a file of the project")
}

/// The demonstration points, indexed once for all tests.
pub(crate) fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(read(&data("points.json")).expect("points").points))
}

/// A Tuesday morning.
fn wanted(typed: &str, kind: Kind, page: usize) -> Wanted<'_> {
    let now = "2026-11-24T10:00:00".parse().expect("a moment");
    Wanted { typed, home: None, kind: Some(kind), filters: Vec::new(), now, fits: (true, false), page }
}

pub(crate) fn search(index: &Index, typed: &str, kind: Kind, page: usize) -> Found {
    pickpost_shop::pickup::search::search(index, &wanted(typed, kind, page))
}

#[test]
fn every_filter_keeps_what_answers_with_yes_and_nothing_else() {
    let index = index();
    for kind in [Some(Kind::PickPost), Some(Kind::MyPost24), None] {
        for filter in Filter::ALL {
            let wanted = Wanted { kind, filters: vec![filter], ..wanted("3011", Kind::PickPost, 1) };
            let found = pickpost_shop::pickup::search::search(index, &wanted);
            let says_yes = |point: &pickpost_shop::pickup::Point| match filter {
                Filter::Open => point.is_open(wanted.now),
                Filter::Fits => point.kind == Kind::PickPost,
                filter => Answers::of(point).contain(Answers::yes(&[filter])),
            };
            let all = index.all().iter().filter(|point| kind.is_none_or(|kind| point.kind == kind));
            assert_eq!(found.total, all.filter(|point| says_yes(point)).count(), "{filter:?} {kind:?}");
            assert!(found.hits.iter().all(|hit| says_yes(&hit.point)));
        }
    }
    let never = Wanted { filters: vec![Filter::Always], ..wanted("3011", Kind::PickPost, 1) };
    assert_eq!(pickpost_shop::pickup::search::search(index, &never).total, 0, "no counter is open at night");
}

#[test]
fn the_counts_beside_the_filters_are_what_the_filters_leave_in_the_circle() {
    let index = index();
    for typed in ["8008 Zürich", "Zernez", "Lausanne", "6900"] {
        let open = search(index, typed, Kind::PickPost, 1);
        let (near, circle) = open.near.expect("a circle");
        let position = open.origin.position().expect("a place");
        let inside = |point: &pickpost_shop::pickup::Point| {
            let metres = pickpost_shop::gazetteer::distance::metres(position, (point.lat, point.lon));
            point.kind == Kind::PickPost && metres <= circle
        };
        assert_eq!(near, index.all().iter().filter(|point| inside(point)).count(), "{typed}");
        for (filter, count) in Filter::ALL.into_iter().zip(open.with) {
            if matches!(filter, Filter::Open | Filter::Fits) {
                continue;
            }
            let yes =
                |point: &pickpost_shop::pickup::Point| Answers::of(point).contain(Answers::yes(&[filter]));
            let all = index.all().iter().filter(|point| inside(point) && yes(point)).count();
            assert_eq!(count, all, "{typed} {filter:?}");
        }
    }
}

#[test]
fn the_quick_way_to_the_nearest_finds_what_asking_everybody_finds() {
    let index = index();
    for (typed, page) in [("Olten", 1), ("Olten", 2), ("1200 Genève", 1), ("Chiasso", 7), ("Samnaun", 3)] {
        let found = search(index, typed, Kind::PickPost, page);
        let position = found.origin.position().expect("a place");
        let of_kind = index.all().iter().filter(|point| point.kind == Kind::PickPost);
        let metres = |point: &pickpost_shop::pickup::Point| {
            pickpost_shop::gazetteer::distance::metres(position, (point.lat, point.lon))
        };
        let mut all: Vec<(u32, &str)> = of_kind.map(|point| (metres(point), point.id.as_str())).collect();
        all.sort_unstable();
        let shown: Vec<(u32, &str)> =
            found.hits.iter().map(|hit| (hit.metres, hit.point.id.as_str())).collect();
        assert_eq!(shown, all[(page - 1) * 10..page * 10], "{typed} {page}");
    }
}

#[test]
fn suggestions_are_few_and_each_of_them_is_understood() {
    let index = index();
    for typed in
        ["zü", "80", "800", "wint", "genf", "saint", "buchs", "filiale a", "stade", "wil", "winterhtur"]
    {
        let suggestions = suggest(index, typed);
        assert!((1..=7).contains(&suggestions.len()), "{typed}: {suggestions:?}");
        for text in suggestions {
            assert_ne!(search(index, &text, Kind::PickPost, 1).origin, Origin::Unknown, "{typed}: {text}");
        }
    }
    assert!(
        suggest(index, "z").is_empty() && suggest(index, "").is_empty() && suggest(index, "!!").is_empty()
    );
    let buchs = suggest(index, "buchs");
    assert!(buchs.iter().any(|text| text == "Buchs AG") && buchs.iter().any(|text| text == "Buchs SG"));
}

#[test]
fn the_base_map_is_made_from_the_data_byte_for_byte() {
    let layer = |name: &str| data(&format!("basemap/{name}.geojson"));
    let layers = draw::Layers {
        country: layer("country"),
        neighbours: layer("neighbours"),
        lakes: layer("lakes"),
        rivers: layer("rivers"),
        cantons: layer("cantons"),
        towns: layer("towns"),
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/map/base.json");
    let file = std::fs::read_to_string(path).expect("the base map");
    assert!(draw::file(&layers) == file, "run: cargo run --example base_map");
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
    let count = |place| file.points.iter().filter(|point| point.place == place).count();
    let ids: BTreeSet<&str> = file.points.iter().map(|point| point.id.as_str()).collect();
    let counts = [Place::Branch, Place::Partner, Place::ServicePoint, Place::Terminal].map(count);
    assert_eq!((counts, ids.len()), ([770, 1200, 470, 260], 2700));
    let closed = file.points.iter().filter(|point| point.closed.is_some()).count();
    assert!((25..60).contains(&closed), "{closed} are closed");
}

#[test]
fn every_place_above_1500_people_has_a_point_within_reach() {
    let points = index();
    let mut far = Vec::new();
    for row in data("places.tsv").lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let people: u32 = fields[6].parse().unwrap_or(0);
        if people > 1500 && fields[8] != "near" {
            let found = search(points, fields[0], Kind::PickPost, 1);
            if found.hits.first().is_none_or(|hit| hit.metres > 5000) {
                far.push(format!("{} {}", fields[0], fields[1]));
            }
        }
    }
    assert!(far.is_empty(), "{far:?}");
}

#[test]
fn an_unknown_postcode_leads_to_the_nearest_known_one_and_says_so() {
    let found = search(index(), "8999", Kind::PickPost, 1);
    assert!(matches!(found.origin, Origin::Nearest(_)) && found.total == 2440);
    assert_eq!(found.alternatives.len(), 2, "the next nearest are offered");
    assert_eq!(search(index(), "0123", Kind::PickPost, 1).origin, Origin::Unknown);
    // The place beside it counts more than the number.
    let Origin::Nearest(bern) = search(index(), "8999 Bern", Kind::PickPost, 1).origin else { panic!() };
    assert_eq!((bern.name, bern.canton), ("Bern", "BE"));
}

#[test]
fn of_many_points_in_streets_of_one_name_the_one_near_home_is_meant() {
    let home = |postcode: &str| search(index(), postcode, Kind::PickPost, 1).origin.position();
    for (postcode, canton) in [("3011", "BE"), ("9000", "SG"), ("6003", "LU")] {
        let wanted = Wanted { home: home(postcode), ..wanted("Bahnhofstrasse", Kind::PickPost, 1) };
        let found = pickpost_shop::pickup::search::search(index(), &wanted);
        let Origin::Point(point) = &found.origin else { panic!("{:?}", found.origin) };
        assert_eq!(point.canton, canton, "{postcode}");
    }
    // A number alone names nothing.
    assert_eq!(search(index(), "12", Kind::PickPost, 1).origin, Origin::Unknown);
}

#[test]
fn paging_shows_each_point_exactly_once_in_order_of_distance() {
    let points = index();
    let mut seen = BTreeSet::new();
    let mut last = 0;
    let pages = search(points, "Olten", Kind::PickPost, 1).pages;
    for page in 1..=pages {
        for hit in search(points, "Olten", Kind::PickPost, page).hits {
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
        let found = search(index(), &typed, Kind::MyPost24, page);
        prop_assert!(found.page >= 1 && found.page <= found.pages);
        prop_assert!(found.total == 0 || found.total == 260);
        prop_assert!(suggest(index(), &typed).len() <= 7);
    }

    #[test]
    fn words_in_any_order_have_an_answer(words in proptest::collection::vec("(bahnhof|st|8001|zürich|genf|hb|[a-z]{1,9}|[0-9]{1,5}|[,.()-]){1,1}", 0..30)) {
        let found = search(index(), &words.join(" "), Kind::PickPost, 1);
        prop_assert!(found.hits.len() <= 10);
    }

    #[test]
    fn paging_from_anywhere_shows_each_point_exactly_once(postcode in 1000u32..9700) {
        let first = search(index(), &postcode.to_string(), Kind::MyPost24, 1);
        let all = (1..=first.pages).flat_map(|page| search(index(), &postcode.to_string(), Kind::MyPost24, page).hits);
        let ids: Vec<String> = all.map(|hit| hit.point.id.to_string()).collect();
        let once: BTreeSet<&String> = ids.iter().collect();
        prop_assert!(ids.len() == first.total && once.len() == ids.len());
    }
}
