//! Who may see what is personal in an order: for a while everybody who has its link, afterwards who can say something about it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::address::Postcode;
use crate::contact::Email;
use crate::orders::Order;

/// So long from placing the link alone shows everything: until the parcel has been collected and the bill is due.
const LINK: TimeDelta = TimeDelta::days(LINK_DAYS);
/// The same in days, as texts say it.
pub const LINK_DAYS: i64 = 30;

/// Whether the link of an order that was placed then is enough at this moment.
#[must_use]
pub fn link_is_enough(placed_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - placed_at < LINK
}

/// Whether what was typed is the postcode of the billing address or the e-mail address of this order. Capitals do not count in
/// either, nor what was pasted with them.
#[must_use]
pub fn proves(order: &Order, typed: &str) -> bool {
    let postcode = Postcode::parse(typed).is_ok_and(|postcode| postcode == order.billing.postcode);
    let written = Email::parse(typed).ok();
    let email = order.email.as_ref().zip(written);
    postcode || email.is_some_and(|(email, written)| email.as_str().eq_ignore_ascii_case(written.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{LINK, link_is_enough};
    use chrono::{DateTime, TimeDelta};

    #[test]
    fn a_link_is_enough_for_thirty_days_to_the_second() {
        let placed = DateTime::from_timestamp(1_764_000_000, 0).expect("a moment");
        assert_eq!(LINK, TimeDelta::days(30));
        assert!(
            link_is_enough(placed, placed) && link_is_enough(placed, placed + LINK - TimeDelta::seconds(1))
        );
        assert!(!link_is_enough(placed, placed + LINK));
        assert!(link_is_enough(placed, placed - TimeDelta::days(1)), "a clock that was set back asks nobody");
    }
}
