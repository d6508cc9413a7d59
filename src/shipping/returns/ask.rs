//! Asks Post for the label with which a parcel comes back: from whoever has it to the merchant.

use uuid::Uuid;

use crate::address::{Address, Party};
use crate::carrier::{LabelOrder, LabelSender, Speed};
use crate::config::Sender;
use crate::ground::Ground;
use crate::i18n::Lang;
use crate::label::IdentCode;
use crate::post::Carrier;
use crate::shipping::returns::store;
use crate::shipping::shipment::label_order::own_recipient;
use crate::shipping::shipment::{Ending, Outcome};

/// Asks for such labels.
#[derive(Clone, Debug)]
pub struct Returner<'a> {
    /// Where orders are, and the present.
    pub ground: &'a Ground,
    /// Whom to ask.
    pub carrier: &'a Carrier,
    /// The franking licence, which an ident code begins with.
    pub licence: &'a str,
    /// Whose goods come back.
    pub merchant: &'a Sender,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// There is a label.
    Drawn,
    /// There is none; the order's page says why.
    Nothing,
    /// Somebody is asking at this moment.
    Busy,
}

/// So many numbers in a row may be used already.
const NUMBERS: usize = 3;
/// The most that goods in one parcel weigh, in grams: what comes back is not known, and Post takes no parcel that is heavier.
const HEAVIEST: i64 = 28_500;

impl Returner<'_> {
    /// Asks for the label of an order, unless there is one.
    ///
    /// # Errors
    /// When the database does not answer or refuses.
    pub async fn ask(
        &self,
        order: Uuid,
        (from, lang, weight_g): (&Address, Lang, i64),
        who: &str,
    ) -> sqlx::Result<Came> {
        let Ground { pool, clock, random, .. } = self.ground;
        let prefix = IdentCode::prefix(self.licence);
        for _ in 0..NUMBERS {
            let id = random.uuid();
            let Some(ident) = store::begin(pool, (id, order), (&prefix, who), clock.now()).await? else {
                let drawn = store::of(pool, order).await?;
                let drawn = drawn.iter().any(|question| matches!(question.end, Some((_, Outcome::Sent))));
                return Ok(if drawn { Came::Drawn } else { Came::Busy });
            };
            let asked = self.label_order(id, ident, from, (lang, weight_g));
            // No connection is held meanwhile.
            let ending = Ending::of(self.carrier.label(&asked).await);
            if !store::settle(pool, id, &ending, clock.now()).await? {
                tracing::warn!("an answer about a return label came too late and was dropped");
                return Ok(Came::Nothing);
            }
            match ending.outcome {
                Outcome::Sent => return Ok(Came::Drawn),
                Outcome::Refused | Outcome::Failed | Outcome::Lost => return Ok(Came::Nothing),
                // With the next number at once.
                Outcome::Used => {}
            }
        }
        Ok(Came::Nothing)
    }

    fn label_order(
        &self,
        id: Uuid,
        ident: IdentCode,
        from: &Address,
        (lang, weight_g): (Lang, i64),
    ) -> LabelOrder {
        LabelOrder {
            lang,
            ident,
            reference: id.simple().to_string(),
            sender: self.sender(from),
            recipient: own_recipient(self.merchant),
            country: self.merchant.country(),
            speed: Speed::Economy,
            extras: Vec::new(),
            part: (1, 1),
            weight_g: i32::try_from(weight_g.clamp(1, HEAVIEST)).unwrap_or(1),
        }
    }

    fn sender(&self, from: &Address) -> LabelSender {
        LabelSender {
            name: name(from),
            street: from.street_line(),
            postcode: from.postcode.clone(),
            town: from.town.to_string(),
            office: self.merchant.post_office.to_string(),
        }
    }
}

fn name(from: &Address) -> String {
    match &from.party {
        Party::Person(person) => person.full_name(),
        Party::Company(company, _) => company.to_string(),
    }
}
