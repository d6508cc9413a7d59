//! Answers for load balancers and monitors.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::Server;
use actix_web::web::{Data, ServiceConfig};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::db::health::{Health, NotReady};
use crate::web::door::{Door, HEAD};
use crate::web::ways::reading;
use crate::web::{Error, Site};

/// The probes; `/metrics` only where the whole listener is this machine's own.
pub fn routes(cfg: &mut ServiceConfig, with_metrics: bool) {
    // Load balancers ask with GET or with HEAD.
    cfg.route("/healthz", reading().to(|| async { plain(HttpResponse::Ok(), "ok") }));
    cfg.route("/readyz", reading().to(ready));
    if with_metrics {
        cfg.route("/metrics", reading().to(measures_here));
    }
}

/// A listener of its own for `/metrics`.
///
/// # Errors
/// When the listener cannot be used.
pub fn metrics_server(listener: TcpListener, handle: PrometheusHandle) -> std::io::Result<Server> {
    let app =
        move || App::new().app_data(Data::new(handle.clone())).route("/metrics", reading().to(measures));
    let server = HttpServer::new(app).workers(1).max_connections(32).client_request_timeout(HEAD);
    Ok(server.shutdown_timeout(1).disable_signals().listen(listener)?.run())
}

async fn ready(site: Data<Site>, health: Data<Health>, door: Data<Door>) -> HttpResponse {
    let not_yet = |why: String| plain(HttpResponse::ServiceUnavailable(), why);
    if door.drain.has_begun() {
        return not_yet("closing".into());
    }
    // Without a pulse the answer is no, at once; why, only if it is quickly told.
    let up = site.pulse.is_up();
    let patience = if up { Duration::from_secs(2) } else { Duration::from_millis(100) };
    match tokio::time::timeout(patience, health.look()).await {
        Ok(Ok(())) if up => plain(HttpResponse::Ok(), "ready"),
        Ok(Err(why)) => not_yet(why.to_string()),
        _ => not_yet(NotReady::NoAnswer.to_string()),
    }
}

/// The same, but never for whom a proxy on this machine speaks.
async fn measures_here(request: HttpRequest, handle: Data<PrometheusHandle>) -> Result<HttpResponse, Error> {
    let forwarded = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];
    if forwarded.iter().any(|name| request.headers().contains_key(*name)) {
        return Err(Error::NotFound);
    }
    Ok(measures(handle).await)
}

/// Prometheus text.
async fn measures(handle: Data<PrometheusHandle>) -> HttpResponse {
    handle.run_upkeep();
    HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(handle.render())
}

fn plain(mut answer: actix_web::HttpResponseBuilder, word: impl MessageBody + 'static) -> HttpResponse {
    answer.content_type("text/plain; charset=utf-8").body(word)
}

/// One recorder a process; tests open several shops in one.
pub fn metrics_handle() -> PrometheusHandle {
    static HANDLE: std::sync::OnceLock<PrometheusHandle> = std::sync::OnceLock::new();
    let make = || {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        let _ = metrics::set_global_recorder(recorder);
        handle
    };
    HANDLE.get_or_init(make).clone()
}
