//! Reads a mail as it came over the wire.

use chrono::{DateTime, Utc};
use mail_parser::{HeaderValue, MessageParser, MimeHeaders};

use crate::sandbox::messages::Message;

/// More of a part is not kept.
const LONGEST: usize = 200_000;
const LONGEST_LINE: usize = 500;
const MOST_ATTACHMENTS: usize = 10;

/// The mail to one address; `None` for what is none.
#[must_use]
pub fn read(wire: &[u8], to: &str, now: DateTime<Utc>) -> Option<Message> {
    let mail = MessageParser::default().parse(wire)?;
    let header = |name: &str| match mail.header_raw(name) {
        Some(value) => Some(line(value.trim())).filter(|value| !value.is_empty()),
        None => None,
    };
    let language = match mail.header("Content-Language") {
        Some(HeaderValue::Text(text)) => line(text),
        _ => header("Content-Language").unwrap_or_default(),
    };
    let attachments = mail.attachments().take(MOST_ATTACHMENTS);
    Some(Message {
        time: now,
        kind: "mail".into(),
        from: "shop".into(),
        to: line(to),
        subject: line(mail.subject().unwrap_or_default()),
        text: cut(&mail.body_text(0).unwrap_or_default().replace("\r\n", "\n"), LONGEST),
        language,
        order: header("X-Order"),
        ident_code: None,
        qr: None,
        html: mail.body_html(0).map(|html| cut(&html, LONGEST)),
        attachments: attachments
            .map(|part| line(part.attachment_name().unwrap_or("without a name")))
            .collect(),
        id: mail.message_id().map(line),
    })
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

fn line(text: &str) -> String {
    cut(text, LONGEST_LINE)
}
