//! The codes of the 26 cantons and of Liechtenstein, with their capitals: who types `ZH` means Zürich.

/// Code and capital, as `data/places.tsv` writes it.
const CANTONS: [(&str, &str); 27] = [
    ("AG", "Aarau"),
    ("AI", "Appenzell"),
    ("AR", "Herisau"),
    ("BE", "Bern"),
    ("BL", "Liestal"),
    ("BS", "Basel"),
    ("FL", "Vaduz"),
    ("FR", "Fribourg"),
    ("GE", "Genève"),
    ("GL", "Glarus"),
    ("GR", "Chur"),
    ("JU", "Delémont"),
    ("LU", "Luzern"),
    ("NE", "Neuchâtel"),
    ("NW", "Stans"),
    ("OW", "Sarnen"),
    ("SG", "St. Gallen"),
    ("SH", "Schaffhausen"),
    ("SO", "Solothurn"),
    ("SZ", "Schwyz"),
    ("TG", "Frauenfeld"),
    ("TI", "Bellinzona"),
    ("UR", "Altdorf UR"),
    ("VD", "Lausanne"),
    ("VS", "Sion"),
    ("ZG", "Zug"),
    ("ZH", "Zürich"),
];

/// The code as it is written, and the capital; `None` for what is no code. Case does not matter.
#[must_use]
pub fn canton(code: &str) -> Option<(&'static str, &'static str)> {
    CANTONS.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(code))
}

/// `Buchs SG`, `Buchs (SG)` and `Buchs, SG`: the name and the canton.
#[must_use]
pub fn canton_of(typed: &str) -> (String, Option<&'static str>) {
    let trimmed = typed.trim_end_matches([')', ' ', '.']);
    let Some((name, last)) = trimmed.rsplit_once([' ', '(', ',']) else { return (typed.to_owned(), None) };
    match canton(last) {
        Some((code, _)) => (name.trim_end_matches([' ', '(', ',']).to_owned(), Some(code)),
        None => (typed.to_owned(), None),
    }
}
