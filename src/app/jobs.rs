//! Every job of the shop, and when it recurs.

use std::rc::Rc;

use chrono::TimeDelta;

use crate::basket::jobs::sweep_baskets::SweepBaskets;
use crate::ground::Ground;
use crate::identity::jobs::sweep_sign_ins::SweepSignIns;
use crate::jobs::{Crew, Schedule, Worker};
use crate::orders::asker;
use crate::orders::jobs::confirm_user_id::ConfirmUserId;
use crate::orders::jobs::erase_people::ErasePeople;
use crate::orders::jobs::track_parcels::TrackParcels;
use crate::orders::mails::jobs::send_mails::{Mailer, SendMails};
use crate::orders::track::Tracker;
use crate::orders::watch::Watcher;
use crate::orders::watch::jobs::watch_points::WatchPoints;
use crate::pickup::jobs::refresh_points::{Asker, RefreshPoints};
use crate::shipping::holidays;
use crate::shipping::jobs::erase_user_ids::EraseUserIds;
use crate::shipping::jobs::refresh_holidays::RefreshHolidays;
use crate::shipping::jobs::send_shipment::SendShipment;
use crate::shipping::jobs::sweep_mandates::SweepMandates;
use crate::shipping::shipment::Forwarder;
use crate::web::jobs::sweep_limits::SweepLimits;
use crate::web::jobs::sweep_sessions::SweepSessions;

/// Whom a refresh of the points asks, how often, and how long after the first start.
pub struct Refresh {
    /// Who asks.
    pub asker: Asker,
    /// Between two refreshes.
    pub every: TimeDelta,
    /// Until the first one of all.
    pub first: TimeDelta,
}

/// Who follows the parcels, and how often it looks whether the time of one has come.
pub struct Follow {
    /// Who asks.
    pub tracker: Tracker,
    /// Between two looks.
    pub every: TimeDelta,
}

/// Who asks for the carrier's holidays, and how long after the first start.
pub struct Calendar {
    /// Who asks.
    pub asker: holidays::refresh::Asker,
    /// Until the first time of all.
    pub first: TimeDelta,
}

/// Does the shop's jobs. Without a refresh the carrier is not asked for its points by this instance, without a calendar not for
/// its holidays.
#[must_use]
pub fn worker(
    ground: &Ground,
    (confirm, forwarder, watcher): (asker::Asker, Forwarder, Watcher),
    (follow, mailer): (Follow, Option<Mailer>),
    refresh: Option<Refresh>,
    calendar: Option<Calendar>,
) -> Rc<Worker> {
    let (mut crew, mut schedule) = (Crew::default(), Schedule::default());
    crew.learn::<SweepSessions>(ground.clone());
    crew.learn::<SweepLimits>(ground.clone());
    crew.learn::<SweepSignIns>(ground.clone());
    crew.learn::<SweepBaskets>(ground.clone());
    crew.learn::<SweepMandates>(ground.clone());
    crew.learn::<EraseUserIds>(ground.clone());
    crew.learn::<ErasePeople>(ground.clone());
    crew.learn::<ConfirmUserId>(confirm);
    crew.learn::<SendShipment>(forwarder);
    crew.learn::<TrackParcels>(follow.tracker);
    crew.learn::<WatchPoints>(watcher);
    // Without a server that takes them the mails wait for an instance that has one.
    if let Some(mailer) = mailer {
        crew.learn::<SendMails>(mailer);
    }
    let (hourly, at_once) = (TimeDelta::hours(1), TimeDelta::zero());
    schedule.every::<SweepSessions>(hourly, at_once);
    schedule.every::<SweepLimits>(hourly, at_once);
    schedule.every::<SweepSignIns>(hourly, at_once);
    schedule.every::<SweepBaskets>(hourly, at_once);
    schedule.every::<SweepMandates>(hourly, at_once);
    schedule.every::<EraseUserIds>(hourly, at_once);
    schedule.every::<ErasePeople>(hourly, at_once);
    schedule.every::<TrackParcels>(follow.every, follow.every);
    schedule.every::<WatchPoints>(hourly, at_once);
    if let Some(Refresh { asker, every, first }) = refresh {
        crew.learn::<RefreshPoints>(asker);
        schedule.every::<RefreshPoints>(every, first);
    }
    if let Some(Calendar { asker, first }) = calendar {
        crew.learn::<RefreshHolidays>(asker);
        schedule.every::<RefreshHolidays>(TimeDelta::days(1), first);
    }
    Worker::new(ground.clone(), crew, schedule)
}
