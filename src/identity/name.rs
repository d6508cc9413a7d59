//! How an account is named: by an e-mail address, as servers know it, in small letters.

use crate::contact::Email;
use crate::pasted;

/// The name of an account as it was typed or set: blanks round it, capitals and the spelling of an umlaut's domain make no
/// other. What is no address names nobody, and tries are counted for it all the same.
#[must_use]
pub fn named(typed: &str) -> String {
    let clean = pasted::clean(typed);
    let name = Email::parse(&clean).map_or(clean, |email| email.as_str().to_owned());
    name.to_lowercase().chars().take(160).collect()
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn an_account_has_one_name_however_it_is_typed() {
        for typed in ["Anna@Müller.example", " anna@xn--mller-kva.example", "<anna@mu\u{308}ller.example>"] {
            assert_eq!(named(typed), "anna@xn--mller-kva.example", "{typed:?}");
        }
        assert_eq!(named("Anna"), "anna");
    }
}
