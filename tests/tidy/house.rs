//! The files of a house: those of this project, or a few in memory that break a rule on purpose.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Names below the project's folder with their texts.
pub struct House(BTreeMap<String, String>);

impl House {
    /// What stands in a project's folder.
    pub fn read(root: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut open: Vec<_> =
            ["src", "templates", "migrations", "tests"].map(|folder| root.join(folder)).into();
        while let Some(folder) = open.pop() {
            for path in fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
                if path.is_dir() {
                    open.push(path);
                } else if path
                    .extension()
                    .is_some_and(|ending| ["rs", "html", "txt", "sql"].iter().any(|e| ending == *e))
                {
                    let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
                    files.insert(name, fs::read_to_string(&path).expect("a text"));
                }
            }
        }
        assert!(files.contains_key("src/lib.rs"), "{} is no house: it has no src/lib.rs", root.display());
        Self(files)
    }

    /// A house of a few files.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    /// The files below a folder with an ending, by name.
    pub fn below(&self, folder: &str, ending: &str) -> impl Iterator<Item = (&str, &str)> {
        let (folder, ending) = (format!("{folder}/"), format!(".{ending}"));
        let all = self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        all.filter(move |(name, _)| name.starts_with(&folder) && name.ends_with(&ending))
    }

    /// A file's text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}
