//! What breaks a rule today and is known. A list that lies is refused: what is not on it, and what need no longer be on it.

use std::collections::BTreeSet;

/// What is broken, and why it still is.
pub type Known<'a> = &'a [(&'a str, &'a str)];

/// Holds what a reading has found against what is known.
pub fn settle(rule: &str, found: &BTreeSet<String>, known: Known<'_>) {
    let names: BTreeSet<String> = known.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names.len(), known.len(), "{rule}: a line of the list stands twice");
    let lines = |title: &str, all: Vec<&String>| {
        let all: Vec<&str> = all.into_iter().map(String::as_str).collect();
        if all.is_empty() { String::new() } else { format!("\n{title}\n  {}", all.join("\n  ")) }
    };
    let new = lines("It is broken here:", found.difference(&names).collect());
    let stale = lines(
        "These need no exception any more; take them off the list beside the test:",
        names.difference(found).collect(),
    );
    assert!(new.is_empty() && stale.is_empty(), "{rule}{new}{stale}\n");
}

#[test]
fn a_list_refuses_what_is_not_on_it_and_what_need_not_be_on_it() {
    let found: BTreeSet<String> = ["a".to_owned(), "b".to_owned()].into();
    settle("a rule", &found, &[("a", "why"), ("b", "why")]);
    let refused = |known: Known<'_>| std::panic::catch_unwind(|| settle("a rule", &found, known)).is_err();
    assert!(refused(&[("a", "why")]));
    assert!(refused(&[("a", "why"), ("b", "why"), ("c", "why")]));
    assert!(refused(&[("a", "why"), ("b", "why"), ("b", "why")]));
}
