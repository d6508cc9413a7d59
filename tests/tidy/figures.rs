//! The figures of the house: how long its files and functions are, how much is tested, how much may panic, what stands in
//! a circle. `make figures` prints them; [docs/figures.md](../../docs/figures.md) says how each is read.

use std::io::Write;
use std::path::Path;

use crate::graph::Graph;
use crate::house::House;

/// The middle, nine of ten, the largest.
pub struct Spread {
    /// Half of all are not longer.
    pub median: usize,
    /// Nine of ten are not longer.
    pub p90: usize,
    /// The longest.
    pub max: usize,
    /// Which that is.
    pub largest: String,
}

/// What is measured.
pub struct Figures {
    /// How many files there are under `src`.
    pub count: usize,
    /// All lines of a file, also its tests.
    pub files: Spread,
    /// From the line that names a function to the one that closes it.
    pub functions: Spread,
    /// Lines in `tests` and under `#[cfg(test)]`, for each line in `src`.
    pub tests: f64,
    /// `unwrap` and `expect` outside tests, for each thousand lines of code: without tests, blank lines and comments.
    pub panics: f64,
    /// Circles of files and folders.
    pub circles: usize,
}

impl Spread {
    fn of(mut all: Vec<(usize, String)>) -> Self {
        all.sort();
        let at = |index: usize| all.get(index).map_or(0, |(lines, _)| *lines);
        let largest = all.last().map(|(_, name)| name.clone()).unwrap_or_default();
        Self {
            median: at(all.len() / 2),
            p90: at(all.len() * 9 / 10),
            max: at(all.len().saturating_sub(1)),
            largest,
        }
    }
}

impl Figures {
    /// Measures a house.
    pub fn of(house: &House, graph: &Graph) -> Self {
        let (mut files, mut functions) = (Vec::new(), Vec::new());
        let (mut tested, mut code, mut panics) = (0, 0, 0);
        let main = house.text("src/main.rs").map(|text| crate::rust::Code::read("src/main.rs", text));
        let all = graph.modules().map(|(_, module)| (module.file.as_str(), &module.code));
        for (file, read) in all.chain(main.iter().map(|code| ("src/main.rs", code))) {
            let text = house.text(file).unwrap_or_default();
            files.push((text.lines().count(), file.to_owned()));
            functions.extend(read.functions.iter().map(|f| (f.lines, format!("{} in {file}", f.name))));
            panics += read.panics;
            let in_tests =
                |line: usize| read.tests.iter().any(|(first, last)| (*first..=*last).contains(&line));
            for (at, line) in text.lines().map(str::trim_start).enumerate() {
                if in_tests(at + 1) {
                    tested += 1;
                } else if !line.is_empty() && !line.starts_with("//") {
                    code += 1;
                }
            }
        }
        let lines: usize = files.iter().map(|(lines, _)| lines).sum();
        tested += house.below("tests", "rs").map(|(_, text)| text.lines().count()).sum::<usize>();
        let share = |part: usize, whole: usize| {
            f64::from(u32::try_from(part).expect("few"))
                / f64::from(u32::try_from(whole.max(1)).expect("few"))
        };
        Self {
            count: files.len(),
            files: Spread::of(files),
            functions: Spread::of(functions),
            tests: share(tested, lines),
            panics: share(panics * 1000, code),
            circles: graph.circles().len(),
        }
    }
}

#[test]
fn a_small_house_is_measured() {
    let house = House::of(&[
        ("src/lib.rs", "pub mod a;\npub mod b;"),
        (
            "src/a.rs",
            "//! A.\n\nfn one() {\n    x.unwrap();\n}\n#[cfg(test)]\nmod tests {\n    fn two() { x.unwrap(); }\n}\n",
        ),
        ("src/b.rs", "fn f() { crate::a::A }\nfn g() { assert!(x.expect(\"y\").is_empty(), \"unwrap\"); }"),
        ("tests/t.rs", "one\ntwo\nthree"),
        ("src/main.rs", "fn main() {}"),
    ]);
    let figures = Figures::of(&house, &Graph::of(&house));
    assert_eq!((figures.count, figures.files.median, figures.files.max), (4, 2, 9));
    assert_eq!((figures.functions.max, &*figures.functions.largest), (3, "one in src/a.rs"));
    // Four lines of tests in `src` and three beside it; two calls in eight lines of code.
    assert!((figures.tests - 7.0 / 14.0).abs() < 1e-9, "{}", figures.tests);
    assert!((figures.panics - 2000.0 / 8.0).abs() < 1e-9, "{}", figures.panics);
    assert_eq!(figures.circles, 0);
}

/// Not a test: `make figures` prints what is measured, here or in the folder that `FIGURES_OF` names.
#[test]
#[ignore = "prints; run by make figures"]
fn the_figures_are_printed() {
    let root = std::env::var_os("FIGURES_OF").filter(|root| !root.is_empty());
    let root = root.as_ref().map_or(Path::new(env!("CARGO_MANIFEST_DIR")), Path::new);
    let house = House::read(root);
    let graph = Graph::of(&house);
    let figures = Figures::of(&house, &graph);
    let (files, functions) = (&figures.files, &figures.functions);
    let mut table = format!(
        "\nfile lines, median / p90 / max      {} / {} / {}\nfunction lines, median / p90 / max  {} / {} / {}\n\
         test lines per source line          {:.2}\nunwrap + expect per 1000 lines      {:.1}\n\
         largest of {} files{:>16}{}\nlargest function                    {}\ncircles                             {}\n",
        files.median,
        files.p90,
        files.max,
        functions.median,
        functions.p90,
        functions.max,
        figures.tests,
        figures.panics,
        figures.count,
        "",
        files.largest,
        functions.largest,
        figures.circles,
    );
    table.extend(graph.circles().into_iter().map(|circle| format!("  {circle}\n")));
    write!(std::io::stdout().lock(), "{table}").expect("printed");
}
