//! From what stands on a label to where it stands: every text is set as large as its zone allows, and none beyond it.

use chrono::NaiveDate;

use crate::label::area::Area;
use crate::label::block::{Block, Part};
use crate::label::scene::{Code, Item, Scene, Text, Zone, ZoneKind};
use crate::label::{IdentCode, Layout, Orientation, Recipient, Service};
use crate::paper::measure::width;

/// Everything that stands on a label.
#[derive(Clone, Debug)]
pub struct Label {
    /// Who receives it.
    pub recipient: Recipient,
    /// Who sends it, line by line.
    pub sender: Vec<String>,
    /// The home post office of the sender.
    pub home_office: String,
    /// The ident code; none before there is a parcel.
    pub ident: Option<IdentCode>,
    /// When it was announced.
    pub date: NaiveDate,
    /// In grams; none where nobody weighed it.
    pub weight_g: Option<i64>,
    /// How it travels.
    pub services: Vec<Service>,
    /// Which parcel of how many.
    pub parcel: (usize, usize),
    /// Whether SPECIMEN stands across it: until Post has approved the sender's labels, and on every preview.
    pub specimen: bool,
}

/// A label while it is laid out.
struct Sheet {
    zones: Vec<Zone>,
    items: Vec<(ZoneKind, Item)>,
}

/// How high digits and capitals of the shop's type are, by its size.
const CAPITALS: f32 = 0.69;
/// From the top of a line to its baseline, accents on capitals included, and from there to its foot.
const ASCENT: f32 = 1.05;
const DESCENT: f32 = 0.22;

impl Label {
    /// The label laid out.
    #[must_use]
    pub fn scene(&self, layout: Layout, orientation: Orientation) -> Scene {
        let mut sheet = Sheet { zones: Vec::new(), items: Vec::new() };
        self.head(&mut sheet, layout);
        self.ident(&mut sheet, layout);
        self.services(&mut sheet, layout);
        self.sender(&mut sheet, layout);
        // A person's Name2 is keyword and User ID; a company's goes on with its name.
        let has_id = self.recipient.first_name.is_some();
        sheet.recipient(layout, &self.recipient.block(layout), has_id);
        Scene { layout, orientation, specimen: self.specimen, zones: sheet.zones, items: sheet.items }
    }

    fn head(&self, sheet: &mut Sheet, layout: Layout) {
        let places = layout.places();
        let licence = self.ident.as_ref().map(|ident| format!("Licence {}", ident.licence()));
        let office = (layout != Layout::A7).then(|| self.home_office.clone());
        sheet.lines(
            ZoneKind::Franking,
            places.franking,
            3.2,
            &office.into_iter().chain(licence).collect::<Vec<_>>(),
        );
        let version = format!("1.0  {}  MURMEL", self.date.format("%d.%m.%Y"));
        sheet.lines(ZoneKind::Version, places.version, 2.3, &[version]);
        let logo = places.logo;
        sheet.zone(ZoneKind::Logo, logo);
        sheet.items.push((ZoneKind::Logo, Item::Frame(logo)));
        let place = Text::new((logo.x + 1.2, logo.y + logo.height * 0.62), 2.2, "Post logo").soft();
        sheet.items.push((ZoneKind::Logo, Item::Text(place)));
        if let Some(grams) = self.weight_g {
            // Up to the next hundred grams: Post weighs again, and a parcel is never lighter than said.
            let tenths = (grams.max(1) + 99) / 100;
            sheet.lines(
                ZoneKind::Weight,
                places.weight,
                4.2,
                &[format!("{}.{} kg", tenths / 10, tenths % 10)],
            );
        }
        let (number, of) = self.parcel;
        sheet.lines(ZoneKind::Parcel, places.parcel, 4.2, &[format!("{number} / {of}")]);
    }

    fn ident(&self, sheet: &mut Sheet, layout: Layout) {
        let places = layout.places();
        sheet.zone(ZoneKind::Ident, places.ident);
        sheet.zone(ZoneKind::Number, places.number);
        let Some(ident) = &self.ident else {
            sheet.items.push((ZoneKind::Ident, Item::Frame(places.ident)));
            return;
        };
        let (area, digits) = (places.ident, ident.digits().to_owned());
        sheet.items.push((ZoneKind::Ident, Item::Code(Code { id: "ident", area, turned: false, digits })));
        let number = ident.grouped();
        let size = (places.number.height / (CAPITALS + 0.02)).min(68.8 / width(&number, false));
        let at = (places.number.x, places.number.y + size * CAPITALS + 0.1);
        sheet.items.push((ZoneKind::Number, Item::Text(Text::new(at, size, &number))));
    }

    /// The codes read from the bottom up, their tops in line with the ident code's; the short name reads beside them.
    fn services(&self, sheet: &mut Sheet, layout: Layout) {
        let places = layout.places();
        let coded = self.services.iter().filter_map(|service| Some((service.code(), service.digits()?)));
        for (at, (name, digits)) in (0_u8..).zip(coded.take(layout.service_budget())) {
            let bars = places.service(at);
            sheet.zone(ZoneKind::Service, places.service_zone(at));
            let id = if at == 0 { "service" } else { "" };
            let code = Code { id, area: bars, turned: true, digits: digits.to_owned() };
            sheet.items.push((ZoneKind::Service, Item::Code(code)));
            let size = 4.6;
            let beside = if places.service_name > 0.0 {
                bars.right() + places.service_name
            } else {
                bars.x + places.service_name
            };
            let from = (beside + size * CAPITALS, bars.y + width(name, true) * size + 0.2);
            sheet.items.push((ZoneKind::Service, Item::Text(Text::new(from, size, name).bold().turned())));
        }
    }

    fn sender(&self, sheet: &mut Sheet, layout: Layout) {
        let area = layout.places().sender;
        sheet.zone(ZoneKind::Sender, area);
        let mut x = area.x;
        for line in &self.sender {
            let size = 2.6_f32.min((area.height - 0.2) / width(line, false));
            let at = (x + 2.6 * ASCENT, area.bottom() - 0.1);
            sheet.items.push((ZoneKind::Sender, Item::Text(Text::new(at, size, line).turned())));
            x += 3.4;
        }
    }
}

impl Sheet {
    fn zone(&mut self, kind: ZoneKind, area: Area) {
        self.zones.push(Zone { kind, area });
    }

    /// Lines below each other that share a zone's height.
    fn lines(&mut self, kind: ZoneKind, area: Area, largest: f32, lines: &[String]) {
        self.zone(kind, area);
        let pitch = area.height / lines.iter().fold(0.0_f32, |count, _| count + 1.0).max(1.0);
        let nominal = largest.min(pitch / (ASCENT + DESCENT));
        let mut top = area.y;
        for line in lines {
            let size = nominal.min((area.width - 0.1) / width(line, false));
            self.items.push((kind, Item::Text(Text::new((area.x, top + nominal * ASCENT), size, line))));
            top += pitch;
        }
    }

    /// The recipient: free text above, the line with the User ID and the town in bold type.
    fn recipient(&mut self, layout: Layout, block: &Block, has_id: bool) {
        let places = layout.places();
        let (area, (largest, pitch)) = (places.recipient, places.type_size);
        let count = block.lines.iter().fold(0.0_f32, |count, _| count + 1.0).max(1.0);
        let share = largest / pitch;
        let pitch = pitch.min(area.height / (count - 1.0 + (ASCENT + DESCENT) * share));
        let nominal = pitch * share;
        let has_free_text = block.lines.first().is_some_and(|line| line.part == Part::FreeText);
        let above = if has_free_text { pitch } else { 0.0 };
        if has_free_text {
            self.zone(ZoneKind::FreeText, Area::new(area.x, area.y, area.width, pitch));
        }
        self.zone(ZoneKind::Recipient, Area::new(area.x, area.y + above, area.width, area.height - above));
        let mut baseline = area.y + nominal * ASCENT;
        let mut named = false;
        for line in &block.lines {
            let bold = line.part == Part::Town || line.part == Part::Name2 && has_id;
            let size = nominal.min((area.width - 0.1) / width(&line.text, bold));
            let id = match line.part {
                Part::Name if !named => Some("name"),
                Part::Name2 => Some("name2"),
                Part::Town => Some("town"),
                _ => None,
            };
            named |= line.part == Part::Name;
            let text = Text { id, bold, ..Text::new((area.x, baseline), size, &line.text) };
            let kind = if line.part == Part::FreeText { ZoneKind::FreeText } else { ZoneKind::Recipient };
            self.items.push((kind, Item::Text(text)));
            baseline += pitch;
        }
    }
}

impl Text {
    fn new(at: (f32, f32), size: f32, text: &str) -> Self {
        Self { id: None, at, size, bold: false, turned: false, soft: false, text: text.to_owned() }
    }

    fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    fn turned(self) -> Self {
        Self { turned: true, ..self }
    }

    fn soft(self) -> Self {
        Self { soft: true, ..self }
    }
}
