//! The table of statements: what each is, and what they come to.

use std::collections::BTreeMap;

use crate::say;
use Source::{Application, Bracket, Connection, Function};

const WIDTH: usize = 100;

/// Where a statement comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The application asks it.
    Application,
    /// It only opens or closes a transaction, or a part of one.
    Bracket,
    /// A new connection asks it about types of the database.
    Connection,
    /// It stands in a function of the database.
    Function,
}

/// Calls a checkout, home and to a pick-up point, by the statement's number.
pub struct Table {
    functions: Vec<String>,
    rows: BTreeMap<i64, (String, [f64; 2])>,
}

impl Table {
    /// An empty one of a database that has these functions.
    pub fn new(functions: Vec<String>) -> Self {
        let functions = functions.iter().map(|text| without_targets(&one_line(text))).collect();
        Self { functions, rows: BTreeMap::new() }
    }

    pub fn add(&mut self, number: i64, statement: String, column: usize, calls: f64) {
        self.rows.entry(number).or_insert_with(|| (statement, [0.0; 2])).1[column] = calls;
    }

    pub fn source(&self, statement: &str) -> Source {
        let statement = one_line(statement);
        let first = statement.split(' ').next().unwrap_or_default().to_uppercase();
        if ["BEGIN", "START", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE"].contains(&&*first) {
            Bracket
        } else if statement.contains("pg_catalog.") || statement.contains("pg_type") {
            Connection
        } else if self.functions.iter().any(|function| stands_in(function, &statement)) {
            Function
        } else {
            Application
        }
    }

    pub fn print(&self) {
        let mut rows: Vec<(Source, &str, [f64; 2])> = self
            .rows
            .values()
            .map(|(statement, calls)| (self.source(statement), &**statement, *calls))
            .collect();
        rows.sort_by(|one, other| {
            let sum = |calls: [f64; 2]| calls.iter().sum::<f64>();
            one.0.cmp(&other.0).then(sum(other.2).total_cmp(&sum(one.2)))
        });
        let sum = |sources: &[Source]| {
            let rows = rows.iter().filter(|(source, ..)| sources.contains(source));
            rows.fold([0.0; 2], |sum, (.., calls)| [sum[0] + calls[0], sum[1] + calls[1]])
        };
        for (source, title) in [
            (Application, "asked by the application"),
            (Bracket, "BEGIN, COMMIT and their like"),
            (Connection, "asked by new connections about types"),
            (Function, "inside functions of the database, by deferred triggers at COMMIT"),
        ] {
            say(&format!("\n   home  pick-up   {title}"));
            for (_, statement, calls) in rows.iter().filter(|(of, ..)| *of == source) {
                row(*calls, &short(statement));
            }
            row(sum(&[source]), "together");
        }
        say("\n   home  pick-up   a checkout");
        row(sum(&[Application, Connection]), "asked, without BEGIN, COMMIT and their like");
        row(sum(&[Application, Connection, Bracket]), "asked");
        row(sum(&[Application, Connection, Function]), "counted, without BEGIN, COMMIT and their like");
        row(sum(&[Application, Connection, Bracket, Function]), "counted: all that pg_stat_statements has");
    }
}

fn row([home, pickup]: [f64; 2], what: &str) {
    say(&format!("{home:>7.1} {pickup:>8.1}   {what}"));
}

/// A statement in one line, cut.
pub fn short(statement: &str) -> String {
    let line = one_line(statement);
    match line.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A function's text without the variables that its questions are answered into: Postgres does not see them.
fn without_targets(function: &str) -> String {
    let (mut kept, mut words) = (Vec::new(), function.split(' '));
    while let Some(word) = words.next() {
        if word.eq_ignore_ascii_case("into") && kept.last() != Some(&"insert") {
            let _targets = words.by_ref().find(|target| !target.ends_with(','));
        } else {
            kept.push(word);
        }
    }
    kept.join(" ")
}

/// Whether the statement stands in the function's text. Where it had constants Postgres may have put `$1`.
fn stands_in(function: &str, statement: &str) -> bool {
    let mut rest = function;
    statement.split('$').enumerate().all(|(at, piece)| {
        let piece = if at == 0 { piece } else { piece.trim_start_matches(|c: char| c.is_ascii_digit()) };
        rest.find(piece).is_some_and(|found| {
            rest = &rest[found + piece.len()..];
            true
        })
    })
}
