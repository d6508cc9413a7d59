//! A label as positioned texts, bars and frames in millimetres on the lying sheet: what every format is drawn from.

use crate::label::area::Area;
use crate::label::{Layout, Orientation};

/// What stands somewhere on a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ZoneKind {
    /// Home post office and franking licence.
    Franking,
    /// Program, day, client.
    Version,
    /// Where Post's logo belongs.
    Logo,
    /// The ident code's bars.
    Ident,
    /// Its number in clear text.
    Number,
    /// A service code with its short name.
    Service,
    /// The weight.
    Weight,
    /// Parcel n of m.
    Parcel,
    /// Who sends it.
    Sender,
    /// The free text, above the recipient's name.
    FreeText,
    /// Who receives it.
    Recipient,
}

/// A zone of a label: nothing of it stands outside, and nothing of another one inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zone {
    /// What stands there.
    pub kind: ZoneKind,
    /// Where.
    pub area: Area,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Its name in the drawing, where it has one.
    pub id: Option<&'static str>,
    /// Where its baseline begins.
    pub at: (f32, f32),
    /// The size of the type.
    pub size: f32,
    /// In bold type.
    pub bold: bool,
    /// Reads from the bottom up.
    pub turned: bool,
    /// In grey.
    pub soft: bool,
    /// What it says.
    pub text: String,
}

/// One code, as Code 128 in set C.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// Its name in the drawing.
    pub id: &'static str,
    /// Where its bars stand.
    pub area: Area,
    /// Reads from the bottom up.
    pub turned: bool,
    /// What it says.
    pub digits: String,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A line of text.
    Text(Text),
    /// A code.
    Code(Code),
    /// A dashed grey frame around what is not ours to print, or not known yet.
    Frame(Area),
}

/// A label.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its format.
    pub layout: Layout,
    /// How it leaves the printer.
    pub orientation: Orientation,
    /// Whether SPECIMEN stands across it.
    pub specimen: bool,
    /// Its zones.
    pub zones: Vec<Zone>,
    /// What is drawn, each in its zone.
    pub items: Vec<(ZoneKind, Item)>,
}

impl ZoneKind {
    /// As ids in drawings and keys of texts name it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Franking => "franking",
            Self::Version => "version",
            Self::Logo => "logo",
            Self::Ident => "ident",
            Self::Number => "number",
            Self::Service => "service",
            Self::Weight => "weight",
            Self::Parcel => "parcel",
            Self::Sender => "sender",
            Self::FreeText => "free-text",
            Self::Recipient => "recipient",
        }
    }
}

impl Scene {
    /// Width and height of the sheet as it leaves the printer.
    #[must_use]
    pub fn size(&self) -> (f32, f32) {
        let (width, height) = self.layout.size();
        if self.is_turned() { (height, width) } else { (width, height) }
    }

    /// Whether the lying sheet is turned by a quarter to the left.
    #[must_use]
    pub fn is_turned(&self) -> bool {
        self.orientation == Orientation::Portrait
    }

    /// Where an area of the lying sheet is on the sheet as it leaves the printer.
    #[must_use]
    pub fn placed(&self, area: Area) -> Area {
        if !self.is_turned() {
            return area;
        }
        let (width, _) = self.layout.size();
        Area::new(area.y, width - area.right(), area.height, area.width)
    }
}
