//! A scene as a drawing in true millimetres, which SVG, PDF and dots come from. Where Post's logo belongs there is an empty frame,
//! since the logo is not ours to print.

use crate::label::Orientation;
use crate::label::area::Area;
use crate::label::layout::MODULE;
use crate::label::scene::{self, Item, Scene};
use crate::paper::code128::encode;
use crate::paper::drawing::{Anchor, BLACK, Code, Colour, Drawing, GREY, Pen, Place, Shape, Text};
use crate::paper::svg as paper;

/// The label as it leaves the printer.
#[must_use]
pub fn drawing(scene: &Scene) -> Drawing {
    let size = scene.size();
    let mut sheet = Drawing::new(size);
    if scene.is_turned() {
        let place = Place { at: (0.0, size.1), turned: 90.0 };
        sheet.shapes.push(Shape::Group(place, lying(scene)));
    } else {
        sheet.shapes.extend(lying(scene));
    }
    sheet
}

/// The label as SVG, as large as it is printed, for those who draw with the shop's own fonts.
#[must_use]
pub fn svg(scene: &Scene) -> String {
    paper::svg(&drawing(scene))
}

/// The label as SVG, so many times as large, for those who may draw with other fonts.
#[must_use]
pub fn enlarged(scene: &Scene, times: f32) -> String {
    paper::enlarged(&drawing(scene), times)
}

/// The same lying, however it leaves the printer: bars stay on the dots of a picture, which is turned afterwards.
#[must_use]
pub fn unturned(scene: &Scene) -> String {
    let lying = Scene { orientation: Orientation::Landscape, ..scene.clone() };
    svg(&lying)
}

fn lying(scene: &Scene) -> Vec<Shape> {
    let shape = |(kind, item): &(scene::ZoneKind, Item)| match item {
        Item::Text(line) => Some(text(kind.code(), line)),
        Item::Code(code) => bars(code),
        Item::Frame(area) => Some(frame(area)),
    };
    let mut shapes: Vec<Shape> = scene.items.iter().filter_map(shape).collect();
    shapes.extend(scene.specimen.then(|| specimen(scene.layout.size())));
    shapes
}

fn text(zone: &'static str, line: &scene::Text) -> Shape {
    let turned = if line.turned { 90.0 } else { 0.0 };
    Shape::Text(Text {
        id: line.id,
        zone: Some(zone),
        place: Place { at: line.at, turned },
        bold: line.bold,
        colour: if line.soft { GREY } else { BLACK },
        ..Text::new(line.at, line.size, line.text.as_str())
    })
}

fn bars(code: &scene::Code) -> Option<Shape> {
    let Area { x, y, width, height } = code.area;
    let (place, deep) = if code.turned {
        (Place { at: (x, y + height), turned: 90.0 }, width)
    } else {
        (Place { at: (x, y), turned: 0.0 }, height)
    };
    let id = Some(code.id).filter(|id| !id.is_empty());
    Some(Shape::Code(Code { id, place, module: MODULE, height: deep, bars: encode(&code.digits)? }))
}

fn frame(area: &Area) -> Shape {
    let pen = Pen { width: 0.2, colour: GREY, dash: Some((1.0, 0.8)) };
    let half = pen.width / 2.0;
    let inside = Area::new(area.x + half, area.y + half, area.width - pen.width, area.height - pen.width);
    Shape::Frame(inside, pen)
}

fn specimen((width, height): (f32, f32)) -> Shape {
    let size = height * 0.238;
    let middle = (width / 2.0, height / 2.0 + size * 0.24);
    Shape::Text(Text {
        id: Some("specimen"),
        place: Place { at: middle, turned: 24.0 },
        anchor: Anchor::Middle,
        bold: true,
        spacing: 1.0,
        colour: Colour(0xb5, 0x2b, 0x46),
        opacity: 0.22,
        ..Text::new(middle, size, "SPECIMEN")
    })
}
