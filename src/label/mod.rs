//! Draws parcel labels: from an address to lines, from lines to a scene in millimetres, from the scene to SVG, PDF, PNG and ZPL
//! (docs/label.md). Knows no HTTP and no SQL.

pub mod ident;
pub mod letters;
pub mod short_name;
pub mod layout;
pub mod recipient;
pub mod block;
pub mod scene;
pub mod arrange;
pub mod draw;
pub mod zpl;
pub mod print;

pub use crate::paper::area;
pub use arrange::Label;
pub use block::{Block, Part};
pub use ident::IdentCode;
pub use layout::{Layout, Orientation};
pub use letters::{plain, plain_street};
pub use recipient::Recipient;
pub use scene::{Scene, ZoneKind};
pub use short_name::Service;
