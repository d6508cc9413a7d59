//! What the location search answers beside the page that lets a point be chosen, whichever page that is.

pub mod seeker;
pub mod tiles;
pub mod near;
pub mod suggest;
pub mod card;
pub mod map;
