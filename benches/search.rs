//! How long a search takes, by the kind of question, over 2,800, 28,000 and 280,000 points, and how much memory the
//! index needs: `make bench-search`. Figures for `docs/performance.md`; nothing here passes or fails.

use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use pickpost_shop::pickup::feed::import::read;
use pickpost_shop::pickup::search::suggest::suggest;
use pickpost_shop::pickup::search::{Wanted, search};
use pickpost_shop::pickup::{Filter, Index, Kind, Point};

/// A kind of question, with a few of it.
const QUESTIONS: [(&str, &[&str]); 10] = [
    ("postcode", &["8008", "1204", "6900", "7500", "3920"]),
    ("postcode and place", &["8001 Zürich", "1950 Sion", "4051 Basel", "9490 Vaduz"]),
    ("place", &["Bern", "Genf", "lugano", "Saint-Gall", "Zernez"]),
    ("slip of the finger", &["Winterhtur", "Lausane", "Belinzona", "Kreuzlignen"]),
    ("street and place", &["Nirgendweg 4, Winterthur", "Chemin de Nulle Part 9, Lausane"]),
    ("station", &["Zürich HB", "Bahnhof Aarau", "gare de lausanne"]),
    ("name of a point", &["Filiale Chur", "My Post 24 Olten"]),
    ("unknown postcode", &["8999", "1999"]),
    ("nonsense", &["Qwrtzuiop asdfghjk", "漢字 漢字 漢字"]),
    (
        "a hundred letters",
        &["lausannne lausannne lausannne lausannne lausannne lausannne lausannne lausannne lausannne x"],
    ),
];
const ROUNDS: usize = 400;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = io::stdout().lock();
    let file = read(include_str!("../data/points.json"))?;
    // The tables of places and stops are read at the first search, once.
    let before = resident();
    let begun = Instant::now();
    black_box(search(&Index::new(file.points.clone()), &wanted("Qwrtzuiop")));
    let tables = resident().saturating_sub(before);
    writeln!(
        out,
        "tables of places and stops: {:.1} MB, read in {:.0?}",
        megabytes(tables),
        begun.elapsed()
    )?;
    for count in [2_800, 28_000, 280_000] {
        let points = many(&file.points, count);
        let (before, begun) = (resident(), Instant::now());
        let index = Index::new(points);
        let (took, memory) = (begun.elapsed(), resident().saturating_sub(before));
        writeln!(
            out,
            "\n{count} points: indexed in {took:.0?}, {:.1} MB with the points",
            megabytes(memory)
        )?;
        for (kind, typed) in QUESTIONS {
            report(&mut out, kind, |round| {
                black_box(search(&index, &wanted(typed[round % typed.len()])));
            })?;
        }
        report(&mut out, "open now, both kinds", |_| {
            let filters = vec![Filter::Open, Filter::StepFree];
            black_box(search(&index, &Wanted { kind: None, filters, ..wanted("Bern") }));
        })?;
        report(&mut out, "page 20", |_| {
            black_box(search(&index, &Wanted { page: 20, ..wanted("Olten") }));
        })?;
        report(&mut out, "suggestions", |round| {
            black_box(suggest(&index, ["wi", "bah", "800", "filiale b"][round % 4]));
        })?;
    }
    Ok(())
}

fn wanted(typed: &str) -> Wanted<'_> {
    let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(10, 0, 0));
    let now = now.unwrap_or_default();
    Wanted {
        typed,
        home: None,
        kind: Some(Kind::PickPost),
        filters: Vec::new(),
        now,
        fits: (true, true),
        page: 1,
    }
}

/// So many points: the same again and again, each copy a little aside.
fn many(points: &[Point], count: usize) -> Vec<Point> {
    let copy = |copy: u32| {
        points.iter().map(move |point| {
            let mut point = point.clone();
            let aside = f64::from(copy) * 0.000_37;
            point.lat += aside * f64::from(copy % 7) / 7.0;
            point.lon += aside;
            if copy > 0
                && let Ok(id) = pickpost_shop::line::Line::parse(&format!("{}-{copy}", point.id))
            {
                point.id = id;
            }
            point
        })
    };
    (0..).flat_map(copy).take(count).collect()
}

fn report(out: &mut impl Write, kind: &str, mut ask: impl FnMut(usize)) -> io::Result<()> {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|round| {
            let begun = Instant::now();
            ask(round);
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times[(ROUNDS * share / 100).min(ROUNDS - 1)].as_secs_f64() * 1000.0;
    writeln!(out, "  {kind:<22} median {:>7.3} ms   95th percentile {:>7.3} ms", at(50), at(95))
}

/// Resident memory of this process, in bytes (Linux; 0 elsewhere).
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages = pages
        .as_deref()
        .and_then(|line| line.split(' ').nth(1))
        .and_then(|pages| pages.parse::<usize>().ok());
    pages.unwrap_or(0) * 4096
}

#[expect(clippy::cast_precision_loss, reason = "for reading")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
