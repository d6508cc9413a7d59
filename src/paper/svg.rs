//! A drawing as SVG: for pages, and for what is drawn in dots.

use std::fmt::{self, Write};

use crate::paper::area::Area;
use crate::paper::drawing::{Anchor, BLACK, Code, Colour, Drawing, Pen, Place, Shape, Symbol, Text};
use crate::paper::measure::width;

/// The drawing, as large as it is printed, for those who draw with the shop's own fonts.
#[must_use]
pub fn svg(drawing: &Drawing) -> String {
    written(drawing, 1.0, false)
}

/// The drawing, so many times as large, for those who may draw with other fonts: every text says how long it is, so that a
/// wider font does not carry it out of its place.
#[must_use]
pub fn enlarged(drawing: &Drawing, times: f32) -> String {
    written(drawing, times, true)
}

/// A text as it may stand in a drawing.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn written(drawing: &Drawing, times: f32, fitted: bool) -> String {
    let (width, height) = drawing.size;
    let mut out = Out { svg: String::with_capacity(8 << 10), fitted };
    out.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\" fill=\"#000\"",
        width * times,
        height * times
    ));
    if let Some(name) = &drawing.name {
        out.put(format_args!(" role=\"img\" aria-label=\"{}\"", escaped(name)));
    }
    out.svg.push('>');
    out.shapes(&drawing.shapes);
    out.svg.push_str("</svg>");
    out.svg
}

struct Out {
    svg: String,
    fitted: bool,
}

impl Out {
    fn put(&mut self, words: fmt::Arguments) {
        let _ = self.svg.write_fmt(words);
    }

    fn shapes(&mut self, shapes: &[Shape]) {
        for shape in shapes {
            match shape {
                Shape::Text(text) => self.text(text),
                Shape::Boxes(boxes, colour) => self.boxes(boxes, *colour),
                Shape::Frame(area, pen) => self.frame(area, pen),
                Shape::Lines(lines, pen) => self.lines(lines, pen),
                Shape::Code(code) => self.code(code),
                Shape::Symbol(symbol) => self.symbol(symbol),
                Shape::Group(place, shapes) => {
                    self.put(format_args!("<g transform=\"{}\">", Moved(place)));
                    self.shapes(shapes);
                    self.svg.push_str("</g>");
                }
            }
        }
    }

    fn text(&mut self, text: &Text) {
        self.svg.push_str("<text");
        if let Some(id) = text.id {
            self.put(format_args!(" id=\"{id}\""));
        }
        if let Some(zone) = text.zone {
            self.put(format_args!(" class=\"z-{zone}\""));
        }
        let (x, y) = text.place.at;
        if text.place.turned == 0.0 {
            self.put(format_args!(" x=\"{}\" y=\"{}\"", Mm(x), Mm(y)));
        } else {
            self.put(format_args!(" transform=\"{}\"", Moved(&text.place)));
        }
        self.put(format_args!(" font-size=\"{}\"", Mm(text.size)));
        // Who spaces letters does not set names.
        if self.fitted && text.spacing == 0.0 {
            let long = text.size * width(&text.text, text.bold);
            self.put(format_args!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", Mm(long)));
        }
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => self.svg.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.svg.push_str(" text-anchor=\"end\""),
        }
        if text.spacing != 0.0 {
            self.put(format_args!(" letter-spacing=\"{}\"", Mm(text.spacing)));
        }
        self.fill(text.colour);
        if text.opacity < 1.0 {
            self.put(format_args!(" fill-opacity=\"{}\"", Mm(text.opacity)));
        }
        if text.bold {
            self.svg.push_str(" font-weight=\"bold\"");
        }
        self.put(format_args!(">{}</text>", escaped(&text.text)));
    }

    fn boxes(&mut self, boxes: &[Area], colour: Colour) {
        if let [one] = boxes {
            self.rectangle(one);
        } else {
            self.svg.push_str("<path d=\"");
            for Area { x, y, width, height } in boxes {
                let (x, y, width, height) = (Mm(*x), Mm(*y), Mm(*width), Mm(*height));
                self.put(format_args!("M{x} {y}h{width}v{height}h-{width}z"));
            }
            self.svg.push('"');
        }
        self.fill(colour);
        self.svg.push_str("/>");
    }

    fn frame(&mut self, area: &Area, pen: &Pen) {
        self.rectangle(area);
        self.svg.push_str(" fill=\"none\"");
        self.pen(pen);
    }

    fn rectangle(&mut self, area: &Area) {
        self.svg.push_str("<rect");
        if (area.x, area.y) != (0.0, 0.0) {
            self.put(format_args!(" x=\"{}\" y=\"{}\"", Mm(area.x), Mm(area.y)));
        }
        self.put(format_args!(" width=\"{}\" height=\"{}\"", Mm(area.width), Mm(area.height)));
    }

    fn lines(&mut self, lines: &[[(f32, f32); 2]], pen: &Pen) {
        self.svg.push_str("<path d=\"");
        for [from, to] in lines {
            self.put(format_args!("M{} {}L{} {}", Mm(from.0), Mm(from.1), Mm(to.0), Mm(to.1)));
        }
        self.svg.push('"');
        self.pen(pen);
    }

    fn code(&mut self, code: &Code) {
        self.svg.push_str("<path");
        if let Some(id) = code.id {
            self.put(format_args!(" id=\"{id}\""));
        }
        let place = Moved(&code.place);
        self.put(format_args!(" transform=\"{place}\" shape-rendering=\"crispEdges\" d=\""));
        for (at, width) in &code.bars.bars {
            let (at, width) = (f32::from(*at) * code.module, f32::from(*width) * code.module);
            self.put(format_args!("M{at:.3} 0h{width:.3}v{}h-{width:.3}z", Mm(code.height)));
        }
        self.svg.push_str("\"/>");
    }

    fn symbol(&mut self, symbol: &Symbol) {
        let (x, y) = symbol.at;
        self.put(format_args!(
            "<path id=\"{}\" shape-rendering=\"crispEdges\" transform=\"translate({} {}) scale({:.5})\" d=\"",
            symbol.id,
            Mm(x),
            Mm(y),
            symbol.square
        ));
        for [column, row, columns, rows] in &symbol.blocks {
            self.put(format_args!("M{column} {row}h{columns}v{rows}h-{columns}z"));
        }
        self.svg.push_str("\"/>");
    }

    fn fill(&mut self, colour: Colour) {
        if colour != BLACK {
            self.put(format_args!(" fill=\"{}\"", Hex(colour)));
        }
    }

    fn pen(&mut self, pen: &Pen) {
        self.put(format_args!(" stroke=\"{}\" stroke-width=\"{}\"", Hex(pen.colour), Mm(pen.width)));
        if let Some((on, off)) = pen.dash {
            self.put(format_args!(" stroke-dasharray=\"{} {}\"", Mm(on), Mm(off)));
        }
        self.svg.push_str("/>");
    }
}

/// A figure to the micrometre.
struct Mm(f32);

impl fmt::Display for Mm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:.3}", self.0);
        f.write_str(digits.trim_end_matches('0').trim_end_matches('.'))
    }
}

struct Hex(Colour);

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Colour(red, green, blue) = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

struct Moved<'a>(&'a Place);

impl fmt::Display for Moved<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { at: (x, y), turned } = self.0;
        write!(f, "translate({} {})", Mm(*x), Mm(*y))?;
        if *turned == 0.0 { Ok(()) } else { write!(f, " rotate({})", Mm(-turned)) }
    }
}
