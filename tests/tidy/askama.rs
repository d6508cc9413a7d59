//! Reads a template: which others it stands on, which Rust it calls, and what its visible parts say.

use std::collections::BTreeSet;

use crate::house::House;

/// What stands between `{%` and `%}`, and between `{{` and `}}`.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let text_without_notes = text.split("{#").enumerate().flat_map(|(at, part)| {
        let part = if at == 0 { part } else { part.split_once("#}").map_or("", |(_, after)| after) };
        let blocks = part.split("{%").skip(1).filter_map(|rest| Some(rest.split_once("%}")?.0));
        blocks.chain(part.split("{{").skip(1).filter_map(|rest| Some(rest.split_once("}}")?.0)))
    });
    text_without_notes.map(|tag| tag.trim_matches(['-', '+', '~', ' ']))
}

/// The templates that it extends, includes or imports.
pub fn stands_on(text: &str) -> BTreeSet<String> {
    let named = tags(text).filter_map(|tag| {
        let (word, rest) = tag.split_once(char::is_whitespace)?;
        let name = rest.trim_start().strip_prefix('"')?.split('"').next()?;
        ["extends", "include", "import"].contains(&word).then(|| name.to_owned())
    });
    named.collect()
}

/// The paths of Rust that it names, without `crate`.
pub fn paths(text: &str) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    for tag in tags(text) {
        for rest in tag.split("crate::").skip(1) {
            let end =
                rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
            found.insert(rest[..end].trim_matches(':').split("::").map(ToOwned::to_owned).collect());
        }
    }
    found
}

/// The paths of Rust that a page calls through its template and everything that stands below it, each with the file.
pub fn paths_with_parts(house: &House, template: &str) -> Vec<(String, Vec<String>)> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let mut open = vec![template.to_owned()];
    while let Some(name) = open.pop() {
        let Some(text) = house.text(&format!("templates/{name}")) else { continue };
        if seen.insert(name.clone()) {
            found.extend(paths(text).into_iter().map(|path| (name.clone(), path)));
            open.extend(stands_on(text));
        }
    }
    found
}

/// Its words: everything but notes, cut where letters end.
pub fn words(text: &str) -> BTreeSet<String> {
    let parts = text.split("{#").enumerate();
    let said = parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once("#}").map_or("", |(_, after)| after) });
    said.flat_map(|part| part.split(|c: char| !c.is_alphabetic()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn a_template_is_read_with_its_tags_and_without_its_notes() {
    let text = "{# extends \"note.html\" and crate::note::NOTE #}{%- extends \"a/b.html\" -%}\n{% include \"c.html\" %}\
                {% import \"d/e.html\" as e %}{{ crate::web::assets::asset(\"f.css\") }}{% for x in crate::goods::ALL %}";
    let names: Vec<String> = stands_on(text).into_iter().collect();
    assert_eq!(names, ["a/b.html", "c.html", "d/e.html"]);
    let paths: Vec<String> = paths(text).into_iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["goods::ALL", "web::assets::asset"]);
    assert!(words(text).contains("goods") && !words(text).contains("note"));
}
