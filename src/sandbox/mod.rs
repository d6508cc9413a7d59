//! The simulator: plays Post over HTTP, so that the shop would not notice. It knows nothing of the shop and shares
//! no wire types with `post`: a wrong field name on both sides would cancel out.

pub mod journal;
pub mod faults;
pub mod address_faults;
pub mod desk;
pub mod answers;
pub mod admission;
pub mod oauth;
pub mod users;
pub mod spot;
pub mod streets;
pub mod addresses;
pub mod delivery;
pub mod locations;
pub mod widget;
pub mod console;
pub mod serve;

pub use serve::{console_url, start};
