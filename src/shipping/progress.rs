//! How far a parcel has come, read from what Post has scanned. Ready to be collected is not delivered: 2102 is a parcel that lies
//! in a terminal, whatever a summary says.

use chrono::{DateTime, Utc};

use crate::carrier::Scan;

/// How far a parcel has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// It has its number; Post has not seen it.
    Announced,
    /// Post has it.
    HandedOver,
    /// It can be collected.
    Ready,
    /// Somebody has it: at the point or at the door.
    Collected,
    /// It came back.
    Returned,
}

/// Post's numbers, as far as they are known (seen on its public tracking), and what each says of the whole way. 600 and 854 are our
/// own data; what is not here is kept and moves nothing.
pub const CODES: [(&str, Progress); 18] = [
    ("600", Progress::Announced),
    ("854", Progress::Announced),
    ("820", Progress::HandedOver),
    ("1201", Progress::HandedOver),
    ("1003", Progress::HandedOver),
    ("1004", Progress::HandedOver),
    ("910", Progress::HandedOver),
    ("2100", Progress::HandedOver),
    ("5500", Progress::HandedOver),
    ("9201", Progress::HandedOver),
    ("9204", Progress::HandedOver),
    ("9224", Progress::HandedOver),
    ("2101", Progress::Ready),
    ("2102", Progress::Ready),
    ("2000", Progress::Collected),
    ("4000", Progress::Collected),
    ("4600", Progress::Collected),
    ("3600", Progress::Returned),
];

/// The numbers of a longer deadline at the point.
const EXTENDED: [&str; 2] = ["5500", "9204"];

impl Progress {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Announced, Self::HandedOver, Self::Ready, Self::Collected, Self::Returned];

    /// As the `.json` writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::HandedOver => "handed_over",
            Self::Ready => "ready",
            Self::Collected => "collected",
            Self::Returned => "returned",
        }
    }

    /// What one number says; `None` for one that is not known. A reason after a dot (3600.2: refused) changes nothing.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let number = code.split('.').next().unwrap_or_default();
        CODES.into_iter().find(|(known, _)| *known == number).map(|(_, progress)| progress)
    }

    /// How far a parcel with these scans has come, in whatever order they came. An end is an end: of two, the later one counts.
    #[must_use]
    pub fn of(scans: &[Scan]) -> Self {
        let told = || scans.iter().filter_map(|scan| Some((scan.at, Self::of_code(&scan.code)?)));
        let end = told().filter(|(_, progress)| *progress >= Self::Collected).max_by_key(|(at, _)| *at);
        let furthest = told().map(|(_, progress)| progress).max();
        end.map(|(_, progress)| progress).or(furthest).unwrap_or(Self::Announced)
    }

    /// How far an order with these parcels has come: as far as all of them; but one that came back is seen at once, and one that
    /// was handed over has the order on its way.
    #[must_use]
    pub fn of_all(parcels: &[Self]) -> Self {
        let least = parcels.iter().copied().min().unwrap_or(Self::Announced);
        if parcels.contains(&Self::Returned) {
            return Self::Returned;
        }
        let is_moving = parcels.iter().any(|parcel| *parcel > Self::Announced);
        least.max(if is_moving { Self::HandedOver } else { Self::Announced })
    }
}

/// Since when a parcel can be collected, and whether somebody has made the deadline longer.
#[must_use]
pub fn ready_since(scans: &[Scan]) -> Option<(DateTime<Utc>, bool)> {
    let ready = scans.iter().filter(|scan| Progress::of_code(&scan.code) == Some(Progress::Ready));
    let since = ready.map(|scan| scan.at).max()?;
    Some((since, scans.iter().any(|scan| scan.at >= since && EXTENDED.contains(&scan.code.as_str()))))
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::{Progress, ready_since};
    use crate::carrier::Scan;

    fn scans(codes: &[&str]) -> Vec<Scan> {
        let scan = |(at, code): (i64, &&str)| Scan {
            at: DateTime::UNIX_EPOCH + TimeDelta::hours(at),
            code: (*code).to_owned(),
        };
        (0..).zip(codes).map(scan).collect()
    }

    #[test]
    fn ready_at_a_point_is_not_delivered_and_nothing_unknown_moves_a_parcel() {
        for (codes, progress) in [
            (&[][..], Progress::Announced),
            (&["600"], Progress::Announced),
            (&["9999"], Progress::Announced),
            (&["600", "820"], Progress::HandedOver),
            (&["820", "2102"], Progress::Ready),
            (&["820", "1201", "1004", "2101"], Progress::Ready),
            (&["820", "2101", "2000"], Progress::Collected),
            (&["820", "1003", "4000"], Progress::Collected),
            (&["820", "2101", "3600"], Progress::Returned),
            (&["820", "2101", "3600.2"], Progress::Returned),
        ] {
            assert_eq!(Progress::of(&scans(codes)), progress, "{codes:?}");
        }
    }

    #[test]
    fn the_order_in_which_scans_are_told_does_not_matter_and_the_later_end_counts() {
        let mut all = scans(&["820", "1201", "2101", "2000"]);
        for _ in 0..all.len() {
            all.rotate_left(1);
            assert_eq!(Progress::of(&all), Progress::Collected);
        }
        assert_eq!(Progress::of(&scans(&["2101", "3600", "2000"])), Progress::Collected);
        // Scanned on its way after it was ready: it is still ready.
        assert_eq!(Progress::of(&scans(&["2101", "1004"])), Progress::Ready);
    }

    #[test]
    fn an_order_is_as_far_as_all_its_parcels_but_one_that_came_back_is_seen() {
        use Progress::{Announced, Collected, HandedOver, Ready, Returned};
        for (parcels, whole) in [
            (&[][..], Announced),
            (&[Announced, HandedOver], HandedOver),
            (&[Ready, HandedOver], HandedOver),
            (&[Announced, Collected], HandedOver),
            (&[Ready, Collected], Ready),
            (&[Collected, Collected], Collected),
            (&[Collected, Returned], Returned),
        ] {
            assert_eq!(Progress::of_all(parcels), whole, "{parcels:?}");
        }
    }

    #[test]
    fn a_parcel_waits_from_its_own_scan_on_and_perhaps_longer() {
        assert_eq!(ready_since(&scans(&["820"])), None);
        let at = |hours| DateTime::UNIX_EPOCH + TimeDelta::hours(hours);
        assert_eq!(ready_since(&scans(&["820", "2101"])), Some((at(1), false)));
        assert_eq!(ready_since(&scans(&["820", "2101", "9204"])), Some((at(1), true)));
    }
}
