//! Reads request lines as strangers write them: bytes that no address may hold (raw UTF-8, blanks, quotes) are escaped before
//! the HTTP parser sees them, which would otherwise close the connection with an empty answer. Nothing else is touched.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::rt::net::TcpStream;
use actix_web::web::BytesMut;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A longer line goes on as it is: the parser bounds the head.
const LONGEST: usize = 16 * 1024;
/// So much is read at once.
const PIECE: usize = 4 * 1024;

/// A visitor's connection.
#[derive(Debug)]
pub struct Lenient {
    stream: TcpStream,
    at: At,
    /// A line that is not complete yet.
    line: Vec<u8>,
    /// What the parser may read now.
    ready: BytesMut,
}

/// Where in a request the connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    RequestLine,
    Headers,
    /// A request with a body, or something else that is not to be read line by line: from here on nothing is looked at.
    Through,
}

impl Lenient {
    /// Over a connection.
    #[must_use]
    pub fn new(stream: TcpStream) -> Self {
        Self { stream, at: At::RequestLine, line: Vec::new(), ready: BytesMut::new() }
    }

    /// The connection itself, for what the kernel knows of it.
    #[must_use]
    pub fn stream(&self) -> &TcpStream {
        &self.stream
    }

    fn take(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if self.at == At::Through {
                self.ready.extend_from_slice(bytes);
                return;
            }
            let end = bytes.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
            let (piece, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
            self.line.extend_from_slice(piece);
            bytes = rest;
            if end.is_some() {
                self.line_ends();
            } else if self.line.len() > LONGEST {
                self.at = At::Through;
                self.ready.extend_from_slice(&self.line);
                self.line.clear();
            }
        }
    }

    fn line_ends(&mut self) {
        let line = std::mem::take(&mut self.line);
        let bare = line.trim_ascii_end();
        match self.at {
            // Blank lines between two requests are the parser's to skip.
            At::RequestLine if bare.is_empty() => self.ready.extend_from_slice(&line),
            At::RequestLine => {
                self.ready.extend_from_slice(&escaped(&line));
                self.at = At::Headers;
            }
            At::Headers | At::Through => {
                self.ready.extend_from_slice(&line);
                if bare.is_empty() {
                    self.at = At::RequestLine;
                } else if announces_a_body(bare) {
                    self.at = At::Through;
                }
            }
        }
    }
}

/// Whether after the head of this line's request something other than the next request may come.
fn announces_a_body(header: &[u8]) -> bool {
    let name = header.split(|byte| *byte == b':').next().unwrap_or_default().trim_ascii();
    let starts = ["content-length", "transfer-encoding", "upgrade", "expect"];
    starts.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()))
}

/// A request line whose target holds nothing that no address may hold. What has no three parts stays as it is.
fn escaped(line: &[u8]) -> Vec<u8> {
    let first = line.iter().position(|byte| *byte == b' ');
    let last = line.windows(6).rposition(|part| part == b" HTTP/");
    let (Some(first), Some(last)) = (first, last) else { return line.to_owned() };
    if first >= last {
        return line.to_owned();
    }
    let mut safe = line[..=first].to_vec();
    for byte in &line[first + 1..last] {
        if byte.is_ascii_graphic() && !br#""<>\^`{|}"#.contains(byte) {
            safe.push(*byte);
        } else {
            safe.extend_from_slice(format!("%{byte:02X}").as_bytes());
        }
    }
    safe.extend_from_slice(&line[last..]);
    safe
}

impl AsyncRead for Lenient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if this.at == At::Through && this.ready.is_empty() {
            return Pin::new(&mut this.stream).poll_read(context, into);
        }
        while this.ready.is_empty() {
            let mut piece = [0; PIECE];
            let mut piece = ReadBuf::new(&mut piece);
            ready!(Pin::new(&mut this.stream).poll_read(context, &mut piece))?;
            if piece.filled().is_empty() {
                // The end: what was begun is told as it is.
                let begun = std::mem::take(&mut this.line);
                this.ready.extend_from_slice(&begun);
                break;
            }
            this.take(piece.filled());
        }
        let most = this.ready.len().min(into.remaining());
        into.put_slice(&this.ready.split_to(most));
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Lenient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn only_what_no_address_may_hold_is_escaped() {
        for (line, safe) in [
            ("GET /de/?q=Zürich HTTP/1.1\r\n", "GET /de/?q=Z%C3%BCrich HTTP/1.1\r\n"),
            ("GET /a b?c=\"d\" HTTP/1.1\r\n", "GET /a%20b?c=%22d%22 HTTP/1.1\r\n"),
            ("GET /?q=%C3%BC&x=% HTTP/1.1\r\n", "GET /?q=%C3%BC&x=% HTTP/1.1\r\n"),
            ("GET /a HTTP/1.1 HTTP/1.1\r\n", "GET /a%20HTTP/1.1 HTTP/1.1\r\n"),
            ("GET HTTP/1.1\r\n", "GET HTTP/1.1\r\n"),
            ("nonsense\r\n", "nonsense\r\n"),
        ] {
            assert_eq!(String::from_utf8_lossy(&escaped(line.as_bytes())), safe);
        }
    }
}
