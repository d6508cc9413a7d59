//! The web toolkit: everything that pages need and no subject owns.
//! Reading order: `turns`, `counter`, `ground`, `page`, `visit`, `form`, `field`, `csrf`, `origin`, `session`, `error`, `headers`,
//! `assets`, `journal`, `whole`.

pub mod turns;
pub mod counter;
pub mod ground;
pub mod page;
pub mod visit;
pub mod form;
pub mod field;
pub mod csrf;
pub mod origin;
pub mod session;
pub mod steps;
pub mod error;
pub mod headers;
pub mod assets;
pub mod journal;
pub mod whole;

pub use error::Error;
pub use field::FormState;
pub use form::{Form, OpenForm, Query};
pub use ground::Ground;
pub use page::{Page, found, page, see_other, unprocessable};
pub use visit::Visit;

/// What a handler answers.
pub type Answer = Result<actix_web::HttpResponse, Error>;
