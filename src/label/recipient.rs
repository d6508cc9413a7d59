//! The recipient block: which lines stand on a label, in which order, and what is left out when there is no room
//! (Post's manual "Barcode", 4.6).

use crate::label::Layout;

/// The recipient in the fields of Post's Barcode service; 35 characters each, the house number 10.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// "Ms", "Herr".
    pub title: Option<String>,
    /// First name; empty for a company.
    pub first_name: Option<String>,
    /// Last name or company.
    pub name1: String,
    /// Keyword and User ID at a pick-up point.
    pub name2: Option<String>,
    /// Whom to ask for.
    pub name3: Option<String>,
    /// Floor, c/o and the like.
    pub address_suffix: Option<String>,
    /// Street; of the point at a pick-up point.
    pub street: String,
    /// House number.
    pub house_no: Option<String>,
    /// Postcode.
    pub zip: String,
    /// Town.
    pub city: String,
    /// Printed above the name, 34 characters.
    pub free_text: Option<String>,
}

/// A part of the recipient block that may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// Warning W2016.
    Title,
    /// Warning W2017.
    AddressSuffix,
    /// Warning W2019.
    Name3,
    /// Warning W2020.
    FreeText,
}

/// What is printed and what was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The lines from the top.
    pub lines: Vec<String>,
    /// Which of them is Name2.
    pub name2_at: Option<usize>,
    /// What there was no room for.
    pub dropped: Vec<Dropped>,
}

impl Recipient {
    /// The printed block. Names, Name2, street and town are never left out.
    #[must_use]
    pub fn lines(&self, layout: Layout) -> Block {
        let mut fitting = self.clone();
        let mut dropped = Vec::new();
        let order = [Dropped::Title, Dropped::AddressSuffix, Dropped::Name3, Dropped::FreeText];
        for part in order {
            if fitting.all_lines().len() <= layout.line_budget() {
                break;
            }
            let slot = match part {
                Dropped::Title => &mut fitting.title,
                Dropped::AddressSuffix => &mut fitting.address_suffix,
                Dropped::Name3 => &mut fitting.name3,
                Dropped::FreeText => &mut fitting.free_text,
            };
            if slot.take().is_some() {
                dropped.push(part);
            }
        }
        let before = [&fitting.free_text, &fitting.title].into_iter().flatten().count() + 1;
        let name2_at = fitting.name2.as_ref().map(|_| before);
        Block { lines: fitting.all_lines(), name2_at, dropped }
    }

    fn all_lines(&self) -> Vec<String> {
        let name = match &self.first_name {
            Some(first_name) => format!("{first_name} {}", self.name1),
            None => self.name1.clone(),
        };
        let street = crate::address::joined(&self.street, self.house_no.as_deref());
        let town = format!("{} {}", self.zip, self.city);
        let optional = |part: &Option<String>| part.clone();
        [
            optional(&self.free_text),
            optional(&self.title),
            Some(name),
            optional(&self.name2),
            optional(&self.name3),
            optional(&self.address_suffix),
            Some(street),
            Some(town),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{Dropped, Recipient};
    use crate::label::Layout;

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
    fn a_small_label_drops_title_and_suffix_and_says_so() {
        let block = full().lines(Layout::A7);
        assert_eq!(block.dropped, [Dropped::Title, Dropped::AddressSuffix]);
        assert_eq!(block.lines[2], "PickPost PT011227");
        assert_eq!(block.lines.last().map(String::as_str), Some("5000 Aarau"));
    }

    proptest! {
        #[test]
        fn the_line_with_the_user_id_is_never_dropped_nor_moved_from_below_the_name(
            title in any::<bool>(), name3 in any::<bool>(), suffix in any::<bool>(), text in any::<bool>(),
        ) {
            let mut recipient = full();
            recipient.title = recipient.title.filter(|_| title);
            recipient.name3 = recipient.name3.filter(|_| name3);
            recipient.address_suffix = recipient.address_suffix.filter(|_| suffix);
            recipient.free_text = recipient.free_text.filter(|_| text);
            for layout in [Layout::A6, Layout::A7] {
                let block = recipient.lines(layout);
                let at = block.name2_at.unwrap_or_default();
                prop_assert_eq!(&block.lines[at], "PickPost PT011227");
                prop_assert_eq!(&block.lines[at - 1], "Hans Muster");
            }
        }
    }
}
