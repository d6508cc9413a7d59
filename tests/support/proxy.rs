//! What stands between the shop and its Postgres, as a network or a load balancer would: it can freeze, and be gone.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch::{Receiver, Sender, channel as watch};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Everything goes through.
    Open,
    /// Connections are taken and kept, but nothing goes through any more.
    Frozen,
    /// Every connection is cut, and a new one ends at once, as behind a balancer without a server.
    Gone,
}

pub struct Proxy {
    mode: Sender<Mode>,
    folder: PathBuf,
    /// The database's address through it.
    pub database: String,
}

impl Proxy {
    /// Stands before the database of this address.
    pub fn before(database: &str) -> Self {
        let (front, socket) = database.split_once("host=").expect("a socket's folder");
        let real = Path::new(socket).join(".s.PGSQL.5432");
        let folder = std::env::temp_dir().join(format!(
            "murmel-proxy-{}-{}",
            std::process::id(),
            database.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()))
        ));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let (mode, state) = watch(Mode::Open);
        let (tell, told) = channel();
        let place = folder.join(".s.PGSQL.5432");
        std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async move {
                let listener = UnixListener::bind(place).expect("a socket");
                tell.send(()).expect("somebody waits");
                while let Ok((near, _)) = listener.accept().await {
                    if *state.borrow() != Mode::Gone {
                        tokio::spawn(join(near, real.clone(), state.clone()));
                    }
                }
            });
        });
        told.recv().expect("the proxy listens");
        Self { mode, database: format!("{front}host={}", folder.display()), folder }
    }

    pub fn set(&self, mode: Mode) {
        self.mode.send_replace(mode);
    }

    /// An outage of this length, which is what the shop must bear: the one thing about it that no sign can tell.
    pub async fn gone_for(&self, time: Duration) {
        self.set(Mode::Gone);
        tokio::time::sleep(time).await;
        self.set(Mode::Open);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

async fn join(near: UnixStream, real: PathBuf, state: Receiver<Mode>) {
    let Ok(far) = UnixStream::connect(real).await else { return };
    let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
    tokio::select! {
        () = pass(near_in, far_out, state.clone()) => {}
        () = pass(far_in, near_out, state.clone()) => {}
        () = gone(state) => {}
    }
}

async fn gone(mut state: Receiver<Mode>) {
    let _ = state.wait_for(|mode| *mode == Mode::Gone).await;
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut state: Receiver<Mode>) {
    let mut piece = vec![0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut piece).await {
        if state.wait_for(|mode| *mode != Mode::Frozen).await.is_err() {
            return;
        }
        if to.write_all(&piece[..read]).await.is_err() {
            return;
        }
    }
}
