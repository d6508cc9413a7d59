//! The second layer against forged requests: a token that only this visitor's own pages know.
//! The first layer, the request's origin, stands in `origin`.

use actix_session::Session;

use crate::ids::Random;
use crate::web::{Error, Site};

const KEY: &str = "csrf";
const PURPOSE: &str = "form";
/// Whoever has no session yet has nothing that a forged request could use; the token of such a page is good
/// for the forms that begin a session, and for nothing else.
const NOBODY: &str = "nobody";

/// The token for the forms of one page. Masked with a new salt every time, so that compressed pages do not
/// betray it (BREACH).
#[must_use]
pub fn token(session: &Session, site: &Site) -> String {
    let secret = secret(session);
    let salt = site.ground.random.token();
    let tag = site.seal.tag(PURPOSE, &format!("{salt}{}", secret.as_deref().unwrap_or(NOBODY)));
    format!("{salt}.{tag}")
}

/// Whether a form's token is this visitor's. An `open` form also takes the token of a visitor who had no
/// session yet when the page was made.
#[must_use]
pub fn holds(session: &Session, site: &Site, token: &str, open: bool) -> bool {
    let Some((salt, tag)) = token.split_once('.') else { return false };
    let sealed_for = |secret: &str| site.seal.holds(PURPOSE, &format!("{salt}{secret}"), tag);
    secret(session).is_some_and(|secret| sealed_for(&secret)) || (open && sealed_for(NOBODY))
}

/// Gives the session its secret, if it has none yet.
///
/// # Errors
/// When the session's state cannot be written as JSON.
pub fn begin(session: &Session, random: &Random) -> Result<(), Error> {
    if secret(session).is_none() {
        session.insert(KEY, random.token()).map_err(Error::internal)?;
    }
    Ok(())
}

/// Counts as a change of the session, which lives for a day after its last one.
///
/// # Errors
/// As [`begin`].
pub fn keep(session: &Session) -> Result<(), Error> {
    match secret(session) {
        Some(secret) => session.insert(KEY, secret).map_err(Error::internal),
        None => Ok(()),
    }
}

/// A new secret for the session: at sign-in and sign-out, so that no page of before can send a form (ASVS 7.2.4).
///
/// # Errors
/// As [`begin`].
pub fn renew(session: &Session, random: &Random) -> Result<(), Error> {
    session.insert(KEY, random.token()).map_err(Error::internal)
}

/// What tells one session from another without being its key: limits count by it.
#[must_use]
pub fn visitor(session: &Session) -> Option<String> {
    secret(session)
}

fn secret(session: &Session) -> Option<String> {
    session.get(KEY).ok().flatten()
}
