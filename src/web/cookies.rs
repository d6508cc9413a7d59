//! Every cookie of the shop with what it is for and how long it lives: browsers are told from here, and so is the privacy page.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::web::Site;

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    plain: &'static str,
    locked: &'static str,
    /// So many days it is worth something; the session's begin anew with each change.
    pub days: i64,
    /// The key of the text that says what it is for.
    pub purpose: &'static str,
}

/// The basket, its checkout and the orders of the day. It goes with the browser, and a day after its last change.
pub const SESSION: Kept = Kept { plain: "sid", locked: "__Host-sid", days: 1, purpose: "cookie-session" };
/// The point of the last order, with consent.
pub const LAST_POINT: Kept =
    Kept { plain: "last-point", locked: "__Host-last-point", days: 365, purpose: "cookie-last-point" };
/// The orders that are found again, with consent: as long as an order can be written about.
pub const ORDERS: Kept =
    Kept { plain: "orders", locked: "__Host-orders", days: 180, purpose: "cookie-orders" };
/// All of them.
pub const ALL: [Kept; 3] = [SESSION, LAST_POINT, ORDERS];

impl Kept {
    /// Its name. The __Host- prefix makes browsers refuse it from other hosts and without https.
    #[must_use]
    pub fn name(self, site: &Site) -> &'static str {
        if site.https() { self.locked } else { self.plain }
    }

    /// The cookie with a value, for as long as the privacy page says.
    #[must_use]
    pub fn with(self, site: &Site, value: String) -> Cookie<'static> {
        let cookie = Cookie::build(self.name(site), value).path("/").http_only(true).secure(site.https());
        cookie.same_site(SameSite::Lax).max_age(Duration::days(self.days)).finish()
    }
}
