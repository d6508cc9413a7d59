//! Who uses whom: the paths of every file, resolved through imports and re-exports to the file that defines the thing,
//! and the methods that a file adds to another's type.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::askama;
use crate::house::House;
use crate::rust::Code;

/// All files of `src` but the program's own `main.rs`.
pub struct Graph {
    /// By module: `pickup::point`; the empty name is `lib.rs`.
    modules: BTreeMap<String, Module>,
    /// Methods that one file adds to another's type, with that file: a type that calls them on itself uses that
    /// file without a name.
    lent: BTreeMap<String, String>,
    /// Every use of another file.
    pub uses: Vec<Use>,
}

/// A module that is a file.
pub struct Module {
    /// Its file.
    pub file: String,
    /// What stands in it.
    pub code: Code,
}

/// A file uses what another one defines.
#[derive(Clone)]
pub struct Use {
    /// The module that uses.
    pub from: String,
    /// The module that defines.
    pub to: String,
    /// What is used.
    pub item: String,
    /// The file and the line; a template's name where it uses for its page.
    pub at: String,
}

impl fmt::Display for Use {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} uses {}::{}", self.at, self.to, self.item)
    }
}

/// Where a path leads.
enum Place {
    Module(String),
    Item(String, String),
}

impl Graph {
    /// Reads a house.
    pub fn of(house: &House) -> Self {
        let mut modules = BTreeMap::new();
        for (file, text) in house.below("src", "rs").filter(|(file, _)| *file != "src/main.rs") {
            modules.insert(module_of(file), Module { file: file.to_owned(), code: Code::read(file, text) });
        }
        let mut graph = Self { modules, lent: BTreeMap::new(), uses: Vec::new() };
        graph.lent = graph.lenders();
        graph.uses = graph.modules.keys().flat_map(|from| graph.uses_of(house, from)).collect();
        graph
    }

    /// All modules that are files.
    pub fn modules(&self) -> impl Iterator<Item = (&str, &Module)> {
        self.modules.iter().map(|(name, module)| (name.as_str(), module))
    }

    /// The modules of `lib.rs` in reading order.
    pub fn order(&self) -> &[String] {
        self.children("")
    }

    /// The modules that a file lists.
    pub fn children(&self, module: &str) -> &[String] {
        self.modules.get(module).map_or(&[], |module| &module.code.children)
    }

    /// Methods that a single file defines, for a type of another one. A name that stands twice says nothing.
    fn lenders(&self) -> BTreeMap<String, String> {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for module in self.modules.values() {
            for method in module.code.methods.iter().chain(&module.code.lent) {
                *times.entry(method).or_default() += 1;
            }
        }
        let all = self.modules.iter().flat_map(|(name, module)| {
            module.code.lent.iter().map(move |method| (method.clone(), name.clone()))
        });
        all.filter(|(method, _)| times[method.as_str()] == 1).collect()
    }

    fn uses_of(&self, house: &House, from: &str) -> Vec<Use> {
        let module = &self.modules[from];
        let mut found: BTreeMap<(String, String), String> = BTreeMap::new();
        let mut note = |place: Option<Place>, at: String| {
            // A module by itself is a name; what is used of it stands in a longer path.
            if let Some(Place::Item(to, item)) = place.filter(|place| !place.is_in(from)) {
                found.entry((to, item)).or_insert(at);
            }
        };
        let at = |line: usize| format!("{}:{line}", module.file);
        for import in &module.code.imports {
            let place = self.resolve(from, &import.path, 0);
            // What a module shows of its own rooms is a name for it, not a use.
            let own = |to: &str| from.is_empty() || to.starts_with(&format!("{from}::"));
            if import.public && place.as_ref().is_some_and(|place| own(place.module())) {
                continue;
            }
            note(place, at(import.line));
        }
        for named in &module.code.paths {
            note(self.resolve(from, &named.path, 0), at(named.line));
        }
        for (method, line) in &module.code.calls {
            let lender = self.lent.get(method);
            note(lender.map(|lender| Place::Item(lender.clone(), method.clone())), at(*line));
        }
        for template in &module.code.templates {
            for (file, path) in askama::paths_with_parts(house, template) {
                note(self.resolve("", &path, 0), format!("templates/{file} (for {})", module.file));
            }
        }
        let uses = found.into_iter();
        uses.map(|((to, item), at)| Use { from: from.to_owned(), to, item, at }).collect()
    }

    /// Follows a path from a module; `None` where it leaves the house.
    fn resolve(&self, from: &str, path: &[String], depth: usize) -> Option<Place> {
        let (first, rest) = path.split_first()?;
        if depth > 16 {
            return None;
        }
        match first.as_str() {
            "crate" => return self.walk("", rest, depth),
            "self" => return self.walk(from, rest, depth),
            "super" => return self.walk(parent(from), rest, depth),
            _ => {}
        }
        let code = &self.modules[from].code;
        if code.children.contains(first) {
            return self.walk(&join(from, first), rest, depth);
        }
        let import = code.imports.iter().find(|import| import.name == *first && import.path != path)?;
        self.resolve(from, &[&import.path, rest].concat(), depth + 1)
    }

    /// Goes down from a module.
    fn walk(&self, module: &str, path: &[String], depth: usize) -> Option<Place> {
        let Some((first, rest)) = path.split_first() else { return Some(Place::Module(module.to_owned())) };
        if first == "super" {
            return self.walk(parent(module), rest, depth);
        }
        let code = &self.modules.get(module)?.code;
        let below = join(module, first);
        // A function may be called as the file it stands in, and be shown by the folder: `shown::shown`.
        let shown = code.imports.iter().any(|import| import.name == *first);
        let is_item = rest.is_empty() && (shown || code.items.contains(first));
        if self.modules.contains_key(&below) && !is_item {
            return self.walk(&below, rest, depth);
        }
        if !code.items.contains(first) {
            let globs = code.imports.iter().filter(|import| import.name == "*");
            let named = code.imports.iter().filter(|import| import.name == *first);
            for import in named.chain(globs) {
                let tail = if import.name == "*" { path } else { rest };
                if let Some(place) = self.resolve(module, &[&import.path, tail].concat(), depth + 1) {
                    return Some(place);
                }
            }
        }
        Some(Place::Item(module.to_owned(), first.clone()))
    }

    /// The uses between the rooms of one folder: those two of its modules in which the ends stand.
    pub fn between(&self, folder: &str) -> Vec<(&str, &str, &Use)> {
        let room = |module: &str| {
            let rest =
                if folder.is_empty() { module } else { module.strip_prefix(folder)?.strip_prefix("::")? };
            let name = rest.split("::").next().unwrap_or_default();
            self.children(folder).iter().find(|child| *child == name).map(String::as_str)
        };
        let pairs = self.uses.iter().filter_map(|used| Some((room(&used.from)?, room(&used.to)?, used)));
        pairs.filter(|(from, to, _)| from != to).collect()
    }

    /// The circles: groups in which everybody reaches everybody, of files and of the rooms of each folder.
    pub fn circles(&self) -> BTreeSet<String> {
        let files = self.uses.iter().map(|used| (self.file(&used.from), self.file(&used.to)));
        let mut circles = groups(files);
        for folder in self.modules.keys() {
            let name = |room: &str| format!("src/{}/", join(folder, room).replace("::", "/"));
            // Two files of one folder are seen above; a room that is a folder is seen here only.
            let rooms = self.between(folder);
            let file = |room: &str| self.children(&join(folder, room)).is_empty();
            let rooms = rooms.iter().map(|(from, to, _)| (*from, *to));
            circles.extend(groups(rooms).into_iter().filter_map(|group| {
                let all: Vec<&str> = group.split(" <-> ").collect();
                (!all.iter().all(|room| file(room)))
                    .then(|| all.into_iter().map(name).collect::<Vec<_>>().join(" <-> "))
            }));
        }
        circles
    }

    /// The file of a module.
    pub fn file<'a>(&'a self, module: &'a str) -> &'a str {
        self.modules.get(module).map_or(module, |module| &module.file)
    }
}

impl Place {
    fn module(&self) -> &str {
        match self {
            Self::Module(module) | Self::Item(module, _) => module,
        }
    }

    fn is_in(&self, module: &str) -> bool {
        self.module() == module
    }
}

/// The module that a file is.
pub fn module_of(file: &str) -> String {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { String::new() } else { path.replace('/', "::") }
}

fn parent(module: &str) -> &str {
    module.rsplit_once("::").map_or("", |(parent, _)| parent)
}

fn join(module: &str, child: &str) -> String {
    if module.is_empty() { child.to_owned() } else { format!("{module}::{child}") }
}

/// Groups of more than one, in which each reaches each.
fn groups<'a>(arrows: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeSet<String> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in arrows {
        next.entry(from).or_default().insert(to);
    }
    let reached = |from: &'a str| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
        while let Some(at) = open.pop() {
            open.extend(next.get(at).into_iter().flatten().filter(|to| seen.insert(**to)));
        }
        seen
    };
    let all: BTreeMap<&str, BTreeSet<&str>> = next.keys().map(|from| (*from, reached(from))).collect();
    let mutual = |a: &str| {
        all[a]
            .iter()
            .filter(|b| all.get(*b).is_some_and(|back| back.contains(a)))
            .copied()
            .collect::<Vec<_>>()
    };
    all.keys().map(|a| mutual(a)).filter(|group| group.len() > 1).map(|group| group.join(" <-> ")).collect()
}
