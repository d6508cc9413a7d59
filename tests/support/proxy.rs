//! What stands between the shop and its Postgres, as a network or a load balancer would: it can freeze, and be gone. It counts
//! what is asked.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
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
    asked: Arc<AtomicU64>,
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
        let asked = Arc::<AtomicU64>::default();
        let counter = Arc::clone(&asked);
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
                        tokio::spawn(join(near, real.clone(), state.clone(), Arc::clone(&counter)));
                    }
                }
            });
        });
        told.recv().expect("the proxy listens");
        Self { mode, asked, database: format!("{front}host={}", folder.display()), folder }
    }

    pub fn set(&self, mode: Mode) {
        self.mode.send_replace(mode);
    }

    /// How many statements have gone through so far, without those that begin and end a transaction.
    pub fn asked(&self) -> u64 {
        self.asked.load(Ordering::Relaxed)
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

async fn join(near: UnixStream, real: PathBuf, state: Receiver<Mode>, asked: Arc<AtomicU64>) {
    let Ok(far) = UnixStream::connect(real).await else { return };
    let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
    tokio::select! {
        () = pass(near_in, far_out, state.clone(), counting(asked)) => {}
        () = pass(far_in, near_out, state.clone(), |_: &[u8]| {}) => {}
        () = gone(state) => {}
    }
}

async fn gone(mut state: Receiver<Mode>) {
    let _ = state.wait_for(|mode| *mode == Mode::Gone).await;
}

async fn pass(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut state: Receiver<Mode>,
    mut watch: impl FnMut(&[u8]),
) {
    let mut piece = vec![0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut piece).await {
        if state.wait_for(|mode| *mode != Mode::Frozen).await.is_err() {
            return;
        }
        watch(&piece[..read]);
        if to.write_all(&piece[..read]).await.is_err() {
            return;
        }
    }
}

/// Reads what a client says and counts the messages `Execute`: one for each statement with parameters or an answer. A message is a
/// letter and the length of what follows, that length included; only what opens a connection has no letter.
fn counting(asked: Arc<AtomicU64>) -> impl FnMut(&[u8]) {
    let (mut head, mut letter, mut rest) = (Vec::new(), false, 0_usize);
    move |mut piece| {
        while !piece.is_empty() {
            let over = rest.min(piece.len());
            (rest, piece) = (rest - over, &piece[over..]);
            let wanted = 4 + usize::from(letter);
            let more = (wanted - head.len()).min(piece.len());
            head.extend_from_slice(&piece[..more]);
            piece = &piece[more..];
            if head.len() == wanted {
                let length = head[wanted - 4..].iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
                rest = length - 4;
                asked.fetch_add(u64::from(letter && head[0] == b'E'), Ordering::Relaxed);
                // Who asks for encryption first, in eight bytes, begins once more.
                letter |= length != 8;
                head.clear();
            }
        }
    }
}
