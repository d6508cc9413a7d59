//! Why a parcel does not fit, also in words.

use crate::i18n::Lang;

/// Why a parcel does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// One article is too long or too thick in every orientation.
    TooLong {
        /// Which one.
        name: String,
        /// Its offending side in millimetres.
        mm: i32,
        /// What that side may measure.
        limit_mm: i32,
    },
    /// Everything together weighs too much.
    TooHeavy {
        /// With packaging.
        grams: i64,
        /// The most that is taken.
        limit_grams: i64,
    },
    /// The articles do not go into one parcel together, however they are turned.
    TooBulky,
}

impl Misfit {
    /// The same in words.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::TooLong { name, mm, limit_mm } => lang.with(
                "misfit-too-long",
                &[
                    ("name", name.clone().into()),
                    ("cm", centimetres(*mm).into()),
                    ("limit", centimetres(*limit_mm).into()),
                ],
            ),
            Self::TooHeavy { grams, limit_grams } => {
                lang.xy("misfit-too-heavy", kilograms(*grams), kilograms(*limit_grams))
            }
            Self::TooBulky => lang.t("misfit-too-bulky").into_owned(),
        }
    }
}

fn centimetres(mm: i32) -> String {
    if mm % 10 == 0 { (mm / 10).to_string() } else { format!("{}.{}", mm / 10, mm % 10) }
}

fn kilograms(grams: i64) -> String {
    let tenths = (grams + 50) / 100;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}
