//! Labels to draw: everyday ones, and with the longest and widest texts that the forms let through.

use chrono::NaiveDate;
use pickpost_shop::label::{IdentCode, Label, Layout, Orientation, Recipient, Scene, Service};

/// Every format.
pub fn formats() -> impl Iterator<Item = (Layout, Orientation)> {
    let both = [Orientation::Landscape, Orientation::Portrait];
    Layout::ALL.into_iter().flat_map(move |layout| both.map(|orientation| (layout, orientation)))
}

/// A label for somebody, without SPECIMEN across it, so that all ink is a zone's.
pub fn label(recipient: Recipient) -> Label {
    Label {
        recipient,
        sender: vec!["Murmel AG".into(), "Alpenstrasse 1".into(), "8001 Zürich".into()],
        home_office: "8001 Zürich".into(),
        ident: Some(IdentCode::new("123456", 10042)),
        date: NaiveDate::from_ymd_opt(2026, 11, 29).expect("a day"),
        weight_g: Some(1250),
        services: vec![Service::Priority, Service::Signature, Service::Insurance],
        parcel: (2, 3),
        specimen: false,
    }
}

/// Somebody at a counter.
pub fn hans() -> Recipient {
    Recipient {
        first_name: Some("Hans".into()),
        name1: "Muster".into(),
        name2: Some("PickPost PT011227".into()),
        street: "Bahnhofstrasse".into(),
        house_no: Some("67".into()),
        zip: "5000".into(),
        city: "Aarau".into(),
        ..Recipient::default()
    }
}

/// All fields as long as they can be, in one letter.
pub fn longest(letter: char) -> Recipient {
    let of = |count: usize| letter.to_string().repeat(count);
    Recipient {
        title: Some(of(35)),
        first_name: Some(of(35)),
        name1: of(35),
        name2: Some("My Post 24 ABCDEFGHIJKLMNOPQRST".into()),
        name3: Some(of(35)),
        address_suffix: Some(of(35)),
        street: of(35),
        house_no: Some(of(10)),
        zip: "9999".into(),
        city: of(35),
        free_text: Some(of(34)),
    }
}

/// The labels that the geometry is measured on: everyday, widest, highest, with and without the parts that may go.
pub fn hard() -> Vec<Label> {
    let accents = longest('Ấ');
    let bare = Recipient { title: None, name3: None, address_suffix: None, free_text: None, ..longest('W') };
    let company = Recipient { first_name: None, name2: Some("W".repeat(35)), ..longest('M') };
    let mut labels: Vec<Label> = [hans(), longest('W'), accents, bare, company].map(label).into();
    let wide = labels.iter_mut().last().expect("one");
    wide.sender = vec!["W".repeat(35), "Ấ".repeat(46), "9999 ".to_owned() + &"W".repeat(35)];
    wide.home_office = "W".repeat(35);
    wide.weight_g = Some(29_999);
    wide.parcel = (888, 999);
    labels
}

/// All of them in all formats.
pub fn scenes() -> Vec<Scene> {
    formats()
        .flat_map(|(layout, orientation)| {
            hard().into_iter().map(move |label| label.scene(layout, orientation))
        })
        .collect()
}
