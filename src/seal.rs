//! Seals what leaves the shop and must come back unchanged: HMAC-SHA256 under the shop's own key.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The shop's key. One key serves several purposes, each with its own prefix, so that a seal made for
/// one purpose is worth nothing for another.
#[derive(Clone)]
pub struct Seal([u8; 64]);

impl Seal {
    /// A seal over 64 bytes of key, shared by all instances of the shop.
    #[must_use]
    pub fn new(key: [u8; 64]) -> Self {
        Self(key)
    }

    /// The key itself, for the session cookie's own signing.
    #[must_use]
    pub fn key(&self) -> &[u8; 64] {
        &self.0
    }

    /// The tag of `message` for `purpose`: 43 URL-safe characters.
    #[must_use]
    pub fn tag(&self, purpose: &str, message: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(purpose, message).finalize().into_bytes())
    }

    /// Whether `tag` was made by [`Seal::tag`] from the same purpose and message; in constant time.
    #[must_use]
    pub fn holds(&self, purpose: &str, message: &str, tag: &str) -> bool {
        URL_SAFE_NO_PAD.decode(tag).is_ok_and(|tag| self.mac(purpose, message).verify_slice(&tag).is_ok())
    }

    fn mac(&self, purpose: &str, message: &str) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(message.as_bytes());
        mac
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal(hidden)")
    }
}
