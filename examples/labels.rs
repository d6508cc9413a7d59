//! Draws the five labels that Post's approval asks for, each as PDF, PNG and SVG, with their checklist: `make approval-labels`.

use std::path::Path;

use anyhow::Context;
use chrono::NaiveDate;
use pickpost_shop::label::print::{pdf, png};
use pickpost_shop::label::{IdentCode, Label, Layout, Orientation, Recipient, Service, draw};

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).context("say into which folder")?;
    let folder = Path::new(&folder);
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
    use Orientation::{Landscape, Portrait};
    [
        (label(hans.clone(), 10042, (1, 1)), Layout::A6, Landscape),
        (label(zoe, 10043, (1, 1)), Layout::A6, Portrait),
        (label(company, 10044, (1, 1)), Layout::A5, Landscape),
        (label(long, 10045, (1, 1)), Layout::A7, Landscape),
        (label(hans, 10046, (2, 3)), Layout::A7, Portrait),
    ]
}
