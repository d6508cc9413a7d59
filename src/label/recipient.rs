//! The recipient in the fields of Post's Barcode service.

/// Who receives a parcel; 35 characters each, the house number 10, the free text 34 (developer.post.ch, 8.13). The texts are
/// [`plain`](crate::label::plain) where the shop makes one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// "Ms", "Herr".
    pub title: Option<String>,
    /// First name; empty for a company.
    pub first_name: Option<String>,
    /// Last name or company.
    pub name1: String,
    /// Keyword and User ID at a pick-up point; where it is free, the rest of a long company's name.
    pub name2: Option<String>,
    /// Whom to ask for.
    pub name3: Option<String>,
    /// Floor, c/o and the like.
    pub address_suffix: Option<String>,
    /// Street; of the point at a pick-up point.
    pub street: String,
    /// House number.
    pub house_no: Option<String>,
    /// Postcode.
    pub zip: String,
    /// Town.
    pub city: String,
    /// Printed above the name, 34 characters.
    pub free_text: Option<String>,
}
