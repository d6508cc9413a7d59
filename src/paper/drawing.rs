//! What stands on a sheet, in millimetres from its upper left corner: the one description that SVG, PDF and dots come from.

use crate::paper::area::Area;
use crate::paper::code128::Bars;

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width and height.
    pub size: (f32, f32),
    /// What it is, for who does not see it on a page.
    pub name: Option<String>,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// Something drawn. Places are those of the group that it is in.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line of text.
    Text(Text),
    /// Rectangles filled as one.
    Boxes(Vec<Area>, Colour),
    /// The edge of a rectangle: the middle of the pen runs along it.
    Frame(Area, Pen),
    /// Straight lines, each from here to there.
    Lines(Vec<[(f32, f32); 2]>, Pen),
    /// A code of bars.
    Code(Code),
    /// A code of squares.
    Symbol(Symbol),
    /// Shapes with a corner of their own.
    Group(Place, Vec<Shape>),
}

/// Where something has its origin, and how it is turned around it, in degrees against the clock: 90 reads from the bottom up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left and from the top.
    pub at: (f32, f32),
    /// Degrees.
    pub turned: f32,
}

/// A line of text. [`Text::new`] says what is usual.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Its name in a drawing on a page, where it has one.
    pub id: Option<&'static str>,
    /// What it belongs to, where it belongs to something.
    pub zone: Option<&'static str>,
    /// Where the baseline begins, ends or has its middle.
    pub place: Place,
    /// Which of the three.
    pub anchor: Anchor,
    /// The size of the type, in millimetres.
    pub size: f32,
    /// In bold type.
    pub bold: bool,
    /// Room behind every letter, in millimetres.
    pub spacing: f32,
    /// Its colour.
    pub colour: Colour,
    /// From 0, which nobody sees, to 1.
    pub opacity: f32,
    /// What it says.
    pub text: String,
}

/// What of a line of text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "where a line of text may be held")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// As most is printed.
pub const BLACK: Colour = Colour(0, 0, 0);
/// As paper.
pub const WHITE: Colour = Colour(255, 255, 255);
/// What steps back.
pub const GREY: Colour = Colour(0x77, 0x77, 0x77);

/// What a line is drawn with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// In millimetres.
    pub width: f32,
    /// Its colour.
    pub colour: Colour,
    /// How long it draws and how long it does not, where it is dashed.
    pub dash: Option<(f32, f32)>,
}

/// Bars, from their upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// Its name in a drawing on a page, where it has one.
    pub id: Option<&'static str>,
    /// Where the first bar begins.
    pub place: Place,
    /// A module, in millimetres.
    pub module: f32,
    /// How high they are, in millimetres.
    pub height: f32,
    /// The bars.
    pub bars: Bars,
}

/// Squares, from their upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// Its name in a drawing on a page.
    pub id: &'static str,
    /// Where it is.
    pub at: (f32, f32),
    /// The side of a square, in millimetres.
    pub square: f32,
    /// Blocks of black squares: first column, first row, columns, rows.
    pub blocks: Vec<[u16; 4]>,
}

impl Drawing {
    /// A white sheet.
    #[must_use]
    pub fn new(size: (f32, f32)) -> Self {
        let sheet = Area::new(0.0, 0.0, size.0, size.1);
        Self { size, name: None, shapes: vec![Shape::Boxes(vec![sheet], WHITE)] }
    }
}

impl Text {
    /// A line in black regular type whose baseline begins here. Of blanks in a row one is drawn, as pages do it.
    #[must_use]
    pub fn new(at: (f32, f32), size: f32, text: impl Into<String>) -> Self {
        let mut text: String = text.into();
        if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") {
            text = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        }
        Self {
            id: None,
            zone: None,
            place: Place { at, turned: 0.0 },
            anchor: Anchor::Start,
            size,
            bold: false,
            spacing: 0.0,
            colour: BLACK,
            opacity: 1.0,
            text,
        }
    }
}
