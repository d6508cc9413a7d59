//! What the carrier knows of an address: how good it is, how it would write it, and what goes on from what was typed.

/// What the carrier says of an address. All of it is a hint: parcels with addresses that it calls unusable arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How good it is.
    pub quality: Quality,
    /// The address as the carrier writes it, where it said so.
    pub written: Option<Written>,
}

/// How good an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// The carrier finds it.
    Good,
    /// It does not, or not quite.
    Doubtful,
    /// It said nothing that we know.
    Unknown,
}

/// The lines of an address that lead to a house, as the carrier writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Street without the number.
    pub street: String,
    /// House number; empty where there is none.
    pub house_number: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
}

/// What may be meant, as the carrier lists it: a few, best first.
pub type Completions = Vec<String>;
