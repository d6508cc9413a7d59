//! The consignment numbers that a client has used: none twice within ninety days (pick@home names the same span).

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long a number stays used.
const SPAN: TimeDelta = TimeDelta::days(90);
/// The simulator remembers so many; after that it begins anew.
const MOST: usize = 50_000;

/// What was used, by client and ident code, and when.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Numbers {
    used: HashMap<String, DateTime<Utc>>,
}

impl Numbers {
    /// Whether a client has used a number.
    #[must_use]
    pub fn knows(&self, client: &str, ident_code: &str, now: DateTime<Utc>) -> bool {
        self.used.get(&key(client, ident_code)).is_some_and(|at| now - *at < SPAN)
    }

    /// Uses a number. `false` where it was used before.
    pub fn take(&mut self, client: &str, ident_code: &str, now: DateTime<Utc>) -> bool {
        if self.knows(client, ident_code, now) {
            return false;
        }
        if self.used.len() >= MOST {
            self.used.retain(|_, at| now - *at < SPAN);
        }
        if self.used.len() >= MOST {
            self.used.clear();
        }
        self.used.insert(key(client, ident_code), now);
        true
    }

    /// A number that a client has not used, for an order that brings none: from the top, where nobody begins to count.
    #[must_use]
    pub fn free(&self, client: &str, licence: &str, now: DateTime<Utc>) -> String {
        let free = (1..=99_999_999_u32).rev().map(|number| format!("99{licence}{number:08}"));
        free.into_iter().find(|code| !self.knows(client, code, now)).unwrap_or_default()
    }
}

fn key(client: &str, ident_code: &str) -> String {
    format!("{client}\n{ident_code}")
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::Numbers;

    #[test]
    fn a_number_is_used_once_by_each_client_until_ninety_days_have_passed() {
        let mut numbers = Numbers::default();
        let (now, code) = (DateTime::UNIX_EPOCH, "990012345620000001");
        assert!(numbers.take("a", code, now) && numbers.take("b", code, now));
        assert!(!numbers.take("a", code, now + TimeDelta::days(89)));
        assert!(numbers.take("a", code, now + TimeDelta::days(90)));
        assert_eq!(numbers.free("a", "00123456", now), "990012345699999999");
    }
}
