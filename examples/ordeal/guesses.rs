//! Wrong passwords, one after the other and many at once: each costs 19 MiB and a good part of a processor.

use std::collections::BTreeMap;

use actix_web::rt::spawn;
use reqwest::Client;

/// Forty in a row.
pub async fn in_a_row(client: &Client, url: &str, email: &str) -> anyhow::Result<BTreeMap<u16, u32>> {
    let (token, mut answers) = (token(client, url).await?, BTreeMap::new());
    for _ in 0..40 {
        let status =
            guess(client, url, &token, email).send().await.map_or(0, |answer| answer.status().as_u16());
        *answers.entry(status).or_default() += 1;
    }
    Ok(answers)
}

/// So many at once.
pub async fn at_once(
    client: &Client,
    url: &str,
    email: &str,
    count: usize,
) -> anyhow::Result<BTreeMap<u16, u32>> {
    let token = token(client, url).await?;
    let sent = (0..count).map(|_| spawn(guess(client, url, &token, email).send()));
    super::attack::count(sent).await
}

fn guess(client: &Client, url: &str, token: &str, email: &str) -> reqwest::RequestBuilder {
    let form = [("csrf", token), ("email", email), ("password", "wrong")];
    client.post(format!("{url}/merchant/sign-in")).form(&form)
}

/// The token of the sign-in's form for whoever has no session yet.
async fn token(client: &Client, url: &str) -> anyhow::Result<String> {
    let page = client.get(format!("{url}/merchant/sign-in")).send().await?.text().await?;
    let token = page.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    token.map(ToOwned::to_owned).ok_or_else(|| anyhow::anyhow!("no token in the form"))
}
