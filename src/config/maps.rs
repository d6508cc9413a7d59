//! The settings of the maps: tiles of a server, and Post's own location search.

use std::net::SocketAddr;

use url::Url;

use super::post::carrier_url;
use super::reader::{Reader, SettingError, web_url, wrong};
use super::{PostSettings, Profile};

/// What the map of the location search may use beside our own base map.
#[derive(Clone, Debug, Default)]
pub struct MapSettings {
    /// `MAP_TILES_URL` and `MAP_TILES_CREDIT`: a server of map tiles; the pages' policy opens for its host alone.
    pub tiles: Option<Tiles>,
    /// `POST_MAP_KEY` and `POST_MAP_URL`: Post's own location search in a frame.
    pub post: Option<PostMap>,
}

/// A server of map tiles.
#[derive(Clone, Debug)]
pub struct Tiles {
    /// Such as `https://tiles.example.ch/{z}/{x}/{y}.png`.
    pub template: String,
    /// Its origin.
    pub origin: String,
    /// Whom to credit on the map.
    pub credit: String,
}

/// Post's own location search.
#[derive(Clone, Debug)]
pub struct PostMap {
    /// Its address, with the merchant's key for Google's map in it.
    pub url: Url,
    /// Its origin: the only one that may speak to the page.
    pub origin: String,
}

impl MapSettings {
    pub(super) fn read(
        reader: &Reader<'_>,
        post: &PostSettings,
        sandbox: SocketAddr,
    ) -> Result<Self, SettingError> {
        let tiles = reader.text("MAP_TILES_URL").map(|template| {
            let url = web_url("MAP_TILES_URL", &template)?;
            if !["{z}", "{x}", "{y}"].iter().all(|part| template.contains(part)) {
                return wrong("MAP_TILES_URL must contain {z}, {x} and {y}");
            }
            if url.host_str().is_some_and(|host| host.contains(['{', '%'])) {
                return wrong(
                    "MAP_TILES_URL must name one host, without {s}: the pages' policy opens for it alone",
                );
            }
            let credit = reader.text("MAP_TILES_CREDIT").unwrap_or_default();
            Ok(Tiles { template, origin: url.origin().ascii_serialization(), credit })
        });
        let frame = reader.text("POST_MAP_KEY").map(|key| {
            let default = match post.profile {
                // A frame is asked for by the visitor's browser, which may be on another machine.
                Profile::Sandbox => reader.text("SANDBOX_PUBLIC_URL").map_or_else(
                    || format!("http://{sandbox}/widget"),
                    |public| format!("{}/widget", public.trim_end_matches('/')),
                ),
                _ => "https://places.post.ch/".into(),
            };
            let address = reader.text("POST_MAP_URL").unwrap_or(default);
            let mut url = carrier_url("POST_MAP_URL", &address, post.profile, sandbox)?;
            url.query_pairs_mut().append_pair("key", &key);
            Ok(PostMap { origin: url.origin().ascii_serialization(), url })
        });
        Ok(Self { tiles: tiles.transpose()?, post: frame.transpose()? })
    }
}

impl PostMap {
    /// The address of the frame in a language.
    #[must_use]
    pub fn frame(&self, lang: &str) -> String {
        let mut url = self.url.clone();
        url.query_pairs_mut().append_pair("lang", lang);
        url.into()
    }
}
