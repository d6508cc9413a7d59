//! The barcodes of a parcel that the carrier is asked for without a label, and what it answers.

use crate::carrier::ImageKind;

/// What the carrier answers.
#[derive(Clone, Debug)]
pub enum BarcodesAnswer {
    /// The barcodes.
    Given(Barcodes),
    /// There are none, and these codes say why, as with a label (`LabelAnswer::Refused`).
    Refused(Vec<String>),
}

/// The barcodes of one parcel.
#[derive(Clone)]
pub struct Barcodes {
    /// The ident code's, then those of the services that have any: each byte for byte.
    pub images: Vec<(ImageKind, Vec<u8>)>,
    /// What the carrier remarks (`W2011`).
    pub warnings: Vec<String>,
}

impl std::fmt::Debug for Barcodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Barcodes({} of them)", self.images.len())
    }
}
