//! The millimetres of a label, measured on what was drawn (handbook "Barcode" 3.1.4 and 4.6; docs/label.md).

use std::collections::BTreeSet;

use pickpost_shop::label::area::Area;
use pickpost_shop::label::print::{RESOLUTIONS, pdf, pdf_of, png};
use pickpost_shop::label::scene::Item;
use pickpost_shop::label::{Layout, Orientation, Scene, ZoneKind};
use pickpost_shop::line::Line;
use pickpost_shop::paper::measure::has_glyph;

use crate::read::{Dots, dots_of_pdf, fonts_are_embedded, pages_of_pdf, text_of_pdf};
use crate::samples::{formats, hans, label, scenes};

fn zone(scene: &Scene, kind: ZoneKind) -> Area {
    scene.placed(scene.zones.iter().find(|zone| zone.kind == kind).expect("a zone").area)
}

/// A part of the drawing with some room around it; lying, however the label stands.
fn around(dots: &Dots, scene: &Scene, area: Area, room: f32) -> Dots {
    let part = dots.part((area.x - room, area.y - room, area.right() + room, area.bottom() + room));
    if scene.is_turned() { part.turned() } else { part }
}

#[test]
fn bars_are_68_to_69_by_22_8_to_23_2_millimetres_in_whole_dots_at_every_resolution() {
    for (layout, orientation) in formats() {
        let scene = label(hans()).scene(layout, orientation);
        for dpi in RESOLUTIONS {
            let dots = Dots::of_png(&png(&scene, dpi).expect("a picture"), f32::from(dpi));
            measure_bars(&dots, &scene, usize::from(dpi) / 50, 0);
        }
    }
}

#[test]
fn the_bars_of_the_pdf_measure_the_same() {
    for (layout, orientation) in formats() {
        let scene = label(hans()).scene(layout, orientation);
        let Some(dots) = dots_of_pdf(&pdf(&scene).expect("a PDF"), 600) else { return };
        measure_bars(&dots, &scene, 12, 1);
    }
}

/// Measures the ident code: a module is so many dots, give or take; its quiet zones are white.
fn measure_bars(dots: &Dots, scene: &Scene, module: usize, give: usize) {
    let what = format!("{:?} {:?} {}", scene.layout, scene.orientation, dots.per_mm);
    let area = zone(scene, ZoneKind::Ident);
    // Ten modules before and behind, and a little above and below, are white; the room is smaller than to any other zone.
    let part = around(dots, scene, area, 0.9);
    let (left, top, right, bottom) = part.ink();
    let (width, height) = ((right - left) as f32 / dots.per_mm, (bottom - top) as f32 / dots.per_mm);
    assert!((68.0..=69.0).contains(&width), "{what}: {width} mm long");
    assert!((22.8..=23.2).contains(&height), "{what}: {height} mm high");
    let y = (top + bottom) / 2;
    let mut runs: Vec<usize> = Vec::new();
    let row: Vec<bool> = (left..right).map(|x| part.is_dark(x, y)).collect();
    runs.extend(row.chunk_by(|one, other| one == other).map(<[bool]>::len));
    assert_eq!(runs.len(), 73, "{what}: start, nine pairs, check and stop have 73 bars and gaps");
    for run in &runs {
        let modules = (run + module / 2) / module;
        assert!((1..=4).contains(&modules) && run.abs_diff(modules * module) <= give, "{what}: {run} dots");
    }
    // From the sheet's edge, and the quiet zone behind the bars.
    let quiet = if scene.is_turned() {
        (area.x, area.y - 5.08, area.right(), area.y - 0.15)
    } else {
        (area.right() + 0.15, area.y, area.right() + 5.08, area.bottom())
    };
    assert!(dots.part(quiet).grey.iter().all(|grey| *grey > 250), "{what}: the quiet zone is white");
    let (_, lying) = scene.layout.size();
    let from_edge = if scene.is_turned() { scene.size().1 - area.bottom() } else { area.x };
    assert!(from_edge >= 8.0 && area.x >= 8.0 && lying > 0.0, "{what}: {from_edge} mm from the edge");
}

#[test]
fn nothing_is_drawn_outside_its_zone_and_no_zone_touches_another() {
    for scene in scenes() {
        let what = format!("{:?} {:?}", scene.layout, scene.orientation);
        let (width, height) = scene.size();
        let zones: Vec<(ZoneKind, Area)> =
            scene.zones.iter().map(|zone| (zone.kind, scene.placed(zone.area))).collect();
        for (at, (kind, one)) in zones.iter().enumerate() {
            assert!(
                one.x >= 1.0 && one.y >= 1.0 && one.right() <= width - 1.0 && one.bottom() <= height - 1.0,
                "{what} {kind:?}"
            );
            for (other_kind, other) in &zones[at + 1..] {
                let apart = one.right() <= other.x + 0.001
                    || other.right() <= one.x + 0.001
                    || one.bottom() <= other.y + 0.001
                    || other.bottom() <= one.y + 0.001;
                assert!(apart, "{what}: {kind:?} {one:?} and {other_kind:?} {other:?}");
            }
        }
        let kinds: BTreeSet<ZoneKind> = zones.iter().map(|(kind, _)| *kind).collect();
        // Each kind by itself, so that ink in a neighbour's zone is seen; a standing label is a lying one turned.
        for kind in kinds.into_iter().filter(|_| !scene.is_turned()) {
            let mut alone = scene.clone();
            alone.items.retain(|(of, _)| *of == kind);
            let areas = zones.iter().filter(|(of, _)| *of == kind).map(|(_, area)| *area);
            ink_is_inside(&alone, &areas.collect::<Vec<_>>(), &format!("{kind:?} on {what}"));
        }
        ink_is_inside(&scene, &zones.iter().map(|(_, area)| *area).collect::<Vec<_>>(), &what);
    }
}

fn ink_is_inside(alone: &Scene, areas: &[Area], what: &str) {
    let dots = Dots::of_png(&png(alone, 127).expect("a picture"), 127.0);
    let slack = 0.11;
    let (mut at, mut seen) = (0, 0);
    for row in dots.grey.chunks(dots.width) {
        if row.iter().any(|grey| *grey < 128) {
            for x in (0..dots.width).filter(|x| row[*x] < 128) {
                let (x, y) = ((x as f32 + 0.5) / dots.per_mm, (at as f32 + 0.5) / dots.per_mm);
                let inside = |area: &Area| {
                    (area.x - slack..=area.right() + slack).contains(&x)
                        && (area.y - slack..=area.bottom() + slack).contains(&y)
                };
                assert!(areas.iter().any(inside), "{what}: ink at {x} {y} mm, not in {areas:?}");
                seen += 1;
            }
        }
        at += 1;
    }
    assert!(seen > 0, "{what} is empty");
}

#[test]
fn ten_millimetres_around_the_recipient_are_free() {
    for scene in scenes() {
        let (width, height) = scene.size();
        let block =
            scene.zones.iter().filter(|zone| matches!(zone.kind, ZoneKind::Recipient | ZoneKind::FreeText));
        for mine in block.map(|zone| scene.placed(zone.area)) {
            let edges = [mine.x, mine.y, width - mine.right(), height - mine.bottom()];
            assert!(edges.iter().all(|free| *free >= 9.99), "{:?} {edges:?}", scene.layout);
            for other in scene
                .zones
                .iter()
                .filter(|zone| !matches!(zone.kind, ZoneKind::Recipient | ZoneKind::FreeText))
            {
                let other_area = scene.placed(other.area);
                let beside = (other_area.x - mine.right()).max(mine.x - other_area.right());
                let above = (other_area.y - mine.bottom()).max(mine.y - other_area.bottom());
                assert!(
                    beside.max(above) >= 9.99,
                    "{:?}: {:?} is {} mm away",
                    scene.layout,
                    other.kind,
                    beside.max(above)
                );
            }
        }
    }
}

#[test]
fn a_page_is_as_large_as_the_sheet_with_its_fonts_inside_and_says_the_lines() {
    let sizes =
        [(210.0, 148.0), (148.0, 210.0), (148.0, 105.0), (105.0, 148.0), (105.0, 74.0), (74.0, 105.0)];
    let zoe = pickpost_shop::label::Recipient {
        first_name: Some("Zoë Ngọc".into()),
        name1: "Müller-Brändli Şahin".into(),
        city: "La Chaux-de-Fonds".into(),
        ..hans()
    };
    for ((layout, orientation), (width, height)) in formats().zip(sizes) {
        let scene = label(zoe.clone()).scene(layout, orientation);
        let file = pdf(&scene).expect("a PDF");
        let Some(pages) = pages_of_pdf(&file) else { return };
        assert_eq!(pages.len(), 1);
        let (w, h) = pages[0];
        assert!((w - width).abs() < 0.05 && (h - height).abs() < 0.05, "{w} x {h} mm");
        assert_eq!(fonts_are_embedded(&file), Some(true));
        let text = text_of_pdf(&file).expect("a text");
        for line in zoe.block(layout).texts() {
            let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
            assert!(text.contains(&bare), "{line} in {text}");
        }
    }
}

#[test]
fn many_labels_are_one_file_of_as_many_pages_in_their_order() {
    let number = |at: u32| {
        let mut label = label(hans());
        label.ident = Some(pickpost_shop::label::IdentCode::new("123456", at));
        label.scene(Layout::A6, Orientation::Landscape)
    };
    let file = pdf_of((1..=40).map(number)).expect("a PDF");
    let one = pdf(&number(1)).expect("a PDF");
    assert!(file.len() < one.len() + 40 * 4000, "the fonts are in it once: {} bytes", file.len());
    let Some(pages) = pages_of_pdf(&file) else { return };
    assert_eq!(pages.len(), 40);
    let text = text_of_pdf(&file).expect("a text");
    let at = |number: u32| text.find(&format!("99.00.123456.{number:08}")).expect("a number");
    assert!((1..40).all(|number| at(number) < at(number + 1)));
}

#[test]
fn every_character_that_a_form_takes_has_a_glyph() {
    let taken = ('\u{20}'..='\u{10ffff}').filter_map(|c| Line::<35>::parse(&c.to_string()).ok());
    let taken = taken.flat_map(|line| line.as_str().chars().collect::<Vec<_>>());
    let (drawn, missing): (Vec<char>, Vec<char>) = taken.partition(|c| has_glyph(*c));
    assert!(drawn.len() > 700, "{}", drawn.len());
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn what_is_not_known_yet_is_a_frame_and_no_code() {
    let mut early = label(hans());
    early.ident = None;
    let scene = early.scene(Layout::A6, Orientation::Landscape);
    let codes =
        scene.items.iter().filter(|(kind, item)| *kind == ZoneKind::Ident && matches!(item, Item::Code(_)));
    assert_eq!(codes.count(), 0);
    assert!(!pickpost_shop::label::draw::svg(&scene).contains("99."));
}
