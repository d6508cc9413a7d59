//! The sizes of a label and where things stand on it, in millimetres from the top left corner
//! (measured in the figures of Post's manual "Barcode" v2.3.2, 2017).

/// A size of label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// 148 x 105 mm, lying.
    A6,
    /// 105 x 74 mm, lying. Its budget of lines is known to the recipient block; the drawing comes later.
    A7,
}

/// Width of a module of the ident code: 6 dots at 300 dpi, 12 at 600. 134 of them are 68.07 mm; 68.0 to 69.0 are asked for.
pub const MODULE: f32 = 0.508;
/// Height of the ident code's bars; 22.8 to 23.2 are asked for.
pub const BAR_HEIGHT: f32 = 22.9;
/// Depth of a service code's bars.
pub const SERVICE_DEPTH: f32 = 10.0;
/// From the left edge to the ident code: at least 8.
pub const IDENT_LEFT: f32 = 8.0;
/// The upper edge of the bars.
pub const IDENT_TOP: f32 = 24.1;
/// From the ident code's left edge to the first service code's.
pub const SERVICE_OFFSET: f32 = 82.0;
/// The left edge of the recipient block.
pub const RECIPIENT_LEFT: f32 = 42.9;
/// Its upper edge: 10 mm below the ident code's clear text.
pub const RECIPIENT_TOP: f32 = 64.3;
/// Its lower edge: 10 mm above the edge of the label.
pub const RECIPIENT_BOTTOM: f32 = 95.0;
/// From line to line, where there is room.
pub const LINE_PITCH: f32 = 4.6;

impl Layout {
    /// Width and height.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A6 => (148.0, 105.0),
            Self::A7 => (105.0, 74.0),
        }
    }

    /// How many lines the recipient block may have.
    #[must_use]
    pub fn line_budget(self) -> usize {
        match self {
            Self::A6 => 8,
            Self::A7 => 6,
        }
    }
}
