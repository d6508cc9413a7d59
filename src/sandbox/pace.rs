//! How long Post takes: not at all, or as its documents say (`SANDBOX_DELAYS`).

use std::time::Duration;

use crate::ids::Random;

/// What Post does for a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Looks something up. No figure is published: assumed.
    LookUp,
    /// Draws a label as PDF.
    Pdf,
    /// Writes a label in a printer's language.
    Zpl2,
    /// Draws a label as a picture.
    Png,
}

/// How fast the simulator is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// At once.
    #[default]
    None,
    /// As Post.
    Honest,
}

impl Work {
    /// From so many milliseconds to so many, the transfer included ("Digital Commerce API", chapter 8.6).
    pub const ALL: [(Self, u32, u32); 4] =
        [(Self::LookUp, 80, 250), (Self::Pdf, 500, 1000), (Self::Zpl2, 300, 750), (Self::Png, 750, 1500)];
}

impl Pace {
    /// How long this work takes this time.
    #[must_use]
    pub fn of(self, work: Work, random: &Random) -> Duration {
        let figures = Work::ALL.into_iter().find(|(known, ..)| *known == work);
        let (Self::Honest, Some((_, least, most))) = (self, figures) else { return Duration::ZERO };
        let drawn = u32::from_le_bytes(random.bytes()) % (most - least + 1);
        Duration::from_millis(u64::from(least + drawn))
    }

    /// Takes that long.
    pub async fn take(self, work: Work, random: &Random) {
        let time = self.of(work, random);
        if !time.is_zero() {
            tokio::time::sleep(time).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pace, Work};
    use crate::ids::Random;

    #[test]
    fn an_honest_delay_keeps_to_the_figures_of_the_document_and_none_takes_no_time() {
        let random = Random::seeded(7);
        for (work, least, most) in Work::ALL {
            for _ in 0..100 {
                let time = Pace::Honest.of(work, &random).as_millis();
                assert!((u128::from(least)..=u128::from(most)).contains(&time), "{work:?}: {time}");
                assert!(Pace::None.of(work, &random).is_zero());
            }
        }
    }
}
