//! Draws the five labels that Post's approval asks for, each as PDF, PNG and SVG (`make approval-labels`, docs/label.md), or measures how
//! quickly labels and bills are drawn (`make bench-labels`). `cargo run --example labels -- FOLDER`, or `--bench` in its place.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use chrono::NaiveDate;
use pickpost_shop::address::{Fields, Whose};
use pickpost_shop::config::Sender;
use pickpost_shop::i18n::Lang;
use pickpost_shop::invoice::{self, Bill, BillLine, Supply};
use pickpost_shop::label::print::{pdf, pdf_of, png};
use pickpost_shop::label::zpl::{Head, zpl};
use pickpost_shop::label::{IdentCode, Label, Layout, Orientation, Recipient, Scene, Service, draw};
use pickpost_shop::money::{Rappen, VatRate};
use pickpost_shop::telemetry::complain;

fn main() {
    if let Err(error) = drawn() {
        complain(&format!("{error:#}."));
        std::process::exit(1);
    }
}

fn drawn() -> anyhow::Result<()> {
    let asked = std::env::args().nth(1).context("Needed: FOLDER, or --bench")?;
    if asked == "--bench" {
        return bench();
    }
    let folder = Path::new(&asked);
    std::fs::create_dir_all(folder)?;
    for (at, (label, layout, orientation)) in (1..).zip(five()) {
        let scene = label.scene(layout, orientation);
        let name = format!("{at}-{}-{}", layout.code(), orientation.code());
        std::fs::write(folder.join(format!("{name}.pdf")), pdf(&scene)?)?;
        std::fs::write(folder.join(format!("{name}.png")), png(&scene, 300)?)?;
        std::fs::write(folder.join(format!("{name}.svg")), draw::svg(&scene))?;
    }
    Ok(())
}

/// Draws a label in some format, and says how many bytes it takes.
type Drawing = fn(&Scene) -> anyhow::Result<usize>;

/// How many labels a second one core draws, format by format, and what five hundred in one file take.
fn bench() -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let scenes: Vec<Scene> =
        five().map(|(label, layout, orientation)| label.scene(layout, orientation)).into();
    let drawings: [(&str, u16, Drawing); 7] = [
        ("SVG", 2000, |scene| Ok(draw::svg(scene).len())),
        ("PDF", 500, |scene| Ok(pdf(scene)?.len())),
        ("PNG 200 dpi", 50, |scene| Ok(png(scene, 200)?.len())),
        ("PNG 300 dpi", 50, |scene| Ok(png(scene, 300)?.len())),
        ("PNG 600 dpi", 20, |scene| Ok(png(scene, 600)?.len())),
        ("ZPL 203 dpi", 50, |scene| Ok(zpl(scene, Head::Eight)?.len())),
        ("ZPL 300 dpi", 50, |scene| Ok(zpl(scene, Head::Twelve)?.len())),
    ];
    for (name, count, draw) in drawings {
        let begun = Instant::now();
        let mut bytes = 0;
        for scene in scenes.iter().cycle().take(usize::from(count)) {
            bytes += draw(scene)?;
        }
        let seconds = begun.elapsed().as_secs_f64();
        writeln!(
            out,
            "{name}: {:.0} labels a second, {} bytes each",
            f64::from(count) / seconds,
            bytes / usize::from(count)
        )?;
    }
    bills(&mut out)?;
    let before = peak();
    let begun = Instant::now();
    let file = pdf_of((0..500_u32).map(|at| {
        let [(mut label, layout, orientation), ..] = five();
        label.ident = Some(IdentCode::new("123456", 10_000 + at));
        label.scene(layout, orientation)
    }))?;
    let seconds = begun.elapsed().as_secs_f64();
    writeln!(
        out,
        "500 labels in one PDF: {seconds:.2} s, {} bytes, peak memory {} to {} kB",
        file.len(),
        before,
        peak()
    )?;
    Ok(())
}

/// How many bills a second one core draws.
fn bills(out: &mut impl Write) -> anyhow::Result<()> {
    let bill = bill()?;
    let count = 500_u16;
    let begun = Instant::now();
    let mut bytes = 0;
    for _ in 0..count {
        bytes += invoice::draw::pdf(&bill)?.len();
    }
    let each = begun.elapsed().as_secs_f64() / f64::from(count);
    let bytes = bytes / usize::from(count);
    writeln!(out, "bill, PDF: {:.0} a second, {:.2} ms and {bytes} bytes each", 1.0 / each, each * 1000.0)?;
    Ok(())
}

/// A bill as the simulator's shoppers get them.
fn bill() -> anyhow::Result<Bill> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap_or_default();
    let fields = Fields {
        first_name: "Hans".into(),
        last_name: "Muster".into(),
        street: "Bellerivestrasse".into(),
        house_number: "5".into(),
        postcode: "8008".into(),
        town: "Zürich".into(),
        country: "CH".into(),
        ..Fields::default()
    };
    let line = |name: &str, amount| BillLine {
        name: name.to_owned(),
        quantity: 1,
        amount: Rappen(amount),
        rate: Some(VatRate(260)),
    };
    Ok(Bill {
        creditor: Sender::sample(),
        number: "M-10042".to_owned(),
        reference: 10_042,
        date: day,
        supply: Supply::Expected(day),
        due: day,
        lang: Lang::De,
        debtor: fields.address(Whose::Anybody).ok().context("an address")?,
        lines: vec![line("Bergkäse", 2850), line("Lieferung", 700)],
        vat: vec![(VatRate(260), Rappen(3550), Rappen(90))],
        total: Rappen(3550),
    })
}

/// The most memory that the program ever had, in kB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// A counter, a terminal, a company with a long name, the longest names, and one of several parcels.
fn five() -> [(Label, Layout, Orientation); 5] {
    let some = |text: &str| Some(text.to_owned());
    let hans = Recipient {
        first_name: some("Hans"),
        name1: "Muster".into(),
        name2: some("PickPost PT011227"),
        street: "Bahnhofstrasse".into(),
        house_no: some("67"),
        zip: "5000".into(),
        city: "Aarau".into(),
        ..Recipient::default()
    };
    let zoe = Recipient {
        first_name: some("Zoë"),
        name1: "Müller-Brändli".into(),
        name2: some("My Post 24 12345678"),
        street: "Bahnhofplatz".into(),
        house_no: some("1"),
        zip: "3400".into(),
        city: "Burgdorf".into(),
        ..Recipient::default()
    };
    let company = Recipient {
        name1: "Vereinigte Käsereien Ostschweiz und".into(),
        name2: some("Fürstentum Liechtenstein AG"),
        name3: some("Anna-Katharina Brändli"),
        address_suffix: some("3. Stock"),
        street: "Industriestrasse".into(),
        house_no: some("12a"),
        zip: "9490".into(),
        city: "Vaduz".into(),
        ..Recipient::default()
    };
    let long = Recipient {
        first_name: some("Maximiliana Alexandra Wilhelmina Ma"),
        name1: "von Hohenstein-Wolfenschiessen-Wyll".into(),
        street: "Obere Untergrundstrasse am Waldesra".into(),
        city: "Wolfenschiessen am Vierwaldstätters".into(),
        ..hans.clone()
    };
    let label = |recipient, consignment, parcel| Label {
        recipient,
        sender: vec!["Murmel AG".into(), "Alpenstrasse 1".into(), "8001 Zürich".into()],
        home_office: "8001 Zürich".into(),
        ident: Some(IdentCode::new("123456", consignment)),
        date: NaiveDate::from_ymd_opt(2026, 11, 29).unwrap_or_default(),
        weight_g: Some(1250),
        services: vec![Service::Priority],
        parcel,
        specimen: true,
    };
    let (landscape, portrait) = (Orientation::Landscape, Orientation::Portrait);
    [
        (label(hans.clone(), 10042, (1, 1)), Layout::A6, landscape),
        (label(zoe, 10043, (1, 1)), Layout::A6, portrait),
        (label(company, 10044, (1, 1)), Layout::A5, landscape),
        (label(long, 10045, (1, 1)), Layout::A7, landscape),
        (label(hans, 10046, (2, 3)), Layout::A7, portrait),
    ]
}
