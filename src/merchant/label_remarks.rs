//! What became on a label of what did not fit, in words.

use crate::label::Block;
use crate::label::block::LongName;
use crate::web::Page;

/// What became of what did not fit.
#[must_use]
pub fn remarks(p: &Page, block: &Block) -> Vec<String> {
    let long = block.long_name.map(|long| match long {
        LongName::TwoLines => "label-name-two-lines",
        LongName::Initials => "label-name-initials",
        LongName::Small => "label-name-small",
    });
    let dropped = block.dropped.iter().map(|gone| p.xy("label-dropped", &gone.text, gone.warning));
    long.map(|key| p.t(key).into_owned()).into_iter().chain(dropped).collect()
}
