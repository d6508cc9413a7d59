//! Mails handed to a mail server that somebody else wrote, a library from the registry, plain, with STARTTLS and encrypted from the
//! first byte.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mail_parser::{MessageParser, MimeHeaders};
use mailin_embedded::{AuthMechanism, Handler, Response, Server, SslConfig, response};
use pickpost_shop::config::{MailServer, Secrecy, Settings};
use pickpost_shop::mail::{Transport, Trouble};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::{self, pki_types::PrivateKeyDer};

use crate::support::patience;
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
        for _ in patience() {
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

/// An authority of one's own, as a PEM file would have it, and what it signs.
struct Authority {
    pem: String,
    der: Vec<u8>,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn new() -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut own = CertificateParams::new(Vec::new()).expect("an authority");
        own.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let cert = own.self_signed(&key).expect("a certificate");
        Self { pem: cert.pem(), der: cert.der().to_vec(), issuer: Issuer::new(own, key) }
    }

    /// A certificate for a name, and its key.
    fn signs(&self, name: &str) -> (rcgen::Certificate, KeyPair) {
        let key = KeyPair::generate().expect("a key");
        let server = CertificateParams::new(vec![name.to_owned()]).expect("a name");
        (server.signed_by(&key, &self.issuer).expect("a certificate"), key)
    }

    fn as_settings_have_it(&self) -> Vec<Vec<u8>> {
        vec![self.der.clone()]
    }
}

/// A server that speaks STARTTLS with this certificate.
fn upgrades(cert: &str, key: &KeyPair) -> (Desk, SocketAddr) {
    let folder = own_folder();
    let path = |name: &str, pem: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, pem).expect("a file");
        path.display().to_string()
    };
    let (cert_path, key_path) = (path("cert.pem", cert), path("key.pem", &key.serialize_pem()));
    Desk::open(SslConfig::SelfSigned { cert_path, key_path })
}

fn as_anna(at: SocketAddr, authorities: Vec<Vec<u8>>) -> Transport {
    let credentials = Some(("anna".into(), "geheim-geheim".to_owned().into()));
    let (host, secrecy) = ("localhost".to_owned(), Secrecy::Upgraded);
    let server = MailServer { host, port: at.port(), secrecy, credentials, authorities };
    Transport::new(server, None).within(Duration::from_secs(5))
}

fn message() -> lettre::Message {
    let message = lettre::Message::builder().subject("A mail that goes encrypted");
    let message = message.from(MERCHANT.parse().expect("an address")).to(ANNE.parse().expect("an address"));
    message.body("Hello".to_owned()).expect("a message")
}

#[actix_web::test]
async fn a_certificate_that_nobody_vouches_for_gets_neither_password_nor_mail() {
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let authority = Authority::new();
    let (other_name, other_key) = authority.signs("mail.example.org");
    for (cert, key, vouched) in [
        (own.cert.pem(), &own.signing_key, Vec::new()),
        (own.cert.pem(), &own.signing_key, authority.as_settings_have_it()),
        (other_name.pem(), &other_key, authority.as_settings_have_it()),
    ] {
        let (desk, at) = upgrades(&cert, key);
        let transport = as_anna(at, vouched);
        assert_eq!(transport.knock().await, Err(Trouble::Unencrypted));
        let heard = desk.heard.lock().expect("words").clone();
        assert_eq!(heard, ["helo"], "it was greeted, shown the door to encryption, and told no more");
    }
}

#[actix_web::test]
async fn a_relay_that_an_authority_of_ones_own_vouches_for_takes_password_and_mail_after_starttls() {
    let authority = Authority::new();
    let (cert, key) = authority.signs("localhost");
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let itself = vec![own.cert.der().to_vec()];
    for (cert, key, vouched) in [
        (cert.pem(), &key, authority.as_settings_have_it()),
        // A relay that vouches for itself: its own certificate is named.
        (own.cert.pem(), &own.signing_key, itself),
    ] {
        let (desk, at) = upgrades(&cert, key);
        let transport = as_anna(at, vouched);
        assert_eq!(transport.knock().await, Ok(()));
        let mut line = transport.line();
        for _ in 0..2 {
            line.send(&message()).await.expect("it goes");
        }
        line.good_bye().await;
        let taken = desk.has(2).await;
        assert!(taken.iter().all(|mail| mail.to == [ANNE] && mail.from == MERCHANT), "{taken:?}");
        let heard = desk.heard.lock().expect("words").clone();
        // Greeted before encryption and after it, and the password afterwards only.
        assert_eq!(heard, ["helo", "helo", "password", "helo", "helo", "password", "mail", "mail"]);
    }
}

/// Takes the encryption off what comes from its first byte on, and hands it on.
fn encrypted_before(behind: SocketAddr, cert: &rcgen::Certificate, key: &KeyPair) -> SocketAddr {
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .expect("a certificate");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.set_nonblocking(true).expect("a listener");
    let at = listener.local_addr().expect("an address");
    let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
    actix_web::rt::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            actix_web::rt::spawn(async move {
                let Ok(mut outside) = acceptor.accept(stream).await else { return };
                let mut inside = tokio::net::TcpStream::connect(behind).await.expect("the server");
                let _ = tokio::io::copy_bidirectional(&mut outside, &mut inside).await;
            });
        }
    });
    at
}

#[actix_web::test]
async fn an_order_is_told_over_a_connection_that_is_encrypted_from_its_first_byte() {
    let authority = Authority::new();
    let (cert, key) = authority.signs("localhost");
    let (desk, behind) = Desk::open(SslConfig::None);
    let at = encrypted_before(behind, &cert, &key);
    let folder = own_folder();
    let file = folder.path().join("ca.pem");
    // As an operator's file looks: words, and an authority that has nothing to do with it, before ours.
    let pem = format!("Our authorities\n{}\nMails\n{}", Authority::new().pem, authority.pem);
    std::fs::write(&file, pem).expect("a file");
    let url = format!("smtps://localhost:{}", at.port());
    let settings =
        [("MAIL_URL", &*url), ("MAIL_CA", file.to_str().expect("a path")), ("POST_LOCATIONS_EVERY", "off")];
    let shop = Shop::open_with(&settings).await;
    let order = number(&order_as(&shop, "fr", "home", ANNE).await);
    let taken = desk.has(2).await;
    let mail = taken.iter().find(|mail| mail.to == [ANNE]).expect("one to who ordered");
    let read = MessageParser::default().parse(&mail.wire).expect("a mail");
    assert_eq!(read.subject(), Some(&*format!("Nous avons bien reçu votre commande {order}")));
}

#[test]
fn a_file_that_vouches_for_nobody_is_a_sentence_at_the_start() {
    let folder = own_folder();
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.display().to_string()
    };
    let good = path("good.pem", &Authority::new().pem);
    let (_, key) = Authority::new().signs("localhost");
    let key = path("key.pem", &key.serialize_pem());
    let cut = path("cut.pem", &Authority::new().pem[..200]);
    let odd = path("odd.pem", "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n");
    let (empty, nowhere) = (path("empty.pem", ""), folder.path().join("nowhere.pem").display().to_string());
    let read = |url: Option<&str>, file: &str| {
        let lookup = |name: &str| match name {
            "MAIL_URL" => url.map(ToOwned::to_owned),
            "MAIL_CA" => Some(file.to_owned()),
            _ => None,
        };
        Settings::read(&lookup)
            .map(|settings| settings.mail.server.map_or_else(Vec::new, |server| server.authorities))
    };
    let relay = Some("smtps://mail.example.ch");
    assert!(read(relay, &good).expect("settings").len() == 1);
    for file in [&key, &cut, &odd, &empty, &nowhere] {
        let sentence = read(relay, file).expect_err(file).to_string();
        assert!(sentence.starts_with("MAIL_CA must be a PEM file"), "{file}: {sentence}");
    }
    for (url, words) in [(None, "which is not set"), (Some("smtp://localhost:2525"), "is not encrypted")] {
        let sentence = read(url, &good).expect_err(words).to_string();
        assert!(sentence.starts_with("MAIL_CA") && sentence.contains(words), "{sentence}");
    }
}

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn own_folder() -> Folder {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let name = format!("murmel-mail-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    let folder = Folder(std::env::temp_dir().join(name));
    std::fs::create_dir_all(folder.path()).expect("a folder");
    folder
}
