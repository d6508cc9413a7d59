//! Reads the names of tables in SQL, as far as this house writes it.

use std::collections::BTreeSet;

/// A word, a sign, a group in parentheses, or what stands between dollars: the body of a function or of a block.
#[derive(Debug)]
pub enum Part {
    Word(String),
    Sign(char),
    Group(Vec<Part>),
    Body(String),
}

impl Part {
    pub fn word(&self) -> Option<&str> {
        if let Self::Word(word) = self { Some(word) } else { None }
    }
}

/// Whether a text in quotes is a statement, also where it is not told to the database at once.
pub fn is_statement(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let has = |word: &str| words.iter().any(|other| other == word);
    match words.first().map(String::as_str) {
        Some("select" | "delete" | "with") => has("from"),
        Some("insert") => has("into"),
        Some("update") => has("set"),
        Some("merge") => has("using"),
        _ => false,
    }
}

/// The tables that a statement names: not its own names for parts of itself, no functions, nothing of Postgres.
pub fn tables(sql: &str) -> BTreeSet<String> {
    statements(&parse(sql)).flat_map(tables_of).collect()
}

/// The same of one statement.
pub fn tables_of(statement: &[Part]) -> BTreeSet<String> {
    let (mut found, mut own) = (BTreeSet::new(), BTreeSet::new());
    read(statement, &mut found, &mut own);
    found.retain(|name| !own.contains(name));
    found
}

/// What stands between semicolons.
pub fn statements(parts: &[Part]) -> impl Iterator<Item = &[Part]> {
    parts.split(|part| matches!(part, Part::Sign(';')))
}

/// The words of a statement up to its first parentheses, without those that may be there or not.
pub fn words(statement: &[Part]) -> Vec<&str> {
    let optional =
        ["if", "not", "exists", "unlogged", "or", "replace", "materialized", "only", "cascade", "restrict"];
    let words = statement.iter().take_while(|part| !matches!(part, Part::Group(_))).filter_map(Part::word);
    words.filter(|word| !optional.contains(word)).collect()
}

/// What a migration makes and drops.
pub fn change(migration: &str, tables: &mut BTreeSet<String>) {
    for statement in statements(&parse(migration)) {
        match words(statement).as_slice() {
            ["create", "table" | "view", name, ..] => {
                tables.insert((*name).to_owned());
            }
            ["drop", "table" | "view", names @ ..] => tables.retain(|table| !names.contains(&table.as_str())),
            ["alter", "table" | "view", name, "rename", "to", other] => {
                tables.remove(*name);
                tables.insert((*other).to_owned());
            }
            _ => {}
        }
    }
}

fn read(parts: &[Part], found: &mut BTreeSet<String>, own: &mut BTreeSet<String>) {
    // `from` begins a list of tables only after one of these: not in `extract(day from x)`, nor in `is distinct from`.
    let mut asks = false;
    for (at, part) in parts.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| parts[at].word()).unwrap_or_default();
        match part {
            Part::Group(inner) => read(inner, found, own),
            Part::Sign(_) | Part::Body(_) => {}
            Part::Word(word) => match word.as_str() {
                "select" | "delete" | "perform" => asks = true,
                "with" | "recursive" => {
                    own.extend(parts.get(at + 1).and_then(Part::word).map(ToOwned::to_owned));
                    names_after_commas(&parts[at + 1..], own);
                }
                "from" if asks && before != "distinct" => list(&parts[at + 1..], found),
                "from" if before != "distinct" && parts.iter().any(|part| part.word() == Some("set")) => {
                    list(&parts[at + 1..], found);
                }
                "using" if asks => list(&parts[at + 1..], found),
                "using" if parts.iter().any(|part| part.word() == Some("merge")) => {
                    list(&parts[at + 1..], found)
                }
                "join" => first(&parts[at + 1..], found, false),
                "into" => first(&parts[at + 1..], found, true),
                // What a merge updates is named before; elsewhere `then` begins a statement.
                "update" if before == "then" && parts.iter().any(|part| part.word() == Some("merge")) => {}
                "update" if !["for", "key", "do"].contains(&before) => first(&parts[at + 1..], found, false),
                "truncate" => list(&parts[at + 1..], found),
                "table" if before == "lock" => list(&parts[at + 1..], found),
                _ => {}
            },
        }
    }
}

/// `with a as (…), b as (…)`: the names after the first.
fn names_after_commas(parts: &[Part], own: &mut BTreeSet<String>) {
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Word(word) if ["select", "insert", "update", "delete"].contains(&word.as_str()) => return,
            Part::Sign(',') => own.extend(parts.get(at + 1).and_then(Part::word).map(ToOwned::to_owned)),
            _ => {}
        }
    }
}

/// The first of each part between commas, until a word that ends the list.
fn list(parts: &[Part], found: &mut BTreeSet<String>) {
    let end = parts.iter().position(|part| {
        let ends = [
            "where",
            "set",
            "order",
            "group",
            "having",
            "limit",
            "returning",
            "for",
            "union",
            "on",
            "join",
            "left",
            "cross",
            "inner",
            "offset",
            "window",
            "except",
            "intersect",
            "in",
            "when",
        ];
        part.word().is_some_and(|word| ends.contains(&word))
    });
    for table in parts[..end.unwrap_or(parts.len())].split(|part| matches!(part, Part::Sign(','))) {
        first(table, found, false);
    }
}

/// A table's name; with columns after it only where something is written into it.
fn first(parts: &[Part], found: &mut BTreeSet<String>, columns: bool) {
    let skip =
        parts.iter().take_while(|part| ["only", "lateral", "table"].iter().any(|w| part.word() == Some(w)));
    let mut parts = &parts[skip.count()..];
    let Some(mut name) = parts.first().and_then(Part::word) else { return };
    while let [_, Part::Sign('.'), Part::Word(next), ..] = parts {
        if name.starts_with("pg_") || name == "information_schema" {
            return;
        }
        name = next;
        parts = &parts[2..];
    }
    let called = matches!(parts.get(1), Some(Part::Group(_))) && !columns;
    if !called && !name.starts_with("pg_") {
        found.insert(name.to_owned());
    }
}

/// Words in small letters, without notes and texts in quotes.
pub fn parse(sql: &str) -> Vec<Part> {
    let mut open: Vec<Vec<Part>> = vec![Vec::new()];
    let mut rest = sql;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '\'' => 1 + rest[1..].find('\'').map_or(rest.len() - 1, |end| end + 1),
            '$' if dollars(rest).is_some() => {
                let tag = dollars(rest).unwrap_or_default();
                let body = rest[tag.len()..].split(tag).next().unwrap_or_default();
                open.last_mut().expect("a list").push(Part::Body(body.to_owned()));
                (body.len() + 2 * tag.len()).min(rest.len())
            }
            '"' => {
                let name = rest[1..].split('"').next().unwrap_or_default();
                open.last_mut().expect("a list").push(Part::Word(name.to_owned()));
                (name.len() + 2).min(rest.len())
            }
            '(' => {
                open.push(Vec::new());
                1
            }
            ')' => {
                if open.len() > 1 {
                    let group = open.pop().expect("a group");
                    open.last_mut().expect("a list").push(Part::Group(group));
                }
                1
            }
            _ if next.is_alphabetic() || next == '_' => {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                open.last_mut().expect("a list").push(Part::Word(rest[..end].to_lowercase()));
                end
            }
            _ => {
                if !next.is_whitespace() {
                    open.last_mut().expect("a list").push(Part::Sign(next));
                }
                next.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    // What is left open belongs to what is around it: a statement in parts.
    while open.len() > 1 {
        let group = open.pop().expect("a group");
        open.last_mut().expect("a list").push(Part::Group(group));
    }
    open.pop().unwrap_or_default()
}

/// `$$` or `$body$`, where it begins here.
fn dollars(text: &str) -> Option<&str> {
    let end = text[1..].find('$')? + 2;
    text[1..end - 1].chars().all(|c| c.is_alphabetic() || c == '_').then(|| &text[..end])
}

#[test]
fn the_tables_of_a_statement_are_read() {
    for (sql, expected) in [
        ("select * from a", "a"),
        (
            "select x, (select max(y) from b where b.i = a.i) from a left join c on c.i = a.i join d using (i)",
            "a b c d",
        ),
        (
            "select 1 from a, b as other, lateral (select * from c) l, unnest($1::int[]) with ordinality as u(x, n)",
            "a b c",
        ),
        (
            "insert into a (x, y) select x, y from b on conflict (x) do update set y = excluded.y returning x",
            "a b",
        ),
        ("insert into a(x) values ('from z')", "a"),
        ("update a set x = b.x from b, c where a.i = b.i", "a b c"),
        ("update only a set x = extract(epoch from y) where x is distinct from z", "a"),
        ("delete from a using b, c where a.i = b.i", "a b c"),
        (
            "with x as (select * from a), y (n) as materialized (delete from b returning n) select * from x join y on true",
            "a b",
        ),
        ("with recursive x as (select 1 union all select n from x) insert into a select * from x", "a"),
        ("select * from a for no key update of a skip locked", "a"),
        ("select substring(x from 2) from pg_stat_activity, information_schema.tables, public.a", "a"),
        ("select exists(select from a) -- from z\n/* from y */", "a"),
        ("select \"x\" as \"x!\" from \"a\" cross join b order by 1", "a b"),
        ("truncate a, b; lock table c in share mode; select 1", "a b c"),
        ("merge into a using b on a.i = b.i when matched then update set x = 1", "a b"),
        ("select * from (select * from a) s join (values (1)) v(i) on true", "a"),
        ("select generate_series from generate_series(1, 2)", ""),
        ("select nextval('a'), $1 = any($2)", ""),
        ("begin if found then update a set x = 1; end if; perform from b where y; end", "a b"),
        ("with a as (select * from b) select * from a; select * from a", "a b"),
    ] {
        let found: Vec<String> = tables(sql).into_iter().collect();
        assert_eq!(found.join(" "), expected, "{sql}");
    }
}

#[test]
fn a_statement_is_told_from_a_sentence() {
    assert!(
        is_statement("select x\nfrom a")
            && is_statement("update a set x = 1")
            && is_statement("insert into a")
    );
    assert!(!is_statement("update the list") && !is_statement("with a basket") && !is_statement("a from b"));
}

#[test]
fn what_migrations_leave_behind_is_read() {
    let mut tables = BTreeSet::new();
    change(
        "create table a (i int); create unlogged table b (); create index on a (i); create view v as select 1;",
        &mut tables,
    );
    change(
        "drop table if exists b; alter table a rename to c; alter table c rename column i to j;",
        &mut tables,
    );
    change(
        "do $$ begin create table hidden (); end $$; create function f() returns int as 'x';",
        &mut tables,
    );
    assert_eq!(tables.into_iter().collect::<Vec<_>>(), ["c", "v"]);
}
