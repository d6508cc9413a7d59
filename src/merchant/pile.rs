//! Labels of many orders before they are printed: each sheet in its place, and whatever cannot be printed with the reason and the
//! way on, so that nothing is missing in silence (docs/label.md).

use std::collections::HashMap;

use sqlx::PgPool;
use uuid::Uuid;

use crate::carrier::ImageKind;
use crate::merchant::refusal::Refusal;
use crate::merchant::shipment::remark;
use crate::orders::bulk::Chosen;
use crate::orders::bulk::paper::{AT_ONCE, BYTES, Unprinted, read};
use crate::orders::life::LifeState;
use crate::orders::{Order, OrderNumber, parcels, store};
use crate::shipping::Parcel;
use crate::shipping::prints::store::{self as print_store, Drawn};
use crate::shipping::shipment::{Shipment, ShipmentState, store as shipment_store};
use crate::web::Page;

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
    /// `Parcel 1 of 2`, where there are several.
    pub part: Option<String>,
    /// Its ident code, in groups.
    pub ident: String,
    /// What sort of picture Post has drawn.
    pub kind: Option<ImageKind>,
    /// How often that was printed before.
    pub prints: i64,
}

/// A label that is not.
#[derive(Clone, Debug)]
pub struct Missing {
    /// The order's number.
    pub number: String,
    /// `Parcel 1 of 2`, where one of several is meant.
    pub part: Option<String>,
    /// Why.
    pub why: String,
    /// What to do.
    pub way: String,
    /// Where.
    pub href: Option<String>,
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
    /// The labels of these orders, as things stand now.
    ///
    /// # Errors
    /// See [`Unpiled`].
    pub async fn of(p: &Page, pool: &PgPool, chosen: &Chosen, drawing: Drawing) -> Result<Self, Unpiled> {
        let mut pile = Self::default();
        let mut shipments = HashMap::new();
        for number in chosen.numbers() {
            let Some(order) = store::by_number(pool, *number).await? else {
                pile.miss(p, *number, None, "unknown");
                continue;
            };
            let sent = shipment_store::of(pool, order.id).await?;
            if let Some(Refusal { why, way, .. }) = Refusal::of(p, &order, &sent) {
                pile.missing.push(Missing {
                    number: number.to_string(),
                    part: None,
                    why,
                    way,
                    href: Some(page_of(*number)),
                });
            } else if [LifeState::ToPack, LifeState::Packed].contains(&order.life.state) {
                pile.sheets
                    .extend(order.parcels.iter().map(|parcel| sheet(p, &order, pile.orders.len(), parcel)));
                shipments.extend(sent.into_iter().map(|shipment| (shipment.parcel, shipment)));
                pile.orders.push(order);
            } else {
                pile.miss(p, *number, None, "left");
            }
        }
        if drawing == Drawing::Official {
            pile.fetch(p, pool, &shipments).await?;
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

    fn miss(&mut self, p: &Page, number: OrderNumber, part: Option<String>, key: &str) {
        let why = p.t(&format!("pile-{key}")).into_owned();
        let way = p.t(&format!("pile-way-{key}")).into_owned();
        let href = (key != "unknown").then(|| page_of(number));
        self.missing.push(Missing { number: number.to_string(), part, why, way, href });
    }

    /// Keeps the sheets of which Post's picture is there and can be bound, and fetches it.
    async fn fetch(
        &mut self,
        p: &Page,
        pool: &PgPool,
        shipments: &HashMap<Uuid, Shipment>,
    ) -> Result<(), Unpiled> {
        let parcels: Vec<Uuid> = self.sheets.iter().map(|sheet| sheet.parcel).collect();
        let drawn = print_store::drawn(pool, &parcels).await?;
        let drawn: HashMap<Uuid, Drawn> = drawn.into_iter().map(|drawn| (drawn.parcel, drawn)).collect();
        let mut bytes = 0;
        let mut there = Vec::new();
        for mut sheet in std::mem::take(&mut self.sheets) {
            let Some(drawn) = drawn.get(&sheet.parcel) else {
                self.undrawn(p, &sheet, shipments.get(&sheet.parcel));
                continue;
            };
            bytes += usize::try_from(drawn.bytes).unwrap_or(BYTES);
            if bytes > BYTES {
                self.miss(p, sheet.number, sheet.part, "too-much");
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
                    self.miss(p, sheet.number, sheet.part.clone(), "unbound");
                }
            }
        }
        self.missing.sort_by_key(|missing| OrderNumber::parse(&missing.number).map(OrderNumber::get));
        Ok(())
    }

    /// Post has drawn none: it was not asked, has not answered, or refuses.
    fn undrawn(&mut self, p: &Page, sheet: &Sheet, shipment: Option<&Shipment>) {
        let refused = shipment.filter(|shipment| shipment.state == ShipmentState::Refused);
        let key = if refused.is_some() { "refused" } else { "undrawn" };
        self.miss(p, sheet.number, sheet.part.clone(), key);
        let codes = refused.and_then(|shipment| shipment.last.as_ref()).map(|last| last.codes.iter());
        let said: Vec<String> = codes.into_iter().flatten().map(|code| remark(p, code)).collect();
        if let Some(missing) = self.missing.last_mut().filter(|_| !said.is_empty()) {
            missing.why = format!("{} {}", missing.why, said.join("; "));
        }
    }

    /// For samples.
    #[must_use]
    pub fn sample(p: &Page) -> Self {
        let sheet = |number: i32, sequence: usize, prints: i64| Sheet {
            order: 0,
            number: OrderNumber::new(number),
            parcel: Uuid::nil(),
            sequence,
            part: (number == 10_043).then(|| p.xy("parcel-of", sequence, 2)),
            ident: format!("99.00.123456.2000000{sequence}"),
            kind: Some(ImageKind::Pdf),
            prints,
        };
        let sheets = vec![sheet(10_042, 1, 0), sheet(10_043, 1, 1), sheet(10_043, 2, 1)];
        let mut pile = Self { sheets, ..Self::default() };
        for (number, key) in [(10_044, "undrawn"), (10_045, "left"), (10_046, "unbound"), (10_047, "unknown")]
        {
            pile.miss(p, OrderNumber::new(number), None, key);
        }
        for (number, key) in [(10_048, "refused"), (10_049, "too-much")] {
            pile.miss(p, OrderNumber::new(number), Some(p.xy("parcel-of", 1, 2)), key);
        }
        pile
    }
}

fn sheet(p: &Page, order: &Order, at: usize, parcel: &Parcel) -> Sheet {
    Sheet {
        order: at,
        number: order.number,
        parcel: parcel.id,
        sequence: usize::try_from(parcel.sequence).unwrap_or_default(),
        part: (order.parcels.len() > 1).then(|| parcels::name(p, parcel)),
        ident: parcel.ident_code.grouped(),
        kind: None,
        prints: 0,
    }
}

fn page_of(number: OrderNumber) -> String {
    format!("/merchant/orders/{number}")
}
