//! A shopper who reads pages and orders, one order after the other, and notes every request that fails.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use reqwest::header::{ACCEPT_LANGUAGE, COOKIE, LOCATION, SET_COOKIE};
use scraper::{Html, Selector};

use crate::balancer::Balancer;
use crate::rolling::Counts;

/// What is typed at each step of a checkout: the field that tells its form, and the values.
const STEPS: [(&str, &[(&str, &str)]); 4] = [
    (
        "email",
        &[
            ("first_name", "Hans"),
            ("last_name", "Muster"),
            ("street", "Bellerivestrasse"),
            ("house_number", "5"),
            ("postcode", "8008"),
            ("town", "Zürich"),
            ("email", "hans.muster@example.ch"),
        ],
    ),
    ("delivery", &[("delivery", "home")]),
    ("payment", &[("payment", "invoice")]),
    ("idempotency_key", &[("place", "1")]),
];

/// Goes on until it is over.
pub async fn shop(balancer: Balancer, counts: Arc<Counts>, over: Arc<AtomicBool>) {
    while !over.load(Ordering::Relaxed) {
        let mut visit =
            Visit { balancer: &balancer, counts: &counts, cookies: BTreeMap::new(), body: String::new() };
        if let Err(what) = visit.order().await {
            let mut failures = counts.failures.lock().expect("nobody panicked with it");
            *failures.entry(what).or_default() += 1;
        }
    }
}

struct Visit<'a> {
    balancer: &'a Balancer,
    counts: &'a Counts,
    cookies: BTreeMap<String, String>,
    body: String,
}

impl Visit<'_> {
    async fn order(&mut self) -> Result<(), String> {
        self.ask("/en/", None).await?;
        self.ask("/en/products/milk-chocolate", None).await?;
        let form = self.filled("quantity", &[("quantity", "1")])?;
        let mut at = self.ask("/en/products/milk-chocolate", Some(form)).await?;
        if !at.contains("/basket") {
            // Sold out: whoever reads on still counts.
            return Ok(());
        }
        at = self.ask("/en/checkout", None).await?;
        for (marker, fields) in STEPS {
            let form = self.filled(marker, fields)?;
            at = self.ask(&at, Some(form)).await?;
        }
        if at.contains("/orders/") {
            self.counts.orders.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        Err(format!("no order, but {at}"))
    }

    /// Asks for a page and follows where it leads; gives where that is.
    async fn ask(&mut self, path: &str, mut form: Option<Vec<(String, String)>>) -> Result<String, String> {
        let mut path = path.to_owned();
        for _ in 0..8 {
            let begun = Instant::now();
            let cookies: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let answer = self
                .balancer
                .send(|client, base| {
                    let url = format!("{base}{path}");
                    let request =
                        form.as_ref().map_or_else(|| client.get(&url), |form| client.post(&url).form(form));
                    request.header(COOKIE, cookies.join("; ")).header(ACCEPT_LANGUAGE, "en")
                })
                .await?;
            let took = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            self.counts.requests.fetch_add(1, Ordering::Relaxed);
            self.counts.slowest.fetch_max(took, Ordering::Relaxed);
            for cookie in
                answer.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok())
            {
                if let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
            }
            let (status, verb) = (answer.status(), if form.is_some() { "POST" } else { "GET" });
            if let Some(next) = answer.headers().get(LOCATION).and_then(|next| next.to_str().ok()) {
                (path, form) = (next.to_owned(), None);
                continue;
            }
            self.body = answer.text().await.map_err(|error| format!("a body was cut: {error}"))?;
            let sold_out = status.as_u16() == 422;
            if status.is_success() || sold_out {
                return Ok(path);
            }
            return Err(format!("{status} for {verb} {}", path.split("/orders/").next().unwrap_or_default()));
        }
        Err("led in circles".into())
    }

    /// The form of the page that has this field, filled in.
    fn filled(&self, marker: &str, fields: &[(&str, &str)]) -> Result<Vec<(String, String)>, String> {
        let page = Html::parse_document(&self.body);
        let select = |css: &str| Selector::parse(css).expect("a selector");
        let (forms, wanted) = (select("form[method=post]"), select(&format!("[name={marker}]")));
        let form = page.select(&forms).find(|form| form.select(&wanted).next().is_some());
        let form = form.ok_or_else(|| format!("no form with {marker}"))?;
        let mut filled: Vec<(String, String)> = form
            .select(&select("input[type=hidden]"))
            .filter_map(|input| {
                Some((input.attr("name")?.to_owned(), input.attr("value").unwrap_or_default().to_owned()))
            })
            .collect();
        filled.retain(|(name, _)| !fields.iter().any(|(typed, _)| typed == name));
        filled.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        Ok(filled)
    }
}
