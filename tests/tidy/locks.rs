//! A migration waits for nobody for long: from 0045 on, one that needs a lock on a table that is there already sets
//! `lock_timeout` before it asks for the first (docs/migrations.md).

use std::collections::BTreeSet;

use crate::house;
use crate::house::House;
use crate::sql::{self, Part};

/// Those before were applied when nothing looked.
const FIRST: u32 = 45;

/// The tables that a statement locks against whoever writes them or changes them. `validate constraint`, and an index that is made
/// concurrently, let others go on.
fn locked(statement: &[Part]) -> BTreeSet<String> {
    let words = sql::words(statement);
    let name = |word: &str| BTreeSet::from([word.to_owned()]);
    let after = |word: &str| {
        let at = words.iter().position(|other| *other == word);
        at.and_then(|at| words.get(at + 1)).map(|table| name(table)).unwrap_or_default()
    };
    match words.as_slice() {
        ["alter", "table", _, "validate", ..]
            if !statement.iter().any(|part| matches!(part, Part::Sign(','))) =>
        {
            BTreeSet::new()
        }
        [_, "index", "concurrently", ..] => BTreeSet::new(),
        ["create", "unique", "index", "concurrently", ..] => BTreeSet::new(),
        ["alter", "table" | "view", table, ..] => {
            // A foreign key locks what it points to as well.
            references(statement).into_iter().chain([(*table).to_owned()]).collect()
        }
        ["create", "table", ..] => references(statement),
        ["create", "index" | "unique" | "trigger" | "constraint" | "policy", ..]
        | ["alter" | "drop", "trigger" | "rule" | "policy", ..] => after("on"),
        ["create", "rule", ..] => after("to"),
        ["drop", "table" | "view" | "index", names @ ..] => {
            names.iter().map(|name| (*name).to_owned()).collect()
        }
        // A rule of a domain is held against every column of it.
        ["alter", "domain", ..] => name("what has a column of it"),
        ["alter", "index" | "sequence", other, ..] | ["reindex", _, other, ..] => name(other),
        ["lock", ..] | ["truncate", ..] => sql::tables_of(statement),
        _ => BTreeSet::new(),
    }
}

/// The tables after `references`, wherever it stands.
fn references(parts: &[Part]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Group(inner) => found.extend(references(inner)),
            Part::Word(word) if word == "references" => {
                found.extend(parts.get(at + 1).and_then(Part::word).map(ToOwned::to_owned));
            }
            _ => {}
        }
    }
    found
}

/// What a file makes, and what it locks before it has said for how long it waits.
#[derive(Default)]
struct File {
    made: BTreeSet<String>,
    bounded: bool,
    waits: BTreeSet<String>,
}

impl File {
    fn read(&mut self, text: &str) {
        for statement in sql::statements(&sql::parse(text)) {
            match sql::words(statement).as_slice() {
                ["set", "local", "lock_timeout", ..] => self.bounded = true,
                ["create", "table" | "view", name, ..] => {
                    self.made.insert((*name).to_owned());
                }
                ["do", ..] => self.block(statement),
                _ => {}
            }
            self.waits_for(locked(statement));
        }
    }

    /// A block of code: a statement in it may begin after `begin`, `then` or `loop`; what it puts together as it runs is unknown.
    fn block(&mut self, statement: &[Part]) {
        let Some(Part::Body(text)) = statement.iter().find(|part| matches!(part, Part::Body(_))) else {
            return;
        };
        for inner in sql::statements(&sql::parse(text)) {
            for (at, part) in inner.iter().enumerate() {
                match part.word() {
                    Some("alter" | "create" | "drop" | "lock" | "truncate" | "reindex") => {
                        self.waits_for(locked(&inner[at..]));
                    }
                    Some("execute") => self.waits_for(BTreeSet::from(["what it executes".to_owned()])),
                    _ => {}
                }
            }
        }
    }

    fn waits_for(&mut self, tables: BTreeSet<String>) {
        if !self.bounded {
            let made = &self.made;
            self.waits.extend(tables.into_iter().filter(|table| !made.contains(table)));
        }
    }
}

fn unbounded(house: &House) -> Vec<String> {
    let number = |name: &str| name.rsplit('/').next()?.get(..4)?.parse::<u32>().ok();
    let files = house
        .below("migrations", "sql")
        .filter(|(name, _)| number(name).is_none_or(|number| number >= FIRST));
    let waits = files.filter_map(|(name, text)| {
        let mut file = File::default();
        file.read(text);
        let tables: Vec<String> = file.waits.into_iter().collect();
        (!tables.is_empty()).then(|| format!("{name} waits without end for {}", tables.join(", ")))
    });
    waits.collect()
}

#[test]
fn a_migration_that_locks_a_table_says_for_how_long_it_waits() {
    let found = unbounded(house());
    assert!(found.is_empty(), "begin with `set local lock_timeout = '2s'`: {found:?}");
}

#[test]
fn a_migration_that_would_wait_without_end_is_found() {
    let house = House::of(&[
        ("migrations/0044_old.sql", "alter table cheese add column x int;"),
        (
            "migrations/0045_altered.sql",
            "update milk set x = 1;\nalter table if exists only cheese add column x int;",
        ),
        (
            "migrations/0046_late.sql",
            "create index on cheese (x);\nset local lock_timeout = '2s';\ndrop table milk;",
        ),
        (
            "migrations/0047_fine.sql",
            "set local lock_timeout = '2s';\nalter table cheese add column y int; drop table milk;",
        ),
        (
            "migrations/0048_new.sql",
            "create table bill (id int); alter table bill add x int; create index on bill (x);",
        ),
        (
            "migrations/0049_points.sql",
            "create table stamp (bill_id int not null references bill on delete cascade);",
        ),
        (
            "migrations/0050_acts.sql",
            "create constraint trigger t after insert on bill for each row execute function f();",
        ),
        (
            "migrations/0051_gone.sql",
            "drop trigger t on bill; drop index cheese_x; lock table milk in share mode; truncate stamp;",
        ),
        (
            "migrations/0052_lets_others.sql",
            "alter table cheese validate constraint c; create unique index concurrently on cheese (x);",
        ),
        ("migrations/0054_both.sql", "alter table cheese validate constraint c, add column z int;"),
        ("migrations/0055_domain.sql", "alter domain rappen add constraint c check (value > 0);"),
        (
            "migrations/0053_block.sql",
            "do $$ declare x int; begin if x then alter table cheese drop column y; end if; execute 'drop table bill'; end $$;",
        ),
    ]);
    assert_eq!(
        unbounded(&house),
        [
            "migrations/0045_altered.sql waits without end for cheese",
            "migrations/0046_late.sql waits without end for cheese",
            "migrations/0049_points.sql waits without end for bill",
            "migrations/0050_acts.sql waits without end for bill",
            "migrations/0051_gone.sql waits without end for bill, cheese_x, milk, stamp",
            "migrations/0053_block.sql waits without end for cheese, what it executes",
            "migrations/0054_both.sql waits without end for cheese",
            "migrations/0055_domain.sql waits without end for what has a column of it",
        ]
    );
}
