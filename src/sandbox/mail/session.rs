//! One connection of whoever sends mails: what is said in SMTP (RFC 5321), with a bound on everything that can be sent.

use std::time::Duration;

use smtp_proto::request::receiver::{DataReceiver, RequestReceiver};
use smtp_proto::{Error, Request};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::sandbox::answers::tag;
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::{Api, Fault};
use crate::sandbox::mail::read::read;

/// The largest mail: one with a bill has a tenth of it.
const LARGEST: usize = 4 * 1024 * 1024;
/// Whoever says nothing for so long is gone; and nobody stays longer.
const IDLE: Duration = Duration::from_mins(1);
const LONGEST: Duration = Duration::from_mins(5);
const MOST_RECIPIENTS: usize = 10;
const MOST_COMMANDS: usize = 1_000;

/// What a tag in the address of a mail can do.
pub const BY_ADDRESS: [Fault; 2] = [Fault::Later, Fault::NoAddress];

/// A connection, and how far it has come.
struct Session<'a> {
    stream: TcpStream,
    desk: &'a Desk,
    fault: Option<Fault>,
    sender: bool,
    to: Vec<String>,
}

/// What comes next.
enum Next {
    Command,
    Data,
    End,
}

/// Speaks with whoever has connected, until they go or have been there for long enough.
pub async fn serve(stream: TcpStream, desk: &Desk) {
    let fault = desk.memory().switched(Api::Mail);
    let session = Session { stream, desk, fault, sender: false, to: Vec::new() };
    let _ = timeout(LONGEST, session.run()).await;
}

impl Session<'_> {
    async fn run(mut self) -> std::io::Result<()> {
        match self.fault {
            Some(Fault::Hang) => return self.say_nothing().await,
            Some(Fault::Close) => return Ok(()),
            Some(Fault::Reset) => {
                // The kernel resets a connection that is closed with nothing left to linger for.
                rustix::net::sockopt::set_socket_linger(&self.stream, Some(Duration::ZERO))?;
                return Ok(());
            }
            Some(Fault::NoService) => return self.say("421 4.3.2 The simulator takes no mails now").await,
            Some(Fault::Slow) => sleep(Duration::from_secs(2)).await,
            _ => {}
        }
        self.say("220 simulator ESMTP: nothing is sent on").await?;
        let (mut commands, mut receiver) = (0, RequestReceiver::default());
        let mut data: Option<(DataReceiver, Vec<u8>)> = None;
        let mut buffer = [0; 8 * 1024];
        loop {
            let came = timeout(IDLE, self.stream.read(&mut buffer)).await;
            let length = came.map_err(|_| std::io::ErrorKind::TimedOut)??;
            if length == 0 {
                return Ok(());
            }
            let mut bytes = buffer[..length].iter();
            while !bytes.as_slice().is_empty() {
                if let Some((reading, mail)) = &mut data {
                    let whole = reading.ingest(&mut bytes, mail);
                    if mail.len() > LARGEST {
                        return self.say("552 5.3.4 Too large").await;
                    }
                    if whole {
                        let mail = data.take().map(|(_, mail)| mail).unwrap_or_default();
                        if !self.take(&mail).await? {
                            return Ok(());
                        }
                    }
                    continue;
                }
                let request = receiver.ingest(&mut bytes).map(Request::into_owned);
                commands += 1;
                match request {
                    Err(Error::NeedsMoreData { .. }) => commands -= 1,
                    Err(_) => self.say("500 5.5.2 Not understood").await?,
                    Ok(_) if commands > MOST_COMMANDS => return self.say("421 4.7.0 That is enough").await,
                    Ok(request) => match self.answer(request).await? {
                        Next::Command => {}
                        Next::Data => data = Some((DataReceiver::new(), Vec::new())),
                        Next::End => return Ok(()),
                    },
                }
            }
        }
    }

    async fn answer(&mut self, request: Request<String>) -> std::io::Result<Next> {
        let words = match request {
            Request::Ehlo { .. } => {
                self.begin_anew();
                let size = format!("250-simulator\r\n250-8BITMIME\r\n250 SIZE {LARGEST}");
                self.say(&size).await?;
                return Ok(Next::Command);
            }
            Request::Helo { .. } => {
                self.begin_anew();
                "250 simulator"
            }
            Request::Mail { .. } if self.sender => "503 5.5.1 There is a sender already",
            Request::Mail { from } if from.size > LARGEST => "552 5.3.4 Too large",
            Request::Mail { .. } => {
                self.sender = true;
                "250 2.1.0 Ok"
            }
            Request::Rcpt { .. } if !self.sender => "503 5.5.1 MAIL comes first",
            Request::Rcpt { .. } if self.to.len() >= MOST_RECIPIENTS => "452 4.5.3 Too many",
            Request::Rcpt { to } => match self.fault_of(&to.address) {
                Some(Fault::Later) => "451 4.3.0 Another time",
                Some(Fault::NoAddress) => "550 5.1.1 Nobody lives here",
                _ => {
                    self.to.push(to.address);
                    "250 2.1.5 Ok"
                }
            },
            Request::Data if self.to.is_empty() => "503 5.5.1 RCPT comes first",
            Request::Data => {
                self.say("354 Go on, and end with a dot").await?;
                return Ok(Next::Data);
            }
            Request::Rset => {
                self.begin_anew();
                "250 2.0.0 Ok"
            }
            Request::Noop { .. } => "250 2.0.0 Ok",
            Request::Quit => {
                self.say("221 2.0.0 Good-bye").await?;
                return Ok(Next::End);
            }
            _ => "502 5.5.1 The simulator does not imitate this",
        };
        self.say(words).await.map(|()| Next::Command)
    }

    /// The fault that meets a mail to this address: the one that is switched on, or the one that its tag names.
    fn fault_of(&self, address: &str) -> Option<Fault> {
        let named = tag(address).and_then(|tag| Api::Mail.switchable().read(tag));
        self.fault.or(named.filter(|fault| BY_ADDRESS.contains(fault)))
    }

    /// Takes a mail that is whole, for each address; `false` where the connection ends without a word about it.
    async fn take(&mut self, wire: &[u8]) -> std::io::Result<bool> {
        let now = self.desk.clock.now();
        let mails: Option<Vec<_>> = self.to.iter().map(|to| read(wire, to, now)).collect();
        self.begin_anew();
        let Some(mails) = mails else {
            return self.say("554 5.6.0 That is no mail").await.map(|()| true);
        };
        for mail in mails {
            self.desk.letters().take(mail);
        }
        if self.fault == Some(Fault::TakenUnsaid) {
            return Ok(false);
        }
        self.say("250 2.6.0 The simulator has it").await.map(|()| true)
    }

    fn begin_anew(&mut self) {
        (self.sender, self.to) = (false, Vec::new());
    }

    async fn say(&mut self, words: &str) -> std::io::Result<()> {
        self.stream.write_all(format!("{words}\r\n").as_bytes()).await
    }

    async fn say_nothing(&mut self) -> std::io::Result<()> {
        let mut heard = [0; 1024];
        while self.stream.read(&mut heard).await? > 0 {}
        Ok(())
    }
}
