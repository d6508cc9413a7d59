//! Mails handed to a mail server that somebody else wrote, a library from the registry, plain and with STARTTLS.

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mail_parser::{MessageParser, MimeHeaders};
use mailin_embedded::{AuthMechanism, Handler, Response, Server, SslConfig, response};
use pickpost_shop::config::{MailServer, Secrecy};
use pickpost_shop::mail::{Transport, Trouble};

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk_as};

const ANNE: &str = "anne.muster@example.ch";
const CARLA: &str = "carla.muster@käse.example";
/// Carla's domain as servers know it.
const CARLA_ON_THE_WIRE: &str = "carla.muster@xn--kse-qla.example";
const MERCHANT: &str = "shop@murmel.example";

/// What the server took: from whom, to whom, and the message.
#[derive(Clone, Debug, Default)]
struct Taken {
    from: String,
    to: Vec<String>,
    wire: Vec<u8>,
}

/// What it hears of all its connections, and what it is told over this one.
#[derive(Clone, Default)]
struct Desk {
    taken: Arc<Mutex<Vec<Taken>>>,
    heard: Arc<Mutex<Vec<&'static str>>>,
    now: Taken,
}

impl Desk {
    fn open(ssl: SslConfig) -> (Self, SocketAddr) {
        let desk = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = listener.local_addr().expect("an address");
        let mut server = Server::new(desk.clone());
        server.with_name("mail.example.org").with_tcp_listener(listener);
        if !matches!(ssl, SslConfig::None) {
            // It asks for a password, and takes one over an encrypted connection only.
            server.with_auth(AuthMechanism::Plain);
        }
        server.with_ssl(ssl).expect("a certificate");
        std::thread::spawn(move || drop(server.serve()));
        (desk, at)
    }

    async fn has(&self, count: usize) -> Vec<Taken> {
        for _ in 0..1200 {
            let taken = self.taken.lock().expect("mails").clone();
            if taken.len() >= count {
                return taken;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        let taken: Vec<_> = self.taken.lock().expect("mails").iter().map(|mail| mail.to.clone()).collect();
        panic!("{count} mails did not come: {taken:?}, {:?}", self.heard.lock().expect("words"));
    }

    fn hears(&self, word: &'static str) {
        self.heard.lock().expect("words").push(word);
    }
}

impl Handler for Desk {
    fn helo(&mut self, _: std::net::IpAddr, _: &str) -> Response {
        self.hears("helo");
        response::OK
    }

    fn mail(&mut self, _: std::net::IpAddr, _: &str, from: &str) -> Response {
        self.hears("mail");
        self.now = Taken { from: from.to_owned(), ..Taken::default() };
        response::OK
    }

    fn rcpt(&mut self, to: &str) -> Response {
        self.now.to.push(to.to_owned());
        response::OK
    }

    fn data(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.now.wire.extend_from_slice(bytes);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        self.taken.lock().expect("mails").push(std::mem::take(&mut self.now));
        response::OK
    }

    fn auth_plain(&mut self, _: &str, _: &str, _: &str) -> Response {
        self.hears("password");
        response::AUTH_OK
    }
}

async fn order_as(shop: &Shop, lang: &str, delivery: &str, email: &str) -> Visitor {
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, lang, delivery, Until::Review, email).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    visitor
}

#[actix_web::test]
async fn a_server_that_somebody_else_wrote_takes_the_mails_of_two_orders_in_two_languages() {
    let (desk, at) = Desk::open(SslConfig::None);
    let url = format!("smtp://{at}");
    let shop = Shop::open_with(&[("MAIL_URL", &url), ("POST_LOCATIONS_EVERY", "off")]).await;
    let first = number(&order_as(&shop, "fr", "pickpost", ANNE).await);
    let second = number(&order_as(&shop, "it", "home", CARLA).await);
    let taken = desk.has(4).await;
    for (to, order, subject, lang) in [
        (ANNE, &first, format!("Nous avons bien reçu votre commande {first}"), "fr"),
        (CARLA_ON_THE_WIRE, &second, format!("Abbiamo ricevuto il vostro ordine {second}"), "it"),
    ] {
        let mails: Vec<_> = taken.iter().filter(|mail| mail.to == [to]).collect();
        let [mail] = mails[..] else { panic!("one to {to}: {taken:?}") };
        assert_eq!(mail.from, MERCHANT);
        let read = MessageParser::default().parse(&mail.wire).expect("a mail");
        assert_eq!(read.header_raw("Content-Language").map(str::trim), Some(lang));
        assert_eq!(read.subject(), Some(&*subject));
        let text = read.body_text(0).expect("text");
        assert!(text.contains(&**order), "{text}");
        assert!(read.body_html(0).is_some(), "and as HTML");
        let bill = read.attachment(0).expect("the bill");
        assert_eq!(bill.attachment_name(), Some(&*format!("{order}.pdf")));
        assert!(bill.contents().starts_with(b"%PDF") && bill.contents().trim_ascii_end().ends_with(b"%%EOF"));
    }
    assert_eq!(taken.iter().filter(|mail| mail.to == [MERCHANT]).count(), 2);
}

#[actix_web::test]
async fn a_certificate_that_nobody_vouches_for_gets_neither_password_nor_mail() {
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let folder = own_folder();
    let [cert, key] = ["cert.pem", "key.pem"].map(|name| folder.join(name));
    std::fs::write(&cert, own.cert.pem()).expect("a file");
    std::fs::write(&key, own.signing_key.serialize_pem()).expect("a file");
    let path = |path: &std::path::Path| path.display().to_string();
    let (desk, at) = Desk::open(SslConfig::SelfSigned { cert_path: path(&cert), key_path: path(&key) });
    std::fs::remove_dir_all(&folder).expect("the folder");
    let server = MailServer {
        host: "localhost".to_owned(),
        port: at.port(),
        secrecy: Secrecy::Upgraded,
        credentials: Some(("anna".into(), "geheim-geheim".to_owned().into())),
    };
    let transport = Transport::new(server, None).within(Duration::from_secs(5));
    assert_eq!(transport.knock().await, Err(Trouble::Unencrypted));
    let heard = desk.heard.lock().expect("words").clone();
    assert_eq!(heard, ["helo"], "it was greeted, shown the door to encryption, and told no more");
}

fn own_folder() -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("murmel-mail-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}
