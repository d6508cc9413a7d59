//! Puts an order's mails into words: in the order's language for the shopper, in English for the merchant, whatever language
//! the job has had to do with before.

use url::Url;

use crate::calendar::Calendar;
use crate::config::Sender;
use crate::contact::Email;
use crate::i18n::{Lang, dates};
use crate::invoice;
use crate::mail::Letter;
use crate::orders::bill::{bill, due, supply};
use crate::orders::mail::{Mail, MailKind, Reader};
use crate::orders::mails::view::{Part, Sums, View};
use crate::orders::order::GivenBack;
use crate::orders::{DeliveryCard, Order};
use crate::payments::{Payment, PaymentState};
use crate::pickup::Points;
use crate::shipping::recipient::name2;

/// Who writes, and where the shop is reached.
#[derive(Clone, Debug)]
pub struct Writer {
    /// Who sells.
    pub sender: Sender,
    /// Who reads the mails to the merchant.
    pub merchant: Email,
    /// What stands before the shop's paths in links.
    pub url: Url,
    /// When points are open, for the day on which a parcel arrives.
    pub points: Points,
    /// Which days Post works on.
    pub calendar: Calendar,
}

impl Writer {
    /// A mail as it is sent now: what it says of the order is how the order stands now.
    ///
    /// # Errors
    /// When a template or the drawing of the bill fails, or whoever it is for was erased.
    pub fn letter(
        &self,
        order: &Order,
        mail: Mail,
        calendar: &Calendar,
    ) -> Result<Letter, Box<dyn std::error::Error>> {
        let (view, to) = match mail.reader {
            Reader::Shopper => {
                let to = order.email.as_ref().ok_or("whoever ordered was erased")?;
                (self.to_shopper(order, mail.kind), to)
            }
            Reader::Merchant => (self.to_merchant(order, mail.kind), &self.merchant),
        };
        let pdf = if mail.reader == Reader::Shopper && mail.kind == MailKind::Confirmed && is_billed(order) {
            Some((
                format!("{}.pdf", order.number),
                invoice::draw::pdf(&bill(order, &self.sender, supply(order, calendar)))?,
            ))
        } else {
            None
        };
        Ok(Letter {
            id: mail.id,
            written_at: mail.written_at,
            from: (self.sender.name.to_string(), self.sender.email.clone()),
            to: to.clone(),
            language: view.lang.code(),
            about: order.number.to_string(),
            text: view.text()?,
            html: view.html()?,
            subject: view.title,
            pdf,
        })
    }

    fn link(&self, path: &str) -> String {
        format!("{}{path}", self.url.as_str().trim_end_matches('/'))
    }

    fn to_shopper(&self, order: &Order, kind: MailKind) -> View {
        let lang = order.lang;
        let whole = kind == MailKind::Confirmed;
        let goes = !matches!(kind, MailKind::Cancelled | MailKind::CancelledByShopper | MailKind::CameBack);
        let title = match kind {
            MailKind::Confirmed => "mail-confirmed",
            MailKind::UserIdKnown => "mail-known",
            MailKind::PointChanged => "mail-point",
            MailKind::Held => "mail-held",
            MailKind::HandedOver => "mail-handed-over",
            MailKind::CameBack => "mail-came-back",
            MailKind::Cancelled | MailKind::CancelledByShopper => "mail-cancelled",
        };
        View {
            lang,
            sender: self.sender.lines(),
            title: lang.x(title, order.number),
            number: order.number.to_string(),
            greeting: match order.billing.party.person() {
                Some(person) => lang.x("mail-greeting", person.full_name()),
                None => lang.t("mail-greeting-plain").into_owned(),
            },
            lead: said(order, kind),
            button: (
                lang.t("mail-see-order").into_owned(),
                self.link(&format!("/{lang}/orders/{}", order.token)),
            ),
            delivery: goes.then(|| self.delivery(order)),
            billing: whole.then(|| billing(order)),
            sums: whole.then(|| sums(order)),
            small: ["mail-keep-link", "mail-answer"].map(|key| lang.t(key).into_owned()).into(),
        }
    }

    fn to_merchant(&self, order: &Order, kind: MailKind) -> View {
        let lang = Lang::En;
        let (title, lead) = match kind {
            MailKind::Confirmed => ("mail-new-order", "mail-new-order-lead"),
            MailKind::Held => ("mail-is-held", "mail-is-held-lead"),
            MailKind::CameBack => ("mail-is-back", "mail-is-back-lead"),
            _ => ("mail-is-cancelled", "mail-is-cancelled-lead"),
        };
        let mut said = vec![lang.t(lead).into_owned()];
        if kind == MailKind::Confirmed && order.waits_for_post() {
            said.push(lang.t("mail-new-order-waits").into_owned());
        }
        View {
            lang,
            sender: self.sender.lines(),
            title: lang.x(title, order.number),
            number: order.number.to_string(),
            greeting: String::new(),
            lead: said,
            button: (
                lang.t("mail-open-order").into_owned(),
                self.link(&format!("/merchant/orders/{}", order.number)),
            ),
            delivery: None,
            billing: None,
            sums: (kind == MailKind::Confirmed).then(|| sums(order)),
            // Who ordered, and where it goes, stands behind the counter: a mailbox is read by more people.
            small: Vec::new(),
        }
    }

    /// Where the parcel goes; at a point also whom Post tells, and what to bring.
    fn delivery(&self, order: &Order) -> Part {
        let lang = order.lang;
        let points = self.points.now();
        let point = order.delivery.point().and_then(|point| points.get(point.id.as_str()));
        let arrival = order.arrival_there(&self.calendar);
        let card = DeliveryCard::of(lang, &order.delivery, arrival, point.map(|p| &**p));
        let arrives = Some(card.arrives).filter(|arrives| !arrives.is_empty());
        let mut notes: Vec<String> = arrives.into_iter().chain(card.notes).collect();
        let mut facts = Vec::new();
        if let Some(pickup) = order.delivery.pickup() {
            notes.push(lang.x("mail-post-tells", pickup.collector.notify.contact()));
            if pickup.mandate.state.known().is_some() {
                facts.push((lang.t("order-name2").into_owned(), name2(pickup)));
            }
        }
        for parcel in &order.parcels {
            let name = match parcel.parcels {
                1 => lang.t("order-ident").into_owned(),
                parcels => lang.xy("parcel-of", parcel.sequence, parcels),
            };
            facts.push((name, parcel.ident_code.grouped()));
        }
        Part { title: card.title, lines: card.lines, notes, facts }
    }
}

/// Whether it is paid by a bill, which is void once the order has ended.
fn is_billed(order: &Order) -> bool {
    let void = matches!(order.payment_state, PaymentState::Cancelled | PaymentState::Refunded);
    order.payment == Payment::Invoice && !void
}

/// The sentences of a mail to the shopper.
fn said(order: &Order, kind: MailKind) -> Vec<String> {
    let lang = order.lang;
    let plain = |key: &str| lang.t(key).into_owned();
    match kind {
        MailKind::Confirmed => {
            let mut said = vec![plain("mail-confirmed-lead")];
            if order.waits_for_post() {
                said.push(plain("mail-to-confirm"));
            }
            said
        }
        MailKind::UserIdKnown => vec![plain("mail-known-lead")],
        MailKind::PointChanged if order.waits_for_post() => {
            vec![plain("mail-point-lead"), plain("mail-to-confirm")]
        }
        MailKind::PointChanged => vec![plain("mail-point-lead")],
        MailKind::Held => vec![plain("mail-held-lead")],
        MailKind::HandedOver => vec![plain("mail-handed-over-lead")],
        MailKind::CameBack => vec![plain("mail-came-back-lead")],
        MailKind::Cancelled | MailKind::CancelledByShopper => {
            let lead =
                if kind == MailKind::Cancelled { "mail-cancelled-lead" } else { "mail-cancelled-as-asked" };
            let money = match order.given_back() {
                Some(GivenBack::ByCard) => "mail-cancelled-card",
                Some(GivenBack::ByHand) => "order-money-back",
                None => "mail-cancelled-invoice",
            };
            vec![plain(lead), plain(money)]
        }
    }
}

fn billing(order: &Order) -> Part {
    let lang = order.lang;
    let mut notes = vec![order.payment.words(lang)];
    if is_billed(order) {
        notes.push(lang.x("mail-bill-attached", dates::full(lang, due(order))));
    }
    Part {
        title: lang.t("order-bill-to").into_owned(),
        lines: order.billing.lines(),
        notes,
        facts: Vec::new(),
    }
}

fn sums(order: &Order) -> Sums {
    Sums {
        lines: order.lines.iter().map(|line| (line.name.clone(), line.quantity, line.amount())).collect(),
        delivery: order.amounts.delivery,
        total: order.amounts.total(),
        vat: order.amounts.vat.iter().map(|(rate, _, vat)| (*rate, *vat)).collect(),
    }
}
