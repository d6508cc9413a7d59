//! The client: one connection pool, a token for each scope, five partners that ration every call.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::Instant;

use reqwest::{Client, RequestBuilder, Response, redirect};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::carrier::CarrierError;
use crate::clock::Clock;
use crate::config::PostSettings;
use crate::ids::Random;
use crate::post::answer::{read_body, read_json, send, send_telling, setback};
use crate::post::operation::{CONNECT, Operation, RESTED};
use crate::post::partner::Partner;
use crate::post::profile::{Dialect, SUBSCRIPTION_KEY};
use crate::post::repeat::Setback;
use crate::post::token::Tokens;

/// Post's APIs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Carrier(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    client: Client,
    dialect: Dialect,
    clock: Clock,
    tokens: Tokens,
    /// Whoever gives tokens is one with whoever takes them: neither is of use without the other.
    api: Partner,
    /// Labels are asked for by jobs: they neither fill the places of those who wait for a User ID nor open their breaker.
    labels: Partner,
    /// What only helps with addresses: its failures must not keep anybody from a User ID (decision 26).
    address: Partner,
    /// Its calendar and its tracking: nobody waits for them, and nobody should wait because of them.
    calendar: Partner,
    locations: Partner,
}

/// What is known of a call on its way.
#[derive(Debug, Default)]
struct Trace {
    /// How often something was sent, or tried to.
    attempts: AtomicU8,
    /// Whether the last of it may have reached Post.
    reached: AtomicBool,
}

/// How an order was answered, or not.
pub(super) struct Told<T> {
    /// The answer, or how it failed.
    pub(super) result: Result<T, CarrierError>,
    /// Whether anything may have reached Post.
    pub(super) reached: bool,
}

impl Carrier {
    /// A client for these settings.
    ///
    /// # Errors
    /// [`CarrierError::Unreachable`] when TLS cannot be set up.
    pub fn new(settings: &PostSettings, clock: Clock, random: Random) -> Result<Self, CarrierError> {
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .pool_idle_timeout(RESTED)
            // Only the configured hosts are ever called.
            .redirect(redirect::Policy::none())
            .no_proxy()
            .user_agent("pickpost-shop")
            .build()
            .map_err(|_| CarrierError::Unreachable)?;
        let tokens = Tokens::new(client.clone(), settings, clock.clone());
        let api = Partner::new("api", clock.clone(), random.clone());
        let labels = Partner::new("labels", clock.clone(), random.clone());
        let address = Partner::new("address", clock.clone(), random.clone());
        let calendar = Partner::new("calendar", clock.clone(), random.clone());
        let locations = Partner::new("locations", clock.clone(), random);
        let dialect = Dialect::of(settings);
        Ok(Self(Arc::new(Inner {
            client,
            dialect,
            clock,
            tokens,
            api,
            labels,
            address,
            calendar,
            locations,
        })))
    }

    /// How this service is spoken to.
    #[must_use]
    pub fn dialect(&self) -> &Dialect {
        &self.0.dialect
    }

    /// Posts JSON below the base URL and reads JSON, within the operation's time in all; a token that is refused is
    /// fetched anew. Log and metrics know the call by the name of the operation, never by its content.
    pub(super) async fn post<T: DeserializeOwned>(
        &self,
        operation: &Operation,
        path: &str,
        scope: &str,
        body: &impl Serialize,
    ) -> Result<T, CarrierError> {
        self.ask(&self.0.api, operation, scope, |client, base| {
            client.post(format!("{base}{path}")).json(body)
        })
        .await
    }

    /// The same of what only helps with addresses.
    pub(super) async fn post_help<T: DeserializeOwned>(
        &self,
        operation: &Operation,
        path: &str,
        scope: &str,
        body: &impl Serialize,
    ) -> Result<T, CarrierError> {
        let request = |client: &Client, base: &str| client.post(format!("{base}{path}")).json(body);
        self.ask(&self.0.address, operation, scope, request).await
    }

    /// Asks what only helps with addresses, by a query.
    pub(super) async fn get_help<T: DeserializeOwned>(
        &self,
        operation: &Operation,
        path: &str,
        scope: &str,
        query: &[(&str, &str)],
    ) -> Result<T, CarrierError> {
        let request = |client: &Client, base: &str| client.get(format!("{base}{path}")).query(query);
        self.ask(&self.0.address, operation, scope, request).await
    }

    /// Asks Post's calendar.
    pub(super) async fn get_calendar<T: DeserializeOwned>(
        &self,
        operation: &Operation,
        path: &str,
        scope: &str,
        query: &[(&str, &str)],
    ) -> Result<T, CarrierError> {
        let request = |client: &Client, base: &str| client.get(format!("{base}{path}")).query(query);
        self.ask(&self.0.calendar, operation, scope, request).await
    }

    /// Asks for what happened to parcels, at a host of its own.
    pub(super) async fn post_tracking<T: DeserializeOwned>(
        &self,
        operation: &Operation,
        (url, scope): (&str, &str),
        body: &impl Serialize,
    ) -> Result<T, CarrierError> {
        let request = |client: &Client, _: &str| client.post(url).json(body);
        self.ask(&self.0.calendar, operation, scope, request).await
    }

    async fn ask<T: DeserializeOwned>(
        &self,
        partner: &Partner,
        operation: &Operation,
        scope: &str,
        request: impl Fn(&Client, &str) -> RequestBuilder,
    ) -> Result<T, CarrierError> {
        let (begun, trace) = (Instant::now(), Trace::default());
        let ask = || async {
            let answer = self.authorised(operation, scope, &request, &trace).await?;
            match answer.status().as_u16() {
                200 => Ok(read_json(answer, operation).await?),
                _ => Err(setback(&answer, self.0.clock.now())),
            }
        };
        let result = partner.call(operation, ask).await;
        operation.note(trace.attempts.load(Ordering::Relaxed), result.as_ref().err(), begun);
        result
    }

    /// Posts JSON that changes something at Post, and reads what it says: 200 as it should be, and 400 whatever its body.
    pub(super) async fn order<T: DeserializeOwned>(
        &self,
        operation: &Operation,
        path: &str,
        scope: &str,
        body: &impl Serialize,
    ) -> Told<Result<T, Vec<u8>>> {
        let (begun, trace) = (Instant::now(), Trace::default());
        let request = |client: &Client, base: &str| client.post(format!("{base}{path}")).json(body);
        let ask = || async {
            let answer = self.authorised(operation, scope, request, &trace).await?;
            match answer.status().as_u16() {
                200 => Ok(Ok(read_json(answer, operation).await?)),
                400 => Ok(Err(read_body(answer, operation).await.unwrap_or_default())),
                _ => Err(setback(&answer, self.0.clock.now())),
            }
        };
        let result = self.0.labels.call(operation, ask).await;
        operation.note(trace.attempts.load(Ordering::Relaxed), result.as_ref().err(), begun);
        Told { result, reached: trace.reached.load(Ordering::Relaxed) }
    }

    /// Asks the location service for JSON.
    pub(super) async fn get_json<T: DeserializeOwned>(
        &self,
        operation: &Operation,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<T, CarrierError> {
        let ask = || async move {
            let answer = self.get(operation, path, query).await?;
            Ok(read_json(answer, operation).await?)
        };
        self.0.locations.call(operation, ask).await
    }

    /// Asks the location service for anything else.
    pub(super) async fn get_body(
        &self,
        operation: &Operation,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Vec<u8>, CarrierError> {
        let ask = || async move {
            let answer = self.get(operation, path, query).await?;
            Ok(read_body(answer, operation).await?)
        };
        self.0.locations.call(operation, ask).await
    }

    /// Asks the location service, which needs no token.
    async fn get(
        &self,
        operation: &Operation,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Response, Setback> {
        let request = self.0.client.get(format!("{}{path}", self.0.dialect.locations)).query(query);
        let answer = send(request, operation).await?;
        if answer.status().as_u16() == 200 { Ok(answer) } else { Err(setback(&answer, self.0.clock.now())) }
    }

    /// Sends it with a token, and again with a fresh one where that is refused: gives any answer but 401 and 403.
    async fn authorised(
        &self,
        operation: &Operation,
        scope: &str,
        request: impl Fn(&Client, &str) -> RequestBuilder,
        trace: &Trace,
    ) -> Result<Response, Setback> {
        for _ in 0..=operation.renewals {
            let token = self.0.tokens.get(scope).await?;
            trace.attempts.fetch_add(1, Ordering::Relaxed);
            let asked = self.signed(request(&self.0.client, &self.0.dialect.base), &token);
            // Before it is sent: whoever is cut off meanwhile cannot know.
            trace.reached.store(true, Ordering::Relaxed);
            let unconnected = || trace.reached.store(false, Ordering::Relaxed);
            let answer = send_telling(asked, operation, unconnected).await?;
            match answer.status().as_u16() {
                401 => {
                    // Refused at the door: nothing was done. Whoever is cut off while a token is fetched has asked nothing.
                    trace.reached.store(false, Ordering::Relaxed);
                    self.0.tokens.forget(scope, &token).await;
                }
                403 => return Err(CarrierError::Unauthorised.into()),
                _ => return Ok(answer),
            }
        }
        Err(CarrierError::Unauthorised.into())
    }

    fn signed(&self, request: RequestBuilder, token: &SecretString) -> RequestBuilder {
        let request = request.bearer_auth(token.expose_secret());
        match &self.0.dialect.subscription_key {
            Some(key) => request.header(SUBSCRIPTION_KEY, key.expose_secret()),
            None => request,
        }
    }
}
