//! What was found, in a sentence or two.

use crate::gazetteer::Place;
use crate::gazetteer::name::folded;
use crate::i18n::Lang;
use crate::pickup::search::{Found, Origin, PAGE_SIZE, numbers};

/// `350 m`, `2.4 km`, `31 km`.
#[must_use]
pub fn distance(metres: u32) -> String {
    match metres {
        0..950 => format!("{} m", (metres + 5) / 10 * 10),
        950..9950 if (metres + 50) % 1000 < 100 => format!("{} km", (metres + 50) / 1000),
        950..9950 => format!("{}.{} km", (metres + 50) / 1000, (metres + 50) % 1000 / 100),
        _ => format!("{} km", (metres + 500) / 1000),
    }
}

/// What was found, in one or two sentences.
#[must_use]
pub fn told(lang: Lang, found: &Found, q: &str) -> String {
    let place = |place: &Place| {
        // A town has many postcodes: one is named only where it was typed, or where it is all that is known.
        let typed = |name| folded(q).contains(&folded(name));
        let guessed = matches!(found.origin, Origin::Nearest(_)) && !place.names().any(typed);
        if q.contains(place.postcode) || guessed { place.line() } else { place.name.to_owned() }
    };
    let (name, before) = match &found.origin {
        Origin::Unknown if q.trim().is_empty() => return lang.t("point-empty").into_owned(),
        Origin::Unknown => return lang.x("point-none", q),
        Origin::Place(of) => (place(of), None),
        Origin::Street(of) => (place(of), Some(lang.x("point-street-unknown", place(of)))),
        Origin::Nearest(of) => {
            let unknown = numbers::postcode(q).unwrap_or(q);
            (place(of), Some(lang.xy("point-postcode-unknown", unknown, place(of))))
        }
        Origin::Stop(name, _) => ((*name).to_owned(), None),
        Origin::Point(point) => (format!("{}, {}", point.name, point.town_line()), None),
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let all = count(found.total);
    let counted = match found.near {
        // Further on it is where one stands that counts, not what lies near.
        _ if found.page > 1 => {
            let first = (found.page - 1) * PAGE_SIZE + 1;
            let last = first + found.hits.len().saturating_sub(1);
            let range = [("from", count(first).into()), ("to", count(last).into())];
            lang.with(
                "point-found-page",
                &[("n", all.into()), ("x", name.into())].into_iter().chain(range).collect::<Vec<_>>(),
            )
        }
        Some((near, circle)) if near < found.total => lang.with(
            "point-found-near",
            &[
                ("n", count(near).into()),
                ("all", all.into()),
                ("reach", distance(circle).into()),
                ("x", name.into()),
            ],
        ),
        _ => lang.with("point-found", &[("n", all.into()), ("x", name.into())]),
    };
    before.map_or_else(|| counted.clone(), |before| format!("{before} {counted}"))
}
