//! The parcels of an order in words: which one of how many, what lies in it, how far it has come.

use crate::orders::Order;
use crate::orders::order::OrderLine;
use crate::shipping::Parcel;
use crate::shipping::progress::Progress;
use crate::web::Page;

/// One of an order's parcels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParcelLine {
    /// Which one, from 1.
    pub sequence: i16,
    /// `Parcel 1 of 2`.
    pub name: String,
    /// Its number, in groups.
    pub ident_code: String,
    /// How far it has come.
    pub state: String,
    /// The colour of that.
    pub color: &'static str,
    /// What its goods weigh, where that was written down.
    pub weight: Option<String>,
    /// What lies in it, article by article; nothing where that was not written down.
    pub contents: Vec<String>,
}

impl ParcelLine {
    /// All of an order's newest delivery.
    #[must_use]
    pub fn all(p: &Page, order: &Order) -> Vec<Self> {
        order.parcels.iter().map(|parcel| Self::of(p, parcel, &order.lines)).collect()
    }

    fn of(p: &Page, parcel: &Parcel, lines: &[OrderLine]) -> Self {
        let progress = parcel.progress();
        Self {
            sequence: parcel.sequence,
            name: name(p, parcel),
            ident_code: parcel.ident_code.grouped(),
            state: p.t(&format!("parcel-{}", progress.code().replace('_', "-"))).into_owned(),
            color: match progress {
                Progress::Announced => "plain",
                Progress::HandedOver | Progress::Ready | Progress::Collected => "known",
                Progress::Returned => "waiting",
            },
            weight: parcel.weight_g.map(|grams| kilograms(grams.into())),
            contents: contents(parcel, lines),
        }
    }

    /// For samples: two parcels.
    #[must_use]
    pub fn samples(p: &Page) -> Vec<Self> {
        let line = |sequence: i16| Self {
            sequence,
            name: p.xy("parcel-of", sequence, 2),
            ident_code: format!("99.00.123456.2000000{sequence}"),
            state: p.t("parcel-handed-over").into_owned(),
            color: "known",
            weight: Some(kilograms(18_200)),
            contents: vec!["2 × Fondue caquelon".into()],
        };
        vec![line(1), line(2)]
    }
}

/// `Parcel 1 of 2`.
#[must_use]
pub fn name(p: &Page, parcel: &Parcel) -> String {
    p.xy("parcel-of", parcel.sequence, parcel.parcels)
}

/// What lies in a parcel: `2 × Mountain cheese`.
#[must_use]
pub fn contents(parcel: &Parcel, lines: &[OrderLine]) -> Vec<String> {
    let item = |(position, pieces): &(i16, i32)| {
        let at = usize::try_from(*position).ok()?.checked_sub(1)?;
        lines.get(at).map(|line| format!("{pieces} × {}", line.name))
    };
    parcel.items.iter().filter_map(item).collect()
}

/// `1.250 kg`.
#[must_use]
pub fn kilograms(grams: i64) -> String {
    format!("{}.{:03}\u{a0}kg", grams / 1000, grams % 1000)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_weight_is_said_in_kilograms() {
        assert_eq!(super::kilograms(50), "0.050\u{a0}kg");
        assert_eq!(super::kilograms(12_005), "12.005\u{a0}kg");
    }
}
