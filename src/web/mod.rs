//! The web toolkit: everything that pages need and no subject owns.
//! Reading order: `buckets`, `counter`, `site`, `peer`, `frame`, `page`, `visit`, `form`, `field`, `csrf`, `origin`,
//! `session`, `steps`, `limit`, `error`, `headers`, `assets`, `journal`; what stands around every page: `hosts`, `crowd`,
//! `drain`, `door`, `outage`, `whole`.

pub mod buckets;
pub mod counter;
pub mod site;
pub mod peer;
pub mod frame;
pub mod page;
pub mod visit;
pub mod form;
pub mod field;
pub mod csrf;
pub mod origin;
pub mod session;
pub mod steps;
pub mod limit;
pub mod error;
pub mod headers;
pub mod assets;
pub mod journal;
pub mod hosts;
pub mod crowd;
pub mod drain;
pub mod door;
pub mod outage;
pub mod whole;

pub use error::Error;
pub use field::FormState;
pub use form::{Form, OpenForm, Query};
pub use page::{Page, found, not_yet, page, see_other, unprocessable};
pub use site::Site;
pub use visit::Visit;

/// What a handler answers.
pub type Answer = Result<actix_web::HttpResponse, Error>;
