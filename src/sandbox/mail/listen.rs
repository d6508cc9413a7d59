//! Listens for mails, on this machine alone and at a free port.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Data;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::{CancellationToken, DropGuard};

use crate::lasting;
use crate::sandbox::desk::Desk;
use crate::sandbox::mail::session;

/// So many connections at once: a shop uses three. Whoever comes beyond waits.
const MOST: usize = 20;
/// Where no connection can be accepted, as when files run out.
const PAUSE: Duration = Duration::from_millis(200);

/// Listens until the guard is dropped; gives where.
///
/// # Errors
/// When there is no port.
pub fn start(desk: Data<Desk>) -> std::io::Result<(SocketAddr, DropGuard)> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let at = listener.local_addr()?;
    let (listener, over) = (Arc::new(TcpListener::from_std(listener)?), CancellationToken::new());
    let listening =
        lasting::keep("simulator_mail", over.clone(), move |_| accept(listener.clone(), desk.clone()));
    actix_web::rt::spawn(over.clone().run_until_cancelled_owned(listening));
    Ok((at, over.drop_guard()))
}

async fn accept(listener: Arc<TcpListener>, desk: Data<Desk>) {
    let room = Arc::new(Semaphore::new(MOST));
    loop {
        let Ok(seat) = room.clone().acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, _)) => {
                let desk = desk.clone();
                actix_web::rt::spawn(async move {
                    session::serve(stream, &desk).await;
                    drop(seat);
                });
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}
