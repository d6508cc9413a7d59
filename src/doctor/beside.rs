//! What a server of this machine says, such as the shop that is open beside this command.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Whoever is well answers sooner.
const PATIENCE: Duration = Duration::from_secs(2);
/// No measures of a shop's come near.
const LARGEST: u64 = 4 << 20;

/// Where a listener is reached from this machine: one at every address by the loopback.
#[must_use]
pub fn near(at: SocketAddr) -> SocketAddr {
    match at.ip() {
        ip if !ip.is_unspecified() => at,
        IpAddr::V4(_) => (Ipv4Addr::LOCALHOST, at.port()).into(),
        IpAddr::V6(_) => (Ipv6Addr::LOCALHOST, at.port()).into(),
    }
}

/// Whether anybody listens there.
pub async fn listens(at: SocketAddr) -> bool {
    at.port() != 0 && matches!(tokio::time::timeout(PATIENCE, TcpStream::connect(near(at))).await, Ok(Ok(_)))
}

/// The body of a page with status 200; `None` for anything else.
pub async fn page(at: SocketAddr, path: &str) -> Option<String> {
    let text = tokio::time::timeout(PATIENCE, ask(near(at), path)).await.ok()?.ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    head.split(' ').nth(1).filter(|status| *status == "200")?;
    Some(body.to_owned())
}

async fn ask(at: SocketAddr, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(at).await?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut bytes = Vec::new();
    stream.take(LARGEST).read_to_end(&mut bytes).await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
