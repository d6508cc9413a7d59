//! A job to be asked for, of any kind: what several are asked for by at once.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::db::unreadable;
use crate::jobs::Job;

/// A job to be asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub(in crate::jobs) kind: &'static str,
    pub(in crate::jobs) payload: Value,
    pub(in crate::jobs) key: Option<String>,
    pub(in crate::jobs) due: DateTime<Utc>,
}

impl Wanted {
    /// This one, under this key, not before `due`.
    ///
    /// # Errors
    /// When its payload cannot be written down.
    pub fn of<J: Job>(job: &J, key: Option<&str>, due: DateTime<Utc>) -> sqlx::Result<Self> {
        let payload = serde_json::to_value(job).map_err(unreadable)?;
        Ok(Self { kind: J::KIND, payload, key: key.map(ToOwned::to_owned), due })
    }
}
