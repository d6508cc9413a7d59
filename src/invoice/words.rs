//! The words that the standard prescribes for a payment part, in its four languages (Style Guide QR-bill).

use crate::i18n::Lang;

/// Prescribed words.
#[expect(missing_docs, reason = "the words are those of the standard")]
pub struct Words {
    pub payment_part: &'static str,
    pub account: &'static str,
    pub reference: &'static str,
    pub additional: &'static str,
    pub payable_by: &'static str,
    pub currency: &'static str,
    pub amount: &'static str,
    pub receipt: &'static str,
    pub acceptance: &'static str,
    pub separate: &'static str,
}

/// The words in a language.
#[must_use]
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::De => &Words {
            payment_part: "Zahlteil",
            account: "Konto / Zahlbar an",
            reference: "Referenz",
            additional: "Zusätzliche Informationen",
            payable_by: "Zahlbar durch",
            currency: "Währung",
            amount: "Betrag",
            receipt: "Empfangsschein",
            acceptance: "Annahmestelle",
            separate: "Vor der Einzahlung abzutrennen",
        },
        Lang::Fr => &Words {
            payment_part: "Section paiement",
            account: "Compte / Payable à",
            reference: "Référence",
            additional: "Informations supplémentaires",
            payable_by: "Payable par",
            currency: "Monnaie",
            amount: "Montant",
            receipt: "Récépissé",
            acceptance: "Point de dépôt",
            separate: "A détacher avant le versement",
        },
        Lang::It => &Words {
            payment_part: "Sezione pagamento",
            account: "Conto / Pagabile a",
            reference: "Riferimento",
            additional: "Informazioni supplementari",
            payable_by: "Pagabile da",
            currency: "Valuta",
            amount: "Importo",
            receipt: "Ricevuta",
            acceptance: "Punto di accettazione",
            separate: "Da staccare prima del versamento",
        },
        Lang::En => &Words {
            payment_part: "Payment part",
            account: "Account / Payable to",
            reference: "Reference",
            additional: "Additional information",
            payable_by: "Payable by",
            currency: "Currency",
            amount: "Amount",
            receipt: "Receipt",
            acceptance: "Acceptance point",
            separate: "Separate before paying in",
        },
    }
}
