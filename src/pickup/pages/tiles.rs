//! A page with a map may get its tiles from another server, where the shop has one; its policy opens for that one host.

use actix_web::HttpResponse;

use crate::config::MapSettings;
use crate::web::headers::Opened;

/// The page that an answer holds, opened for the tiles of its map.
#[must_use]
pub fn opened(mut answer: HttpResponse, maps: &MapSettings) -> HttpResponse {
    if let Some(tiles) = &maps.tiles {
        answer.extensions_mut().insert(Opened::images(&tiles.origin));
    }
    answer
}
