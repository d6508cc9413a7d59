//! The recipient block: which lines stand on a label, in which order, and what is left out when there is no room
//! (Post's manual "Barcode", 4.6; developer.post.ch, 8.2.1). The one place where an address becomes lines.

use crate::address::joined;
use crate::label::{Layout, Recipient};

/// So many characters make a line; one more of some field never gets past the forms.
pub const LINE: usize = 35;
/// From here on a line is told with its count.
const TIGHT: usize = 30;

/// A part of the recipient block, in the order of print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Above the name.
    FreeText,
    /// How the person is addressed.
    Title,
    /// First name and last name, or the company.
    Name,
    /// Keyword and User ID at a pick-up point.
    Name2,
    /// Whom to ask for.
    Name3,
    /// Floor, c/o and the like.
    AddressSuffix,
    /// Street and number.
    Street,
    /// Postcode and town.
    Town,
}

/// One printed line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockLine {
    /// What it is.
    pub part: Part,
    /// As it is printed.
    pub text: String,
}

/// A part that there was no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// What it is.
    pub part: Part,
    /// What it said.
    pub text: String,
    /// Post's warning about it.
    pub warning: &'static str,
}

/// What became of a name that is too long for a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LongName {
    /// The first name on a line, the last name on the next.
    TwoLines,
    /// The first name by its initials, since a second line would push another one off.
    Initials,
    /// All of it on one line in smaller type, since it is too long with initials too.
    Small,
}

/// What is printed, and what is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The lines from the top.
    pub lines: Vec<BlockLine>,
    /// What there was no room for, in the order in which it went.
    pub dropped: Vec<Dropped>,
    /// What became of a long name.
    pub long_name: Option<LongName>,
    /// How many lines there may be.
    pub budget: usize,
}

/// What may go, in the order in which it goes, with Post's warning.
const GOES: [(Part, &str); 4] = [
    (Part::Title, "W2016"),
    (Part::AddressSuffix, "W2017"),
    (Part::Name3, "W2019"),
    (Part::FreeText, "W2020"),
];

impl Recipient {
    /// The printed block of a label without delivery instructions. Names, Name2, street and town are never left out, and
    /// Name2 is never touched.
    #[must_use]
    pub fn block(&self, layout: Layout) -> Block {
        self.block_of(layout.line_budget(0))
    }

    /// The printed block where there is room for so many lines, six at least.
    #[must_use]
    pub fn block_of(&self, budget: usize) -> Block {
        let mut lines = self.parts();
        let mut dropped = Vec::new();
        for (part, warning) in GOES {
            if lines.len() <= budget {
                break;
            }
            if let Some(at) = lines.iter().position(|line| line.part == part) {
                let BlockLine { part, text } = lines.remove(at);
                dropped.push(Dropped { part, text, warning });
            }
        }
        let long_name = self.fit_name(&mut lines, budget);
        Block { lines, dropped, long_name, budget }
    }

    /// All parts that there are, each a line.
    fn parts(&self) -> Vec<BlockLine> {
        let name = match &self.first_name {
            Some(first_name) => format!("{first_name} {}", self.name1),
            None => self.name1.clone(),
        };
        let optional = |part, text: &Option<String>| (part, text.clone().unwrap_or_default());
        [
            optional(Part::FreeText, &self.free_text),
            optional(Part::Title, &self.title),
            (Part::Name, name),
            optional(Part::Name2, &self.name2),
            optional(Part::Name3, &self.name3),
            optional(Part::AddressSuffix, &self.address_suffix),
            (Part::Street, joined(&self.street, self.house_no.as_deref())),
            // A point of the carrier's own list may have no town: then the postcode says where it is.
            (Part::Town, format!("{} {}", self.zip, self.city).trim().to_owned()),
        ]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(part, text)| BlockLine { part, text })
        .collect()
    }

    /// A name of more than a line: on two lines where that costs no other line, else by initials, else in smaller type.
    fn fit_name(&self, lines: &mut Vec<BlockLine>, budget: usize) -> Option<LongName> {
        let first_name = self.first_name.as_deref()?;
        let at = lines.iter().position(|line| line.part == Part::Name && line.text.chars().count() > LINE)?;
        let line = |text: &str| BlockLine { part: Part::Name, text: text.to_owned() };
        if lines.len() < budget {
            lines.splice(at..=at, [line(first_name), line(&self.name1)]);
            return Some(LongName::TwoLines);
        }
        let short = format!("{} {}", initials(first_name), self.name1);
        if short.chars().count() > LINE {
            return Some(LongName::Small);
        }
        lines[at] = line(&short);
        Some(LongName::Initials)
    }
}

impl Block {
    /// The lines as texts.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.lines.iter().map(|line| line.text.clone()).collect()
    }

    /// Post's warnings about what there was no room for.
    pub fn warnings(&self) -> impl Iterator<Item = &'static str> {
        self.dropped.iter().map(|dropped| dropped.warning)
    }
}

impl BlockLine {
    /// How many characters of a line's 35 it takes, where that is nearly all or more.
    #[must_use]
    pub fn count(&self) -> Option<usize> {
        let count = self.text.chars().count();
        (count >= TIGHT).then_some(count)
    }
}

impl Part {
    /// As keys of texts name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FreeText => "free-text",
            Self::Title => "title",
            Self::Name => "name",
            Self::Name2 => "name2",
            Self::Name3 => "name3",
            Self::AddressSuffix => "suffix",
            Self::Street => "street",
            Self::Town => "town",
        }
    }
}

/// `Hans-Peter Maria` as `H.-P. M.`
fn initials(name: &str) -> String {
    let short = |word: &str| word.chars().next().map(|first| format!("{first}."));
    let joined = |word: &str| word.split('-').filter_map(short).collect::<Vec<_>>().join("-");
    name.split(' ').map(joined).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{LongName, Part};
    use crate::label::{Layout, Recipient};

    fn full() -> Recipient {
        let some = |text: &str| Some(text.to_owned());
        Recipient {
            title: some("Herr"),
            first_name: some("Hans"),
            name1: "Muster".into(),
            name2: some("PickPost PT011227"),
            name3: some("Empfang"),
            address_suffix: some("3. Stock"),
            street: "Bahnhofstrasse".into(),
            house_no: some("67"),
            zip: "5000".into(),
            city: "Aarau".into(),
            free_text: some("M-10042"),
        }
    }

    #[test]
    fn a_small_label_drops_title_and_suffix_and_says_what_they_were() {
        let block = full().block(Layout::A7);
        let told: Vec<_> = block.dropped.iter().map(|gone| (gone.part, &*gone.text, gone.warning)).collect();
        assert_eq!(told, [(Part::Title, "Herr", "W2016"), (Part::AddressSuffix, "3. Stock", "W2017")]);
        assert_eq!(block.lines[2].text, "PickPost PT011227");
        assert_eq!(block.texts().last().map(String::as_str), Some("5000 Aarau"));
        assert!(full().block(Layout::A6).dropped.is_empty());
    }

    #[test]
    fn a_long_name_takes_two_lines_where_they_cost_nothing_else_initials_or_smaller_type() {
        let long = Recipient {
            first_name: Some("Hans-Peter Maximilian".into()),
            name1: "von Hohenstein-Bergmann".into(),
            ..full()
        };
        let room = Recipient { title: None, free_text: None, name3: None, ..long.clone() };
        let block = room.block(Layout::A7);
        assert_eq!(block.long_name, Some(LongName::TwoLines));
        assert_eq!(block.texts()[..2], ["Hans-Peter Maximilian", "von Hohenstein-Bergmann"]);
        let block = long.block(Layout::A6);
        assert_eq!((block.long_name, block.dropped.len()), (Some(LongName::Initials), 0));
        assert_eq!(block.texts()[2], "H.-P. M. von Hohenstein-Bergmann");
        let longer = Recipient { name1: "W".repeat(35), ..long };
        assert_eq!(longer.block(Layout::A6).long_name, Some(LongName::Small));
    }
}
