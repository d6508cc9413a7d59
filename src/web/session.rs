//! Sessions: the state itself stands in the cookie, small and signed, so that no page asks for it and instances share it.

use std::collections::HashMap;

use actix_session::SessionMiddleware;
use actix_session::config::CookieContentSecurity;
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::body::MessageBody;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, CookieJar, Key, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{COOKIE, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;

use crate::clock::Clock;
use crate::db::sessions;
use crate::web::{Site, cookies};

/// A state is worth something for a day after its last change, as the privacy page promises.
const LIFE: TimeDelta = TimeDelta::days(cookies::SESSION.days);
/// Begins every state; the keys of before have no full stop.
const MARK: &str = "1.";
/// What a session of before is read for.
const KEPT: [&str; 3] = ["csrf", "basket", "items"];

/// The session store: its "key" is the state.
#[derive(Clone)]
pub struct Store {
    pool: PgPool,
    clock: Clock,
}

type State = HashMap<String, String>;

/// The middleware for all pages.
#[must_use]
pub fn middleware(site: &Site) -> SessionMiddleware<Store> {
    let store = Store { pool: site.ground.pool.clone(), clock: site.ground.clock.clone() };
    SessionMiddleware::builder(store, Key::from(site.seal.key()))
        .cookie_name(name(site).to_owned())
        .cookie_secure(site.https())
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_path("/".to_owned())
        .cookie_content_security(CookieContentSecurity::Signed)
        .build()
}

/// Of several cookies by our name the one that we have signed: another page of the same host may have set its own.
///
/// # Errors
/// Those of the inner layers.
pub async fn own(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if let Some(site) = request.app_data::<Data<Site>>().cloned() {
        keep_own(&mut request, &site);
    }
    next.call(request).await
}

fn keep_own(request: &mut ServiceRequest, site: &Site) {
    let (name, key) = (name(site), Key::from(site.seal.key()));
    let lines =
        request.headers().get_all(COOKIE).filter_map(|line| std::str::from_utf8(line.as_bytes()).ok());
    let pairs: Vec<&str> = lines.flat_map(|line| line.split(';')).map(str::trim).collect();
    let (ours, others): (Vec<&str>, Vec<&str>) = pairs
        .into_iter()
        .partition(|pair| pair.split_once('=').is_some_and(|(named, _)| named.trim() == name));
    if ours.len() < 2 {
        return;
    }
    let signed = |pair: &&str| {
        let mut jar = CookieJar::new();
        Cookie::parse_encoded((*pair).to_owned()).map(|cookie| jar.add_original(cookie)).is_ok()
            && jar.signed(&key).get(name).is_some()
    };
    let own = ours.into_iter().find(signed);
    let kept =
        HeaderValue::from_bytes(others.into_iter().chain(own).collect::<Vec<_>>().join("; ").as_bytes());
    request.headers_mut().remove(COOKIE);
    if let Ok(kept) = kept {
        request.headers_mut().insert(COOKIE, kept);
    }
}

/// The cookie's name.
#[must_use]
pub fn name(site: &Site) -> &'static str {
    cookies::SESSION.name(site)
}

/// A state with the moment of its last change, as a cookie carries it.
fn packed(state: &State, now: DateTime<Utc>) -> anyhow::Result<SessionKey> {
    let json = serde_json::to_vec(&(now.timestamp(), state))?;
    // Refused over 4064 bytes; what the shop keeps is a tenth of that, and nobody else can add to it.
    Ok(SessionKey::try_from(format!("{MARK}{}", URL_SAFE_NO_PAD.encode(json)))?)
}

/// What a cookie carries, if it is no older than a day. A clock that was wrong by more than a day makes none that last.
fn unpacked(packed: &str, now: DateTime<Utc>) -> Option<State> {
    let json = URL_SAFE_NO_PAD.decode(packed).ok()?;
    let (changed, state): (i64, State) = serde_json::from_slice(&json).ok()?;
    (now.timestamp().abs_diff(changed) < LIFE.num_seconds().unsigned_abs()).then_some(state)
}

impl Store {
    /// For one version: a session whose state stands in Postgres still. Its next change is written as a cookie. Who was
    /// signed in by it is not any more.
    async fn of_before(&self, key: &str) -> Result<Option<State>, LoadError> {
        let state = sessions::load(&self.pool, key, self.clock.now()).await;
        let state = state.map_err(|error| LoadError::Other(error.into()))?;
        let state: Option<State> = state.and_then(|state| serde_json::from_value(state).ok());
        Ok(state.map(|state| state.into_iter().filter(|(name, _)| KEPT.contains(&name.as_str())).collect()))
    }
}

impl SessionStore for Store {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        match key.as_ref().strip_prefix(MARK) {
            Some(packed) => Ok(unpacked(packed, self.clock.now())),
            None => self.of_before(key.as_ref()).await,
        }
    }

    async fn save(&self, state: State, _: &Duration) -> Result<SessionKey, SaveError> {
        packed(&state, self.clock.now()).map_err(SaveError::Other)
    }

    async fn update(&self, _: SessionKey, state: State, _: &Duration) -> Result<SessionKey, UpdateError> {
        packed(&state, self.clock.now()).map_err(UpdateError::Other)
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, _: &SessionKey) -> Result<(), anyhow::Error> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{State, packed, unpacked};
    use chrono::{DateTime, TimeDelta};

    #[test]
    fn a_state_lives_for_a_day_and_leaves_room_in_the_cookie() {
        let now = DateTime::from_timestamp(1_764_000_000, 0).expect("a moment");
        let fields = ["csrf", "basket", "items", "sign_in"];
        let state: State = fields.map(|name| (name.to_owned(), format!("\"{}\"", "x".repeat(43)))).into();
        let key = String::from(packed(&state, now).expect("it fits"));
        assert!(key.len() < 500, "{} bytes", key.len());
        let at = |hours| unpacked(&key[2..], now + TimeDelta::hours(hours));
        assert_eq!((at(0).as_ref(), at(23).as_ref()), (Some(&state), Some(&state)));
        assert_eq!((at(24), at(-24)), (None, None));
    }

    #[test]
    fn what_does_not_fit_or_cannot_be_read_is_no_state() {
        let now = DateTime::from_timestamp(1_764_000_000, 0).expect("a moment");
        let much: State = [("csrf".to_owned(), "x".repeat(5000))].into();
        assert!(packed(&much, now).is_err());
        for garbled in ["", "%", "e30", "W10", "WzEsMl0"] {
            assert_eq!(unpacked(garbled, now), None, "{garbled}");
        }
    }
}
