//! The mails and short messages that the customer would get, each QR code as a picture that scans.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;
use serde_json::{Value, json};

use crate::clock::swiss;
use crate::sandbox::console::house::{Frame, page};
use crate::sandbox::console::qr;
use crate::sandbox::desk::Desk;
use crate::sandbox::messages::Message;

struct MessageView {
    client: String,
    time: String,
    code: Option<String>,
    message: Message,
}

#[derive(Template)]
#[template(path = "sandbox/messages.html")]
struct Messages {
    frame: Frame,
    messages: Vec<MessageView>,
}

/// All messages with whose they are, newest first.
fn newest(desk: &Desk) -> Vec<(String, Message)> {
    let owned = |(client, message): (&str, &Message)| (client.to_owned(), message.clone());
    desk.catch_up();
    let mut all: Vec<_> = desk.memory().records.messages().map(owned).collect();
    all.reverse();
    all.sort_by_key(|(_, message)| std::cmp::Reverse(message.time));
    all
}

/// The page.
pub async fn show(desk: Data<Desk>) -> HttpResponse {
    let view = |(client, message): (String, Message)| MessageView {
        client,
        time: swiss(message.time).format("%-d.%-m.%Y %H:%M").to_string(),
        code: message.qr.as_deref().map(qr::svg),
        message,
    };
    let messages = newest(&desk).into_iter().take(100).map(view).collect();
    page(&Messages { frame: Frame::of(&desk, "messages"), messages })
}

/// The same as data.
pub async fn json(desk: Data<Desk>) -> HttpResponse {
    let all = newest(&desk).into_iter().map(|(client, message)| {
        let mut value = json!(message);
        value["client"] = client.into();
        value
    });
    HttpResponse::Ok().json(all.collect::<Vec<Value>>())
}
