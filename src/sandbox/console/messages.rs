//! The mails and short messages that people would get, of the shop and of Post, each QR code as a picture that scans.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::web::Data;
use askama::Template;
use serde_json::{Value, json};

use crate::clock::swiss;
use crate::sandbox::console::house::{Frame, page};
use crate::sandbox::console::qr;
use crate::sandbox::desk::Desk;
use crate::sandbox::headers::POLICY;
use crate::sandbox::messages::Message;
use crate::sandbox::oauth::CLIENT;

struct MessageView {
    client: String,
    time: String,
    code: Option<String>,
    /// Where its HTML is, in a mail of the shop's.
    frame: Option<String>,
    message: Message,
}

#[derive(Template)]
#[template(path = "sandbox/messages.html")]
struct Messages {
    frame: Frame,
    messages: Vec<MessageView>,
}

/// One message: whose it is, its number where it is a mail of the shop's, and what it says.
type Told = (String, Option<u64>, Message);

/// All messages, newest first.
fn newest(desk: &Desk) -> Vec<Told> {
    desk.catch_up();
    let post = |(client, message): (&str, &Message)| (client.to_owned(), None, message.clone());
    let mut all: Vec<Told> = desk.memory().records.messages().map(post).collect();
    let shop = |(number, mail): &(u64, Message)| (CLIENT.0.to_owned(), Some(*number), mail.clone());
    all.extend(desk.letters().all().map(shop));
    all.reverse();
    all.sort_by_key(|(_, _, message)| std::cmp::Reverse(message.time));
    all
}

/// The page.
pub async fn show(desk: Data<Desk>) -> HttpResponse {
    let view = |(client, number, message): Told| MessageView {
        client,
        time: swiss(message.time).format("%-d.%-m.%Y %H:%M").to_string(),
        code: message.qr.as_deref().map(qr::svg),
        frame: number.filter(|_| message.html.is_some()).map(|number| format!("/console/messages/{number}")),
        message,
    };
    let messages = newest(&desk).into_iter().take(100).map(view).collect();
    let mut answer = page(&Messages { frame: Frame::of(&desk, "messages"), messages });
    // Mails are shown in frames of this house, and those may do nothing.
    if let Ok(policy) = HeaderValue::try_from(format!("{POLICY}; frame-src 'self'")) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    answer
}

/// The same as data.
pub async fn json(desk: Data<Desk>) -> HttpResponse {
    let all = newest(&desk).into_iter().map(|(client, _, message)| {
        let mut value = json!(message);
        value["client"] = client.into();
        value
    });
    HttpResponse::Ok().json(all.collect::<Vec<Value>>())
}
