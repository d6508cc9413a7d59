//! A label that the carrier is asked to draw, which announces the parcel to it, and what it answers.

use crate::address::{Country, Postcode};
use crate::carrier::CarrierError;
use crate::i18n::Lang;
use crate::label::{IdentCode, Recipient, Service};

/// What the carrier is told of one parcel.
#[derive(Clone, Debug)]
pub struct LabelOrder {
    /// The language of what is printed beside the addresses.
    pub lang: Lang,
    /// Franking licence and consignment number: the code is both of them (`IdentCode`).
    pub ident: IdentCode,
    /// Our own name for the parcel: letters, digits and hyphens.
    pub reference: String,
    /// Who sends it.
    pub sender: LabelSender,
    /// Who receives it; at a pick-up point with keyword and User ID in Name2 and the point's address.
    pub recipient: Recipient,
    /// Where that is.
    pub country: Country,
    /// How quickly it travels.
    pub speed: Speed,
    /// What it is sent with beside that, by Post's codes.
    pub extras: Vec<&'static str>,
    /// Which one of how many parcels to the same place it is.
    pub part: (i16, i16),
    /// In grams.
    pub weight_g: i32,
}

/// Who sends a parcel.
#[derive(Clone, Debug)]
pub struct LabelSender {
    /// Name of the company.
    pub name: String,
    /// Street with number.
    pub street: String,
    /// Postcode, which says the country too.
    pub postcode: Postcode,
    /// Town.
    pub town: String,
    /// The post office where the parcels are handed over.
    pub office: String,
}

/// The two basic services of a parcel within the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// `PostPac` Priority: the next working day.
    Priority,
    /// `PostPac` Economy: two working days.
    Economy,
}

impl Speed {
    /// The basic service.
    #[must_use]
    pub fn service(self) -> Service {
        match self {
            Self::Priority => Service::Priority,
            Self::Economy => Service::Economy,
        }
    }

    /// The one that a service is, if it is a basic one.
    #[must_use]
    pub fn of(service: Service) -> Option<Self> {
        [Self::Priority, Self::Economy].into_iter().find(|speed| speed.service() == service)
    }

    /// Post's code of it.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.service().code()
    }
}

/// What the carrier answers.
#[derive(Clone, Debug)]
pub enum LabelAnswer {
    /// The label.
    Given(OfficialLabel),
    /// There is none, and these codes say why, as the carrier spells them (`E2026`); what is no code of its own is a word of
    /// the client's: `http_400`, `no_item`, `field:item.recipient.zip`. Never a value of the order.
    Refused(Vec<String>),
}

/// A label as the carrier has drawn it.
#[derive(Clone)]
pub struct OfficialLabel {
    /// The picture, byte for byte.
    pub image: Vec<u8>,
    /// What sort of picture.
    pub kind: ImageKind,
    /// What the carrier remarks (`W2016`).
    pub warnings: Vec<String>,
}

/// A sort of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageKind {
    /// What is asked for.
    Pdf,
    /// What is taken too.
    Png,
}

/// A label that was asked for in vain.
#[derive(Debug, thiserror::Error)]
#[error("{error}")]
pub struct LabelFailure {
    /// How it failed.
    pub error: CarrierError,
    /// Whether the carrier may have made the label all the same: then its number is not to be used again.
    pub may_be_made: bool,
}

/// The code of a consignment number that was used before.
const USED: &str = "E2016";

/// Whether a code says that the number was used before.
#[must_use]
pub fn says_used(code: &str) -> bool {
    code == USED
}

/// Whether a code says that the carrier itself is in trouble, so that another time the same may go well. (That E9993 to E9999
/// do, and which two of them do not, is an inference: no source says it.)
#[must_use]
pub fn may_pass(code: &str) -> bool {
    ["E9993", "E9994", "E9995", "E9997", "E9999"].contains(&code)
}

impl ImageKind {
    /// As the database writes it, and a file's ending.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Pdf, Self::Png].into_iter().find(|kind| kind.code() == code)
    }

    /// What a picture is, by its first bytes.
    #[must_use]
    pub fn of(image: &[u8]) -> Option<Self> {
        match image {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', ..] => Some(Self::Png),
            _ => None,
        }
    }

    /// The media type.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
        }
    }
}

impl std::fmt::Debug for OfficialLabel {
    /// Without the picture: name and User ID stand on it (rule 8).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OfficialLabel({} bytes of {})", self.image.len(), self.kind.code())
    }
}

#[cfg(test)]
mod tests {
    use super::{ImageKind, may_pass};

    #[test]
    fn of_posts_own_troubles_two_do_not_pass() {
        for code in ["E9993", "E9994", "E9995", "E9997", "E9999"] {
            assert!(may_pass(code), "{code}");
        }
        for code in ["E9996", "E9998", "E9992", "E2026", "W2016", "no_item", "http_400", ""] {
            assert!(!may_pass(code), "{code}");
        }
    }

    #[test]
    fn a_picture_is_known_by_its_first_bytes() {
        assert_eq!(ImageKind::of(b"%PDF-1.7"), Some(ImageKind::Pdf));
        assert_eq!(ImageKind::of(b"\x89PNG\r\n"), Some(ImageKind::Png));
        assert_eq!(ImageKind::of(b"<html>"), None);
        for kind in [ImageKind::Pdf, ImageKind::Png] {
            assert_eq!(ImageKind::parse(kind.code()), Some(kind));
        }
    }
}
