//! A server that answers as it is told, byte by byte: it plays what no honest simulator would send.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use pickpost_shop::clock::Clock;
use pickpost_shop::config::{PostSettings, Settings};
use pickpost_shop::post::Carrier;

/// What the stub received.
#[derive(Clone, Debug)]
pub struct Received {
    /// Path and query.
    pub path: String,
    /// The headers, names in lower case, one a line.
    pub head: String,
    /// The body.
    pub body: String,
}

/// What the stub does.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Answers with status, content type and body.
    Answer(u16, &'static str, String),
    /// Answers with a status, one more header, and nothing else.
    Told(u16, &'static str, String),
    /// Promises ten bytes more than it sends, and hangs up.
    HalfBody(String),
    /// Takes the request and hangs up.
    HangUp,
    /// Takes the request and says nothing.
    Silence,
}

/// A listening stub and its journal.
pub struct Stub {
    port: u16,
    journal: Arc<Mutex<Vec<Received>>>,
}

/// Chooses the reply to the nth call of a path, counted from 0.
type Script = dyn Fn(&Received, usize) -> Reply + Send + Sync;

impl Reply {
    /// 200 with JSON.
    pub fn json(body: &str) -> Self {
        Self::Answer(200, "application/json; charset=utf-8", body.to_owned())
    }

    /// A status with an empty body, as Post's gateway sends them.
    pub fn status(status: u16) -> Self {
        Self::Answer(status, "text/plain", String::new())
    }
}

impl Stub {
    /// Gives tokens `token-0`, `token-1`, ... that live 60 s; everything else is up to `users`.
    pub fn users(users: impl Fn(usize) -> Reply + Send + Sync + 'static) -> Self {
        Self::scripted(move |received, nth| {
            if received.path.starts_with("/OAuth/token") {
                return token(nth, "60");
            }
            users(nth)
        })
    }

    /// Replies as `script` says.
    pub fn scripted(script: impl Fn(&Received, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let journal = Arc::new(Mutex::new(Vec::new()));
        let (kept, script): (_, Arc<Script>) = (journal.clone(), Arc::new(script));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (journal, script) = (kept.clone(), script.clone());
                thread::spawn(move || serve(stream, &journal, &*script));
            }
        });
        Self { port, journal }
    }

    /// Settings that point here.
    pub fn settings(&self, more: &[(&str, &str)]) -> PostSettings {
        settings(self.port, more)
    }

    /// An address here.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// A client of this stub.
    pub fn carrier(&self, clock: &Clock) -> Carrier {
        Carrier::new(&self.settings(&[]), clock.clone(), crate::random()).expect("a client")
    }

    /// What came in below a path, in order.
    pub fn received(&self, path: &str) -> Vec<Received> {
        let journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        journal.iter().filter(|received| received.path.starts_with(path)).cloned().collect()
    }
}

/// Settings for a stub on a port.
pub fn settings(port: u16, more: &[(&str, &str)]) -> PostSettings {
    let base = format!("http://127.0.0.1:{port}");
    let lookup = |name: &str| match name {
        "POST_BASE_URL" => Some(base.clone()),
        "POST_CLIENT_ID" => Some("the-shop".to_owned()),
        "POST_CLIENT_SECRET" => Some("hush-hush".to_owned()),
        _ => more.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()),
    };
    Settings::read(&lookup).expect("settings").post
}

/// The nth token, with `expires_in` as it stands in the JSON.
pub fn token(nth: usize, expires_in: &str) -> Reply {
    Reply::json(&format!(
        r#"{{"access_token":"token-{nth}","token_type":"Bearer","expires_in":{expires_in}}}"#
    ))
}

fn serve(mut stream: TcpStream, journal: &Mutex<Vec<Received>>, script: &Script) {
    let Some(received) = receive(&stream) else { return };
    let own = received.path.split('?').next().unwrap_or_default().to_owned();
    let nth = {
        let mut journal = journal.lock().unwrap_or_else(PoisonError::into_inner);
        journal.push(received.clone());
        journal.iter().filter(|earlier| earlier.path.split('?').next() == Some(&own)).count() - 1
    };
    let elsewhere = || ("Location", "/elsewhere".to_owned());
    let (status, mime, (name, value), body, promised) = match script(&received, nth) {
        Reply::Answer(status, mime, body) => (status, mime, elsewhere(), body, 0),
        Reply::Told(status, name, value) => (status, "text/plain", (name, value), String::new(), 0),
        Reply::HalfBody(body) => (200, "application/json", elsewhere(), body, 10),
        Reply::HangUp => return,
        // Until the other side gives up, and hangs up.
        Reply::Silence => return while stream.read(&mut [0; 1024]).is_ok_and(|read| read > 0) {},
    };
    let length = body.len() + promised;
    let head = format!(
        "HTTP/1.1 {status} -\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\n{name}: {value}\r\n\
         Connection: close\r\n\r\n"
    );
    // The client may have hung up by now, and may well do so on a large body.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
}

fn receive(stream: &TcpStream) -> Option<Received> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let (mut head, mut length) = (String::new(), 0);
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.split_once(':') else { break };
        let name = name.to_ascii_lowercase();
        if name == "content-length" {
            length = value.trim().parse().ok()?;
        }
        head.push_str(&format!("{name}: {}\n", value.trim()));
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Received { path, head, body: String::from_utf8(body).ok()? })
}
