//! Who is signed in, asked of the database at every request. A browser holds a random key; what it is worth stands in a row.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::ground::Ground;
use crate::identity::store::{self, Merchant, SignedIn};

/// Signs in whoever was admitted; gives the key, of 256 bits, which stands nowhere else. `None` where the merchant has got
/// another password meanwhile, or was removed.
///
/// # Errors
/// When the database does not answer.
pub async fn begin(ground: &Ground, admitted: &Merchant) -> sqlx::Result<Option<String>> {
    let key = URL_SAFE_NO_PAD.encode(ground.random.bytes::<32>());
    let begun = store::begin_sign_in(&ground.pool, &hash(&key), admitted, ground.clock.now()).await?;
    Ok(begun.then_some(key))
}

/// Who holds this key, if it is still worth something. One question.
///
/// # Errors
/// When the database does not answer.
pub async fn holder(ground: &Ground, key: &str) -> sqlx::Result<Option<SignedIn>> {
    store::signed_in(&ground.pool, &hash(key), ground.clock.now()).await
}

/// Ends what this key was worth, for every copy of it.
///
/// # Errors
/// When the database does not answer.
pub async fn end(ground: &Ground, key: &str) -> sqlx::Result<()> {
    store::end_sign_in(&ground.pool, &hash(key)).await
}

fn hash(key: &str) -> [u8; 32] {
    Sha256::digest(key.as_bytes()).into()
}
