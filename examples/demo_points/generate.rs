//! Invents about 2,700 pick-up points after the recipe in `data/README.md`. No clock, no machine's randomness, no
//! trigonometry: the file is the same byte for byte wherever it is made.

use std::collections::BTreeMap;

use serde_json::Value;

/// A row of the place index that serves as an anchor.
struct Row<'a> {
    postcode: &'a str,
    name: &'a str,
    canton: &'a str,
    lang: &'a str,
    lat: f64,
    lon: f64,
    /// People of the whole locality.
    people: f64,
    /// People of this row: the locality's, shared among its rows.
    weight: f64,
}

/// What a point is, in the order of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Branch,
    Partner,
    ServicePoint,
    Terminal,
}

/// How many there are of each (recipe, first line).
const COUNTS: [(Place, usize); 4] =
    [(Place::Branch, 770), (Place::Partner, 1200), (Place::ServicePoint, 470), (Place::Terminal, 260)];

/// Metres of a degree of latitude, and of longitude at the middle of the country.
const METRES: (f64, f64) = (111_320.0, 76_200.0);

/// The whole file, one point a line.
pub fn file(places: &str, (country, lakes): (&str, &str)) -> String {
    let rows = rows(places);
    let (country, lakes) = (rings(country), rings(lakes));
    let mut random = Random(0x6d75_726d_656c);
    let mut lines = Vec::new();
    for (place, anchors) in anchors(&rows) {
        for (number, anchor) in (1..).zip(anchors) {
            let at =
                position(&rows[anchor], place, &mut random, |at| inside(&country, at) && !inside(&lakes, at));
            let nearest = nearest(&rows, at);
            lines.push(line(place, number, (&rows[nearest], at), &mut random));
        }
    }
    let head = "{\"synthetic\":true,\"note\":\"Synthetic demonstration data. Not real Swiss Post locations.\",\
                \"licence\":\"ODbL-1.0\",\"credits\":[\"Postcodes: countries-states-cities-database (ODbL)\",\
                \"Places: GeoNames (CC BY 4.0)\",\"Stops: Trainline EU stations (ODbL), © OpenStreetMap contributors\"],\
                \"as_of\":\"2026-11-24\",\"points\":[\n";
    format!("{head}{}\n]}}\n", lines.join(",\n"))
}

fn rows(table: &str) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [postcode, name, canton, lang, lat, lon, people, _, coord] = fields[..] else { return None };
            let lang = lang.split(',').next().unwrap_or("de");
            let (lat, lon) = (lat.parse().ok()?, lon.parse().ok()?);
            let people = people.parse().unwrap_or(0.0);
            (coord != "near").then_some(Row { postcode, name, canton, lang, lat, lon, people, weight: 0.0 })
        })
        .collect();
    rows.sort_by(|a, b| (a.postcode, a.name).cmp(&(b.postcode, b.name)));
    let mut shares: BTreeMap<(String, String), f64> = BTreeMap::new();
    for row in &rows {
        *shares.entry(locality(row)).or_default() += 1.0;
    }
    for row in &mut rows {
        let share = shares.get(&locality(row)).copied().unwrap_or(1.0);
        row.weight = if row.people > 0.0 { row.people / share } else { 150.0 };
    }
    rows
}

/// `Lausanne 25` and `Lausanne 26` are one place.
fn locality(row: &Row<'_>) -> (String, String) {
    let name = row.name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    (name.to_owned(), row.canton.to_owned())
}

/// For each kind the rows at which its points stand: first one for every place above 1,500 people, then the rest
/// by systematic sampling over the people.
fn anchors(rows: &[Row<'_>]) -> Vec<(Place, Vec<usize>)> {
    let mut first: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.people > 1500.0) {
        first.entry(locality(row)).or_insert(at);
    }
    COUNTS
        .into_iter()
        .map(|(place, count)| {
            let owed = |at: &usize| match place {
                Place::Branch => rows[*at].people >= 4000.0,
                Place::Partner => rows[*at].people < 4000.0,
                Place::ServicePoint | Place::Terminal => false,
            };
            let mut anchors: Vec<usize> = first.values().copied().filter(owed).take(count).collect();
            let pull = |row: &Row<'_>| match (place, row.people) {
                (Place::Branch, people) if people >= 10_000.0 => row.weight * 2.0,
                (Place::Terminal, people) if people < 4000.0 => 0.0,
                (Place::Terminal, people) if people >= 30_000.0 => row.weight * 2.0,
                _ => row.weight,
            };
            anchors.extend(sample(rows, count - anchors.len(), pull));
            anchors.sort_unstable();
            (place, anchors)
        })
        .collect()
}

/// Systematic sampling: every so many people one point.
fn sample(rows: &[Row<'_>], count: usize, pull: impl Fn(&Row<'_>) -> f64) -> Vec<usize> {
    let total: f64 = rows.iter().map(&pull).sum();
    let stride = total / f64::from(u32::try_from(count.max(1)).unwrap_or(u32::MAX));
    let (mut next, mut sum, mut chosen) = (stride / 2.0, 0.0, Vec::new());
    for (at, row) in rows.iter().enumerate() {
        sum += pull(row);
        while sum >= next && chosen.len() < count {
            chosen.push(at);
            next += stride;
        }
    }
    chosen
}

/// The place's own position, moved a little: not out of the country, not into a lake.
fn position(
    row: &Row<'_>,
    place: Place,
    random: &mut Random,
    dry: impl Fn((f64, f64)) -> bool,
) -> (f64, f64) {
    let (least, most) = match place {
        Place::Terminal => (10.0, 150.0),
        _ if row.people >= 50_000.0 => (50.0, 1200.0),
        _ => (50.0, 600.0),
    };
    for _ in 0..200 {
        let (north, east) = (random.between(-most, most), random.between(-most, most));
        let squared = north * north + east * east;
        let at = (row.lat + north / METRES.0, row.lon + east / METRES.1);
        if squared >= least * least && squared <= most * most && dry(at) {
            return at;
        }
    }
    (row.lat, row.lon)
}

fn nearest(rows: &[Row<'_>], (lat, lon): (f64, f64)) -> usize {
    let far = |row: &Row<'_>| {
        let (north, east) = ((row.lat - lat) * METRES.0, (row.lon - lon) * METRES.1);
        north * north + east * east
    };
    let best = rows.iter().enumerate().min_by(|a, b| far(a.1).total_cmp(&far(b.1)));
    best.map_or(0, |(at, _)| at)
}

fn line(
    place: Place,
    number: usize,
    (row, (lat, lon)): (&Row<'_>, (f64, f64)),
    random: &mut Random,
) -> String {
    let (letter, code, kind) = match place {
        Place::Branch => ('B', "branch", "pickpost"),
        Place::Partner => ('P', "partner", "pickpost"),
        Place::ServicePoint => ('S', "service_point", "pickpost"),
        Place::Terminal => ('T', "terminal", "my_post_24"),
    };
    let street = street(row.lang, place, random);
    let name = name(row, place, street, random);
    let step_free = match place {
        Place::Terminal => true,
        Place::Branch => random.below(100) < 70,
        Place::Partner | Place::ServicePoint => random.below(100) < 55,
    };
    let house_number = random.below(59) + 1;
    let hours = hours(place, row.people, random);
    let closed = closed(place, random);
    let (special, note) = (special(place, number), note(place, number));
    format!(
        "{{\"id\":\"SIM-{letter}-{number:04}\",\"kind\":\"{kind}\",\"place\":\"{code}\",\"name\":\"{name}\",\
         \"street\":\"{street}\",\"house_number\":\"{house_number}\",\"postcode\":\"{}\",\"town\":\"{}\",\
         \"canton\":\"{}\",\"lang\":\"{}\",\"lat\":{lat:.5},\"lon\":{lon:.5},\"hours\":{hours},\
         \"step_free\":{step_free}{closed}{special}{note}}}",
        row.postcode, row.name, row.canton, row.lang
    )
}

fn street<'a>(lang: &str, place: Place, random: &mut Random) -> &'a str {
    let streets: [&str; 4] = match lang {
        "fr" => ["Rue de la Gare", "Grand-Rue", "Rue du Village", "Place de l’Église"],
        "it" => ["Via Stazione", "Via Cantonale", "Piazza Grande", "Via San Gottardo"],
        "rm" => ["Via Staziun", "Via Principala", "Stradun", "Plaz"],
        _ => ["Bahnhofstrasse", "Dorfstrasse", "Hauptstrasse", "Kirchgasse"],
    };
    if place == Place::Terminal { streets[0] } else { streets[random.below(4)] }
}

/// At most 35 characters: the width of a label's line.
fn name(row: &Row<'_>, place: Place, street: &str, random: &mut Random) -> String {
    let shops = match row.lang {
        "fr" => ["Épicerie", "Boulangerie", "Papeterie", "Tabac"],
        "it" => ["Negozio", "Panetteria", "Cartoleria", "Edicola"],
        "rm" => ["Butia", "Furnaria", "Papetaria", "Kiosc"],
        _ => ["Dorfladen", "Bäckerei", "Papeterie", "Kiosk"],
    };
    let first = match (place, row.lang) {
        (Place::Branch, _) => "Filiale",
        (Place::Terminal, _) => "My Post 24",
        (Place::ServicePoint, "fr") => "Point de service",
        (Place::ServicePoint, "it") => "Punto di servizio",
        (Place::ServicePoint, "rm") => "Post da servetsch",
        (Place::ServicePoint, _) => "Servicestelle",
        // A village shop stands in a village.
        (Place::Partner, _) if row.people >= 10_000.0 => shops[1 + random.below(3)],
        (Place::Partner, _) => shops[random.below(4)],
    };
    let town = row.name.split(" (").next().unwrap_or(row.name);
    // In a city the street tells more than the town.
    let second = if place == Place::Partner && row.people >= 20_000.0 { street } else { town };
    let whole = format!("{first} {second}");
    if whole.chars().count() <= 35 { whole } else { first.to_owned() }
}

fn hours(place: Place, people: f64, random: &mut Random) -> String {
    let week = |workday: &str, saturday: &str, free: Option<usize>, half: &str| {
        let day = |at: usize| match at {
            5 => saturday.to_owned(),
            6 => "[]".to_owned(),
            at if free == Some(at) => half.to_owned(),
            _ => workday.to_owned(),
        };
        format!("[{}]", (0..7).map(day).collect::<Vec<_>>().join(","))
    };
    match place {
        Place::Terminal => format!("[{}]", ["[[\"00:00\",\"24:00\"]]"; 7].join(",")),
        Place::ServicePoint => week("[[\"07:00\",\"20:00\"]]", "[]", None, ""),
        Place::Branch if people >= 20_000.0 => {
            week("[[\"07:30\",\"18:30\"]]", "[[\"08:00\",\"16:00\"]]", None, "")
        }
        Place::Branch => {
            week("[[\"08:00\",\"12:00\"],[\"13:30\",\"18:00\"]]", "[[\"08:30\",\"11:00\"]]", None, "")
        }
        Place::Partner if random.below(2) == 0 => {
            week("[[\"07:00\",\"19:00\"]]", "[[\"07:00\",\"19:00\"]]", None, "")
        }
        Place::Partner => {
            let long = "[[\"07:00\",\"12:00\"],[\"14:00\",\"18:30\"]]";
            week(long, "[[\"07:00\",\"12:00\"]]", Some(random.below(5)), "[[\"07:00\",\"12:00\"]]")
        }
    }
}

/// One and a half per cent are closed for a while.
fn closed(place: Place, random: &mut Random) -> String {
    if random.below(1000) >= 15 {
        return String::new();
    }
    let reasons = [
        ("Umbau", "transformations", "lavori", "building works"),
        ("Betriebsferien", "vacances annuelles", "ferie aziendali", "annual holidays"),
    ];
    let repair = ("Reparatur", "réparation", "riparazione", "repair");
    let (de, fr, it, en) = if place == Place::Terminal { repair } else { reasons[random.below(2)] };
    let until = ["2026-12-31", "2027-01-31", "2027-03-31"][random.below(3)];
    format!(
        ",\"closed\":{{\"from\":\"2026-11-02\",\"until\":\"{until}\",\"reason\":\
         {{\"de\":\"{de}\",\"fr\":\"{fr}\",\"it\":\"{it}\",\"en\":\"{en}\"}}}}"
    )
}

/// A few counters have days of their own around the turn of the year.
fn special(place: Place, number: usize) -> String {
    let words = |de: &str, fr: &str, it: &str, en: &str| {
        format!(",\"reason\":{{\"de\":\"{de}\",\"fr\":\"{fr}\",\"it\":\"{it}\",\"en\":\"{en}\"}}")
    };
    let day =
        |date: &str, hours: &str, reason: &str| format!("{{\"date\":\"{date}\",\"hours\":{hours}{reason}}}");
    let eve = words("Heiligabend", "veille de Noël", "vigilia di Natale", "Christmas Eve");
    let stock = words("Inventar", "inventaire", "inventario", "stocktaking");
    let days = match (place, number % 29) {
        (Place::Terminal, _) => return String::new(),
        (_, 7) => vec![day("2026-12-24", "[[\"08:00\",\"12:00\"]]", &eve), day("2026-12-31", "[]", "")],
        (_, 19) => vec![day("2026-11-27", "[]", &stock)],
        (_, 23) => vec![day("2027-01-02", "[]", &stock)],
        _ => return String::new(),
    };
    format!(",\"exceptions\":[{}]", days.join(","))
}

/// Some say how they are found once one is there.
fn note(place: Place, number: usize) -> String {
    let (de, fr, it, en) = match (place, number % 11) {
        (Place::Terminal, 3) => (
            "Bei den Veloständern",
            "Près des supports à vélos",
            "Presso i portabiciclette",
            "By the bicycle racks",
        ),
        (Place::Terminal, _) => return String::new(),
        (_, 5) => {
            ("Eingang auf der Rückseite", "Entrée à l’arrière", "Entrata sul retro", "Entrance at the back")
        }
        (_, 8) => (
            "Im Einkaufszentrum",
            "Dans le centre commercial",
            "Nel centro commerciale",
            "In the shopping centre",
        ),
        _ => return String::new(),
    };
    format!(",\"note\":{{\"de\":\"{de}\",\"fr\":\"{fr}\",\"it\":\"{it}\",\"en\":\"{en}\"}}")
}

/// The outer rings of a map, as latitude and longitude.
fn rings(geojson: &str) -> Vec<Vec<(f64, f64)>> {
    let map: Value = serde_json::from_str(geojson).unwrap_or_default();
    let features = map["features"].as_array().cloned().unwrap_or_default();
    let polygons = features.iter().flat_map(|feature| {
        let (kind, shape) = (&feature["geometry"]["type"], &feature["geometry"]["coordinates"]);
        if kind == "Polygon" { vec![shape.clone()] } else { shape.as_array().cloned().unwrap_or_default() }
    });
    let ring = |polygon: Value| {
        let ring = polygon[0].as_array().cloned().unwrap_or_default();
        ring.iter().filter_map(|at| Some((at[1].as_f64()?, at[0].as_f64()?))).collect()
    };
    polygons.map(ring).collect()
}

/// Whether a position lies inside one of the rings (even-odd rule).
fn inside(rings: &[Vec<(f64, f64)>], (lat, lon): (f64, f64)) -> bool {
    rings.iter().any(|ring| {
        let edges = ring.iter().zip(ring.iter().cycle().skip(1));
        edges.fold(false, |within, (a, b)| {
            let crosses = (a.0 > lat) != (b.0 > lat) && lon < (b.1 - a.1) * (lat - a.0) / (b.0 - a.0) + a.1;
            within != crosses
        })
    })
}

/// `SplitMix64`, the same on every machine and in every version.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or(0) % end
    }

    /// From 0 up to 1, in steps of 2^-32.
    fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap_or(0)) / f64::from(u32::MAX)
    }

    fn between(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * self.share()
    }
}
