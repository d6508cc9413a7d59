//! What the database does by itself keeps to its subject too: functions, triggers, rules and views, each as the migrations leave
//! it, touch another subject's tables only where a list says why. What a migration does once, while it runs, is nobody's.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::House;
use crate::known::{Known, settle};
use crate::sql::{self, Part};
use crate::tables::{OWNERS, created};
use crate::{graph, house};

/// Who owns functions that no trigger calls, or triggers on the tables of several.
const OWNERS_OF_FUNCTIONS: &[(&str, &str)] = &[
    ("carries_keyword", "keyword"),
    ("erase_books", "orders"),
    ("erase_people", "orders"),
    ("folded_line", "keyword"),
    ("is_own_address", "address"),
    ("order_has_words", "orders"),
    ("search_words", "orders"),
    ("write_off", "shipping"),
];

/// What crosses from one subject to another, and why: `<function> : <table>` for what it reads or writes, `<function> on <table>` for
/// a trigger on another's table.
const CROSSINGS: Known<'_> = &[
    ("delivery_takes_its_mandate : shop_order", "reads the number by which waiting mandates are listed"),
    (
        "draft_touches_its_basket : basket",
        "a basket is not swept out while its checkout goes on, in whichever version",
    ),
    ("erase_books : delivery", "reads which mandates go with orders that are ten years old"),
    ("erase_books : shipping_mandate", "they go in the same step: the application may delete neither"),
    ("erase_people : delivery", "whoever is erased stands in it: all of an order in one step, or nothing"),
    ("erase_people : mandate_user_id", "the same: a User ID is a person's"),
    ("erase_people : official_label", "the same: a label shows the person"),
    ("erase_people : parcel", "reads whose labels go, and what has left already"),
    ("erase_people : shipping_mandate", "nobody is asked about who is erased"),
    ("order_has_words : delivery", "an order is found by whoever collects it as well"),
    ("order_has_words on delivery", "the same: also where that is written later"),
    ("order_lives : parcel", "reads how an order of the version before stands"),
    ("packed_once : order_line", "reads what was ordered: every piece lies in one parcel"),
    (
        "parcel_is_to_be_packed : order_life",
        "whichever version announces a parcel, its order waits no longer",
    ),
    ("return_is_erased : return_label", "the picture names whoever is erased"),
    ("shipment_is_of_an_order : shop_order", "reads the number by which refused shipments are listed"),
];

/// What migrations leave behind that acts by itself.
#[derive(Debug, Default)]
struct Standing {
    /// What is done, by the name of the function.
    functions: BTreeMap<String, Vec<Body>>,
    /// The function of each trigger, by its name and its table.
    triggers: BTreeMap<(String, String), String>,
    /// What rules do, by their name and their table; and what views read, by their name twice.
    shown: BTreeMap<(String, String), BTreeSet<String>>,
}

/// The tables that a function touches; `None` where that cannot be read.
type Body = Option<BTreeSet<String>>;

impl Standing {
    fn of(house: &House) -> Self {
        let mut standing = Self::default();
        for (_, migration) in house.below("migrations", "sql") {
            // The function whose body goes on over semicolons, from `begin atomic` to `end`.
            let mut open: Option<String> = None;
            for statement in sql::statements(&sql::parse(migration)) {
                let first = statement.first().and_then(Part::word);
                match &open {
                    Some(_) if first == Some("end") => open = None,
                    Some(name) => standing.goes_on(name, statement),
                    None => {
                        standing.take(statement);
                        let atomic = statement.iter().any(|part| part.word() == Some("atomic"));
                        open = after(statement, "function").filter(|_| atomic).map(ToOwned::to_owned);
                    }
                }
            }
        }
        standing
    }

    fn goes_on(&mut self, name: &str, statement: &[Part]) {
        if let Some(Some(touched)) = self.functions.get_mut(name).and_then(|bodies| bodies.last_mut()) {
            touched.extend(sql::tables_of(statement));
        }
    }

    /// Takes one statement of a migration: the last word on a name counts.
    fn take(&mut self, statement: &[Part]) {
        let replaces = statement.get(1).and_then(Part::word) == Some("or");
        match sql::words(statement).as_slice() {
            ["create", "function" | "procedure", name, ..] => {
                let bodies = self.functions.entry((*name).to_owned()).or_default();
                // Without `or replace` the name is new, or has other arguments than the one that stands.
                if replaces {
                    bodies.clear();
                }
                bodies.push(body(statement));
            }
            ["drop", "function" | "procedure", names @ ..] => {
                self.functions.retain(|name, _| !names.contains(&name.as_str()));
            }
            ["alter", "function" | "procedure", name, ..] => {
                // Its arguments stand between its name and the new one.
                let other = after(statement, "to").filter(|_| after(statement, "rename").is_some());
                if let (Some(other), Some(bodies)) = (other, self.functions.remove(*name)) {
                    self.functions.insert(other.to_owned(), bodies);
                }
            }
            ["create", "trigger", name, ..] | ["create", "constraint", "trigger", name, ..] => {
                let function = after(statement, "function").or(after(statement, "procedure"));
                if let (Some(table), Some(function)) = (after(statement, "on"), function) {
                    self.triggers.insert(((*name).to_owned(), table.to_owned()), function.to_owned());
                }
            }
            ["drop", "trigger", name, "on", table, ..] => {
                self.triggers.remove(&((*name).to_owned(), (*table).to_owned()));
            }
            ["create", "rule", name, ..] => {
                let done = statement.iter().position(|part| part.word() == Some("do"));
                if let (Some(table), Some(done)) = (after(statement, "to"), done) {
                    let also =
                        ["also", "instead"].map(Some).contains(&statement.get(done + 1).and_then(Part::word));
                    let done = &statement[done + 1 + usize::from(also)..];
                    self.shown.insert(((*name).to_owned(), table.to_owned()), sql::tables_of(done));
                }
            }
            ["drop", "rule", name, "on", table, ..] => {
                self.shown.remove(&((*name).to_owned(), (*table).to_owned()));
            }
            ["create", "view", name, ..] => {
                self.shown.insert(((*name).to_owned(), (*name).to_owned()), sql::tables_of(statement));
            }
            ["drop", "table" | "view", names @ ..] => {
                self.triggers.retain(|(_, table), _| !names.contains(&table.as_str()));
                self.shown.retain(|(_, table), _| !names.contains(&table.as_str()));
            }
            _ => {}
        }
    }
}

/// The name after a word.
fn after<'a>(statement: &'a [Part], word: &str) -> Option<&'a str> {
    let at = statement.iter().position(|part| part.word() == Some(word))?;
    statement[at + 1..].iter().find_map(Part::word)
}

/// What stands between dollars, after `return`, or after `begin atomic`; nothing in quotes, nor what puts a part of itself together as
/// it runs.
fn body(statement: &[Part]) -> Body {
    for (at, part) in statement.iter().enumerate() {
        match part {
            Part::Body(text) => {
                let hides = |part: &Part| part.word() == Some("execute");
                return (!sql::parse(text).iter().any(hides)).then(|| sql::tables(text));
            }
            Part::Word(word) if ["return", "atomic"].contains(&word.as_str()) => {
                return Some(sql::tables_of(&statement[at + 1..]));
            }
            _ => {}
        }
    }
    None
}

/// What was found.
#[derive(Debug, Default)]
struct Found {
    /// Functions whose owner must be said.
    ownerless: BTreeSet<String>,
    /// Functions of which nothing can be read.
    hidden: BTreeSet<String>,
    crossings: BTreeSet<String>,
}

fn look(house: &House, tables: &[(&str, &str)], functions: &[(&str, &str)]) -> Found {
    let (standing, created) = (Standing::of(house), created(house));
    let owners: BTreeMap<&str, &str> = tables.iter().copied().collect();
    let said: BTreeMap<&str, &str> = functions.iter().copied().collect();
    let mut found = Found::default();
    let cross = |what: &str, owner: &str, touched: &BTreeSet<String>| -> Vec<String> {
        let others = touched.iter().filter(|table| created.contains(*table));
        let others = others.filter(|table| owners.get(table.as_str()) != Some(&owner));
        others.map(|table| format!("{what} : {table}")).collect()
    };
    for ((name, table), touched) in &standing.shown {
        let owner = owners.get(table.as_str()).copied().unwrap_or_default();
        found.crossings.extend(cross(name, owner, touched));
    }
    for (name, bodies) in &standing.functions {
        let called: Vec<&str> = standing
            .triggers
            .iter()
            .filter(|(_, function)| *function == name)
            .map(|((_, table), _)| table.as_str())
            .collect();
        let of_triggers: BTreeSet<&str> =
            called.iter().map(|table| owners.get(table).copied().unwrap_or_default()).collect();
        let owner = match of_triggers.iter().collect::<Vec<_>>().as_slice() {
            [one] => *one,
            _ => {
                found.ownerless.insert(name.clone());
                said.get(name.as_str()).copied().unwrap_or_default()
            }
        };
        for body in bodies {
            match body {
                Some(touched) => found.crossings.extend(cross(name, owner, touched)),
                None => {
                    found.hidden.insert(name.clone());
                }
            }
        }
        let foreign = called.iter().filter(|table| owners.get(*table) != Some(&owner));
        found.crossings.extend(foreign.map(|table| format!("{name} on {table}")));
    }
    found
}

#[test]
fn every_function_has_one_owner() {
    let rule = "A function belongs to whoever owns the tables whose trigger it is. Where that says nothing, or two things, \
                OWNERS_OF_FUNCTIONS says it.";
    settle(rule, &look(house(), OWNERS, OWNERS_OF_FUNCTIONS).ownerless, OWNERS_OF_FUNCTIONS);
    for (_, owner) in OWNERS_OF_FUNCTIONS {
        assert!(graph().order().iter().any(|module| module == owner), "there is no src/{owner}");
    }
}

#[test]
fn what_the_database_does_by_itself_keeps_to_its_subject() {
    let found = look(house(), OWNERS, OWNERS_OF_FUNCTIONS);
    let rule = "A function, a rule or a view touches its own subject's tables. What crosses stands in CROSSINGS, with a reason.";
    settle(rule, &found.crossings, CROSSINGS);
}

#[test]
fn every_function_can_be_read() {
    let hidden = look(house(), OWNERS, OWNERS_OF_FUNCTIONS).hidden;
    assert!(hidden.is_empty(), "write out what they do, not in quotes and without `execute`: {hidden:?}");
}

#[test]
fn a_function_a_rule_and_a_view_that_cross_are_found_as_the_last_migration_leaves_them() {
    let house = House::of(&[
        (
            "migrations/1.sql",
            "create table cheese (id int); create table milk (); create table bill (); create table stamp ();\n\
             create function ages() returns trigger language plpgsql as $$ begin update bill set x = 1; return null; end $$;\n\
             create trigger ages after insert on cheese for each row execute function ages();\n\
             create function gone() returns int language sql as $$ select 1 from bill $$;\n\
             create function both() returns trigger language plpgsql as $$ begin return new; end $$;\n\
             create trigger both before update on milk for each row execute function both();\n\
             create constraint trigger both after insert on bill deferrable for each row execute function both();\n\
             create trigger left_off before update on stamp for each row execute function both();\n\
             create view shelf as select * from cheese c join bill b on true;\n\
             create rule spoils as on delete to milk do also insert into bill default values;",
        ),
        (
            "migrations/2.sql",
            "create or replace function ages() returns trigger language plpgsql as $body$\n\
             declare x int; begin -- delete from bill\n\
             if new.x then perform from stamp; end if; select id into x from milk; return null; end $body$;\n\
             drop function gone(); drop trigger left_off on stamp;\n\
             create function pays(x int) returns void language plpgsql as $$ begin delete from bill; end $$;\n\
             create function pays(x text) returns void language plpgsql as $$ begin delete from cheese; end $$;\n\
             create function secret() returns void language plpgsql as $$ begin execute 'delete from bill'; end $$;\n\
             create function quoted() returns int language sql as 'select 1 from bill';\n\
             create function counts() returns bigint language sql return (select count(*) from bill);\n\
             create function sums() returns bigint language sql begin atomic select 1 from milk; select 2 from stamp; end;\n\
             create function after_that() returns int language sql as $$ select 1 from stamp $$; drop function after_that();\n\
             do $$ begin update bill set x = 1; update cheese set x = 1; end $$;",
        ),
    ]);
    let tables =
        [("cheese", "goods"), ("milk", "goods"), ("shelf", "goods"), ("bill", "orders"), ("stamp", "post")];
    let functions = [("both", "goods"), ("counts", "goods"), ("pays", "orders"), ("sums", "goods")];
    let found = look(&house, &tables, &functions);
    let of = |found: &BTreeSet<String>| found.iter().cloned().collect::<Vec<_>>();
    assert_eq!(
        of(&found.crossings),
        [
            "ages : stamp",
            "both on bill",
            "counts : bill",
            "pays : cheese",
            "shelf : bill",
            "spoils : bill",
            "sums : stamp",
        ]
    );
    assert_eq!(of(&found.ownerless), ["both", "counts", "pays", "quoted", "secret", "sums"]);
    assert_eq!(of(&found.hidden), ["quoted", "secret"]);
}
