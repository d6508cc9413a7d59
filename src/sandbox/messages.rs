//! A message as people get it; and what Post tells them: that a parcel is ready, in the language and by the way they were
//! enrolled with.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::sandbox::parcels::{Goes, Parcel};

/// A person as Post knows them: who they are is kept as a digest only, the rest is what a message needs.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Person {
    /// `PT011227`.
    pub id: String,
    /// How they are told.
    pub reached: Reached,
    /// `DE`, `FR`, `IT` or `EN`.
    pub language: String,
}

/// How somebody is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reached {
    /// By e-mail, at this address.
    Mail(String),
    /// By a short message, to this number.
    Sms(String),
}

/// A mail or a short message, as the console and `messages.json` show it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Message {
    /// When it was sent.
    pub time: DateTime<Utc>,
    /// `mail` or `sms`.
    pub kind: String,
    /// `post`, or `shop`.
    pub from: String,
    /// Where to.
    pub to: String,
    /// Of a mail; empty for a short message.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// `de`.
    pub language: String,
    /// The shop's order, in a mail of the shop's: Post is not told of it.
    pub order: Option<String>,
    /// Which parcel it is about, in a message of Post's.
    pub ident_code: Option<String>,
    /// What the QR code says, where there is one.
    pub qr: Option<String>,
    /// The same as HTML, in a mail of the shop's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// What goes with it, by name; what is in it is not kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
    /// Its `Message-ID`: a mail that came twice has the same one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// What the ready message says at a counter and at a terminal: language, subject, both sentences. `{number}` is the
/// consignment number, `{place}` the point's last two lines.
const READY: [(&str, &str, &str, &str); 4] = [
    (
        "DE",
        "Ihr Paket liegt bereit",
        "Ihr Paket {number} liegt bereit: {place}. Bringen Sie einen amtlichen Ausweis und die Sendungsnummer mit.",
        "Ihr Paket {number} liegt im Automaten bereit: {place}. Halten Sie den QR-Code vor den Scanner.",
    ),
    (
        "FR",
        "Votre colis est prêt",
        "Votre colis {number} est prêt : {place}. Apportez une pièce d’identité et le numéro d’envoi.",
        "Votre colis {number} vous attend à l’automate : {place}. Présentez le code QR au lecteur.",
    ),
    (
        "IT",
        "Il suo pacco è pronto",
        "Il suo pacco {number} è pronto: {place}. Porti un documento d’identità e il numero d’invio.",
        "Il suo pacco {number} è pronto allo sportello automatico: {place}. Mostri il codice QR al lettore.",
    ),
    (
        "EN",
        "Your parcel is ready",
        "Your parcel {number} is ready: {place}. Bring an identity document and the consignment number.",
        "Your parcel {number} is ready in the locker: {place}. Hold the QR code up to the scanner.",
    ),
];

/// The message that a parcel is ready; `None` for one that nobody collects.
#[must_use]
pub fn ready(parcel: &Parcel, person: &Person, now: DateTime<Utc>) -> Option<Message> {
    let line = READY.iter().find(|(language, ..)| *language == person.language).unwrap_or(&READY[3]);
    let (language, subject, counter, terminal) = *line;
    let (words, qr) = match &parcel.goes {
        Goes::Home => return None,
        Goes::Counter(_) => (counter, None),
        Goes::Terminal(id) => (terminal, Some(opens(&parcel.ident_code, id))),
    };
    let place = parcel.recipient.iter().rev().take(2).rev().cloned().collect::<Vec<_>>().join(", ");
    let text = words.replace("{number}", &parcel.ident_code).replace("{place}", &place);
    let (kind, to, subject) = match &person.reached {
        Reached::Mail(to) => ("mail", to, subject),
        Reached::Sms(to) => ("sms", to, ""),
    };
    Some(Message {
        time: now,
        kind: kind.into(),
        from: "post".into(),
        to: to.clone(),
        subject: subject.into(),
        text,
        language: language.to_lowercase(),
        order: None,
        ident_code: Some(parcel.ident_code.clone()),
        qr,
        html: None,
        attachments: Vec::new(),
        id: None,
    })
}

/// What the QR code at a terminal says. What Post's says is published nowhere: this one says that it is none of Post's.
fn opens(ident_code: &str, user_id: &str) -> String {
    format!("SIMULATOR:MYPOST24:{ident_code}:{user_id}")
}
