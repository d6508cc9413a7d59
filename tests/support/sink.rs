//! A mail server of the tests' own, line by line: it takes mails, or misbehaves in one way.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use super::patience;

/// How it behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Manner {
    Takes,
    /// It answers a command with this, where the line begins so.
    Answers(&'static str, &'static str),
    /// It has the whole mail, and says nothing until it is told to; then the connection ends.
    Keeps,
    /// It takes one mail over a connection, and closes it without a word.
    TakesOne,
    /// It says nothing from the beginning.
    Silent,
}

/// What it was sent: to whom, and the message.
#[derive(Clone, Debug)]
pub struct Sent {
    pub to: String,
    pub wire: Vec<u8>,
}

#[derive(Clone)]
pub struct Sink {
    pub at: SocketAddr,
    taken: Arc<Mutex<Vec<Sent>>>,
    said: Arc<Mutex<Vec<String>>>,
    manner: Arc<Mutex<Manner>>,
    came: Arc<Notify>,
}

impl Sink {
    /// Listens on a thread of its own, so that it outlives any shop of the test.
    pub fn open(manner: Manner) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a listener");
        let at = listener.local_addr().expect("an address");
        let sink = Self {
            at,
            taken: Arc::default(),
            said: Arc::default(),
            manner: Arc::new(Mutex::new(manner)),
            came: Arc::default(),
        };
        let kept = sink.clone();
        std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async move {
                let listener = TcpListener::from_std(listener).expect("a listener");
                while let Ok((stream, _)) = listener.accept().await {
                    let sink = kept.clone();
                    tokio::spawn(async move { drop(sink.speak(stream).await) });
                }
            });
        });
        sink
    }

    pub fn url(&self) -> String {
        format!("smtp://{}", self.at)
    }

    pub fn becomes(&self, manner: Manner) {
        *self.manner.lock().expect("the manner") = manner;
    }

    pub fn taken(&self) -> Vec<Sent> {
        self.taken.lock().expect("mails").clone()
    }

    /// Every command that it heard.
    pub fn said(&self) -> Vec<String> {
        self.said.lock().expect("commands").clone()
    }

    /// Waits until so many mails have come.
    pub async fn has(&self, count: usize) -> Vec<Sent> {
        for _ in patience() {
            if self.taken().len() >= count {
                return self.taken();
            }
            let _ = tokio::time::timeout(Duration::from_millis(50), self.came.notified()).await;
        }
        panic!("{} mails came, not {count}", self.taken().len());
    }

    async fn speak(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        let manner = self.manner.lock().expect("the manner").clone();
        if manner == Manner::Silent {
            let mut heard = Vec::new();
            return stream.read_to_end(&mut heard).await.map(drop);
        }
        stream.write_all(b"220 sink\r\n").await?;
        let (mut to, mut line) = (String::new(), String::new());
        loop {
            line.clear();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            self.said.lock().expect("commands").push(line.clone());
            let answer = match &manner {
                Manner::Answers(command, answer) if line.starts_with(command) => answer,
                _ if line.starts_with("EHLO") => "250-sink\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME",
                _ if line.starts_with("RCPT TO:<") => {
                    to = line["RCPT TO:<".len()..].split('>').next().unwrap_or_default().to_owned();
                    "250 ok"
                }
                _ if line.starts_with("DATA") => {
                    stream.write_all(b"354 go on\r\n").await?;
                    let mut wire = Vec::new();
                    while !wire.ends_with(b"\r\n.\r\n") {
                        if stream.read_until(b'\n', &mut wire).await? == 0 {
                            return Ok(());
                        }
                    }
                    wire.truncate(wire.len() - 3);
                    self.taken.lock().expect("mails").push(Sent { to: to.clone(), wire });
                    self.came.notify_one();
                    if manner == Manner::Keeps {
                        let mut heard = Vec::new();
                        return stream.read_to_end(&mut heard).await.map(drop);
                    }
                    if manner == Manner::TakesOne {
                        return stream.write_all(b"250 taken\r\n").await;
                    }
                    "250 taken"
                }
                _ if line.starts_with("QUIT") => "221 bye",
                _ => "250 ok",
            };
            stream.write_all(answer.as_bytes()).await?;
            stream.write_all(b"\r\n").await?;
        }
    }
}
