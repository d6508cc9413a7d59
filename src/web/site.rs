//! What only pages need, over the ground they stand on: the shop's seal, its address, its limits, its counter.

use std::sync::Arc;

use ipnet::IpNet;
use url::Url;

use crate::db::pulse::Pulse;
use crate::ground::Ground;
use crate::limit::Limits;
use crate::seal::Seal;
use crate::web::buckets::Buckets;
use crate::web::seats::Counter;

/// Shared by all workers.
#[derive(Clone, Debug)]
pub struct Site {
    /// What use cases stand on.
    pub ground: Ground,
    /// Whether the database can be reached.
    pub pulse: Pulse,
    /// Connections for the pages behind the counter.
    pub counter: Counter,
    /// Signs what comes back from browsers.
    pub seal: Seal,
    /// Where the shop is reached from outside.
    pub public_url: Url,
    /// Whether that address was set: requests and forms of any other are then refused.
    pub has_public_url: bool,
    /// Who may do what how often.
    pub limits: Limits,
    /// Networks whose forwarding headers say where a visitor comes from.
    pub trusted_proxies: Arc<[IpNet]>,
    /// Searches and questions about addresses of late, of this instance.
    pub buckets: Buckets,
}

impl Site {
    /// Whether visitors come by https: cookies are then `Secure` and carry the `__Host-` prefix.
    #[must_use]
    pub fn https(&self) -> bool {
        self.public_url.scheme() == "https"
    }
}
