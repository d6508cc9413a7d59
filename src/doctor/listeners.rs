//! Where the shop and the simulator listen: free, or in use by a shop that is open already.

use std::net::SocketAddr;

use crate::app;
use crate::config::Settings;
use crate::doctor::beside;
use crate::doctor::finding::Finding;

/// Looks at them.
pub async fn look(settings: &Settings) -> Vec<Finding> {
    let mut all = vec![one("SHOP_BIND", settings.bind, "/healthz").await];
    if settings.with_sandbox {
        all.push(one("SANDBOX_BIND", settings.sandbox_bind, "/console/requests.json").await);
    }
    if let Some(at) = settings.metrics_bind {
        all.push(one("METRICS_BIND", at, "/metrics").await);
    }
    all
}

async fn one(name: &'static str, at: SocketAddr, path: &str) -> Finding {
    match app::listen(name, at) {
        Ok((_, at)) => Finding::ok(name, format!("{at} is free")),
        Err(_) if beside::page(at, path).await.is_some() => {
            Finding::ok(name, format!("{at} is in use by a shop that is open"))
        }
        Err(error) => Finding::failed(name, error.to_string()),
    }
}
