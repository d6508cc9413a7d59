//! The two services, as Post's API and Post's labels write them.

use serde::Serialize;

/// Which service a User ID is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Service {
    /// A counter. `PICKPOST` is the published spelling.
    #[serde(rename = "PICKPOST")]
    PickPost,
    /// A terminal. `MYPOST24` is our assumption: no source spells it (`post/contract.md` section 2.1).
    #[serde(rename = "MYPOST24")]
    MyPost24,
}

/// The keyword that stands before the User ID in Name2, in the spelling of Post's product page.
#[must_use]
pub fn keyword(service: Service) -> &'static str {
    match service {
        Service::PickPost => "PickPost",
        Service::MyPost24 => "My Post 24",
    }
}
