//! The choice of a point, sealed: the browser sends back this token and never a name or a street (rule 3).

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::seal::Seal;

/// How long a page of points may lie open before one is chosen.
const LIFE: TimeDelta = TimeDelta::hours(2);
const PURPOSE: &str = "choice";

/// Why a token is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceError {
    /// Not one of ours, or changed on the way.
    #[error("forged")]
    Forged,
    /// Made for somebody else.
    #[error("made for somebody else")]
    NotYours,
    /// Too old.
    #[error("expired")]
    Expired,
}

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The id of the point.
    pub point: String,
    /// The version of what the choice goes into, when the list was shown. Every step taken moves it, so a token chooses
    /// once.
    pub version: i32,
}

/// A token that lets `whose` basket or order choose this point once, within the next two hours.
#[must_use]
pub fn issue(seal: &Seal, choice: &Choice, whose: Uuid, now: DateTime<Utc>) -> String {
    let expires = (now + LIFE).timestamp();
    let message = format!("{expires}.{}.{}.{}", whose.simple(), choice.version, choice.point);
    format!("{}.{message}", seal.tag(PURPOSE, &message))
}

/// What a token chooses. Whether it was used is for those to say who know the version.
///
/// # Errors
/// See [`ChoiceError`].
pub fn read(seal: &Seal, token: &str, whose: Uuid, now: DateTime<Utc>) -> Result<Choice, ChoiceError> {
    let (tag, message) = token.split_once('.').ok_or(ChoiceError::Forged)?;
    if !seal.holds(PURPOSE, message, tag) {
        return Err(ChoiceError::Forged);
    }
    let parts: Vec<&str> = message.splitn(4, '.').collect();
    let [expires, owner, version, point] = parts[..] else { return Err(ChoiceError::Forged) };
    if owner != whose.simple().to_string() {
        return Err(ChoiceError::NotYours);
    }
    let expires: i64 = expires.parse().map_err(|_| ChoiceError::Forged)?;
    if now.timestamp() >= expires {
        return Err(ChoiceError::Expired);
    }
    let version = version.parse().map_err(|_| ChoiceError::Forged)?;
    Ok(Choice { point: point.to_owned(), version })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};
    use uuid::Uuid;

    use super::{Choice, ChoiceError, issue, read};
    use crate::seal::Seal;

    #[test]
    fn a_choice_is_good_for_its_owner_for_two_hours() {
        let (seal, now, mine) = (Seal::new([7; 64]), DateTime::UNIX_EPOCH, Uuid::from_u128(1));
        let choice = Choice { point: "SIM-B-0001".into(), version: 3 };
        let token = issue(&seal, &choice, mine, now);
        assert_eq!(read(&seal, &token, mine, now), Ok(choice));
        assert_eq!(read(&seal, &token, Uuid::from_u128(2), now), Err(ChoiceError::NotYours));
        assert_eq!(read(&seal, &token, mine, now + TimeDelta::hours(2)), Err(ChoiceError::Expired));
        assert_eq!(read(&seal, &token.replace("-0001", "-0002"), mine, now), Err(ChoiceError::Forged));
        assert_eq!(read(&Seal::new([8; 64]), &token, mine, now), Err(ChoiceError::Forged));
        assert_eq!(read(&seal, "", mine, now), Err(ChoiceError::Forged));
    }
}
