//! Who may sign in, and who is signed in: passwords, wrong tries, accounts. Knows nothing of pages.

pub mod name;
pub mod password;
pub mod store;
pub mod throttle;
pub mod enrol;
pub mod admit;
pub mod sign_ins;
pub mod jobs;
