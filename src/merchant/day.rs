//! What a merchant has beside an order: its packing slip, its notes, and the mark that its invoice is paid.

use crate::clock::swiss;
use crate::i18n::dates;
use crate::invoice::party::{Difference, Party};
use crate::invoice::reference;
use crate::orders::Order;
use crate::orders::notes::{LONGEST, Note};
use crate::payments::{Payment, PaymentState};
use crate::web::Page;

/// The part of an order's page.
#[derive(Clone, Debug)]
pub struct DayCard {
    /// How it is paid, and how far that has come.
    pub payment: String,
    /// Its colour.
    pub color: &'static str,
    /// The reference to mark it as paid by, where it is not.
    pub reference: Option<String>,
    /// What the code of its QR-bill says otherwise than the print, in words.
    pub coded: Vec<String>,
    /// When, who, what; newest first.
    pub notes: Vec<(String, String, String)>,
    /// So long a note may be.
    pub longest: usize,
}

impl DayCard {
    /// Of an order, with its notes.
    #[must_use]
    pub fn of(p: &Page, order: &Order, notes: &[Note]) -> Self {
        let note = |note: &Note| (dates::moment(p.lang, swiss(note.at)), note.who.clone(), note.note.clone());
        Self { notes: notes.iter().map(note).collect(), ..Self::without_notes(p, order) }
    }

    /// The same before its notes were read.
    #[must_use]
    pub fn without_notes(p: &Page, order: &Order) -> Self {
        let due = order.payment_state == PaymentState::Due && order.payment == Payment::Invoice;
        Self {
            payment: payment(p, &order.payment, order.payment_state),
            color: color(order.payment_state),
            reference: due.then(|| reference::reference(order.number.get().unsigned_abs())),
            coded: if order.payment == Payment::Invoice { coded(p, order) } else { Vec::new() },
            notes: Vec::new(),
            longest: LONGEST,
        }
    }

    /// For samples.
    #[must_use]
    pub fn sample(p: &Page, state: PaymentState) -> Self {
        Self {
            payment: payment(p, &Payment::Invoice, state),
            color: color(state),
            reference: (state == PaymentState::Due).then(|| reference::reference(10042)),
            coded: vec![p.xy("day-coded", "Thi Ngoc", "Thị Ngọc")],
            notes: vec![("24 November, 14:05".into(), "anna@example.ch".into(), "Rang, nobody in".into())],
            longest: LONGEST,
        }
    }
}

fn payment(p: &Page, payment: &Payment, state: PaymentState) -> String {
    let state = match state {
        PaymentState::Due => "day-due",
        PaymentState::Paid => "day-paid",
        PaymentState::Cancelled => "day-cancelled",
        PaymentState::Refunded => "day-refunded",
    };
    format!("{}: {}", payment.words(p.lang), p.t(state))
}

/// The code of a QR-bill has characters and lengths of its own: where it cannot say a name as it is, the merchant knows.
fn coded(p: &Page, order: &Order) -> Vec<String> {
    let words = |told: Difference| {
        let key = if told.is_cut { "day-coded-cut" } else { "day-coded" };
        p.xy(key, told.coded, told.printed)
    };
    Party::debtor(&order.billing).differences().into_iter().map(words).collect()
}

fn color(state: PaymentState) -> &'static str {
    match state {
        PaymentState::Due => "waiting",
        PaymentState::Paid => "known",
        PaymentState::Cancelled | PaymentState::Refunded => "plain",
    }
}
