//! A rectangle on a sheet, in millimetres from its top left corner.

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "a rectangle's four figures, in millimetres")]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    /// A rectangle by its upper left corner.
    #[must_use]
    pub const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// Its right edge.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Its lower edge.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }
}
