//! Being built.
pub mod sessions;
pub mod address_row;

/// A row that the database's own checks should have made impossible.
pub fn unreadable(what: impl std::fmt::Display) -> sqlx::Error {
    sqlx::Error::Decode(what.to_string().into())
}
