//! The web toolkit: everything that pages need and no subject owns.

pub mod buckets;
pub mod seats;
pub mod site;
pub mod cookies;
pub mod error;
pub mod counter;
pub mod peer;
pub mod ways;
pub mod wants;
pub mod assets;
pub mod frame;
pub mod page;
pub mod field;
pub mod csrf;
pub mod origin;

// What stands around every page.
pub mod hosts;
pub mod crowd;
pub mod drain;
pub mod outage;
pub mod session;

// What a handler asks for.
pub mod visit;
pub mod form;
pub mod limit;
pub mod steps;

// What a request goes through on its way in and out.
pub mod headers;
pub mod error_page;
pub mod journal;
pub mod door;
pub mod lenient;
pub mod listen;
pub mod whole;
pub mod in_place;

// Beside the requests.
pub mod jobs;

pub use error::{Answer, Error};
pub use field::{Change, FormState};
pub use form::{Form, LargeForm, OpenForm, Query, TypedForm};
pub use page::{Page, found, not_yet, page, see_other, unprocessable};
pub use site::Site;
pub use visit::Visit;
