//! The client: one connection pool, one token, deadlines on every call.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, Response, redirect};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::clock::Clock;
use crate::config::PostSettings;
use crate::post::CarrierError;
use crate::post::token::Tokens;

/// To connect, and in all: a shopper waits for this.
const CONNECT: Duration = Duration::from_secs(1);
const TOTAL: Duration = Duration::from_secs(3);
/// No answer of these APIs comes near; what is larger is refused unread.
const LARGEST: usize = 64 * 1024;

/// Post's APIs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Carrier(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    client: Client,
    settings: PostSettings,
    tokens: Tokens,
}

impl Carrier {
    /// A client for these settings.
    ///
    /// # Errors
    /// [`CarrierError::Unreachable`] when TLS cannot be set up.
    pub fn new(settings: &PostSettings, clock: Clock) -> Result<Self, CarrierError> {
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .timeout(TOTAL)
            // Only the configured hosts are ever called.
            .redirect(redirect::Policy::none())
            .no_proxy()
            .user_agent("pickpost-shop")
            .build()
            .map_err(|_| CarrierError::Unreachable)?;
        Ok(Self(Arc::new(Inner { client, settings: settings.clone(), tokens: Tokens::new(clock) })))
    }

    /// Whether Post gives a token, for `doctor`.
    ///
    /// # Errors
    /// [`CarrierError`] when it does not.
    pub async fn check(&self) -> Result<(), CarrierError> {
        self.token(&self.0.settings.scope_pickpost).await.map(drop)
    }

    /// Posts JSON below the base URL and reads JSON, within three seconds in all; a token that is refused is
    /// fetched anew once. Log and metrics know the call by the name of the operation, never by its content.
    pub(super) async fn post<T: DeserializeOwned>(
        &self,
        operation: &'static str,
        path: &str,
        scope: &str,
        body: &impl Serialize,
    ) -> Result<T, CarrierError> {
        let begun = Instant::now();
        let attempts = AtomicU8::new(0);
        let asked = self.post_twice(path, scope, body, &attempts);
        let result = tokio::time::timeout(TOTAL, asked).await.unwrap_or(Err(CarrierError::Timeout));
        Self::note(operation, attempts.into_inner(), result.as_ref().err(), begun);
        result
    }

    /// Notes a call in log and metrics.
    pub(super) fn note(operation: &'static str, attempts: u8, error: Option<&CarrierError>, begun: Instant) {
        let outcome = error.map_or("answered", CarrierError::code);
        let status = error.and_then(CarrierError::status);
        let seconds = begun.elapsed().as_secs_f64();
        tracing::info!(operation, outcome, status, attempts, milliseconds = seconds * 1000.0, "asked Post");
        metrics::counter!("post_calls_total", "operation" => operation, "outcome" => outcome).increment(1);
        metrics::histogram!("post_call_seconds").record(seconds);
    }

    /// Asks the location service, which needs no token, with its own patience.
    pub(super) async fn get_location(
        &self,
        path: &str,
        query: &[(&str, &str)],
        patience: Duration,
    ) -> Result<Response, CarrierError> {
        let base = self.0.settings.locations_url.as_str().trim_end_matches('/');
        let request = self.0.client.get(format!("{base}{path}")).query(query).timeout(patience);
        Ok(request.send().await.map_err(reqwest::Error::without_url)?)
    }

    async fn post_twice<T: DeserializeOwned>(
        &self,
        path: &str,
        scope: &str,
        body: &impl Serialize,
        attempts: &AtomicU8,
    ) -> Result<T, CarrierError> {
        for _ in 0..2 {
            let token = self.token(scope).await?;
            attempts.fetch_add(1, Ordering::Relaxed);
            let answer = self.send(path, &token, body).await?;
            match answer.status().as_u16() {
                200 => return read_json(answer).await,
                401 => self.0.tokens.forget(&token).await,
                403 => return Err(CarrierError::Unauthorised),
                status @ 500.. => return Err(CarrierError::Down(status)),
                status => return Err(CarrierError::Refused(status)),
            }
        }
        Err(CarrierError::Unauthorised)
    }

    async fn token(&self, scope: &str) -> Result<SecretString, CarrierError> {
        self.0.tokens.get(&self.0.client, &self.0.settings, scope).await
    }

    async fn send(
        &self,
        path: &str,
        token: &SecretString,
        body: &impl Serialize,
    ) -> Result<Response, CarrierError> {
        let base = self.0.settings.base_url.as_str().trim_end_matches('/');
        let mut request =
            self.0.client.post(format!("{base}{path}")).bearer_auth(token.expose_secret()).json(body);
        if let Some(key) = &self.0.settings.subscription_key {
            request = request.header("Ocp-Apim-Subscription-Key", key.expose_secret());
        }
        Ok(request.send().await.map_err(reqwest::Error::without_url)?)
    }

    pub(super) fn scope_pickpost(&self) -> &str {
        &self.0.settings.scope_pickpost
    }
}

/// Reads a JSON answer of usual size.
pub(super) async fn read_json<T: DeserializeOwned>(answer: Response) -> Result<T, CarrierError> {
    read_json_up_to(answer, LARGEST).await
}

/// Reads a JSON answer of at most so many bytes.
pub(super) async fn read_json_up_to<T: DeserializeOwned>(
    answer: Response,
    largest: usize,
) -> Result<T, CarrierError> {
    let mime = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence != "application/json" && !essence.ends_with("+json") {
        return Err(CarrierError::Nonsense("not JSON"));
    }
    let body = read_body(answer, largest).await?;
    serde_json::from_slice(&body).map_err(|_| CarrierError::Nonsense("not of the documented form"))
}

/// Reads an answer of at most so many bytes.
pub(super) async fn read_body(mut answer: Response, largest: usize) -> Result<Vec<u8>, CarrierError> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        if body.len() + chunk.len() > largest {
            return Err(CarrierError::Nonsense("too large"));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}
