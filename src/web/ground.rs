//! What every handler stands on: the database, the clock, randomness and the shop's seal.

use std::sync::Arc;

use ipnet::IpNet;
use sqlx::PgPool;
use url::Url;

use crate::clock::Clock;
use crate::db::pulse::Pulse;
use crate::ids::Random;
use crate::seal::Seal;
use crate::web::buckets::Buckets;
use crate::web::counter::Counter;
use crate::web::turns::Turns;

/// Shared by all workers.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Connections under the role `shop_app`.
    pub pool: PgPool,
    /// Whether the database can be reached.
    pub pulse: Pulse,
    /// Connections for the pages behind the counter.
    pub counter: Counter,
    /// Whose turn it is to write.
    pub turns: Turns,
    /// The present.
    pub clock: Clock,
    /// Tokens and ids.
    pub random: Random,
    /// Signs what comes back from browsers.
    pub seal: Seal,
    /// Where the shop is reached from outside.
    pub public_url: Url,
    /// Whether that address was set: requests and forms of any other are then refused.
    pub has_public_url: bool,
    /// `false` lifts the rate limits, for load tests on the loopback only.
    pub limits: bool,
    /// Networks whose forwarding headers say where a visitor comes from.
    pub trusted_proxies: Arc<[IpNet]>,
    /// Searches of late, of this instance.
    pub searches: Buckets,
}

impl Ground {
    /// Whether visitors come by https: cookies are then `Secure` and carry the `__Host-` prefix.
    #[must_use]
    pub fn https(&self) -> bool {
        self.public_url.scheme() == "https"
    }
}
