//! Sessions: a cookie with a signed random key, the state in Postgres.

use std::collections::HashMap;

use actix_session::SessionMiddleware;
use actix_session::config::{BrowserSession, CookieContentSecurity, TtlExtensionPolicy};
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Key, SameSite};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;

use crate::clock::Clock;
use crate::db::{self, sessions};
use crate::ids::Random;
use crate::web::Site;
use crate::web::outage::PATIENCE;

/// How long what was typed is kept: a day after the last change.
const LIFE: Duration = Duration::hours(24);

/// The session store over Postgres.
#[derive(Clone)]
pub struct Store {
    pool: PgPool,
    clock: Clock,
    random: Random,
}

type State = HashMap<String, String>;

/// Marks a change without which the visitor's way goes on: when it cannot be written, the answer stands all the same.
/// Never written itself.
pub const DISPENSABLE: &str = "dispensable";

/// The middleware for all pages. Static files stay outside, so that they cost no query.
#[must_use]
pub fn middleware(site: &Site) -> SessionMiddleware<Store> {
    let store = Store {
        pool: site.ground.pool.clone(),
        clock: site.ground.clock.clone(),
        random: site.ground.random.clone(),
    };
    let life = BrowserSession::default()
        .state_ttl(LIFE)
        .state_ttl_extension_policy(TtlExtensionPolicy::OnStateChanges);
    // The __Host- prefix makes browsers refuse the cookie from other hosts and without https.
    let name = if site.https() { "__Host-sid" } else { "sid" };
    SessionMiddleware::builder(store, Key::from(site.seal.key()))
        .cookie_name(name.to_owned())
        .cookie_secure(site.https())
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_path("/".to_owned())
        .cookie_content_security(CookieContentSecurity::Signed)
        .session_lifecycle(life)
        .build()
}

/// Asks again for as long as a visitor has patience; for what may be asked twice.
async fn patiently<T>(ask: impl AsyncFn() -> sqlx::Result<T>) -> sqlx::Result<T> {
    let begun = std::time::Instant::now();
    loop {
        match ask().await {
            Err(error) if db::is_unreachable(&error) && begun.elapsed() < PATIENCE => {
                tokio::time::sleep(std::time::Duration::from_millis(40)).await;
            }
            outcome => return outcome,
        }
    }
}

impl Store {
    fn until(&self, life: &Duration) -> DateTime<Utc> {
        self.clock.now() + TimeDelta::seconds(life.whole_seconds())
    }

    async fn insert(&self, state: &serde_json::Value, life: &Duration) -> anyhow::Result<SessionKey> {
        // 256 bits; ASVS 7.2.3 asks for 128.
        let key = format!("{}{}", self.random.token(), self.random.token());
        sessions::save(&self.pool, &key, state, self.until(life)).await?;
        Ok(SessionKey::try_from(key)?)
    }
}

impl SessionStore for Store {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        let asked = patiently(async || sessions::load(&self.pool, key.as_ref(), self.clock.now()).await);
        let state = asked.await.map_err(|error| LoadError::Other(error.into()))?;
        state.map(serde_json::from_value).transpose().map_err(|e| LoadError::Deserialization(e.into()))
    }

    async fn save(&self, state: State, life: &Duration) -> Result<SessionKey, SaveError> {
        let state = serde_json::to_value(state).map_err(|e| SaveError::Serialization(e.into()))?;
        self.insert(&state, life).await.map_err(SaveError::Other)
    }

    async fn update(
        &self,
        key: SessionKey,
        state: State,
        life: &Duration,
    ) -> Result<SessionKey, UpdateError> {
        let mut state = state;
        let dispensable = state.remove(DISPENSABLE).is_some();
        let state = serde_json::to_value(state).map_err(|e| UpdateError::Serialization(e.into()))?;
        let until = self.until(life);
        match patiently(async || sessions::update(&self.pool, key.as_ref(), &state, until).await).await {
            // Gone while this request ran (signed out elsewhere): it stays gone, the change is dropped.
            Ok(_) => Ok(key),
            Err(error) if dispensable => {
                tracing::warn!(%error, "a session keeps what it could do without");
                Ok(key)
            }
            Err(error) => Err(UpdateError::Other(error.into())),
        }
    }

    async fn update_ttl(&self, key: &SessionKey, life: &Duration) -> Result<(), anyhow::Error> {
        Ok(sessions::prolong(&self.pool, key.as_ref(), self.until(life)).await?)
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        Ok(sessions::delete(&self.pool, key.as_ref()).await?)
    }
}
