//! The settings of mails: which server takes them, and who reads those to the merchant.

use std::net::SocketAddr;

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use secrecy::SecretString;
use url::{Host, Url};

use super::Profile;
use super::reader::{Reader, SettingError, wrong};
use crate::contact::Email;

/// Where mails go.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// `MAIL_URL`, or the simulator's own server once that listens; none where a simulator of another machine plays and
    /// nothing is set: mails are then written down and wait.
    pub server: Option<MailServer>,
    /// `SHOP_MAIL_TO`: who reads the mails to the merchant; by default `SHOP_EMAIL`.
    pub merchant: Email,
}

/// A server that takes mails.
#[derive(Clone, Debug)]
pub struct MailServer {
    /// Its name or address.
    pub host: String,
    /// Its port; 587 for `smtp`, 465 for `smtps`.
    pub port: u16,
    /// Whether and how the connection is encrypted.
    pub secrecy: Secrecy,
    /// Who signs in there, where somebody does.
    pub credentials: Option<(String, SecretString)>,
    /// `MAIL_CA`: the certificates, as DER, of who vouches for its own beside the public authorities; none where it is not set.
    pub authorities: Vec<Vec<u8>>,
}

/// Whether and how a connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// From its first byte (`smtps`).
    FromTheStart,
    /// By STARTTLS, or there is no mail (`smtp` to another machine).
    Upgraded,
    /// Not at all (`smtp` to this machine).
    None,
}

impl MailSettings {
    pub(super) fn read(reader: &Reader<'_>, profile: Profile, sender: &Email) -> Result<Self, SettingError> {
        let mut server = reader.text("MAIL_URL").map(|text| MailServer::read(&text)).transpose()?;
        if let Some(file) = reader.text("MAIL_CA") {
            let authorities = certificates(&file)?;
            match &mut server {
                Some(server) if server.secrecy != Secrecy::None => server.authorities = authorities,
                Some(_) => {
                    return wrong(
                        "MAIL_CA is set, but the connection to the server of MAIL_URL is not encrypted: smtp to this machine",
                    );
                }
                None => return wrong("MAIL_CA vouches for the server of MAIL_URL, which is not set"),
            }
        }
        if server.is_none() && profile != Profile::Sandbox {
            return wrong(
                "MAIL_URL must name the server that takes the shop's mails, such as smtp://user:password@mail.example.ch: only \
                 POST_PROFILE=sandbox does without",
            );
        }
        let merchant = match reader.text("SHOP_MAIL_TO") {
            None => sender.clone(),
            Some(text) => Email::parse(&text).or_else(|_| wrong("SHOP_MAIL_TO must be an e-mail address"))?,
        };
        Ok(Self { server, merchant })
    }
}

impl MailServer {
    /// The server at an address of this machine, without a word of encryption.
    #[must_use]
    pub fn here(at: SocketAddr) -> Self {
        let host = at.ip().to_string();
        Self { host, port: at.port(), secrecy: Secrecy::None, credentials: None, authorities: Vec::new() }
    }

    /// The password is in the address: a sentence about it never repeats what was set.
    fn read(text: &str) -> Result<Self, SettingError> {
        let no = || {
            wrong(
                "MAIL_URL must be an address such as smtp://user:password@mail.example.ch:587, or smtps://…",
            )
        };
        let Ok(url) = Url::parse(text) else { return no() };
        // The names of hosts are read as those of the web: an umlaut becomes xn--.
        let typed = url.host_str().map(|host| percent(host).trim_matches(['[', ']']).to_owned());
        let host = typed.filter(|host| !host.is_empty()).and_then(|host| {
            host.parse()
                .map(|ip: std::net::IpAddr| ip.to_string())
                .ok()
                .or_else(|| Some(Host::parse(&host).ok()?.to_string()))
        });
        let Some(host) = host.filter(|_| ["", "/"].contains(&url.path()) && url.query().is_none()) else {
            return no();
        };
        let here = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
        let (usual, secrecy) = match url.scheme() {
            "smtps" => (465, Secrecy::FromTheStart),
            "smtp" if here => (587, Secrecy::None),
            "smtp" => (587, Secrecy::Upgraded),
            _ => return no(),
        };
        let credentials = match (url.username(), url.password()) {
            ("", None) => None,
            (user, Some(password)) if !user.is_empty() => Some((percent(user), percent(password).into())),
            _ => return wrong("MAIL_URL names a user without a password, or a password without a user"),
        };
        let port = url.port().unwrap_or(usual);
        Ok(Self { host, port, secrecy, credentials, authorities: Vec::new() })
    }
}

/// The certificates of a PEM file, as DER. What stands between them is for people.
fn certificates(file: &str) -> Result<Vec<Vec<u8>>, SettingError> {
    let Ok(text) = std::fs::read(file) else {
        return wrong(&format!("MAIL_CA must be a PEM file that can be read, not \"{file}\""));
    };
    // One that vouches for nobody would only be missed at the first mail.
    let vouches = |found: Result<CertificateDer<'static>, _>| {
        found.ok().filter(|found| RootCertStore::empty().add(found.clone()).is_ok())
    };
    let found: Option<Vec<_>> = CertificateDer::pem_slice_iter(&text).map(vouches).collect();
    match found {
        Some(found) if !found.is_empty() => Ok(found.iter().map(|found| found.to_vec()).collect()),
        _ => wrong(&format!(
            "MAIL_CA must be a PEM file with whole certificates, and \"{file}\" has none, or a broken one"
        )),
    }
}

/// What stands for bytes in an address, as `%40` for an at sign, read back.
fn percent(text: &str) -> String {
    let form = format!("x={}", text.replace('+', "%2B"));
    let read = url::form_urlencoded::parse(form.as_bytes()).next();
    read.map(|(_, value)| value.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::{MailServer, Secrecy};

    #[test]
    fn an_address_says_which_server_how_and_as_whom() {
        for (text, host, port, secrecy) in [
            ("smtp://mail.example.ch", "mail.example.ch", 587, Secrecy::Upgraded),
            ("smtp://mail.example.ch:25/", "mail.example.ch", 25, Secrecy::Upgraded),
            ("smtps://mail.example.ch", "mail.example.ch", 465, Secrecy::FromTheStart),
            ("smtp://localhost:2525", "localhost", 2525, Secrecy::None),
            ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, Secrecy::None),
            ("smtp://[::1]:2525", "::1", 2525, Secrecy::None),
            ("smtps://mail.müller.example", "mail.xn--mller-kva.example", 465, Secrecy::FromTheStart),
        ] {
            let server = MailServer::read(text).expect(text);
            assert_eq!((&*server.host, server.port, server.secrecy), (host, port, secrecy), "{text}");
            assert!(server.credentials.is_none(), "{text}");
        }
        let server = MailServer::read("smtp://shop%40example.ch:a%2Fb+c%20d@mail.example.ch")
            .expect("one with a user");
        let (user, password) = server.credentials.as_ref().expect("credentials");
        assert_eq!((&**user, password.expose_secret()), ("shop@example.ch", "a/b+c d"));
        assert!(!format!("{server:?}").contains("a/b"), "a password hides");
    }

    #[test]
    fn what_is_no_address_is_refused_without_repeating_it() {
        for text in [
            "mail.example.ch",
            "http://mail.example.ch",
            "smtp://",
            "smtp://u:geheim@",
            "smtp://geheim@mail.example.ch",
            "smtp://:geheim@mail.example.ch",
            "smtp://u:geheim@mail.example.ch/x",
            "smtp://u:geheim@mail.example.ch?x=1",
        ] {
            let sentence = MailServer::read(text).expect_err(text).to_string();
            assert!(sentence.starts_with("MAIL_URL") && !sentence.contains("geheim"), "{sentence}");
        }
    }
}
