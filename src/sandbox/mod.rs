//! The simulator: plays Post over HTTP, so that the shop would not notice. It knows nothing of the shop and shares
//! no wire types with `post`: a wrong field name on both sides would cancel out.

pub mod journal;
pub mod faults;
pub mod barcode_faults;
pub mod barcode_numbers;
pub mod desk;
pub mod answers;
pub mod oauth;
pub mod users;
pub mod barcode;
pub mod spot;
pub mod locations;
pub mod widget;
pub mod console;
pub mod serve;

pub use serve::{console_url, start};
