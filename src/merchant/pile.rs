//! Labels of many orders before they are printed: each sheet in its place, and whatever cannot be printed with the reason, so that
//! nothing is missing in silence (docs/label.md).

use std::collections::HashMap;

use sqlx::PgPool;
use uuid::Uuid;

use crate::carrier::ImageKind;
use crate::merchant::obstacle::Obstacle;
use crate::orders::bulk::Chosen;
use crate::orders::bulk::paper::{AT_ONCE, BYTES, Unprinted, read};
use crate::orders::life::LifeState;
use crate::orders::{Order, OrderNumber, store};
use crate::shipping::Parcel;
use crate::shipping::prints::store::{self as print_store, Drawn};
use crate::shipping::shipment::{Shipment, ShipmentState, store as shipment_store};

/// Why nothing can be said of them.
#[derive(Debug, thiserror::Error)]
pub enum Unpiled {
    /// The database does not answer.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// Post's pictures cannot be looked at.
    #[error(transparent)]
    Unprinted(#[from] Unprinted),
}

/// Whose drawing is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Post's, which is posted.
    Official,
    /// The shop's own, which is good for nothing.
    Preview,
}

/// A label to be printed.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Which of the pile's orders, from 0.
    pub order: usize,
    /// The order's number.
    pub number: OrderNumber,
    /// The parcel.
    pub parcel: Uuid,
    /// Which of the order's parcels, from 1.
    pub sequence: usize,
    /// Which of how many it is, where there are several.
    pub part: Option<Part>,
    /// Its ident code, in groups.
    pub ident: String,
    /// What sort of picture Post has drawn.
    pub kind: Option<ImageKind>,
    /// How often that was printed before.
    pub prints: i64,
}

/// The parcel of an order, counted from 1, and how many it has.
pub type Part = (i16, i16);

/// A label that is not.
#[derive(Clone, Debug)]
pub struct Missing {
    /// The order's number.
    pub number: OrderNumber,
    /// Which parcel, where one of several is meant.
    pub part: Option<Part>,
    /// Why.
    pub why: Why,
}

/// Why a label is not printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such order.
    Unknown,
    /// Post cannot be asked for it.
    Obstacle(Obstacle),
    /// The parcel has left.
    Left,
    /// Post has drawn none yet.
    Undrawn,
    /// Post draws none: what it said, by its codes.
    Refused(Vec<String>),
    /// The file is full.
    TooMuch,
    /// Post's picture cannot be read.
    Unbound,
}

/// All of them.
#[derive(Debug, Default)]
pub struct Pile {
    /// The orders that have a sheet or more.
    pub orders: Vec<Order>,
    /// The sheets, in the order of packing.
    pub sheets: Vec<Sheet>,
    /// Post's pictures for them, where those are printed.
    pub files: Vec<Vec<u8>>,
    /// What is not printed.
    pub missing: Vec<Missing>,
}

impl Pile {
    /// The labels of these orders, as things stand now: asked for all at once.
    ///
    /// # Errors
    /// See [`Unpiled`].
    pub async fn of(pool: &PgPool, chosen: &Chosen, drawing: Drawing) -> Result<Self, Unpiled> {
        let orders = store::by_numbers(pool, chosen.numbers()).await?;
        let ids: Vec<Uuid> = orders.iter().map(|order| order.id).collect();
        let mut sent = shipment_store::of_all(pool, &ids).await?;
        let mut orders: HashMap<i32, Order> =
            orders.into_iter().map(|order| (order.number.get(), order)).collect();
        let mut pile = Self::default();
        let mut shipments = HashMap::new();
        for number in chosen.numbers() {
            let Some(order) = orders.remove(&number.get()) else {
                pile.miss(*number, None, Why::Unknown);
                continue;
            };
            let sent = sent.remove(&order.id).unwrap_or_default();
            if let Some(obstacle) = Obstacle::of(&order, &sent) {
                pile.miss(*number, None, Why::Obstacle(obstacle));
            } else if [LifeState::ToPack, LifeState::Packed].contains(&order.life.state) {
                pile.sheets
                    .extend(order.parcels.iter().map(|parcel| sheet(&order, pile.orders.len(), parcel)));
                shipments.extend(sent.into_iter().map(|shipment| (shipment.parcel, shipment)));
                pile.orders.push(order);
            } else {
                pile.miss(*number, None, Why::Left);
            }
        }
        if drawing == Drawing::Official {
            pile.fetch(pool, &shipments).await?;
        }
        Ok(pile)
    }

    /// What a page promises of the file: how many sheets, and a sum over their numbers.
    #[must_use]
    pub fn promise(&self) -> String {
        let mut sum = flate2::Crc::new();
        for sheet in &self.sheets {
            sum.update(sheet.ident.as_bytes());
        }
        format!("{}-{:08x}", self.sheets.len(), sum.sum())
    }

    /// How many of the sheets were printed before.
    #[must_use]
    pub fn again(&self) -> usize {
        self.sheets.iter().filter(|sheet| sheet.prints > 0).count()
    }

    fn miss(&mut self, number: OrderNumber, part: Option<Part>, why: Why) {
        self.missing.push(Missing { number, part, why });
    }

    /// Keeps the sheets of which Post's picture is there and can be bound, and fetches it.
    async fn fetch(&mut self, pool: &PgPool, shipments: &HashMap<Uuid, Shipment>) -> Result<(), Unpiled> {
        let parcels: Vec<Uuid> = self.sheets.iter().map(|sheet| sheet.parcel).collect();
        let drawn = print_store::drawn(pool, &parcels).await?;
        let drawn: HashMap<Uuid, Drawn> = drawn.into_iter().map(|drawn| (drawn.parcel, drawn)).collect();
        let mut bytes = 0;
        let mut there = Vec::new();
        for mut sheet in std::mem::take(&mut self.sheets) {
            let Some(drawn) = drawn.get(&sheet.parcel) else {
                self.miss(sheet.number, sheet.part, undrawn(shipments.get(&sheet.parcel)));
                continue;
            };
            bytes += usize::try_from(drawn.bytes).unwrap_or(BYTES);
            if bytes > BYTES {
                self.miss(sheet.number, sheet.part, Why::TooMuch);
                continue;
            }
            (sheet.kind, sheet.prints) = (Some(drawn.kind), drawn.prints);
            there.push(sheet);
        }
        for some in there.chunks(AT_ONCE) {
            let parcels: Vec<Uuid> = some.iter().map(|sheet| sheet.parcel).collect();
            let pictures = print_store::pictures(pool, &parcels).await?;
            let mut pictures: HashMap<Uuid, Vec<u8>> = pictures.into_iter().collect();
            // One that was erased this moment is empty, and cannot be read.
            let file =
                |sheet: &Sheet| Some((sheet.kind?, pictures.remove(&sheet.parcel).unwrap_or_default()));
            let read = read(some.iter().filter_map(file).collect()).await?;
            for (sheet, file) in some.iter().zip(read) {
                if let Ok(file) = file {
                    self.files.push(file);
                    self.sheets.push(sheet.clone());
                } else {
                    self.miss(sheet.number, sheet.part, Why::Unbound);
                }
            }
        }
        self.missing.sort_by_key(|missing| missing.number.get());
        Ok(())
    }

    /// For samples.
    #[must_use]
    pub fn sample() -> Self {
        let sheet = |number: i32, sequence: i16, prints: i64| Sheet {
            order: 0,
            number: OrderNumber::new(number),
            parcel: Uuid::nil(),
            sequence: usize::try_from(sequence).unwrap_or_default(),
            part: (number == 10_043).then_some((sequence, 2)),
            ident: format!("99.00.123456.2000000{sequence}"),
            kind: Some(ImageKind::Pdf),
            prints,
        };
        let sheets = vec![sheet(10_042, 1, 0), sheet(10_043, 1, 1), sheet(10_043, 2, 1)];
        let mut pile = Self { sheets, ..Self::default() };
        let whole = [Why::Undrawn, Why::Left, Why::Unbound, Why::Unknown, Why::Obstacle(Obstacle::Held)];
        for (number, why) in (10_044..).zip(whole) {
            pile.miss(OrderNumber::new(number), None, why);
        }
        for (number, why) in (10_049..).zip([Why::Refused(Vec::new()), Why::TooMuch]) {
            pile.miss(OrderNumber::new(number), Some((1, 2)), why);
        }
        pile
    }
}

/// Post has drawn none: it was not asked, has not answered, or refuses.
fn undrawn(shipment: Option<&Shipment>) -> Why {
    match shipment.filter(|shipment| shipment.state == ShipmentState::Refused) {
        Some(refused) => {
            Why::Refused(refused.last.as_ref().map(|last| last.codes.clone()).unwrap_or_default())
        }
        None => Why::Undrawn,
    }
}

fn sheet(order: &Order, at: usize, parcel: &Parcel) -> Sheet {
    Sheet {
        order: at,
        number: order.number,
        parcel: parcel.id,
        sequence: usize::try_from(parcel.sequence).unwrap_or_default(),
        part: (order.parcels.len() > 1).then_some((parcel.sequence, parcel.parcels)),
        ident: parcel.ident_code.grouped(),
        kind: None,
        prints: 0,
    }
}
