//! The question for a User ID, and its answer.

use crate::address::{Address, Person};
use crate::carrier::{Kind, Notify, UserId, Verified};
use crate::i18n::Lang;

/// Who is asked about. The address is the home of the person who collects, never the point's.
#[derive(Clone, Debug)]
pub struct UserRequest {
    /// Who collects.
    pub person: Person,
    /// Where that person lives.
    pub home: Address,
    /// In which language the carrier shall write.
    pub lang: Lang,
    /// How the carrier tells that the parcel is ready.
    pub notify: Notify,
    /// Counter or terminal.
    pub kind: Kind,
}

/// What the carrier answers.
#[derive(Clone, Debug)]
pub struct UserAnswer {
    /// The ID, for this mandate only.
    pub id: UserId,
    /// What the carrier knows of the person's identity.
    pub verified: Verified,
}
