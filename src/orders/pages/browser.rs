//! What this browser knows of orders: in its session those that it has placed or said something about, which it sees whole; in a
//! cookie, with consent, those that it finds again.

use actix_web::HttpRequest;
use actix_web::cookie::Cookie;

use crate::orders::Order;
use crate::orders::personal::sight::link_is_enough;
use crate::web::cookies::ORDERS;
use crate::web::{Error, Visit, csrf};

/// Where the session keeps their tokens.
const KEY: &str = "orders";
/// So many orders are known at most, the newest: they are the first.
pub const MOST: usize = 10;
const PURPOSE: &str = "my orders";

/// The tokens that the session knows.
#[must_use]
pub fn known(visit: &Visit) -> Vec<String> {
    visit.session().get(KEY).ok().flatten().unwrap_or_default()
}

/// Lets this browser see an order whole as long as its session lives.
///
/// # Errors
/// When the session's state cannot be written as JSON.
pub fn know(visit: &Visit, token: &str) -> Result<(), Error> {
    csrf::begin(visit.session(), &visit.site.ground.random)?;
    visit.session().insert(KEY, with(known(visit), token)).map_err(Error::internal)
}

/// Whether this browser may see what is personal in an order.
#[must_use]
pub fn sees(visit: &Visit, order: &Order) -> bool {
    link_is_enough(order.placed_at, visit.now()) || known(visit).contains(&order.token)
}

/// Lets go on only whoever may see what is personal in an order.
///
/// # Errors
/// [`Error::Elsewhere`]: the order's page asks first.
pub fn demand(visit: &Visit, order: &Order) -> Result<(), Error> {
    if sees(visit, order) {
        return Ok(());
    }
    Err(Error::Elsewhere(visit.page.href(&order.path())))
}

/// The tokens in the cookie, if it is ours. They find orders again; what is personal in one may still be asked for.
#[must_use]
pub fn remembered(http: &HttpRequest, visit: &Visit) -> Vec<String> {
    let read = || {
        let cookie = http.cookie(ORDERS.name(&visit.site))?;
        let (tag, tokens) = cookie.value().split_once('.')?;
        visit
            .site
            .seal
            .holds(PURPOSE, tokens, tag)
            .then(|| tokens.split('.').map(ToOwned::to_owned).collect())
    };
    read().unwrap_or_default()
}

/// The cookie with one more token.
#[must_use]
pub fn remember(http: &HttpRequest, visit: &Visit, token: &str) -> Cookie<'static> {
    cookie(visit, &with(remembered(http, visit), token))
}

/// Forgets all of them: gives the cookie that takes the cookie away.
#[must_use]
pub fn forget(visit: &Visit) -> Cookie<'static> {
    visit.session().remove(KEY);
    let mut cookie = cookie(visit, &[]);
    cookie.make_removal();
    cookie
}

fn with(mut tokens: Vec<String>, token: &str) -> Vec<String> {
    tokens.retain(|known| known != token);
    tokens.insert(0, token.to_owned());
    tokens.truncate(MOST);
    tokens
}

fn cookie(visit: &Visit, tokens: &[String]) -> Cookie<'static> {
    // A token has no full stop in it.
    let tokens = tokens.join(".");
    ORDERS.with(&visit.site, format!("{}.{tokens}", visit.site.seal.tag(PURPOSE, &tokens)))
}

#[cfg(test)]
mod tests {
    use super::{MOST, with};

    #[test]
    fn the_newest_ten_orders_are_known_each_once() {
        let many = (0..40).fold(Vec::new(), |tokens, number| with(tokens, &format!("order {}", number % 15)));
        assert_eq!((many.len(), many[0].as_str(), many[9].as_str()), (MOST, "order 9", "order 0"));
        assert_eq!(with(many.clone(), "order 0")[..2], ["order 0".to_owned(), "order 9".to_owned()]);
    }
}
