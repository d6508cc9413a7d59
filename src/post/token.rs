//! `POST …/OAuth/token`. Published: the client credentials grant (RFC 6749 section 4.4) with a scope. Ours: credentials in a
//! form unless the query is chosen, a life of 60 s where the answer names none, renewal after three quarters of it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::Client;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;

use crate::carrier::CarrierError;
use crate::clock::Clock;
use crate::config::PostSettings;
use crate::post::answer::{read_json, send, setback};
use crate::post::operation::TOKEN;
use crate::post::profile::{ASSUMED_LIFE, Dialect};
use crate::post::repeat::Setback;

/// Keeps one token per scope. A scope's place is held while its token is fetched: a hundred calls fetch one token, and
/// none waits for another scope's.
#[derive(Debug)]
pub struct Tokens {
    client: Client,
    url: String,
    in_query: bool,
    id: String,
    secret: SecretString,
    clock: Clock,
    /// Held for a look only, never while anything is awaited. There are as many as the shop has scopes.
    places: Mutex<HashMap<String, Place>>,
}

/// Where the token of one scope is kept.
type Place = Arc<tokio::sync::Mutex<Option<Token>>>;

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

/// What is believed at most: a slip of the pen must not keep a token for years.
const LONGEST_SECONDS: i64 = 3600;

impl Tokens {
    /// No token yet.
    #[must_use]
    pub fn new(client: Client, settings: &PostSettings, clock: Clock) -> Self {
        let Dialect { token: url, credentials_in_query: in_query, .. } = Dialect::of(settings);
        let (id, secret) = (settings.client_id.clone(), settings.client_secret.clone());
        Self { client, url, in_query, id, secret, clock, places: Mutex::default() }
    }

    /// A token that is good for a while: renewed after three quarters of its life.
    ///
    /// # Errors
    /// [`Setback`] when Post gives none.
    pub async fn get(&self, scope: &str) -> Result<SecretString, Setback> {
        let place = self.place(scope);
        let mut kept = place.lock().await;
        if let Some(token) = kept.as_ref().filter(|token| self.clock.now() < token.renew_at) {
            return Ok(token.secret.clone());
        }
        let answer = self.fetch(scope).await?;
        if !sendable(answer.access_token.expose_secret()) {
            return Err(CarrierError::Nonsense("no token that can be sent").into());
        }
        let renew_at = self.clock.now() + TimeDelta::seconds(seconds(&answer.expires_in) * 3 / 4);
        *kept = Some(Token { secret: answer.access_token.clone(), renew_at });
        Ok(answer.access_token)
    }

    /// Forgets a scope's token that Post has refused, unless somebody has fetched another one since.
    pub async fn forget(&self, scope: &str, refused: &SecretString) {
        let place = self.place(scope);
        let mut kept = place.lock().await;
        kept.take_if(|token| token.secret.expose_secret() == refused.expose_secret());
    }

    fn place(&self, scope: &str) -> Place {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.entry(scope.to_owned()).or_default().clone()
    }

    async fn fetch(&self, scope: &str) -> Result<Answer, Setback> {
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", &self.id),
            ("client_secret", self.secret.expose_secret()),
            ("scope", scope),
        ];
        let request = self.client.post(&self.url);
        let request = if self.in_query { request.query(&fields) } else { request.form(&fields) };
        let answer = send(request, &TOKEN).await?;
        match answer.status().as_u16() {
            200 => Ok(read_json(answer, &TOKEN).await?),
            400 | 401 | 403 => Err(CarrierError::Unauthorised.into()),
            _ => Err(setback(&answer, self.clock.now())),
        }
    }
}

/// How long a token lives. The standard wants a number (RFC 6749 section 5.1); some servers send it as text.
fn seconds(expires_in: &Value) -> i64 {
    let told = expires_in.as_i64().or_else(|| expires_in.as_str()?.parse().ok());
    told.filter(|seconds| *seconds >= 0).unwrap_or(ASSUMED_LIFE).min(LONGEST_SECONDS)
}

/// Whether a header can carry it.
fn sendable(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|b| b.is_ascii_graphic())
}
