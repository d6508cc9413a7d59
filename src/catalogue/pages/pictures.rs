//! Where the pictures of articles are, for every page that shows them: files below `static/img/goods`.

use crate::web::assets::asset;

/// Pixels a side of the smaller pictures.
const SMALLER: [u16; 2] = [96, 128];

/// The address of a picture.
#[must_use]
pub fn picture(image: &str) -> &'static str {
    asset(&format!("img/goods/{image}"))
}

/// A picture in all sizes, for `srcset`: a browser takes what the place needs.
#[must_use]
pub fn sizes(image: &str) -> String {
    let small = SMALLER.map(|width| format!("{} {width}w, ", smaller(image, width)));
    format!("{}{} 256w", small.concat(), picture(image))
}

/// A picture for phones, where it stands among others: once and twice as many dots as pixels. Three dots to a pixel get no more than
/// two: nobody sees it, and each byte waits.
#[must_use]
pub fn for_phones(image: &str) -> String {
    format!("{}, {} 2x", smaller(image, SMALLER[0]), smaller(image, SMALLER[1]))
}

/// A merchant's own picture may have no smaller ones.
fn smaller(image: &str, width: u16) -> &'static str {
    let small = asset(&format!("img/goods/{width}/{image}"));
    // No file has no name: this is the address of what is not there.
    if small == asset("") { picture(image) } else { small }
}
