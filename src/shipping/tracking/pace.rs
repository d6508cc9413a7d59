//! How often Post is asked about a parcel.

use chrono::TimeDelta;

use crate::config::Profile;

/// How often a parcel is asked about: after a tenth of its age, but no sooner and no later than this.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// No sooner.
    pub least: TimeDelta,
    /// No later.
    pub most: TimeDelta,
}

impl Pace {
    /// Nobody publishes how often Post may be asked: hours are enough for a shopper. Who plays with the simulator waits for it.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        match profile {
            Profile::Sandbox => Self { least: TimeDelta::seconds(5), most: TimeDelta::minutes(1) },
            Profile::Dcapi | Profile::Wedec | Profile::Wedecint => {
                Self { least: TimeDelta::minutes(15), most: TimeDelta::hours(2) }
            }
        }
    }

    /// So often somebody looks whether the time of a parcel has come.
    #[must_use]
    pub fn look(self) -> TimeDelta {
        self.least.min(TimeDelta::minutes(1))
    }
}
