//! One order, request by request, in the least number of them that a browser needs: 15 for one that is delivered home, 19
//! for one that is collected at a PickPost point. Who orders knows where each form leads, and goes on from there.

use crate::balancer::Balancer;
use crate::visit::{Form, HANS, Visit};

/// The articles of every order: they fit every parcel.
const GOODS: [&str; 3] = ["milk-chocolate", "mountain-cheese", "wool-scarf"];

/// Where the parcel goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    Home,
    PickPost,
}

/// The field that tells the form, what is typed, and the page that comes after it.
type Step = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const ADDRESS: Step = ("email", HANS, "/en/checkout/delivery");
const HOME: Step = ("delivery", &[("delivery", "home")], "/en/checkout/payment");
const PICKPOST: Step = ("delivery", &[("delivery", "pickpost")], "/en/checkout/point");
/// The first point of the list that can be chosen.
const POINT: Step = ("choice", &[], "/en/checkout/collector");
const COLLECTOR: Step = ("notify", &[("notify", "email")], "/en/checkout/payment");
const PAYMENT: Step = ("payment", &[("payment", "invoice")], "/en/checkout/review");
const PLACE: Step = ("idempotency_key", &[("place", "1")], "/en/orders/");

impl To {
    pub const fn requests(self) -> u32 {
        match self {
            Self::Home => 15,
            Self::PickPost => 19,
        }
    }

    const fn steps(self) -> &'static [Step] {
        match self {
            Self::Home => &[ADDRESS, HOME, PAYMENT, PLACE],
            Self::PickPost => &[ADDRESS, PICKPOST, POINT, COLLECTOR, PAYMENT, PLACE],
        }
    }
}

/// Orders as a new visitor. After each request `seen` hears which one it was.
pub async fn order<S>(balancer: &Balancer, to: To, seen: S) -> anyhow::Result<()>
where
    S: AsyncFnMut(&str) -> anyhow::Result<()>,
{
    let mut walk = Walk { visit: Visit::new(balancer), seen, requests: 0 };
    walk.get("/en/").await?;
    walk.get("/en/products/mountain-cheese").await?;
    for slug in GOODS {
        // The form of the one page serves for all three: its token was made for somebody without a session.
        let path = format!("/en/products/{slug}");
        walk.send(("quantity", &[("quantity", "1")], "/en/basket"), Some(path)).await?;
    }
    walk.get("/en/basket").await?;
    walk.get("/en/checkout/address").await?;
    for step in to.steps() {
        let next = walk.send(*step, None).await?;
        walk.get(&next).await?;
    }
    anyhow::ensure!(
        walk.requests == to.requests(),
        "{} requests instead of {}",
        walk.requests,
        to.requests()
    );
    Ok(())
}

struct Walk<'a, S> {
    visit: Visit<'a>,
    seen: S,
    requests: u32,
}

impl<S: AsyncFnMut(&str) -> anyhow::Result<()>> Walk<'_, S> {
    /// Looks at a page, which has to be one.
    async fn get(&mut self, path: &str) -> anyhow::Result<()> {
        let answer = self.ask(path, None).await?;
        anyhow::ensure!(answer.status == 200, "{} for GET {}", answer.status, route(path));
        Ok(())
    }

    /// Sends the form of the page, or the same form elsewhere; gives where it leads, which has to be the next page.
    async fn send(&mut self, (marker, typed, next): Step, to: Option<String>) -> anyhow::Result<String> {
        let mut typed = typed.to_vec();
        let choice = if marker == "choice" {
            self.visit.button(marker).map_err(anyhow::Error::msg)?
        } else {
            String::new()
        };
        if !choice.is_empty() {
            typed.push((marker, &choice));
        }
        let Form { action, fields } = self.visit.filled(marker, &typed).map_err(anyhow::Error::msg)?;
        let path = to.unwrap_or(action);
        let answer = self.ask(&path, Some(&fields)).await?;
        let there = answer.next.unwrap_or_default();
        let led = there.starts_with(next);
        anyhow::ensure!(
            led,
            "POST {} led not to {next} but to \"{}\" ({}) {}",
            route(&path),
            route(&there),
            answer.status,
            self.visit.problems()
        );
        Ok(there)
    }

    async fn ask(
        &mut self,
        path: &str,
        form: Option<&[(String, String)]>,
    ) -> anyhow::Result<crate::visit::Answer> {
        let answer = self.visit.ask(path, form).await.map_err(anyhow::Error::msg)?;
        self.requests += 1;
        let verb = if form.is_some() { "POST" } else { "GET" };
        (self.seen)(&format!("{verb} {}", route(path))).await?;
        Ok(answer)
    }
}

/// A path without what is one order's own.
fn route(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    path.split_once("/orders/").map_or_else(|| path.to_owned(), |(before, _)| format!("{before}/orders/…"))
}
