//! The access token: client credentials grant (RFC 6749 section 4.4), fetched once for all who wait.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::Mutex;

use crate::clock::Clock;
use crate::config::PostSettings;
use crate::post::CarrierError;
use crate::post::carrier::read_json;

/// Keeps one token per scope. The lock is held while it is fetched: a hundred calls fetch one token.
#[derive(Debug)]
pub struct Tokens {
    slots: Mutex<HashMap<String, Token>>,
    clock: Clock,
}

#[derive(Clone, Debug)]
struct Token {
    secret: SecretString,
    renew_at: DateTime<Utc>,
}

#[derive(Deserialize)]
struct Answer {
    access_token: SecretString,
    #[serde(default)]
    expires_in: Value,
}

/// What is assumed where the answer does not say: the shortest life that was ever recorded.
const ASSUMED_SECONDS: i64 = 60;
/// What is believed at most: a slip of the pen must not keep a token for years.
const LONGEST_SECONDS: i64 = 3600;

impl Tokens {
    /// No token yet.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self { slots: Mutex::default(), clock }
    }

    /// A token that is good for a while: renewed after three quarters of its life.
    ///
    /// # Errors
    /// [`CarrierError`] when Post gives none.
    pub async fn get(
        &self,
        client: &reqwest::Client,
        settings: &PostSettings,
        scope: &str,
    ) -> Result<SecretString, CarrierError> {
        let mut slots = self.slots.lock().await;
        if let Some(token) = slots.get(scope).filter(|token| self.clock.now() < token.renew_at) {
            return Ok(token.secret.clone());
        }
        let answer = fetch(client, settings, scope).await?;
        if !sendable(answer.access_token.expose_secret()) {
            return Err(CarrierError::Nonsense("no token that can be sent"));
        }
        let renew_at = self.clock.now() + TimeDelta::seconds(seconds(&answer.expires_in) * 3 / 4);
        slots.insert(scope.to_owned(), Token { secret: answer.access_token.clone(), renew_at });
        Ok(answer.access_token)
    }

    /// Forgets a token that Post has refused, unless somebody has fetched another one since.
    pub async fn forget(&self, refused: &SecretString) {
        self.slots.lock().await.retain(|_, token| token.secret.expose_secret() != refused.expose_secret());
    }
}

/// How long a token lives. The standard wants a number (RFC 6749 section 5.1); some servers send it as text.
fn seconds(expires_in: &Value) -> i64 {
    let told = expires_in.as_i64().or_else(|| expires_in.as_str()?.parse().ok());
    told.filter(|seconds| *seconds >= 0).unwrap_or(ASSUMED_SECONDS).min(LONGEST_SECONDS)
}

/// Whether a header can carry it.
fn sendable(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|b| b.is_ascii_graphic())
}

async fn fetch(
    client: &reqwest::Client,
    settings: &PostSettings,
    scope: &str,
) -> Result<Answer, CarrierError> {
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_id", &settings.client_id),
        ("client_secret", settings.client_secret.expose_secret()),
        ("scope", scope),
    ];
    let request = client.post(settings.token_url.clone());
    // Post's old document puts them into the query; every client that works sends a form.
    let request = if settings.credentials_in_query { request.query(&fields) } else { request.form(&fields) };
    let answer = request.send().await.map_err(reqwest::Error::without_url)?;
    match answer.status().as_u16() {
        200 => read_json(answer).await,
        400 | 401 | 403 => Err(CarrierError::Unauthorised),
        status @ 500.. => Err(CarrierError::Down(status)),
        status => Err(CarrierError::Refused(status)),
    }
}
