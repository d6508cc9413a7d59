//! A server over connections that are read leniently: what `HttpServer` builds, over [`Lenient`] in the place of the bare stream.

use std::any::Any;
use std::net::TcpListener;
use std::time::Duration;

use actix_http::{HttpService, KeepAlive, Protocol, Request, Response};
use actix_service::{IntoServiceFactory, ServiceFactoryExt, map_config};
use actix_web::body::MessageBody;
use actix_web::dev::{AppConfig, Extensions, Server, Service, ServiceFactory, fn_service};
use actix_web::rt::net::TcpStream;

use crate::web::door::HEAD;
use crate::web::lenient::Lenient;

/// How a server treats its connections.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// How many threads answer.
    pub workers: usize,
    /// How many connections each of them has at most.
    pub most: usize,
    /// After so long without a question a connection is closed.
    pub idle: Duration,
    /// Whether a visitor who has closed their half waits for an answer still.
    pub half_closed: bool,
    /// What is being asked when the server is told to stop is answered within so many seconds.
    pub last_answers: u64,
}

/// Serves on a listener; `welcome` sees each new connection.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve<F, I, S, B>(
    listener: TcpListener,
    manners: Manners,
    welcome: impl Fn(&dyn Any, &mut Extensions) + Clone + Send + 'static,
    app: F,
) -> std::io::Result<Server>
where
    F: Fn() -> I + Send + Clone + 'static,
    I: IntoServiceFactory<S, Request>,
    S: ServiceFactory<Request, Config = AppConfig> + 'static,
    S::Error: Into<actix_web::Error> + 'static,
    S::InitError: std::fmt::Debug,
    S::Response: Into<Response<B>> + 'static,
    <S::Service as Service<Request>>::Future: 'static,
    S::Service: 'static,
    B: MessageBody + 'static,
{
    let at = listener.local_addr()?;
    let builder = Server::build();
    let stop = builder.graceful_shutdown_signal();
    let service = move || {
        let (stop, welcome) = (stop.clone(), welcome.clone());
        let app = app().into_factory().map_err(|error| error.into().error_response());
        let http = HttpService::build()
            .graceful_shutdown_signal(move || {
                let stop = stop.clone();
                async move { stop.notified().await }
            })
            .keep_alive(KeepAlive::Timeout(manners.idle))
            .client_request_timeout(HEAD)
            .client_disconnect_timeout(Duration::from_secs(1))
            .h1_allow_half_closed(manners.half_closed)
            .local_addr(at)
            .on_connect_ext(move |io: &Lenient, data| welcome(io.stream(), data))
            .finish(map_config(app, |()| AppConfig::default()));
        fn_service(async |stream: TcpStream| {
            // Without it the last piece of a compressed page waits 40 ms for the acknowledgement of the piece before.
            let _ = stream.set_nodelay(true);
            let peer = stream.peer_addr().ok();
            Ok((Lenient::new(stream), Protocol::Http1, peer))
        })
        .and_then(http)
    };
    let server = builder.workers(manners.workers).max_concurrent_connections(manners.most);
    let server = server.shutdown_timeout(manners.last_answers).disable_signals();
    Ok(server.listen("pages", listener, service)?.run())
}
