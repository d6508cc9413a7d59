//! Who may do what how often: one table, the same as in `docs/limits.md`. Generous for people, and for a classroom
//! behind one address; `SHOP_LIMITS=off` lifts all of it.

use chrono::TimeDelta;

use crate::db::limits;
use crate::ground::Ground;
use crate::seal::Seal;

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
/// Questions to Post about an address: what is typed, and what is sent in. Counted per instance, in memory.
pub const ADDRESS_HELP: Limit =
    Limit { visitor: &[rule("help-visitor", 60, 500)], address: &[rule("help-address", 600, 50)] };
/// Answers to whose an order is, of one order: there are some three thousand postcodes.
pub const PROOF_ORDER: Rule = rule("proof-order", 5, 7_200_000);
/// The same, from one address, about whatever orders.
pub const PROOF_ADDRESS: Rule = rule("proof-address", 20, 60_000);
/// Copies of what is kept of one order, and wishes to have it erased.
pub const DATA_ORDER: Rule = rule("data-order", 5, 600_000);
/// The same, from one address, about whatever orders.
pub const DATA_ADDRESS: Rule = rule("data-address", 20, 30_000);
/// Passwords tried from one address, at whatever account.
pub const SIGN_IN_ADDRESS: Rule = rule("sign-in-address", 60, 10_000);
/// Passwords tried at one account, from all addresses that have not come in there for a month.
pub const SIGN_IN_ACCOUNT: Rule = rule("sign-in-account", 100, 30_000);

/// Every bucket, for the test that holds the document against them.
#[must_use]
pub fn all() -> Vec<Rule> {
    let limits = [ASK_POST, PLACE_ORDER, NEW_BASKET, SEARCH, ADDRESS_HELP];
    let rules = limits.iter().flat_map(|limit| limit.visitor.iter().chain(limit.address)).copied();
    let one_by_one = [PROOF_ORDER, PROOF_ADDRESS, DATA_ORDER, DATA_ADDRESS, SIGN_IN_ADDRESS, SIGN_IN_ACCOUNT];
    rules.chain(one_by_one).collect()
}

impl Rule {
    fn every(self) -> TimeDelta {
        TimeDelta::milliseconds(self.every.into())
    }

    fn span(self) -> TimeDelta {
        TimeDelta::milliseconds(i64::from(self.every) * i64::from(self.burst))
    }
}

/// Whether limits hold, and the key that hides who is counted.
#[derive(Clone, Debug)]
pub struct Limits {
    seal: Seal,
    on: bool,
}

impl Limits {
    /// Under the shop's key; `on` is `false` for load tests on the loopback only.
    #[must_use]
    pub fn new(seal: Seal, on: bool) -> Self {
        Self { seal, on }
    }

    /// Whether they hold.
    #[must_use]
    pub fn are_on(&self) -> bool {
        self.on
    }

    /// The bucket of somebody: a keyed hash, so that no table and no copy of it names anybody.
    #[must_use]
    pub fn key(&self, rule: Rule, who: &str) -> String {
        self.seal.tag("limit", &format!("{}\0{who}", rule.name))
    }

    /// Takes one from each of these buckets, of all instances together.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn take(
        &self,
        ground: &Ground,
        wanted: impl IntoIterator<Item = (Rule, &str)>,
    ) -> sqlx::Result<Grant> {
        if !self.on {
            return Ok(Grant::Given(Taken::default()));
        }
        let buckets = wanted.into_iter().map(|(rule, who)| limits::Bucket {
            key: self.key(rule, who),
            every: rule.every(),
            span: rule.span(),
        });
        let buckets: Vec<limits::Bucket> = buckets.collect();
        let wait = limits::take(&ground.lines, &buckets, ground.clock.now()).await?;
        Ok(wait.map_or(Grant::Given(Taken(buckets)), |wait| Grant::Wait(seconds(wait.num_milliseconds()))))
    }
}

/// Whether one thing may be done.
#[derive(Debug)]
#[must_use]
pub enum Grant {
    /// It may; what was taken for it.
    Given(Taken),
    /// Not before so many seconds; nothing was taken.
    Wait(u32),
}

/// What was taken for one thing, to give it back where that thing did not happen.
#[derive(Debug, Default)]
#[must_use]
pub struct Taken(Vec<limits::Bucket>);

impl Taken {
    /// Gives all of it back.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn give_back(&self, ground: &Ground) -> sqlx::Result<()> {
        limits::give_back(&ground.lines, &self.0).await
    }
}

/// Whole seconds to wait, rounded up past the moment itself.
#[must_use]
pub fn seconds(milliseconds: i64) -> u32 {
    u32::try_from(milliseconds.div_euclid(1000) + 1).unwrap_or(1)
}
