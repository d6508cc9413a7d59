//! Wrong passwords, one after the other and many at once: each costs 19 MiB and a good part of a processor.

use std::time::Duration;

use futures_util::future::join_all;
use reqwest::{Client, RequestBuilder};

use crate::shop::{AnyError, MERCHANT, Measured, Shop, timed};

/// Growth that is no fault: connections, pages, what the allocator keeps. In MiB.
const ROOM: u64 = 12;

pub async fn attack() -> Result<Vec<Measured>, AnyError> {
    let mut rows = Vec::new();
    // Without the limits everything comes as far as the hash.
    let shop = Shop::open(&[("SHOP_LIMITS", "off")])?;
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let token = token(&client, &shop.url).await?;
    let one_by_one = async {
        let mut answers = Vec::new();
        for _ in 0..40 {
            answers.push(timed(guess(&client, &shop.url, &token)).await);
        }
        answers
    };
    rows.push(shop.measure("40 wrong sign-ins in a row", ROOM, one_by_one).await?);
    rows.push(
        shop.measure("50 wrong sign-ins at once", ROOM, at_once(&client, &shop.url, &token, 50)).await?,
    );
    rows.push(
        shop.measure("400 wrong sign-ins at once", 3 * ROOM, at_once(&client, &shop.url, &token, 400))
            .await?,
    );
    drop(shop);
    let shop = Shop::open(&[])?;
    let token = self::token(&client, &shop.url).await?;
    let guesses = at_once(&client, &shop.url, &token, 60);
    let limited = shop.measure("60 guesses at one account at once, limits on", ROOM, guesses).await?;
    let tried = limited.count(422);
    rows.push(limited);
    if tried > 5 {
        return Err(format!("{tried} of 60 guesses at once were tried, more than the free five").into());
    }
    Ok(rows)
}

async fn at_once(client: &Client, url: &str, token: &str, count: usize) -> Vec<(u16, Duration)> {
    join_all((0..count).map(|_| timed(guess(client, url, token)))).await
}

fn guess(client: &Client, url: &str, token: &str) -> RequestBuilder {
    let form = [("csrf", token), ("email", MERCHANT.0), ("password", "wrong")];
    client.post(format!("{url}/merchant/sign-in")).form(&form)
}

/// The token of the sign-in's form for whoever has no session yet.
async fn token(client: &Client, url: &str) -> Result<String, AnyError> {
    let page = client.get(format!("{url}/merchant/sign-in")).send().await?.text().await?;
    let token = page.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    Ok(token.ok_or("no token in the form")?.to_owned())
}
