//! The links of a list: to other places that may have been meant, and to its other pages.

use crate::gazetteer::Place;
use crate::pickup::finder::Question;
use crate::pickup::search::Found;

/// A link to a page of the list.
#[derive(Clone, Debug)]
pub struct PageLink {
    /// Its number, from 1.
    pub number: usize,
    /// Where it leads.
    pub href: String,
    /// Whether it is this one.
    pub current: bool,
    /// Whether pages are left out before it.
    pub after_gap: bool,
}

/// Other places that may have been meant, with the addresses of their searches.
#[must_use]
pub fn alternatives(base: &str, found: &Found, question: &Question) -> Vec<(String, String)> {
    let link = |place: &Place| {
        let q = place.line();
        let href = question.about(&q).href(base);
        // "Buchs SG" says its canton already.
        let says_it = place.name.ends_with(place.canton);
        (if says_it { q } else { format!("{q} ({})", place.canton) }, href)
    };
    found.alternatives.iter().map(link).collect()
}

/// The pages around this one, with the first and the last.
#[must_use]
pub fn pages(base: &str, found: &Found, question: &Question) -> Vec<PageLink> {
    let near = |page: &usize| *page == 1 || *page == found.pages || page.abs_diff(found.page) <= 1;
    let numbers: Vec<usize> = (1..=found.pages).filter(near).collect();
    let link = |(at, number): (usize, &usize)| PageLink {
        number: *number,
        href: question.on_page(*number).href(base),
        current: *number == found.page,
        after_gap: at > 0 && numbers[at - 1] + 1 < *number,
    };
    numbers.iter().enumerate().map(link).collect()
}
