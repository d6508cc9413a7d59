//! Hands messages to the server that the settings name. Several go over one connection where they are handed over one after
//! the other, and everything has an end: a server that says nothing, or only drips, costs half a minute a message and no more.

use std::error::Error as _;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use secrecy::ExposeSecret;
use tokio::time::timeout;

use crate::config::{MailServer, Secrecy};

/// Whoever is there answers a connection sooner.
const CONNECT: Duration = Duration::from_secs(10);
/// From the first byte to the server's word that it has the mail: RFC 5321 allows minutes for each step, but a job that is
/// tried again need not wait for them.
const WHOLE: Duration = Duration::from_secs(30);
/// A good-bye is polite, and nothing hangs on it.
const GOODBYE: Duration = Duration::from_secs(1);

/// What takes mails.
#[derive(Clone, Debug)]
pub struct Transport {
    server: Arc<MailServer>,
    hello: ClientId,
    whole: Duration,
}

/// Why a mail was not taken. The server's own words may name a person, and go nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nobody answers, or the connection ends.
    #[error("the mail server cannot be reached")]
    Unreachable,
    /// It answers too slowly, or stops in the middle.
    #[error("the mail server takes too long")]
    Slow,
    /// No encryption, or none that can be trusted.
    #[error("the connection to the mail server cannot be encrypted")]
    Unencrypted,
    /// It refuses the user or the password of `MAIL_URL`.
    #[error("the mail server refuses the user or the password")]
    SignIn,
    /// It takes nothing now, from this sender or at all.
    #[error("the mail server takes no mails now")]
    Refused,
    /// It does not want this mail now, but another time perhaps (4xx).
    #[error("the mail server does not want this mail now")]
    Later,
    /// It will never take this mail to this address (5xx).
    #[error("the mail server refuses this mail to this address")]
    Never,
}

impl Trouble {
    /// A word for the database and the merchant's page.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "mail_unreachable",
            Self::Slow => "mail_slow",
            Self::Unencrypted => "mail_unencrypted",
            Self::SignIn => "mail_sign_in",
            Self::Refused => "mail_refused",
            Self::Later => "mail_later",
            Self::Never => "mail_never",
        }
    }

    /// Whether it is about this mail and its address; another mail may be taken meanwhile.
    #[must_use]
    pub fn is_of_the_mail(self) -> bool {
        matches!(self, Self::Later | Self::Never)
    }
}

impl Transport {
    /// To a server, greeting it by the name of this host.
    #[must_use]
    pub fn new(server: MailServer, host: Option<&str>) -> Self {
        let hello = match host.map(str::parse::<std::net::IpAddr>) {
            Some(Err(_)) => ClientId::Domain(host.unwrap_or_default().to_owned()),
            Some(Ok(std::net::IpAddr::V4(ip))) => ClientId::Ipv4(ip),
            Some(Ok(std::net::IpAddr::V6(ip))) => ClientId::Ipv6(ip),
            None => ClientId::default(),
        };
        Self { server: Arc::new(server), hello, whole: WHOLE }
    }

    /// The same with less patience, for tests and for whoever waits in front of a screen.
    #[must_use]
    pub fn within(self, whole: Duration) -> Self {
        Self { whole, ..self }
    }

    /// For some messages, one after the other; connected when the first of them goes.
    #[must_use]
    pub fn line(&self) -> Line<'_> {
        Line { transport: self, connection: None }
    }

    /// Connects, greets, encrypts, signs in, and leaves again.
    ///
    /// # Errors
    /// See [`Trouble`].
    pub async fn knock(&self) -> Result<(), Trouble> {
        let connection = timeout(self.whole, self.connect()).await.map_err(|_| Trouble::Slow)??;
        good_bye(connection).await;
        Ok(())
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Trouble> {
        let MailServer { host, port, secrecy, credentials, authorities } = &*self.server;
        let tls = || {
            let mut builder = TlsParameters::builder(host.clone());
            for authority in authorities {
                let authority = Certificate::from_der(authority.clone());
                builder = builder.add_root_certificate(authority.map_err(|_| Trouble::Unencrypted)?);
            }
            builder.build().map_err(|_| Trouble::Unencrypted)
        };
        let wrapped = if *secrecy == Secrecy::FromTheStart { Some(tls()?) } else { None };
        let server = (host.as_str(), *port);
        let connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(CONNECT), &self.hello, wrapped, None);
        let mut connection = connection.await.map_err(|error| match of_the_server(&error) {
            // What rustls does not understand, or does not trust.
            Trouble::Unreachable if *secrecy == Secrecy::FromTheStart && is_garbled(&error) => {
                Trouble::Unencrypted
            }
            trouble => trouble,
        })?;
        if *secrecy == Secrecy::Upgraded {
            if !connection.can_starttls() {
                return Err(Trouble::Unencrypted);
            }
            let encrypted = connection.starttls(tls()?, &self.hello).await;
            encrypted.map_err(|_| Trouble::Unencrypted)?;
        }
        if let Some((user, password)) = credentials {
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            let known = connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).await;
            known.map_err(|error| {
                if error.is_permanent() || error.is_client() {
                    Trouble::SignIn
                } else {
                    of_the_server(&error)
                }
            })?;
        }
        Ok(connection)
    }
}

/// A connection for some messages. Say [`Line::good_bye`] after the last one.
pub struct Line<'a> {
    transport: &'a Transport,
    /// As long as nothing has gone wrong on it: what a server thinks of a message half told is not worth finding out.
    connection: Option<AsyncSmtpConnection>,
}

impl Line<'_> {
    /// Hands a message over; it is the server's from then on.
    ///
    /// # Errors
    /// See [`Trouble`]. Another message may be tried afterwards.
    pub async fn send(&mut self, message: &Message) -> Result<(), Trouble> {
        let kept = self.connection.take();
        let again = kept.is_some();
        match self.hand_over(kept, message).await {
            // A server may take only so many over one connection, and says so by closing it.
            Err(trouble) if again && !trouble.is_of_the_mail() => self.hand_over(None, message).await,
            handed => handed,
        }
    }

    async fn hand_over(
        &mut self,
        kept: Option<AsyncSmtpConnection>,
        message: &Message,
    ) -> Result<(), Trouble> {
        let handed = timeout(self.transport.whole, async {
            let mut connection = match kept {
                Some(connection) => connection,
                None => self.transport.connect().await?,
            };
            hand_over(&mut connection, message).await?;
            Ok(connection)
        });
        self.connection = Some(handed.await.map_err(|_| Trouble::Slow)??);
        Ok(())
    }

    /// Closes what is open.
    pub async fn good_bye(self) {
        if let Some(connection) = self.connection {
            good_bye(connection).await;
        }
    }
}

async fn hand_over(connection: &mut AsyncSmtpConnection, message: &Message) -> Result<(), Trouble> {
    let envelope = message.envelope();
    let sender = Mail::new(envelope.from().cloned(), Vec::new());
    connection.command(sender).await.map_err(|error| of_the_server(&error))?;
    for to in envelope.to() {
        let recipient = Rcpt::new(to.clone(), Vec::new());
        connection.command(recipient).await.map_err(|error| of_the_mail(&error))?;
    }
    connection.command(Data).await.map_err(|error| of_the_mail(&error))?;
    connection.message(&message.formatted()).await.map_err(|error| of_the_mail(&error))?;
    Ok(())
}

async fn good_bye(mut connection: AsyncSmtpConnection) {
    let _ = timeout(GOODBYE, connection.quit()).await;
}

/// What went wrong before it was about one mail.
fn of_the_server(error: &Error) -> Trouble {
    if error.is_timeout() {
        Trouble::Slow
    } else if error.is_tls() {
        Trouble::Unencrypted
    } else if error.is_permanent() || error.is_transient() {
        Trouble::Refused
    } else {
        Trouble::Unreachable
    }
}

fn is_garbled(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(error) = source {
        if error.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == ErrorKind::InvalidData) {
            return true;
        }
        source = error.source();
    }
    false
}

fn of_the_mail(error: &Error) -> Trouble {
    if error.is_permanent() {
        Trouble::Never
    } else if error.is_transient() {
        // 421 closes the connection: it is about the server.
        let closes = error.status().is_some_and(|code| code.to_string() == "421");
        if closes { Trouble::Refused } else { Trouble::Later }
    } else {
        of_the_server(error)
    }
}
