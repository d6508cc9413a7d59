//! What a load balancer does: asks `/readyz`, sends requests to who is ready, and tries the other one where nobody listens.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use reqwest::{Client, RequestBuilder, Response, redirect};

#[derive(Clone)]
pub struct Balancer {
    client: Client,
    backends: Arc<Mutex<Vec<(String, bool)>>>,
    turn: Arc<std::sync::atomic::AtomicUsize>,
}

impl Balancer {
    pub fn before(urls: Vec<String>) -> Self {
        let client = Client::builder().redirect(redirect::Policy::none()).timeout(Duration::from_secs(20));
        Self {
            client: client.build().expect("a client"),
            backends: Arc::new(Mutex::new(urls.into_iter().map(|url| (url, true)).collect())),
            turn: Arc::default(),
        }
    }

    /// Asks after everybody's health, for ever.
    pub async fn watch(self) {
        loop {
            let urls: Vec<String> = self.backends().iter().map(|(url, _)| url.clone()).collect();
            for url in urls {
                let asked = self.client.get(format!("{url}/readyz")).timeout(Duration::from_secs(1)).send();
                let ready = asked.await.is_ok_and(|answer| answer.status().is_success());
                for backend in self.backends().iter_mut().filter(|(known, _)| *known == url) {
                    backend.1 = ready;
                }
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    pub fn replace(&self, at: usize, url: &str) {
        self.backends()[at] = (url.to_owned(), false);
    }

    pub async fn ready(&self, at: usize) -> anyhow::Result<()> {
        let begun = Instant::now();
        while !self.backends()[at].1 {
            anyhow::ensure!(begun.elapsed() < Duration::from_secs(30), "the instance is never ready");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Sends a request to an instance that is ready. Where nobody listens nothing was sent, and the next one is asked.
    pub async fn send(&self, make: impl Fn(&Client, &str) -> RequestBuilder) -> Result<Response, String> {
        let mut last = "nobody is ready".to_owned();
        for _ in 0..4 {
            let turn = self.turn.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let url = {
                let backends = self.backends();
                let ready: Vec<&String> =
                    backends.iter().filter(|(_, ready)| *ready).map(|(url, _)| url).collect();
                ready.get(turn % ready.len().max(1)).map(|url| (*url).clone())
            };
            let Some(url) = url else { continue };
            match make(&self.client, &url).send().await {
                Ok(answer) => return Ok(answer),
                Err(error) if error.is_connect() => last = "nobody listened".into(),
                Err(error) => return Err(format!("cut: {error:?}").replace(&url, "")),
            }
        }
        Err(last)
    }

    fn backends(&self) -> MutexGuard<'_, Vec<(String, bool)>> {
        self.backends.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
