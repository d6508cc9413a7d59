//! A shopper who reads pages and orders, one order after the other, and notes every request that fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::balancer::Balancer;
use crate::rolling::Counts;
use crate::visit::{Form, HANS, Visit};

/// What is typed at each step of a checkout: the field that tells its form, and the values.
const STEPS: [(&str, &[(&str, &str)]); 4] = [
    ("email", HANS),
    ("delivery", &[("delivery", "home")]),
    ("payment", &[("payment", "invoice")]),
    ("idempotency_key", &[("place", "1")]),
];

/// Goes on until it is over.
pub async fn shop(balancer: Balancer, counts: Arc<Counts>, over: Arc<AtomicBool>) {
    while !over.load(Ordering::Relaxed) {
        let mut shopper = Shopper { visit: Visit::new(&balancer), counts: &counts };
        if let Err(what) = shopper.order().await {
            let mut failures = counts.failures.lock().expect("nobody panicked with it");
            *failures.entry(what).or_default() += 1;
        }
    }
}

struct Shopper<'a> {
    visit: Visit<'a>,
    counts: &'a Counts,
}

impl Shopper<'_> {
    async fn order(&mut self) -> Result<(), String> {
        self.get("/en/").await?;
        self.get("/en/products/milk-chocolate").await?;
        let mut at = self.send("quantity", &[("quantity", "1")]).await?;
        if !at.contains("/basket") {
            // Sold out: whoever reads on still counts.
            return Ok(());
        }
        self.get("/en/checkout").await?;
        for (marker, fields) in STEPS {
            at = self.send(marker, fields).await?;
        }
        if at.contains("/orders/") {
            self.counts.orders.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        Err(format!("no order, but {at}"))
    }

    async fn get(&mut self, path: &str) -> Result<String, String> {
        self.follow(path.to_owned(), None).await
    }

    async fn send(&mut self, marker: &str, fields: &[(&str, &str)]) -> Result<String, String> {
        let Form { action, fields } = self.visit.filled(marker, fields)?;
        self.follow(action, Some(fields)).await
    }

    /// Asks for a page and follows where it leads; gives where that is.
    async fn follow(
        &mut self,
        mut path: String,
        mut form: Option<Vec<(String, String)>>,
    ) -> Result<String, String> {
        for _ in 0..8 {
            let begun = Instant::now();
            let answer = self.visit.ask(&path, form.as_deref()).await?;
            let took = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            self.counts.requests.fetch_add(1, Ordering::Relaxed);
            self.counts.slowest.fetch_max(took, Ordering::Relaxed);
            let verb = if form.is_some() { "POST" } else { "GET" };
            match (answer.next, answer.status) {
                (Some(next), _) => (path, form) = (next, None),
                // 422: sold out.
                (None, 200..=299 | 422) => return Ok(path),
                (None, status) => {
                    let route = path.split("/orders/").next().unwrap_or_default();
                    return Err(format!("{status} for {verb} {route}"));
                }
            }
        }
        Err("led in circles".into())
    }
}
