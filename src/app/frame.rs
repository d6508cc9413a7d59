//! What stands around every page: the links between the subjects.

use crate::catalogue::Category;
use crate::web::frame::{Badge, Brand, Frame, Link, Navigation};

/// The shop's frame.
#[must_use]
pub fn frame() -> Frame {
    let category = |category: Category| Link {
        path: format!("/?category={}", category.code()).into(),
        key: category.key().into(),
    };
    Frame {
        brand: Brand { name: "murmel", icon: "marmot" },
        strip: "demo",
        header: Navigation {
            class: "categories",
            label: "categories",
            links: Category::ALL.map(category).into(),
        },
        badge: Badge {
            class: "to-basket",
            icon: "bag",
            link: Link::new("/basket", "basket-title"),
            count: "basket-count",
        },
        footer: Navigation {
            class: "",
            label: "footer-nav",
            links: vec![
                Link::new("/orders", "orders-title"),
                Link::new("/terms", "terms-title"),
                Link::new("/about", "about-title"),
            ],
        },
        footer_line: "footer-line",
        credits: "© OpenStreetMap contributors (ODbL) · GeoNames (CC BY 4.0) · Fluent Emoji (MIT)",
        ways_on: vec![Link::new("/", "error-home"), Link::new("/basket", "error-basket")],
    }
}
