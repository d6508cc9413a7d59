//! An article of the shop, in one language.

use crate::carrier::Kind;
use crate::money::{Rappen, VatRate};
use crate::parcel::{Item, Misfit, Parcel, fit, tariff};

/// So many of one article can be ordered at once.
pub const MOST: i32 = 99;

/// Which part of the shelf an article stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the categories")]
pub enum Category {
    Kitchen,
    Larder,
    Outdoors,
    Winter,
    Children,
}

impl Category {
    /// All of them, in the order of the navigation.
    pub const ALL: [Self; 5] = [Self::Kitchen, Self::Larder, Self::Outdoors, Self::Winter, Self::Children];

    /// As the database and addresses write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Kitchen => "kitchen",
            Self::Larder => "larder",
            Self::Outdoors => "outdoors",
            Self::Winter => "winter",
            Self::Children => "children",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.code() == code)
    }

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Kitchen => "category-kitchen",
            Self::Larder => "category-larder",
            Self::Outdoors => "category-outdoors",
            Self::Winter => "category-winter",
            Self::Children => "category-children",
        }
    }
}

/// An article with its texts in one language.
#[derive(Clone, Debug)]
pub struct Product {
    /// Row id.
    pub id: i16,
    /// The part of its address, the same in all languages.
    pub slug: String,
    /// Which part of the shelf it stands in.
    pub category: Category,
    /// Price, VAT contained.
    pub price: Rappen,
    /// Its VAT rate.
    pub vat: VatRate,
    /// Packed, in grams.
    pub weight_g: i32,
    /// Packed: length, width, height in millimetres.
    pub mm: [i32; 3],
    /// How many there are.
    pub stock: i32,
    /// File below `static/img/goods`.
    pub image: String,
    /// The colour of the tile behind the picture.
    pub tile: String,
    /// Name.
    pub name: String,
    /// Where it is from and how much it is.
    pub line: String,
    /// A few sentences.
    pub description: String,
}

impl Product {
    /// Whether it can be had.
    #[must_use]
    pub fn is_available(&self) -> bool {
        self.stock > 0
    }

    /// How many are left, where it is so few that one should know.
    #[must_use]
    pub fn few_left(&self) -> Option<i32> {
        (1..=5).contains(&self.stock).then_some(self.stock)
    }

    /// Whether it alone fits a locker in some orientation: a hint for the shelf. What counts is the fit of the
    /// whole parcel, which the delivery step asks of `pickup`.
    #[must_use]
    pub fn fits_locker(&self) -> bool {
        self.fits(Kind::MyPost24)
    }

    /// Whether it alone fits some pick-up point.
    #[must_use]
    pub fn fits_a_point(&self) -> bool {
        [Kind::PickPost, Kind::MyPost24].into_iter().any(|kind| self.fits(kind))
    }

    /// Why it cannot be sent at all, not even alone to an address.
    #[must_use]
    pub fn unsendable(&self) -> Option<Misfit> {
        tariff::price(&self.alone(), None).err()
    }

    fn fits(&self, kind: Kind) -> bool {
        fit(&self.alone(), kind).is_ok()
    }

    fn alone(&self) -> Parcel {
        let item = Item { name: self.name.clone(), mm: self.mm, grams: self.weight_g, quantity: 1 };
        Parcel { items: vec![item] }
    }

    /// The packed size in words: `110 × 35 × 30 cm`.
    #[must_use]
    pub fn size(&self) -> String {
        let [length, width, height] = self.mm.map(centimetres);
        format!("{length} × {width} × {height} cm")
    }

    /// The weight in words: `750 g`, `4.2 kg`.
    #[must_use]
    pub fn weight(&self) -> String {
        match self.weight_g {
            grams if grams < 1000 => format!("{grams} g"),
            grams if grams % 1000 < 50 => format!("{} kg", grams / 1000),
            grams => format!("{}.{} kg", grams / 1000, grams % 1000 / 100),
        }
    }
}

fn centimetres(mm: i32) -> String {
    if mm % 10 == 0 { (mm / 10).to_string() } else { format!("{}.{}", mm / 10, mm % 10) }
}
