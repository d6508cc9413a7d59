//! Who is asked before a parcel's data go to Post, which takes nothing back: somebody who knows more of the order than its parcels.

use std::fmt::Debug;
use std::pin::Pin;

use uuid::Uuid;

/// Lets an order's parcels go out, or not.
pub trait Gate: Debug {
    /// Whether they may go. Who says no has seen to what happens next.
    fn opens(&self, order: Uuid) -> Opens<'_>;
}

/// The answer of a [`Gate`], or what the database said instead.
pub type Opens<'a> = Pin<Box<dyn Future<Output = sqlx::Result<bool>> + 'a>>;
