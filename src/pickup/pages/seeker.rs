//! Who looks for a point: each page that lets one be chosen says once who may see it and what its search is told.

use actix_web::FromRequest;

use crate::pickup::Points;
use crate::pickup::finder::Finder;
use crate::web::Page;

/// Somebody who looks for a point on some page, as a request to that page, or to an address below it, tells. Whoever may not search
/// there is none: reading them from the request fails, with the answer that they get.
pub trait Seeker: FromRequest + 'static {
    /// Who is helped while they type, and with "near me": the seeker, or somebody of whom less is read.
    type Guest: FromRequest + 'static;

    /// The page that is being made.
    fn page(&self) -> &Page;

    /// The points of this instance.
    fn points(&self) -> &Points;

    /// The search: for which parcel, for which day, what is chosen already.
    fn finder(&self) -> Finder<'_>;
}
