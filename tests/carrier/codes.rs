//! `docs/codes.md` says what the shop says.

use pickpost_shop::carrier::code;
use pickpost_shop::i18n::Lang;

const PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/codes.md");

/// The document as the code would have it.
fn document() -> String {
    let row = |(code, _): &(&str, &str)| {
        let said = code::words(code, Lang::En);
        let text = said.split_once(" · ").map(|(_, text)| text).unwrap_or_default();
        format!("| {code} | {text} |\n")
    };
    let rows: String = code::ALL.iter().map(row).collect();
    let [error, warning] = ["E0000", "W0000"].map(|unknown| code::words(unknown, Lang::En));
    let general = |said: &str| said.split_once(" · ").map(|(_, text)| text.to_owned()).unwrap_or_default();
    format!(
        "# What the codes of the Barcode API mean\n\n\
         Written by `make codes` from `src/carrier/code.rs` and the texts, which the shop has in four languages; a test holds it.\n\n\
         A shipment that is refused comes back with HTTP 200: its reasons stand in `item.errors` as E and four digits, and there\n\
         is no label. W and four digits in `item.warnings` come with a label on which something was changed. The list is the one\n\
         that Post publishes, in our own words and as far as it is known; of E1000 to E1007, E1008 to E1015 and E9993 to E9999\n\
         only the family is, so that they share a sentence.\n\n\
         | code | what it means, and what to do |\n|---|---|\n{rows}\n\
         One that is not in the list is shown as it came. An error: \"{}\" A warning: \"{}\"\n",
        general(&error),
        general(&warning)
    )
}

#[test]
fn the_document_lists_every_code_in_the_words_of_the_shop() {
    let written = std::fs::read_to_string(PLACE).unwrap_or_default();
    assert!(written == document(), "docs/codes.md is not what the code says: make codes");
}

#[test]
#[ignore = "writes the document: make codes"]
fn the_document_is_written() {
    std::fs::write(PLACE, document()).expect("it is written");
}

#[test]
fn every_code_that_the_contract_names_has_its_words() {
    let named = include_str!("../../contract/barcode.json");
    let digits = |text: &str| text.len() == 5 && text[1..].bytes().all(|b| b.is_ascii_digit());
    let codes = named
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.is_ascii() && (word.starts_with('E') || word.starts_with('W')) && digits(word));
    let mut looked_at = 0;
    for code in codes {
        assert!(code::ALL.iter().any(|(known, _)| *known == code), "{code}");
        looked_at += 1;
    }
    assert!(looked_at > 15, "{looked_at}");
}
