//! The web toolkit: everything that pages need and no subject owns.
//! Reading order: `buckets`, `seats`, `site`, `error`, `counter`; `peer`, `assets`, `frame`, `page`, `field`, `csrf`,
//! `origin`; what stands around every page: `hosts`, `crowd`, `drain`, `outage`, `session`; `visit`, `form`, `limit`,
//! `steps`; `headers`, `error_page`, `journal`, `door`, `whole`; beside the requests: `jobs`.

pub mod buckets;
pub mod seats;
pub mod site;
pub mod error;
pub mod counter;
pub mod peer;
pub mod assets;
pub mod frame;
pub mod page;
pub mod field;
pub mod csrf;
pub mod origin;
pub mod hosts;
pub mod crowd;
pub mod drain;
pub mod outage;
pub mod session;
pub mod visit;
pub mod form;
pub mod limit;
pub mod steps;
pub mod headers;
pub mod error_page;
pub mod journal;
pub mod door;
pub mod whole;
pub mod jobs;

pub use error::Error;
pub use field::FormState;
pub use form::{Form, OpenForm, Query};
pub use page::{Page, found, not_yet, page, see_other, unprocessable};
pub use site::Site;
pub use visit::Visit;

/// What a handler answers.
pub type Answer = Result<actix_web::HttpResponse, Error>;
