//! The house keeps its own order. Reads files, runs nothing. Each reading is a function over a [`House`], shown once by a
//! small one that breaks its rule on purpose; what is known to be broken stands in a list that may not lie ([`known`]).

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

// What is read: the files of a house, Rust, SQL, templates; who uses whom; how large it all is; what is known.
mod house;
mod rust;
mod sql;
mod askama;
mod graph;
mod figures;
mod known;

// The readings.
mod arrows;
mod circles;
mod tables;
mod functions;
mod locks;
mod applied;
mod templates;
mod rooms;
mod pages;
mod sizes;
mod words;
mod waiting;
mod lists;
mod documents;
mod settings;
mod texts;
mod limits;
mod colours;

use graph::Graph;
use house::House;

/// The files of this project.
pub fn house() -> &'static House {
    static HOUSE: LazyLock<House> = LazyLock::new(|| House::read(Path::new(env!("CARGO_MANIFEST_DIR"))));
    &HOUSE
}

/// Who uses whom in this project.
pub fn graph() -> &'static Graph {
    static GRAPH: LazyLock<Graph> = LazyLock::new(|| Graph::of(house()));
    &GRAPH
}

/// All files below a folder with an ending.
pub fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|known| known == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A path below the project.
pub fn name(path: &Path) -> String {
    path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside").display().to_string()
}

/// A file's text.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file's code without its tests.
fn code(path: &Path) -> String {
    read(path).split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}
