//! The search for a point as pages see it (question, list, map, choice), over what it is told in a [`Finder`]. It knows
//! neither checkout nor order: whoever lets a point be chosen uses the same.

pub mod choice;
pub mod question;
pub mod told;
pub mod sentence;
pub mod hours;
pub mod entry;
pub mod links;
pub mod view;
pub mod pick;
pub mod map;
pub mod names;

pub use entry::Entry;
pub use question::{PointQuery, Question};
pub use told::Finder;
pub use view::{FinderView, State};
