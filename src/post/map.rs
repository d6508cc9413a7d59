//! Post's own location search in a frame of the visitor's browser. Published: that it wants the merchant's key for Google's
//! map. Ours: its address, and that key and language stand in the query; the shop itself never calls it.

use url::Url;

use crate::config::PostMap;
use crate::i18n::Lang;
use crate::post::profile::MAP;

/// A frame with Post's map in it.
#[derive(Clone, Debug)]
pub struct Frame(Url);

impl Frame {
    /// The frame for these settings.
    #[must_use]
    pub fn of(map: &PostMap) -> Option<Self> {
        let mut url = map.url.clone().or_else(|| Url::parse(MAP).ok())?;
        url.query_pairs_mut().append_pair("key", &map.key);
        Some(Self(url))
    }

    /// Its address in a language.
    #[must_use]
    pub fn address(&self, lang: Lang) -> String {
        let mut url = self.0.clone();
        url.query_pairs_mut().append_pair("lang", lang.code());
        url.into()
    }

    /// Its origin: the only one that may speak to the page.
    #[must_use]
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }
}
