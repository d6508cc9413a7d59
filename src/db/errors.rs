//! What an error of the database means to whoever asked.

/// A row that the database's own checks should have made impossible.
pub fn unreadable(what: impl std::fmt::Display) -> sqlx::Error {
    sqlx::Error::Decode(what.to_string().into())
}

/// Whether another transaction holds what was asked for without waiting, or was in the way otherwise: the same again in
/// a moment will do. Codes: lock not available, deadlock, serialization failure.
#[must_use]
pub fn is_held(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.is_some_and(|code| ["55P03", "40P01", "40001"].contains(&&*code))
}

/// Whether a statement was stopped because it took longer than it may.
#[must_use]
pub fn is_too_slow(error: &sqlx::Error) -> bool {
    error.as_database_error().and_then(sqlx::error::DatabaseError::code).is_some_and(|code| code == "57014")
}

/// Whether the database could not be reached, or is not taking anything just now (starting, stopping, a standby, a full
/// disk): what was asked may be asked again later, as against a fault of ours, which would fail again.
/// Codes: PostgreSQL, appendix A.
#[must_use]
pub fn is_unreachable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| {
            // Connection lost; out of connections, memory or disk; stopped or starting; a standby takes no writes.
            ["08", "53", "57P", "58"].iter().any(|class| code.starts_with(class)) || code == "25006"
        }),
        _ => false,
    }
}
