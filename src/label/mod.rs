//! Draws parcel labels. Knows no HTTP and no SQL.

pub mod ident;
pub mod layout;
pub mod recipient;
pub mod draw;

pub use draw::{Label, svg};
pub use ident::IdentCode;
pub use layout::Layout;
pub use recipient::Recipient;
