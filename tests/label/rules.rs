//! The lines of a label against a second implementation of the rules, written from contract and handbook alone: print order, budget
//! of lines, order in which parts go (handbook "Barcode" 4.6), and the shop's own rule for long names (docs/label.md).

use pickpost_shop::label::letters::in_two;
use pickpost_shop::label::{Layout, Recipient, plain};
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::{Config, TestRunner};

/// What a label should say: lines, warnings.
fn expected(recipient: &Recipient, budget: usize) -> (Vec<String>, Vec<&'static str>) {
    let Recipient {
        title,
        first_name,
        name1,
        name2,
        name3,
        address_suffix,
        street,
        house_no,
        zip,
        city,
        free_text,
    } = recipient;
    let there = |field: &Option<String>| usize::from(field.is_some());
    // Name, street and town always stand.
    let count = 3 + [title, name2, name3, address_suffix, free_text].into_iter().map(there).sum::<usize>();
    let mut over = count.saturating_sub(budget);
    let mut warnings = Vec::new();
    let mut goes = |field: &Option<String>, warning| {
        let gone = over > 0 && field.is_some();
        if gone {
            over -= 1;
            warnings.push(warning);
        }
        gone
    };
    let (no_title, no_suffix) = (goes(title, "W2016"), goes(address_suffix, "W2017"));
    let (no_name3, no_text) = (goes(name3, "W2019"), goes(free_text, "W2020"));
    let mut lines: Vec<String> = Vec::new();
    lines.extend(free_text.clone().filter(|_| !no_text));
    lines.extend(title.clone().filter(|_| !no_title));
    let left = budget.min(count) < budget;
    match first_name {
        None => lines.push(name1.clone()),
        Some(first) => {
            let whole = [first.as_str(), name1].join(" ");
            let initials = regexless_initials(first) + " " + name1;
            if whole.chars().count() <= 35 {
                lines.push(whole);
            } else if left {
                lines.extend([first.clone(), name1.clone()]);
            } else if initials.chars().count() <= 35 {
                lines.push(initials);
            } else {
                lines.push(whole);
            }
        }
    }
    lines.extend(name2.clone());
    lines.extend(name3.clone().filter(|_| !no_name3));
    lines.extend(address_suffix.clone().filter(|_| !no_suffix));
    lines.push(house_no.iter().fold(street.clone(), |street, number| street + " " + number));
    lines.push(zip.clone() + " " + city);
    (lines, warnings)
}

/// The first letter of the name and of whatever follows a blank or a hyphen.
fn regexless_initials(name: &str) -> String {
    let mut out = String::new();
    let mut fresh = true;
    for c in name.chars() {
        match c {
            ' ' | '-' => {
                // A mark that nothing came after stands alone.
                if !fresh {
                    out.push(c);
                }
                fresh = true;
            }
            c if fresh => {
                out.extend([c, '.']);
                fresh = false;
            }
            _ => {}
        }
    }
    out.trim_end_matches([' ', '-']).to_owned()
}

/// A company's name on one line or on two, after docs/label.md: at the last blank that leaves both halves the room of a line, else
/// behind the last such hyphen, else after thirty-five characters.
fn halves(name: &str) -> Vec<String> {
    let fits = |part: &str| part.chars().count() <= 35;
    if fits(name) {
        return vec![name.to_owned()];
    }
    let mut blanks = name.match_indices(' ').map(|(at, _)| (&name[..at], &name[at + 1..]));
    let mut hyphens = name.match_indices('-').map(|(at, _)| name.split_at(at + 1));
    let both = |(one, two): &(&str, &str)| fits(one) && fits(two);
    let end = name.char_indices().nth(35).map_or(name.len(), |(at, _)| at);
    let broken = blanks.rfind(both).or_else(|| hyphens.rfind(both));
    let (one, two) = broken.unwrap_or(name.split_at(end));
    vec![one.trim().to_owned(), two.trim().to_owned()]
}

const LETTERS: &str = "[A-Za-zÀ-ÖØ-öø-ÿĀ-ž]";

fn word() -> impl Strategy<Value = String> {
    proptest::string::string_regex(&format!("{LETTERS}{{1,12}}")).expect("a pattern")
}

/// Words with a blank or a hyphen between them, at most so many characters.
fn words(most: usize) -> impl Strategy<Value = String> {
    let mark = any::<bool>().prop_map(|blank| if blank { ' ' } else { '-' });
    proptest::collection::vec((word(), mark), 1..5).prop_map(move |words| {
        let joined: String = words
            .into_iter()
            .flat_map(|(word, mark)| (word + &String::from(mark)).chars().collect::<Vec<_>>())
            .collect();
        let cut: String = joined.chars().take(most).collect();
        cut.trim_end_matches([' ', '-']).to_owned()
    })
}

fn maybe(most: usize) -> impl Strategy<Value = Option<String>> {
    proptest::option::of(words(most))
}

fn user_id() -> impl Strategy<Value = Option<String>> {
    let keyword = any::<bool>().prop_map(|counter| if counter { "PickPost" } else { "My Post 24" });
    proptest::option::of((keyword, "[A-Za-z0-9]{1,20}").prop_map(|(keyword, id)| format!("{keyword} {id}")))
}

fn recipients() -> impl Strategy<Value = Recipient> {
    let names = (maybe(35), maybe(35), words(35), user_id(), maybe(35), maybe(35));
    let place =
        (words(35), proptest::option::of("[1-9][0-9]{0,3}[a-z]?"), "[1-9][0-9]{3}", words(35), maybe(34));
    (names, place).prop_map(|(names, place)| {
        let (title, first_name, name1, name2, name3, address_suffix) = names;
        let (street, house_no, zip, city, free_text) = place;
        Recipient {
            title,
            first_name,
            name1,
            name2,
            name3,
            address_suffix,
            street,
            house_no,
            zip,
            city,
            free_text,
        }
    })
}

fn budgets() -> impl Strategy<Value = (Layout, usize)> {
    (proptest::sample::select(Layout::ALL.to_vec()), 0_usize..4)
}

proptest! {
    #[test]
    fn a_company_of_seventy_characters_stands_on_two_lines_whole((one, two, blank) in (words(40), words(40), any::<bool>())) {
        let mark = if blank { " " } else { "-" };
        let name: String = plain(&format!("{one}{mark}{two}")).chars().take(70).collect();
        let name = name.trim_end().to_owned();
        let (first, second) = in_two(&name, 35);
        let lines: Vec<String> = std::iter::once(first).chain(second).collect();
        prop_assert_eq!(&lines, &halves(&name));
        prop_assert!(lines.iter().all(|line| !line.is_empty() && line.chars().count() <= 35));
        let bare = |text: &str| text.replace(' ', "");
        prop_assert_eq!(bare(&lines.concat()), bare(&name), "nothing of it is lost but a blank");
    }
}

fn holds(
    recipient: &Recipient,
    (layout, instructions): (Layout, usize),
) -> Result<(), proptest::test_runner::TestCaseError> {
    // A7 takes no instruction; two on A6 cost two lines.
    let budget = match (layout, instructions) {
        (Layout::A7, _) | (Layout::A6, 2..) => 6,
        _ => 8,
    };
    prop_assert_eq!(layout.line_budget(instructions), budget);
    let block = recipient.block_of(budget);
    let (lines, warnings) = expected(recipient, budget);
    prop_assert_eq!(block.texts(), lines);
    prop_assert_eq!(block.warnings().collect::<Vec<_>>(), warnings);
    prop_assert!(block.lines.len() <= budget);
    if let Some(name2) = &recipient.name2 {
        let times = block.lines.iter().filter(|line| line.text == *name2).count();
        prop_assert!(times >= 1, "the User ID's line is there and whole: {:?}", block.lines);
    }
    let said = block.lines.iter().map(|line| &line.text).chain(block.dropped.iter().map(|gone| &gone.text));
    let said = said.cloned().collect::<Vec<_>>().join("\n");
    for part in [
        &recipient.title,
        &recipient.name2,
        &recipient.name3,
        &recipient.address_suffix,
        &recipient.free_text,
    ] {
        prop_assert!(
            part.as_ref().is_none_or(|part| said.contains(part)),
            "printed or told as dropped: {part:?}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn two_readings_of_the_rules_print_the_same_lines(recipient in recipients(), budget in budgets()) {
        holds(&recipient, budget)?;
    }

    #[test]
    fn whatever_is_typed_a_label_carries_it_without_what_post_refuses(typed in any::<String>()) {
        let carried = plain(&typed);
        let refused = ['*', '\\', '{', '}', '[', ']', '=', '>', '<', '|', '’', '“', '–', '\n'];
        prop_assert!(!carried.contains(refused));
        prop_assert!(carried.chars().count() <= typed.chars().count());
        prop_assert_eq!(plain(&carried), carried);
    }
}

#[test]
#[ignore = "a hundred thousand addresses: `make label-rules`"]
fn a_hundred_thousand_addresses_read_the_same_twice() {
    let config = Config { cases: 100_000, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&(recipients(), budgets()), |(recipient, budget)| holds(&recipient, budget))
        .expect("the same lines");
}
