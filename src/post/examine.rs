//! For `doctor`: asks as the shop would, and says of a refusal which setting is meant. It only reads: a token is good for a
//! minute and does nothing, and no person is ever asked about, since that would enrol them.

use chrono::{DateTime, TimeDelta};
use reqwest::header::{DATE, HeaderMap};
use reqwest::{Client, Response, redirect};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::carrier::CarrierError;
use crate::clock::Clock;
use crate::config::PostSettings;
use crate::post::answer::{read_body, send};
use crate::post::operation::{CONNECT, TOKEN};
use crate::post::profile::Dialect;

/// Asks without a breaker, and keeps nothing.
#[derive(Debug)]
pub struct Examiner {
    client: Client,
    dialect: Dialect,
    id: String,
    secret: SecretString,
    clock: Clock,
}

/// Why there is no token, or no answer.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// `POST_CLIENT_ID` or `POST_CLIENT_SECRET`.
    #[error("Post refuses the credentials")]
    Credentials,
    /// The scope.
    #[error("Post refuses the scope")]
    Scope,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] CarrierError),
}

/// What came of asking, and how far this machine's clock is ahead of Post's, to the second.
pub type Told = (Result<(), Refusal>, Option<TimeDelta>);

#[derive(Deserialize)]
struct Answer {
    access_token: SecretString,
}

/// RFC 6749, section 5.2. What Post really says is not published.
#[derive(Deserialize)]
struct Denial {
    error: String,
}

impl Examiner {
    /// For these settings.
    ///
    /// # Errors
    /// [`CarrierError::Unreachable`] when TLS cannot be set up.
    pub fn new(settings: &PostSettings, clock: Clock) -> Result<Self, CarrierError> {
        let client = Client::builder().connect_timeout(CONNECT).redirect(redirect::Policy::none()).no_proxy();
        let client = client.user_agent("pickpost-shop").build().map_err(|_| CarrierError::Unreachable)?;
        let (id, secret) = (settings.client_id.clone(), settings.client_secret.clone());
        Ok(Self { client, dialect: Dialect::of(settings), id, secret, clock })
    }

    /// How this service is spoken to.
    #[must_use]
    pub fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// Whether Post gives a token for a scope.
    pub async fn token(&self, scope: &str) -> Told {
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", &self.id),
            ("client_secret", self.secret.expose_secret()),
            ("scope", scope),
        ];
        let request = self.client.post(&self.dialect.token);
        let in_query = self.dialect.credentials_in_query;
        let request = if in_query { request.query(&fields) } else { request.form(&fields) };
        match send(request, &TOKEN).await {
            Ok(answer) => {
                let ahead = self.ahead(answer.headers());
                (read(answer).await, ahead)
            }
            Err(error) => (Err(error.into()), None),
        }
    }

    /// Whether anybody answers where the APIs are, whatever the answer.
    ///
    /// # Errors
    /// [`CarrierError`] when nobody does.
    pub async fn answers(&self) -> Result<(), CarrierError> {
        send(self.client.head(format!("{}/", self.dialect.base)), &TOKEN).await.map(drop)
    }

    fn ahead(&self, headers: &HeaderMap) -> Option<TimeDelta> {
        let told = headers.get(DATE)?.to_str().ok()?;
        Some(self.clock.now() - DateTime::parse_from_rfc2822(told).ok()?.to_utc())
    }
}

async fn read(answer: Response) -> Result<(), Refusal> {
    let status = answer.status().as_u16();
    let body = read_body(answer, &TOKEN).await?;
    let denied = serde_json::from_slice::<Denial>(&body).map(|denial| denial.error).unwrap_or_default();
    match (status, denied.as_str()) {
        (200, _) => serde_json::from_slice::<Answer>(&body)
            .ok()
            .filter(|answer| !answer.access_token.expose_secret().is_empty())
            .map(drop)
            .ok_or(Refusal::Other(CarrierError::Nonsense("no token"))),
        (_, "invalid_scope") => Err(Refusal::Scope),
        (_, "invalid_client" | "unauthorized_client") | (401 | 403, _) => Err(Refusal::Credentials),
        (429, _) => Err(CarrierError::Busy.into()),
        (500.., _) => Err(CarrierError::Down(status).into()),
        _ => Err(CarrierError::Refused(status).into()),
    }
}
