//! One request of one visitor: its language, its session and the site it stands on.

use actix_session::{Session, SessionExt};
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use chrono::{DateTime, NaiveDateTime, Utc};
use std::future::{Ready, ready};
use uuid::Uuid;

use crate::db::lines::Lines;
use crate::i18n::Lang;
use crate::web::{Error, Page, Site, csrf, peer, session};

/// What a handler asks for first. Refused with a 404 page where the path names no language of the shop.
pub struct Visit {
    /// The page that is being made.
    pub page: Page,
    /// Database, clock, randomness, seal.
    pub site: Data<Site>,
    session: Session,
    network: String,
    /// Whether the browser still shows a session's cookie, of which nothing can be read any more.
    ended: bool,
}

const BASKET: &str = "basket";
const ITEMS: &str = "items";
/// The longest address that a page repeats.
const LONGEST: usize = 2048;

impl Visit {
    /// The database, for one question at a time.
    #[must_use]
    pub fn lines(&self) -> &Lines {
        &self.site.ground.lines
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.site.ground.clock.now()
    }

    /// The present as Swiss clocks show it.
    #[must_use]
    pub fn swiss_now(&self) -> NaiveDateTime {
        self.site.ground.clock.swiss()
    }

    /// The page's language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.page.lang
    }

    /// The visitor's basket, if there is one.
    #[must_use]
    pub fn basket(&self) -> Option<Uuid> {
        self.session.get(BASKET).ok().flatten()
    }

    /// Whether there was a session and it has ended: a day after its last change, or with the shop's key.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// Remembers the basket and how many articles lie in it. Begins a session where there was none.
    ///
    /// # Errors
    /// When the session's state cannot be written as JSON.
    pub fn keep_basket(&mut self, basket: Uuid, items: u32) -> Result<(), Error> {
        csrf::begin(&self.session, &self.site.ground.random)?;
        self.session.insert(BASKET, basket).map_err(Error::internal)?;
        self.session.insert(ITEMS, items).map_err(Error::internal)?;
        self.page.badge = items;
        Ok(())
    }

    /// Corrects the number of articles where it is not the basket's: the answer that told it had got lost.
    ///
    /// # Errors
    /// As [`Visit::keep_basket`].
    pub fn recount(&mut self, items: u32) -> Result<(), Error> {
        if self.page.badge != items {
            self.session.insert(ITEMS, items).map_err(Error::internal)?;
            self.page.badge = items;
        }
        Ok(())
    }

    /// Shows an empty basket from the next page on. Its id is kept: a second click on "order" finds the order by it.
    pub fn empty_basket(&self) {
        self.session.remove(ITEMS);
    }

    /// The network that the visitor comes from, as limits count it. Neither logged nor stored as it is.
    #[must_use]
    pub fn network(&self) -> &str {
        &self.network
    }

    /// The session itself, for signing in and out.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Reads a visit, for extractors that add to it. `lang` is fixed where the path carries none.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the path names no language of the shop.
    pub fn read(request: &HttpRequest, fixed: Option<Lang>) -> Result<Self, Error> {
        let site = request.app_data::<Data<Site>>().ok_or(Error::NotFound)?.clone();
        let named = request.match_info().get("lang").and_then(Lang::parse);
        let lang = fixed.or(named).ok_or(Error::NotFound)?;
        let whole = request.uri().path_and_query().map_or("/", |path| path.as_str());
        // Every link to another language repeats it: a longer one is no page's of the shop, and would only swell this one.
        let whole = if whole.len() > LONGEST { request.path() } else { whole };
        let path = if fixed.is_some() { whole } else { whole.get(3..).unwrap_or("/") };
        let session = request.get_session();
        let badge = session.get(ITEMS).ok().flatten().unwrap_or(0);
        let csrf = csrf::token(&session, &site);
        let address = peer::address(request.peer_addr(), request.headers(), &site.trusted_proxies);
        let network = peer::network(address);
        let ended = session.entries().is_empty() && request.cookie(session::name(&site)).is_some();
        Ok(Self { page: Page { lang, path: path.to_owned(), badge, csrf }, site, session, network, ended })
    }
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::read(request, None))
    }
}
