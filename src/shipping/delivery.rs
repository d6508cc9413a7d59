//! A delivery: exactly one of home, another address, a pick-up point (rule 1), with a copy of the point (rule 2).

use chrono::NaiveDate;
use uuid::Uuid;

use crate::address::{OwnAddress, Postcode, joined};
use crate::line::Line;
use crate::pickup::{Hours, Kind, Point};
use crate::shipping::{Collector, DeliveryKind, Mandate, UserIdState};

/// Where one order goes.
#[derive(Clone, Debug)]
pub enum Delivery {
    /// To the billing address.
    Home(OwnAddress),
    /// To another address of one's own.
    Other(OwnAddress),
    /// To a pick-up point.
    PickUp(Box<PickUp>),
    /// To somebody who was erased since.
    Erased(Box<Erased>),
}

/// What is left of a delivery when the people in it were erased.
#[derive(Clone, Debug)]
pub struct Erased {
    /// How it was delivered.
    pub kind: DeliveryKind,
    /// The point, where it went to one: nobody's address.
    pub point: Option<PointCopy>,
    /// The mandate, whose calls stand in the history.
    pub mandate: Option<Uuid>,
}

/// A delivery to a pick-up point.
#[derive(Clone, Debug)]
pub struct PickUp {
    /// The point as it was when it was chosen.
    pub point: PointCopy,
    /// Who collects.
    pub collector: Collector,
    /// The mandate and what it knows of its User ID.
    pub mandate: Mandate,
}

/// A frozen copy of a pick-up point.
#[derive(Clone, Debug)]
pub struct PointCopy {
    /// The carrier's id.
    pub id: Line<40>,
    /// Counter or terminal.
    pub kind: Kind,
    /// Name.
    pub name: Line<35>,
    /// Street without the number. Up to 46 characters with it, where an order of an older version could not tell them
    /// apart.
    pub street: Line<46>,
    /// House number.
    pub house_number: Option<Line<10>>,
    /// Postcode.
    pub postcode: Postcode,
    /// Town.
    pub town: Line<35>,
    /// Opening hours as they were shown.
    pub hours: Hours,
    /// The day of the data they were read from.
    pub data_as_of: NaiveDate,
}

impl Delivery {
    /// The kind.
    #[must_use]
    pub fn kind(&self) -> DeliveryKind {
        match self {
            Self::Home(_) => DeliveryKind::Home,
            Self::Other(_) => DeliveryKind::Other,
            Self::PickUp(pickup) => pickup.point.kind.into(),
            Self::Erased(erased) => erased.kind,
        }
    }

    /// The pick-up, if it is one and its people are known still.
    #[must_use]
    pub fn pickup(&self) -> Option<&PickUp> {
        match self {
            Self::Home(_) | Self::Other(_) | Self::Erased(_) => None,
            Self::PickUp(pickup) => Some(pickup),
        }
    }

    /// The point it goes to, if it goes to one.
    #[must_use]
    pub fn point(&self) -> Option<&PointCopy> {
        match self {
            Self::Home(_) | Self::Other(_) => None,
            Self::PickUp(pickup) => Some(&pickup.point),
            Self::Erased(erased) => erased.point.as_ref(),
        }
    }

    /// The mandate it was sent under, if it goes to a point.
    #[must_use]
    pub fn mandate(&self) -> Option<Uuid> {
        match self {
            Self::Home(_) | Self::Other(_) => None,
            Self::PickUp(pickup) => Some(pickup.mandate.id),
            Self::Erased(erased) => erased.mandate,
        }
    }

    /// What is known of the User ID, in a word, if it goes to a point.
    #[must_use]
    pub fn user_id_state(&self) -> Option<&'static str> {
        match self {
            Self::PickUp(pickup) => Some(pickup.mandate.state.code()),
            Self::Erased(erased) => erased.point.as_ref().map(|_| UserIdState::Erased.code()),
            Self::Home(_) | Self::Other(_) => None,
        }
    }

    /// Somebody's own address: where the parcel goes, or where the person lives who collects it; none once it is erased.
    #[must_use]
    pub fn own_address(&self) -> Option<&OwnAddress> {
        match self {
            Self::Home(address) | Self::Other(address) => Some(address),
            Self::PickUp(pickup) => Some(&pickup.collector.home),
            Self::Erased(_) => None,
        }
    }

    /// The address that the parcel goes to; none where it goes to a point, and none once it is erased.
    #[must_use]
    pub fn ship_to(&self) -> Option<&OwnAddress> {
        self.own_address().filter(|_| self.pickup().is_none())
    }

    /// Whether the people in it were erased.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        matches!(self, Self::Erased(_))
    }

    /// Whether the parcel may carry a label: for a pick-up only once the User ID is known (rule 2), and
    /// never without the people on it.
    #[must_use]
    pub fn may_be_labelled(&self) -> bool {
        !self.is_erased() && self.pickup().is_none_or(|pickup| pickup.mandate.state.known().is_some())
    }
}

impl PointCopy {
    /// The copy of a point, as the data of that day describe it.
    #[must_use]
    pub fn of(point: &Point, data_as_of: NaiveDate) -> Self {
        Self {
            id: point.id.clone(),
            kind: point.kind,
            name: point.name.clone(),
            street: point.street.clone().widened(),
            house_number: point.house_number.clone(),
            postcode: point.postcode.clone(),
            town: point.town.clone(),
            hours: point.hours.clone(),
            data_as_of,
        }
    }

    /// Street and number as one line.
    #[must_use]
    pub fn street_line(&self) -> String {
        joined(self.street.as_str(), self.house_number.as_ref().map(Line::as_str))
    }

    /// Postcode and town as one line.
    #[must_use]
    pub fn town_line(&self) -> String {
        self.postcode.with(&self.town)
    }

    /// Name, street and town in one line.
    #[must_use]
    pub fn one_line(&self) -> String {
        format!("{}, {}, {}", self.name, self.street_line(), self.town_line())
    }
}
