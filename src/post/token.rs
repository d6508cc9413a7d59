//! The access token: client credentials grant (RFC 6749 section 4.4), fetched once for all who wait.

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::sync::Mutex;

use crate::clock::Clock;
use crate::config::PostSettings;
use crate::post::CarrierError;
use crate::post::carrier::read_json;

/// Keeps one token per scope. The lock is held while it is fetched: a hundred calls fetch one token.
#[derive(Debug)]
pub struct Tokens {
    slot: Mutex<Option<Token>>,
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
    expires_in: Option<u32>,
}

/// What is assumed where the answer does not say: the shortest life that was ever recorded.
const ASSUMED_SECONDS: u32 = 60;

impl Tokens {
    /// No token yet.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self { slot: Mutex::new(None), clock }
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
        let mut slot = self.slot.lock().await;
        if let Some(token) = slot.as_ref().filter(|token| self.clock.now() < token.renew_at) {
            return Ok(token.secret.clone());
        }
        let answer = fetch(client, settings, scope).await?;
        let seconds = i64::from(answer.expires_in.unwrap_or(ASSUMED_SECONDS));
        let renew_at = self.clock.now() + TimeDelta::seconds(seconds * 3 / 4);
        *slot = Some(Token { secret: answer.access_token.clone(), renew_at });
        Ok(answer.access_token)
    }

    /// Forgets a token that Post has refused, unless somebody has fetched another one since.
    pub async fn forget(&self, refused: &SecretString) {
        let mut slot = self.slot.lock().await;
        if slot.as_ref().is_some_and(|token| token.secret.expose_secret() == refused.expose_secret()) {
            *slot = None;
        }
    }
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
