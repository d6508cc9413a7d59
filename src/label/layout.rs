//! The formats of a label and where things stand on them, in millimetres from the top left corner of the lying sheet (measured in
//! the figures of Post's manual "Barcode" v2.3.2, 2017, and on a real label: docs/label.md has the figures side by side).

use crate::label::area::Area;

/// A size of label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// 210 x 148 mm, lying.
    A5,
    /// 148 x 105 mm, lying.
    A6,
    /// 105 x 74 mm, lying: no home post office, one service code.
    A7,
}

/// How the sheet leaves the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// Lying, as Post's figures show it.
    Landscape,
    /// Standing: the same label turned by a quarter to the left, since an ident code of 68 mm with its clear spaces fits a
    /// standing A7 no other way.
    Portrait,
}

/// Width of a module of the bars: 4 dots at 200 dpi, 6 at 300, 12 at 600. 134 of them are 68.07 mm; 68.0 to 69.0 are asked for.
pub const MODULE: f32 = 0.508;
/// The grid on which codes stand: whole dots at 200, 300 and 600 dpi.
const GRID: f32 = 0.254;
/// The ident code's bars: at least 8 mm from the left edge (8.128), 68.072 x 22.86 mm (22.8 to 23.2 are asked for).
const IDENT: (f32, f32, f32) = (32.0 * GRID, 268.0 * GRID, 90.0 * GRID);
/// A service code: 57 modules long, turned; as deep as the figures have it.
const SERVICE: (f32, f32) = (39.0 * GRID, 114.0 * GRID);
/// From the ident code's left edge to the first service code's, and from code to code.
const SERVICES: (f32, f32) = (323.0 * GRID, 70.0 * GRID);
/// What Post asks to leave free around the recipient.
pub const CLEAR: f32 = 10.0;
/// The quiet zone of Code 128 before and behind the bars: ten modules.
pub const QUIET: f32 = 10.0 * MODULE;

/// Where things stand on one lying format.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// Home post office and franking licence.
    pub franking: Area,
    /// Program, day, client.
    pub version: Area,
    /// Where Post's logo belongs.
    pub logo: Area,
    /// The ident code's bars.
    pub ident: Area,
    /// Its number in clear text.
    pub number: Area,
    /// Weight.
    pub weight: Area,
    /// Parcel n of m.
    pub parcel: Area,
    /// Who sends it, turned.
    pub sender: Area,
    /// Who receives it, with the free text above.
    pub recipient: Area,
    /// The largest type of the recipient, and from line to line.
    pub type_size: (f32, f32),
    /// From a service code to its short name, which is turned beside it: behind the code, or before it where the sheet ends.
    pub service_name: f32,
}

impl Layout {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::A5, Self::A6, Self::A7];

    /// Width and height of the lying sheet.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A5 => (210.0, 148.0),
            Self::A6 => (148.0, 105.0),
            Self::A7 => (105.0, 74.0),
        }
    }

    /// How many lines the recipient block may have, beside so many delivery instructions.
    #[must_use]
    pub fn line_budget(self, instructions: usize) -> usize {
        match self {
            Self::A7 => 6,
            Self::A6 if instructions >= 2 => 6,
            Self::A6 | Self::A5 => 8,
        }
    }

    /// How many service codes there is room for.
    #[must_use]
    pub fn service_budget(self) -> usize {
        match self {
            Self::A5 => 5,
            Self::A6 => 3,
            Self::A7 => 1,
        }
    }

    /// As addresses of pages write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::A5 => "A5",
            Self::A6 => "A6",
            Self::A7 => "A7",
        }
    }

    /// Reads a code, in small letters too; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.code().eq_ignore_ascii_case(code))
    }

    /// Where things stand.
    #[must_use]
    pub fn places(self) -> Places {
        match self {
            Self::A5 => Places {
                sender: Area::new(8.128, 60.0, 24.4, 84.0),
                recipient: Area::new(42.9, 64.6, 157.1, 73.4),
                type_size: (5.6, 7.0),
                ..Self::A6.places()
            },
            Self::A6 => Places {
                franking: Area::new(8.128, 8.0, 46.0, 8.4),
                version: Area::new(8.128, 19.0, 46.0, 2.8),
                logo: Area::new(55.8, 14.2, 20.2, 6.0),
                ident: ident(95.0),
                number: Area::new(8.128, 49.4, 69.0, 5.0),
                weight: Area::new(90.17, 9.0, 22.0, 6.0),
                parcel: Area::new(115.0, 9.0, 23.0, 6.0),
                sender: Area::new(8.128, 57.4, 24.4, 44.6),
                recipient: Area::new(42.9, 64.6, 95.1, 30.4),
                type_size: (3.9, 4.6),
                service_name: 1.4,
            },
            Self::A7 => Places {
                franking: Area::new(8.128, 1.2, 36.0, 2.6),
                version: Area::new(8.128, 4.2, 36.0, 2.6),
                logo: Area::new(46.0, 1.4, 16.0, 5.2),
                ident: ident(32.0),
                number: Area::new(8.128, 33.2, 69.0, 4.0),
                weight: Area::new(64.0, 1.4, 17.0, 5.0),
                parcel: Area::new(83.0, 1.4, 14.0, 5.0),
                sender: Area::new(8.128, 40.0, 24.4, 31.0),
                recipient: Area::new(42.9, 47.3, 52.1, 16.7),
                type_size: (3.6, 4.2),
                service_name: -6.0,
            },
        }
    }
}

impl Orientation {
    /// As addresses of pages write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Landscape => "landscape",
            Self::Portrait => "portrait",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Landscape, Self::Portrait].into_iter().find(|orientation| orientation.code() == code)
    }
}

impl Places {
    /// The bars of the service code at a place, counted from 0.
    #[must_use]
    pub fn service(&self, at: u8) -> Area {
        let left = self.ident.x + SERVICES.0 + SERVICES.1 * f32::from(at);
        Area::new(left, self.ident.y, SERVICE.0, SERVICE.1)
    }

    /// A service code with its name beside it.
    #[must_use]
    pub fn service_zone(&self, at: u8) -> Area {
        let bars = self.service(at);
        let left = bars.x.min(bars.x + self.service_name);
        Area::new(left, bars.y, SERVICE.0 + 6.0, bars.height)
    }
}

fn ident(down: f32) -> Area {
    let (left, width, height) = IDENT;
    Area::new(left, down * GRID, width, height)
}
