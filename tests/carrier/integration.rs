//! The requests of `docs/integration.md` run as they stand there, in every language whose interpreter this machine has.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::contract::{LABEL, NOT_PLAYED};
use crate::held::Contract;
use crate::relay::Relay;
use crate::support::shop::Shop;

const DOCUMENT: &str = include_str!("../../docs/integration.md");

/// How a block of a language is run; the program is given the block on its standard input.
const INTERPRETERS: [(&str, &str, &[&str]); 4] = [
    ("sh", "sh", &["-eu"]),
    ("python", "python3", &["-I", "-"]),
    ("js", "node", &["--input-type=module", "-"]),
    ("php", "php", &[]),
];

/// A block: its language, what it shows, its text.
fn blocks() -> Vec<(&'static str, &'static str, &'static str)> {
    let block = |part: &'static str| {
        let (language, text) = part.split_once('\n').expect("a language");
        let named = text.lines().next().unwrap_or_default();
        let named = named.trim_start_matches("<?php").trim_start_matches([' ', '#', '/']);
        (language, named.split(':').next().unwrap_or_default(), text)
    };
    DOCUMENT.split("```").skip(1).step_by(2).map(block).collect()
}

fn is_there(program: &str) -> bool {
    // Every machine has a shell; what its blocks need is curl.
    let program = if program == "sh" { "curl" } else { program };
    let asked = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// What a block prints.
fn run(program: &str, arguments: &[&str], text: &str, post: &str) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .env("POST", post)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("an interpreter");
    child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it is read");
    let output = child.wait_with_output().expect("its end");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}:\n{text}\n{errors}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn each_call_is_shown_in_each_language() {
    let shown = |language: &str| -> Vec<&str> {
        blocks().into_iter().filter(|(known, ..)| *known == language).map(|(_, named, _)| named).collect()
    };
    for (language, ..) in INTERPRETERS {
        let wanted: &[&str] = &["token", "points", "users", "label"];
        assert!(
            wanted.iter().all(|named| shown(language).contains(named)),
            "{language}: {:?}",
            shown(language)
        );
    }
    assert!(shown("sh").contains(&"barcodes"));
    assert_eq!(blocks().len(), 17, "another block is another request to run");
}

#[actix_web::test]
async fn every_request_of_the_document_runs_against_the_simulator_and_is_of_the_contract() {
    let (shop, contract) = (Shop::open().await, Contract::read());
    let relay = Relay::before(&shop.sandbox);
    let mut ran = Vec::new();
    for (language, program, arguments) in INTERPRETERS {
        if !is_there(program) {
            let _ = writeln!(std::io::stderr(), "skipped: the blocks in {language}, for want of {program}");
            // CI installs them all.
            assert!(std::env::var_os("CI").is_none(), "{program} is missing");
            continue;
        }
        for (_, named, text) in blocks().into_iter().filter(|(known, ..)| *known == language) {
            if named == "label" && NOT_PLAYED.contains(&LABEL) {
                continue;
            }
            let before = relay.exchanges().len();
            let printed = run(program, arguments, text, &relay.url);
            let promised =
                text.rsplit("prints ").next().and_then(|rest| rest.lines().next()).expect("a promise");
            assert!(printed.contains(promised.trim()), "{language} {named} prints no {promised}: {printed}");
            assert!(relay.exchanges().len() > before, "{language} {named} asks nobody");
            ran.push((language, named));
        }
    }
    assert!(ran.contains(&("sh", "users")), "{ran:?}");
    let problems: Vec<String> =
        relay.exchanges().iter().flat_map(|exchange| contract.problems(exchange)).collect();
    assert_eq!(problems, [""; 0]);
    assert!(relay.exchanges().iter().all(|exchange| exchange.status == 200));
}

/// The first column of a table's rows, below a heading.
fn column(heading: &str) -> Vec<String> {
    let section =
        DOCUMENT.split("\n##").find(|section| section.trim_start_matches(['#', ' ']).starts_with(heading));
    let rows = section.expect(heading).lines().filter(|line| line.starts_with('|')).skip(2);
    rows.filter_map(|row| row.split('|').nth(1)).map(|cell| cell.trim().to_owned()).collect()
}

#[test]
fn every_tag_that_the_document_names_is_one_of_the_simulator() {
    let magic = include_str!("../../docs/magic-values.md");
    let codes = include_str!("../../docs/codes.md");
    let named: Vec<&str> = DOCUMENT
        .split('`')
        .filter(|word| word.starts_with("hans+") || word.starts_with("M-10001+"))
        .filter_map(|word| word.split(['+', '@']).nth(1))
        .collect();
    assert!(named.len() >= 6, "{named:?}");
    for tag in named {
        let is_known = magic.contains(&format!("| `{tag}` |")) || codes.contains(&format!("| {tag} |"));
        assert!(is_known, "{tag} is no tag");
    }
}

#[test]
fn the_tables_name_every_status_and_every_field_of_the_contract() {
    let contract = Contract::read();
    let users = &contract.components["schemas"]["UsersAnswer"]["properties"]["verified"]["enum"];
    let folded = |text: &str| text.replace(['-', '_'], "").replace("REGISTERED", "REGISTRED");
    let listed: Vec<String> = column("Every status").iter().map(|cell| folded(cell)).collect();
    for status in users.as_array().into_iter().flatten().filter_map(Value::as_str) {
        assert!(
            listed.iter().any(|cell| cell.contains(&format!("`{}`", folded(status)))),
            "{status}: {listed:?}"
        );
    }
    let fields = column("3. The User ID").join(" ");
    let mut leaves = Vec::new();
    for name in ["UserDetails", "House", "Zip", "UserNotification"] {
        let schema = &contract.components["schemas"][name]["properties"];
        leaves.extend(schema.as_object().expect(name).keys().cloned());
    }
    let section = DOCUMENT.split("\n## 3.").nth(1).and_then(|rest| rest.split("```").next()).expect("it");
    for leaf in leaves {
        assert!(fields.contains(&leaf) || section.contains(&format!("`{leaf}`")), "{leaf} is not explained");
    }
    let answers = contract.paths["/pickpost/v1/users"]["post"]["responses"].as_object().expect("answers");
    let listed = column("Every answer").join(" ");
    for status in answers.keys() {
        assert!(listed.contains(status.as_str()), "{status} is not explained");
    }
}
