//! ZPL read back by a reader of its own, written from Zebra's manual: commands, the picture with its shortened digits, its dots.

use pickpost_shop::label::zpl::{Head, zpl};
use pickpost_shop::label::{Recipient, ZoneKind};

use crate::read::{Dots, read_by_rxing, read_by_zbar};
use crate::samples::{formats, hans, label};

/// A label as a printer would print it.
struct Printed {
    width: usize,
    height: usize,
    dots: Dots,
}

/// Splits at the carets: letters of the command, and its parameters.
fn commands(text: &str) -> Vec<(&str, &str)> {
    let command = |part| -> (&str, &str) { str::split_at(part, 2) };
    text.split('^').skip(1).map(command).collect()
}

fn printed(text: &str, per_mm: f32) -> Printed {
    let list = commands(text);
    let names: Vec<&str> = list.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["XA", "CI", "PW", "LL", "LH", "FO", "GF", "FS", "XZ"], "one picture and nothing else");
    let value = |name: &str| list.iter().find(|(known, _)| *known == name).expect("a command").1.trim();
    let (width, height): (usize, usize) =
        (value("PW").parse().expect("a width"), value("LL").parse().expect("a length"));
    assert_eq!((value("LH"), value("FO")), ("0,0", "0,0"));
    let picture: Vec<&str> = value("GF").splitn(5, ',').collect();
    let (total, used, row): (usize, usize, usize) = (
        picture[1].parse().expect("bytes"),
        picture[2].parse().expect("bytes"),
        picture[3].parse().expect("bytes a row"),
    );
    assert_eq!((picture[0], total), ("A", used));
    let digits = opened(picture[4], row * 2);
    assert_eq!(digits.len(), total * 2);
    assert_eq!(total, row * height);
    let bit = |x: usize, y: usize| {
        let digit = digits[y * row * 2 + x / 4].to_digit(16).expect("a digit");
        digit & (8 >> (x % 4)) != 0
    };
    let grey = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .map(|(x, y)| if bit(x, y) { 0 } else { 255 })
        .collect();
    Printed { width, height, dots: Dots { width, height, grey, per_mm } }
}

/// The shortened digits: `G` to `Y` are 1 to 19, `g` to `z` 20 to 400 of the next; `,` ends a row in white, `!` in black, `:` says
/// it again.
fn opened(short: &str, row: usize) -> Vec<char> {
    let mut digits: Vec<char> = Vec::new();
    let mut times = 0;
    for c in short.chars() {
        match c {
            'G'..='Y' => times += c as usize - 'F' as usize,
            'g'..='z' => times += (c as usize - 'f' as usize) * 20,
            ',' | '!' => {
                let fill = if c == ',' { '0' } else { 'F' };
                let end = (digits.len() / row + 1) * row;
                digits.resize(end, fill);
            }
            ':' => digits.extend_from_within(digits.len() - row..),
            c if c.is_ascii_hexdigit() => {
                digits.extend(std::iter::repeat_n(c, times.max(1)));
                times = 0;
            }
            c => assert!(c.is_whitespace(), "{c}"),
        }
    }
    digits
}

#[test]
fn a_printer_prints_the_label_to_the_millimetre_and_both_readers_read_it() {
    for head in [Head::Eight, Head::Twelve, Head::TwentyFour] {
        for (layout, orientation) in formats() {
            let mut label = label(hans());
            label.specimen = true;
            let scene = label.scene(layout, orientation);
            let per_mm = f32::from(head.dots());
            let page = printed(&zpl(&scene, head).expect("a label"), per_mm);
            let (width, height) = scene.size();
            assert_eq!((page.width as f32, page.height as f32), (width * per_mm, height * per_mm));
            for zone in scene.zones.iter().filter(|zone| zone.kind == ZoneKind::Ident) {
                let area = scene.placed(zone.area);
                let part =
                    page.dots.part((area.x - 1.0, area.y - 0.5, area.right() + 1.0, area.bottom() + 0.5));
                let lying = if scene.is_turned() {
                    page.dots
                        .part((area.x - 0.5, area.y - 1.0, area.right() + 0.5, area.bottom() + 1.0))
                        .turned()
                } else {
                    part
                };
                let (left, top, right, bottom) = lying.ink();
                let (long, high) = ((right - left) as f32 / per_mm, (bottom - top) as f32 / per_mm);
                assert!((68.0..=69.0).contains(&long) && (22.8..=23.2).contains(&high), "{long} x {high} mm");
                let (x, y) = if scene.is_turned() { (0.0, 5.0) } else { (5.0, 0.0) };
                let part = page.dots.part((area.x - x, area.y - y, area.right() + x, area.bottom() + y));
                let part = if scene.is_turned() { part.turned() } else { part };
                assert_eq!(read_by_rxing(&part), "990012345600010042");
                if let Some(found) = read_by_zbar(&part) {
                    assert_eq!(found, ["990012345600010042"]);
                }
            }
        }
    }
}

#[test]
fn no_name_is_ever_a_command() {
    let hostile = Recipient { name1: "^XZ~JR^XA".into(), street: "_5EXZ".into(), ..hans() };
    for (layout, orientation) in formats() {
        let text = zpl(&label(hostile.clone()).scene(layout, orientation), Head::Eight).expect("a label");
        assert_eq!(text.matches("^XZ").count(), 1);
        assert!(!text.contains('~'));
    }
}
