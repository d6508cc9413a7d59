//! A letter, and the message it becomes: text and HTML side by side, what goes with it, and the headers that say what it is.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::Message;
use lettre::address::Address;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart};
use uuid::Uuid;

use crate::contact::Email;

/// One mail to one address.
#[derive(Clone, Debug)]
pub struct Letter {
    /// What makes it this one: the same letter sent twice has the same `Message-ID`.
    pub id: Uuid,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// Who writes: the name beside the address.
    pub from: (String, Email),
    /// Whom to.
    pub to: Email,
    /// `fr`.
    pub language: &'static str,
    /// The number of what it is about.
    pub about: String,
    /// One line.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// A PDF with its name, where one goes with it.
    pub pdf: Option<(String, Vec<u8>)>,
}

/// A letter that cannot be written down as a message.
#[derive(Debug, thiserror::Error)]
#[error("the letter cannot be written")]
pub struct Unwritable;

impl Letter {
    /// As it goes over the wire; every line that is not ASCII is encoded, so that no server has to know more than RFC 5321.
    ///
    /// # Errors
    /// [`Unwritable`], for an address that no server could read.
    pub fn message(&self) -> Result<Message, Unwritable> {
        let from = address(&self.from.1)?;
        let id = format!("<{}@{}>", self.id, from.domain());
        let builder = Message::builder()
            .message_id(Some(id))
            .date(SystemTime::from(self.written_at))
            .from(Mailbox::new(Some(one_line(&self.from.0)), from))
            .to(Mailbox::new(None, address(&self.to)?))
            .subject(one_line(&self.subject))
            .header(ContentLanguage(self.language.to_owned()))
            // Nobody answers a machine with "I am on holiday" (RFC 3834).
            .header(AutoSubmitted("auto-generated".to_owned()))
            .header(About(one_line(&self.about)));
        let body = MultiPart::alternative_plain_html(self.text.clone(), self.html.clone());
        let message = match &self.pdf {
            None => builder.multipart(body),
            Some((name, pdf)) => {
                let pdf = Attachment::new(name.clone()).body(pdf.clone(), pdf_type()?);
                builder.multipart(MultiPart::mixed().multipart(body).singlepart(pdf))
            }
        };
        message.map_err(|_| Unwritable)
    }
}

fn pdf_type() -> Result<ContentType, Unwritable> {
    ContentType::parse("application/pdf").map_err(|_| Unwritable)
}

/// A line break in a header would begin another one.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// An address as servers read it: the domain in ASCII, an umlaut as `xn--` (RFC 5890).
fn address(email: &Email) -> Result<Address, Unwritable> {
    let (user, domain) = email.as_str().rsplit_once('@').ok_or(Unwritable)?;
    let domain = url::Host::parse(domain).map_err(|_| Unwritable)?.to_string();
    Address::new(user, domain).map_err(|_| Unwritable)
}

macro_rules! header {
    ($(#[$words:meta])* $type:ident, $name:literal) => {
        $(#[$words])*
        #[derive(Clone)]
        struct $type(String);

        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(value: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(value.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}
header!(
    /// In which language it is (RFC 3282).
    ContentLanguage, "Content-Language"
);
header!(
    /// That a machine wrote it.
    AutoSubmitted, "Auto-Submitted"
);
header!(
    /// Which order it is about, for whoever sorts.
    About, "X-Order"
);

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use mail_parser::MessageParser;
    use uuid::Uuid;

    use super::Letter;
    use crate::contact::Email;

    fn letter() -> Letter {
        Letter {
            id: Uuid::from_u128(7),
            written_at: DateTime::UNIX_EPOCH,
            from: (
                "Müller & Söhne, «Käse» AG".into(),
                Email::parse("shop@käse.example").expect("an address"),
            ),
            to: Email::parse("hans@example.ch").expect("an address"),
            language: "de",
            about: "M-10042".into(),
            subject: "Bestellung M-10042 ist bei uns, für Zoë".into(),
            text: "Grüezi\n.\nEnde".into(),
            html: "<p>Grüezi</p>".into(),
            pdf: Some(("M-10042.pdf".into(), vec![0, 1, 2, 255])),
        }
    }

    #[test]
    fn a_letter_is_read_back_as_it_was_written() {
        let wire = letter().message().expect("a message").formatted();
        assert!(wire.is_ascii(), "no server needs to know more than ASCII");
        let read = MessageParser::default().parse(&wire).expect("a mail");
        assert_eq!(read.subject(), Some("Bestellung M-10042 ist bei uns, für Zoë"));
        assert_eq!(read.message_id(), Some("00000000-0000-0000-0000-000000000007@xn--kse-qla.example"));
        let from = read.from().and_then(|from| from.first()).expect("somebody");
        assert_eq!(from.name(), Some("Müller & Söhne, «Käse» AG"));
        assert_eq!(from.address(), Some("shop@xn--kse-qla.example"), "the umlaut's domain in ASCII");
        assert_eq!(read.body_text(0).as_deref().map(str::trim_end), Some("Grüezi\r\n.\r\nEnde"));
        assert_eq!(read.body_html(0).as_deref().map(str::trim_end), Some("<p>Grüezi</p>"));
        let pdf = read.attachment(0).expect("the bill");
        assert_eq!(pdf.contents(), [0, 1, 2, 255]);
    }

    #[test]
    fn what_is_typed_never_becomes_a_header() {
        let evil = "x\r\nBcc: all@example.ch\r\n\r\n<p>";
        let letter = Letter {
            subject: evil.into(),
            about: evil.into(),
            from: (evil.into(), letter().from.1),
            ..letter()
        };
        let wire = letter.message().expect("a message").formatted();
        let read = MessageParser::default().parse(&wire).expect("a mail");
        assert!(read.bcc().is_none(), "{}", String::from_utf8_lossy(&wire));
        assert!(!String::from_utf8_lossy(&wire).lines().any(|line| line.to_lowercase().starts_with("bcc")));
        assert_eq!(
            read.subject().map(|subject| subject.contains("Bcc: all@example.ch")),
            Some(true),
            "a part of the line"
        );
    }
}
