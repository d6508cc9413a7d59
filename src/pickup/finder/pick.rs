//! Taking a choice: the token says which point, and everything else is looked up again.

use std::sync::Arc;

use crate::pickup::finder::Finder;
use crate::pickup::finder::choice::{self, ChoiceError};
use crate::pickup::{Index, Point};

impl Finder<'_> {
    /// The point behind a token, if it may be chosen.
    ///
    /// # Errors
    /// Why it may not, in words.
    pub fn pick(&self, index: &Index, token: &str) -> Result<Arc<Point>, String> {
        let (lang, (whose, version)) = (self.lang, self.whose);
        if token.is_empty() {
            return Err(lang.t("point-choose").into_owned());
        }
        let choice = choice::read(self.seal, token, whose, self.now).map_err(|error| {
            let key = match error {
                ChoiceError::Expired => "point-expired",
                ChoiceError::Forged | ChoiceError::NotYours => "point-foreign",
            };
            lang.t(key).into_owned()
        })?;
        // A second click on the same button finds its point chosen already, and goes on.
        let again = self.chosen == Some(choice.point.as_str());
        if choice.version != version && !again {
            return Err(lang.t("point-used").into_owned());
        }
        let point = index.get(&choice.point).ok_or_else(|| lang.t("point-gone").into_owned())?;
        match self.refusal(point) {
            Some(reason) => Err(lang.xy("point-refused", &point.name, reason)),
            None => Ok(Arc::clone(point)),
        }
    }

    /// Why the point that is chosen could not be chosen now; `None` where it could, or where none is.
    #[must_use]
    pub fn lost(&self, index: &Index) -> Option<String> {
        Some(match index.get(self.chosen?) {
            Some(point) => self.lang.xy("point-refused", &point.name, self.refusal(point)?),
            None => self.lang.t("point-gone").into_owned(),
        })
    }
}
