//! Letters stand in a PDF where whoever draws the SVG puts them: beside an engine that sets text by the fonts' newer tables.

use std::fmt::Write;
use std::sync::Arc;

use pickpost_shop::paper::escaped;
use pickpost_shop::paper::face::{FILES, set};
use usvg::fontdb::Database;
use usvg::{Group, Node, Options, Tree};

/// Glyphs of a line with where they begin, in thousandths of an em.
type Glyphs = Vec<(u16, f32)>;

fn engine(fonts: &Arc<Database>, line: &str, bold: bool) -> Glyphs {
    let weight = if bold { "bold" } else { "normal" };
    let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">".to_owned();
    let _ = write!(
        svg,
        "<text x=\"0\" y=\"0\" font-size=\"1000\" font-weight=\"{weight}\">{}</text></svg>",
        escaped(line)
    );
    let options =
        Options { fontdb: Arc::clone(fonts), font_family: "Liberation Sans".into(), ..Options::default() };
    let mut found = Vec::new();
    gather(Tree::from_str(&svg, &options).expect("a drawing").root(), &mut found);
    found
}

fn gather(group: &Group, found: &mut Glyphs) {
    for node in group.children() {
        match node {
            Node::Group(group) => gather(group, found),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                found.extend(glyphs.map(|glyph| (glyph.id.0, glyph.transform().tx)));
            }
            _ => {}
        }
    }
}

fn ours(line: &str, bold: bool) -> Glyphs {
    let mut at = 0.0;
    let place = |glyph: pickpost_shop::paper::face::Glyph| {
        let begin = at;
        at += glyph.advance * 1000.0;
        (glyph.id, begin)
    };
    set(line, bold).into_iter().map(place).collect()
}

#[test]
fn every_pair_of_letters_stands_as_an_engine_that_shapes_text_puts_it() {
    let mut fonts = Database::new();
    for file in FILES {
        fonts.load_font_data(file.to_vec());
    }
    let fonts = Arc::new(fonts);
    let letters: Vec<char> = ('!'..='~').chain('¡'..='¬').chain('®'..='ſ').chain("Șșßị’–…".chars()).collect();
    let mut nearer = 0;
    for bold in [false, true] {
        for one in &letters {
            let line: String = letters.iter().flat_map(|other| [*one, *other]).collect();
            let (wanted, got) = (engine(&fonts, &line, bold), ours(&line, bold));
            assert_eq!(wanted.len(), got.len(), "{one}");
            for (at, (wanted, got)) in wanted.iter().zip(&got).enumerate() {
                assert_eq!(wanted.0, got.0, "the glyph at {at} behind {one}");
                assert!((wanted.1 - got.1).abs() < 1.0, "{one} {at}: {} and not {}", got.1, wanted.1);
            }
            let alone: f32 =
                line.chars().map(|c| pickpost_shop::paper::measure::width(&c.to_string(), bold)).sum();
            let together: f32 = set(&line, bold).iter().map(|glyph| glyph.advance).sum();
            nearer += usize::from(together < alone - 0.001);
        }
    }
    assert!(nearer > 50, "{nearer} letters stand nearer to some other");
}
