//! Who may do what how often: one table, the same as in `docs/limits.md`. Generous for people, and for a classroom
//! behind one address; `SHOP_LIMITS=off` lifts all of it.

use actix_session::SessionExt;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use chrono::TimeDelta;

use crate::db::limits;
use crate::seal::Seal;
use crate::web::{Error, Ground, Visit, csrf, peer};

/// A bucket: so many at once, and then one in so many milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What it is called in a key; two buckets never share one.
    pub name: &'static str,
    /// How many at once.
    pub burst: u32,
    /// Milliseconds until the next one.
    pub every: u32,
}

/// What one thing costs: a bucket or two of the visitor (their session), and of the address they come from.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Of a session; who has none has only an address.
    pub visitor: &'static [Rule],
    /// Of an IPv4 address or an IPv6 /64.
    pub address: &'static [Rule],
}

const fn rule(name: &'static str, burst: u32, every: u32) -> Rule {
    Rule { name, burst, every }
}

/// Asking Post for a User ID.
pub const ASK_POST: Limit =
    Limit { visitor: &[rule("ask-visitor", 6, 20_000)], address: &[rule("ask-address", 40, 3_000)] };
/// Placing an order: quickly, and over hours.
pub const PLACE_ORDER: Limit = Limit {
    visitor: &[rule("order-visitor", 3, 20_000), rule("order-visitor-long", 10, 300_000)],
    address: &[rule("order-address", 30, 10_000), rule("order-address-long", 60, 60_000)],
};
/// A basket for whoever has none.
pub const NEW_BASKET: Limit = Limit { visitor: &[], address: &[rule("basket-address", 60, 5_000)] };
/// The location search, its suggestions and its map. Counted per instance, in memory.
pub const SEARCH: Limit =
    Limit { visitor: &[rule("search-visitor", 60, 100)], address: &[rule("search-address", 600, 10)] };
/// Passwords tried from one address, at whatever account.
pub const SIGN_IN_ADDRESS: Rule = rule("sign-in-address", 60, 10_000);
/// Passwords tried at one account, from all addresses that have not come in there for a month.
pub const SIGN_IN_ACCOUNT: Rule = rule("sign-in-account", 100, 30_000);

/// Every bucket, for the test that holds the document against them.
#[must_use]
pub fn all() -> Vec<Rule> {
    let limits = [ASK_POST, PLACE_ORDER, NEW_BASKET, SEARCH];
    let rules = limits.iter().flat_map(|limit| limit.visitor.iter().chain(limit.address)).copied();
    rules.chain([SIGN_IN_ADDRESS, SIGN_IN_ACCOUNT]).collect()
}

impl Rule {
    fn every(self) -> TimeDelta {
        TimeDelta::milliseconds(self.every.into())
    }

    /// The bucket of somebody: a keyed hash, so that no table and no copy of it names anybody.
    #[must_use]
    pub fn key(self, seal: &Seal, who: &str) -> String {
        seal.tag("limit", &format!("{}\0{who}", self.name))
    }

    /// Takes one from a bucket; gives the seconds to wait where it is empty.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn take(self, ground: &Ground, key: &str) -> sqlx::Result<Result<(), u32>> {
        let every = self.every();
        let span = TimeDelta::milliseconds(i64::from(self.every) * i64::from(self.burst));
        let taken = limits::take(&ground.pool, key, (every, span), ground.clock.now()).await?;
        Ok(taken.map_err(|wait| seconds(wait.num_milliseconds())))
    }

    /// Gives one back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn give_back(self, ground: &Ground, key: &str) -> sqlx::Result<()> {
        limits::give_back(&ground.pool, key, self.every()).await
    }
}

/// What was taken for one thing, to give it back where that thing did not happen.
#[derive(Debug, Default)]
#[must_use]
pub struct Taken(Vec<(Rule, String)>);

impl Taken {
    /// Gives all of it back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn give_back(self, ground: &Ground) -> sqlx::Result<()> {
        for (rule, key) in self.0 {
            rule.give_back(ground, &key).await?;
        }
        Ok(())
    }
}

/// Takes one from every bucket of a limit, of all instances together; gives the seconds to wait where one is empty, and
/// then nothing was taken.
///
/// # Errors
/// When the database does not answer.
pub async fn take(visit: &Visit, limit: &Limit) -> sqlx::Result<Result<Taken, u32>> {
    let (ground, mut taken) = (&visit.ground, Taken::default());
    if !ground.limits {
        return Ok(Ok(taken));
    }
    let visitor = csrf::visitor(visit.session());
    let of_visitor = limit.visitor.iter().filter_map(|rule| Some((rule, visitor.as_deref()?)));
    for (rule, who) in of_visitor.chain(limit.address.iter().map(|rule| (rule, visit.network()))) {
        let key = rule.key(&ground.seal, who);
        if let Err(wait) = rule.take(ground, &key).await? {
            taken.give_back(ground).await?;
            return Ok(Err(wait));
        }
        taken.0.push((*rule, key));
    }
    Ok(Ok(taken))
}

/// Lets searches through as long as this visitor and this address do not ask without end.
///
/// # Errors
/// [`Error::TooMany`], and those of the inner layers.
pub async fn searches(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let ground = request.app_data::<Data<Ground>>().cloned();
    if let Some(ground) = ground.filter(|ground| ground.limits) {
        let now = ground.clock.now().timestamp_millis();
        let address = peer::address(request.peer_addr(), request.headers(), &ground.trusted_proxies);
        let visitor = csrf::visitor(&request.get_session());
        let of_visitor = SEARCH.visitor.iter().filter_map(|rule| Some((rule, visitor.clone()?)));
        let of_address = SEARCH.address.iter().map(|rule| (rule, peer::network(address)));
        for (rule, who) in of_visitor.chain(of_address) {
            let key = format!("{} {who}", rule.name);
            let taken = ground.searches.take(key, (rule.burst.into(), rule.every.into()), now);
            taken.map_err(|wait| Error::TooMany(seconds(wait)))?;
        }
    }
    next.call(request).await
}

fn seconds(milliseconds: i64) -> u32 {
    u32::try_from(milliseconds.div_euclid(1000) + 1).unwrap_or(1)
}
