//! Stands between a shop and its simulator and writes down what goes over the wire, byte for byte.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A request and its answer.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub method: String,
    pub path: String,
    pub query: String,
    /// What the request's body is, and the body.
    pub asked: (String, String),
    pub status: u16,
    /// What the answer's body is, and the body.
    pub answered: (String, String),
}

pub struct Relay {
    pub url: String,
    journal: Arc<Mutex<Vec<Exchange>>>,
}

impl Relay {
    /// Stands before the server of this address.
    pub fn before(url: &str) -> Self {
        let server = url.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let journal = Arc::new(Mutex::new(Vec::new()));
        let kept = journal.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (journal, server) = (kept.clone(), server.clone());
                thread::spawn(move || pass(stream, &server, &journal));
            }
        });
        Self { url, journal }
    }

    /// Everything so far, in the order of the answers.
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// One request a connection: the client opens another one.
fn pass(mut near: TcpStream, server: &str, journal: &Mutex<Vec<Exchange>>) -> Option<()> {
    let mut reader = BufReader::new(near.try_clone().ok()?);
    let (first, head) = head(&mut reader)?;
    let length = named(&head, "content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let lines: String = head
        .iter()
        .filter(|(name, _)| !["host", "connection"].contains(&&**name))
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let mut far = TcpStream::connect(server).ok()?;
    far.write_all(format!("{first}\r\nhost: {server}\r\nconnection: close\r\n{lines}\r\n").as_bytes())
        .ok()?;
    far.write_all(&body).ok()?;
    let mut answer = Vec::new();
    far.read_to_end(&mut answer).ok()?;
    let mut reader = BufReader::new(answer.as_slice());
    let (status, answer_head) = self::head(&mut reader)?;
    let mut answered = Vec::new();
    reader.read_to_end(&mut answered).ok()?;
    if named(&answer_head, "transfer-encoding") == Some("chunked") {
        answered = joined(&answered)?;
    }
    let mime = |head: &[(String, String)]| {
        let whole = named(head, "content-type").unwrap_or_default();
        whole.split(';').next().unwrap_or_default().to_owned()
    };
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    journal.lock().unwrap_or_else(PoisonError::into_inner).push(Exchange {
        method,
        path: path.to_owned(),
        query: query.to_owned(),
        asked: (mime(&head), text(&body)),
        status: status.split(' ').nth(1)?.parse().ok()?,
        answered: (mime(&answer_head), text(&answered)),
    });
    near.write_all(&answer).ok()
}

type Head = (String, Vec<(String, String)>);

/// The first line, and the others by their names in lower case.
fn head(reader: &mut impl BufRead) -> Option<Head> {
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let first = line.trim_end().to_owned();
    let mut named = Vec::new();
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.split_once(':') else { return Some((first, named)) };
        named.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
}

fn named<'a>(head: &'a [(String, String)], name: &str) -> Option<&'a str> {
    head.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// A body that came in chunks.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = rest.windows(2).position(|pair| pair == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?.trim(), 16).ok()?;
        let begin = end + 2;
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(rest.get(begin..begin + size)?);
        rest = rest.get(begin + size + 2..)?;
    }
}
