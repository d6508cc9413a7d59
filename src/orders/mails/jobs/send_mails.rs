//! Hands an order's mails to the mail server: at least once each, with growing pauses where it does not take them.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ground::Ground;
use crate::jobs::{Fault, Job, Patience};
use crate::mail::{Line, Transport, Trouble};
use crate::orders::mail::{Mail, Reader};
use crate::orders::mails::store;
use crate::orders::mails::writer::Writer;
use crate::orders::{Order, store as order_store};

/// Sends what is still to be sent of an order.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendMails {
    pub(in crate::orders) order: Uuid,
}

/// What sending needs.
#[derive(Clone, Debug)]
pub struct Mailer {
    /// Where orders are, and the present.
    pub ground: Ground,
    /// Who takes the mails.
    pub transport: Transport,
    /// Who puts them into words.
    pub writer: Writer,
}

/// Why one mail was not handed over.
enum Unsent {
    /// The server does not take it, or is not there.
    Refused(Trouble),
    /// It has no words, or the database does not answer.
    Fault(Fault),
}

impl From<sqlx::Error> for Unsent {
    fn from(error: sqlx::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl Job for SendMails {
    type Needs = Mailer;
    const KIND: &'static str = "send_mails";
    // A server that is busy or greets by grey lists takes a mail minutes later; one that is down is up again within hours. The
    // last try is three to four days later, which spans a weekend.
    const PATIENCE: Patience =
        Patience { tries: 20, first: TimeDelta::minutes(2), longest: TimeDelta::hours(6) };

    async fn run(self, mailer: Mailer) -> Result<(), Fault> {
        let pool = &mailer.ground.pool;
        let mails = store::unsent(pool, self.order).await?;
        if mails.is_empty() {
            return Ok(());
        }
        let Some(order) = order_store::by_id(pool, self.order).await? else { return Ok(()) };
        let mut line = mailer.transport.line();
        let sent = mailer.send_all(&mut line, &order, mails).await;
        line.good_bye().await;
        match sent? {
            None => Ok(()),
            // Nobody but a person can help: the job stays where the merchant sees it, with "try again".
            Some(Trouble::Never) => Err(Fault::Hopeless(Trouble::Never.code())),
            Some(trouble) => Err(Fault::Again(trouble.code())),
        }
    }
}

impl Mailer {
    /// Hands all over; what is wrong with some of them, where there is.
    async fn send_all(
        &self,
        line: &mut Line<'_>,
        order: &Order,
        mails: Vec<Mail>,
    ) -> Result<Option<Trouble>, Fault> {
        // One address that is refused is nothing to the other reader.
        let mut kept = None;
        for mail in mails {
            match self.send(line, order, mail).await {
                Ok(()) => {}
                Err(Unsent::Refused(trouble)) if trouble.is_of_the_mail() => {
                    kept = if kept == Some(Trouble::Later) { kept } else { Some(trouble) };
                }
                Err(Unsent::Refused(trouble)) => return Err(Fault::Again(trouble.code())),
                Err(Unsent::Fault(fault)) => return Err(fault),
            }
        }
        Ok(kept)
    }

    /// Hands one mail over and writes down what came of it. Where this ends in between, the mail is sent once more, under the
    /// same `Message-ID`.
    async fn send(&self, line: &mut Line<'_>, order: &Order, mail: Mail) -> Result<(), Unsent> {
        if mail.reader == Reader::Shopper && order.email.is_none() {
            // Whoever ordered was erased: there is nobody to write to any more, and nothing to try again.
            return Ok(());
        }
        let Ground { pool, clock, calendar, .. } = &self.ground;
        let letter = self.writer.letter(order, mail, calendar);
        let letter = letter.map_err(|_| Unsent::Fault(Fault::Again("mail_words")))?;
        // An address that cannot even be written no server takes.
        let handed = match letter.message() {
            Ok(message) => line.send(&message).await,
            Err(_) => Err(Trouble::Never),
        };
        let outcome = match handed {
            Ok(()) => {
                store::sent(pool, mail.id, clock.now()).await?;
                "sent"
            }
            Err(Trouble::Never) => {
                store::refused(pool, mail.id, clock.now()).await?;
                "refused"
            }
            Err(_) => "failed",
        };
        metrics::counter!("mails_total", "kind" => mail.kind.code(), "outcome" => outcome).increment(1);
        handed.map_err(Unsent::Refused)
    }
}
