//! A label in ZPL II, Zebra's language: one picture of whole dots (`^GFA`), drawn from the scene, so that letters of all languages
//! print as they are shown and no field of an address is ever read as a command.

use std::fmt::Write;

use crate::label::draw::unturned;
use crate::label::layout::QUIET;
use crate::label::scene::Zone;
use crate::label::{Scene, ZoneKind};
use crate::paper::PaperError;
use crate::paper::bitmap::{Bitmap, bitmap};

/// Zebra's print heads, in dots per millimetre: they are named 203, 300 and 600 dpi.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// 203 dpi.
    Eight,
    /// 300 dpi.
    Twelve,
    /// 600 dpi.
    TwentyFour,
}

impl Head {
    /// Dots per millimetre.
    #[must_use]
    pub fn dots(self) -> u16 {
        match self {
            Self::Eight => 8,
            Self::Twelve => 12,
            Self::TwentyFour => 24,
        }
    }

    /// The head of a printer by the resolution it is named by.
    #[must_use]
    pub fn of(dpi: u16) -> Option<Self> {
        match dpi {
            200 | 203 => Some(Self::Eight),
            300 | 305 => Some(Self::Twelve),
            600 | 610 => Some(Self::TwentyFour),
            _ => None,
        }
    }
}

/// The label for a printer with that head.
///
/// # Errors
/// See [`PaperError`].
pub fn zpl(scene: &Scene, head: Head) -> Result<String, PaperError> {
    // A tint prints as a few dots; none of them between bars, nor in the quiet zone around them.
    let codes = scene.zones.iter().filter(|zone| matches!(zone.kind, ZoneKind::Ident | ZoneKind::Service));
    let clean = codes.map(|Zone { area, .. }| {
        (area.x - QUIET, area.y - QUIET, area.right() + QUIET, area.bottom() + QUIET)
    });
    let clean: Vec<_> = clean.collect();
    let picture = bitmap(&unturned(scene), head.dots(), &clean)?;
    let picture = if scene.is_turned() { picture.turned() } else { picture };
    let (width, height) = (picture.width(), picture.height());
    let total = picture.bytes_per_row() * height;
    let mut out = format!(
        "^XA\n^CI28\n^PW{width}\n^LL{height}\n^LH0,0\n^FO0,0\n^GFA,{total},{total},{},\n",
        picture.bytes_per_row()
    );
    rows(&mut out, &picture);
    out.push_str("^FS\n^XZ\n");
    Ok(out)
}

/// The rows in hexadecimal digits, shortened as ZPL does: `:` repeats the row above, `,` fills the row with white, and a letter
/// before a digit says how often it stands.
fn rows(out: &mut String, picture: &Bitmap) {
    let mut above = String::new();
    for row in picture.rows() {
        let mut digits = String::with_capacity(row.len() * 2);
        for byte in row {
            let _ = write!(digits, "{byte:02X}");
        }
        let short = digits.trim_end_matches('0');
        if digits == above {
            out.push(':');
        } else {
            shortened(out, short);
            if short.len() < digits.len() {
                out.push(',');
            }
        }
        out.push('\n');
        above = digits;
    }
}

fn shortened(out: &mut String, digits: &str) {
    for run in digits.as_bytes().chunk_by(|one, other| one == other) {
        let mut left = run.len();
        while left > 0 {
            let now = left.min(419);
            // `z` stands for 400, `g` for 20, `Y` for 19, `G` for 1.
            let (many, few) = (now / 20, now % 20);
            let letter =
                |base: u8, count: usize| char::from(base + u8::try_from(count - 1).unwrap_or_default());
            if now > 1 {
                out.extend((many > 0).then(|| letter(b'g', many)));
                out.extend((few > 0).then(|| letter(b'G', few)));
            }
            out.push(char::from(run[0]));
            left -= now;
        }
    }
}
