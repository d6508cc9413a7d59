//! Codes decoded by two programs that know nothing of each other, from the picture and from the rasterised PDF.

use pickpost_shop::label::print::{RESOLUTIONS, pdf, png};
use pickpost_shop::label::{Scene, ZoneKind};

use crate::read::{Dots, dots_of_pdf, read_by_rxing, read_by_zbar};
use crate::samples::{formats, hans, label};

/// What the codes of a label say, each cut out with its quiet zone and laid, to both readers.
fn check(dots: &Dots, scene: &Scene) {
    let mut wanted = vec!["990012345600010042"];
    wanted.extend(["0509", "0307", "0308"].into_iter().take(scene.layout.service_budget()));
    let zones = scene.zones.iter().filter(|zone| matches!(zone.kind, ZoneKind::Ident | ZoneKind::Service));
    let mut seen = 0;
    for (zone, digits) in zones.zip(&wanted) {
        let area = scene.placed(zone.area);
        let lying = (zone.kind == ZoneKind::Ident) != scene.is_turned();
        let (along, across) = (5.0, 0.0);
        let (x, y) = if lying { (along, across) } else { (across, along) };
        let part = dots.part((area.x - x, area.y - y, area.right() + x, area.bottom() + y));
        let part = if lying { part } else { part.turned() };
        assert_eq!(read_by_rxing(&part), *digits, "{:?} {:?}", scene.layout, scene.orientation);
        if let Some(found) = read_by_zbar(&part) {
            assert_eq!(found, [*digits], "{:?} {:?}", scene.layout, scene.orientation);
        }
        seen += 1;
    }
    assert_eq!(seen, wanted.len());
}

#[test]
fn two_readers_read_every_code_of_every_format_at_every_resolution() {
    for (layout, orientation) in formats() {
        let mut label = label(hans());
        label.specimen = true;
        let scene = label.scene(layout, orientation);
        for dpi in RESOLUTIONS {
            check(&Dots::of_png(&png(&scene, dpi).expect("a picture"), f32::from(dpi)), &scene);
        }
    }
}

#[test]
fn two_readers_read_every_code_of_the_pdf() {
    for (layout, orientation) in formats() {
        let mut label = label(hans());
        label.specimen = true;
        let scene = label.scene(layout, orientation);
        let Some(dots) = dots_of_pdf(&pdf(&scene).expect("a PDF"), 300) else { return };
        check(&dots, &scene);
    }
}
