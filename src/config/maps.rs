//! The settings of the maps: tiles of a server, and Post's own location search.

use std::net::SocketAddr;

use url::Url;

use super::post::{Near, carrier_url};
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
    /// `POST_MAP_KEY`: the merchant's key for Google's map.
    pub key: String,
    /// `POST_MAP_URL`, or where the simulator plays it; `post::map` knows where else it is.
    pub url: Option<Url>,
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
        let map = reader.text("POST_MAP_KEY").map(|key| {
            // A frame is asked for by the visitor's browser, which may be on another machine.
            let simulator = reader.text("SANDBOX_PUBLIC_URL").unwrap_or_else(|| format!("http://{sandbox}"));
            let simulator = format!("{}/widget", simulator.trim_end_matches('/'));
            let plays = post.profile == Profile::Sandbox;
            let url = reader.text("POST_MAP_URL").or_else(|| plays.then_some(simulator));
            let near = Near::read(reader, sandbox)?;
            let url = url.map(|url| carrier_url("POST_MAP_URL", &url, post.profile, &near));
            Ok(PostMap { key, url: url.transpose()? })
        });
        Ok(Self { tiles: tiles.transpose()?, post: map.transpose()? })
    }
}
