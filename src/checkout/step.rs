//! The steps of the checkout, what each needs, and which comes first.

use crate::checkout::Draft;
use crate::shipping::DeliveryKind;
use crate::web::Page;
use crate::web::steps::{StepLink, StepState};

/// A page of the checkout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Billing address.
    Address,
    /// Kind of delivery, and the other address.
    Delivery,
    /// Which pick-up point.
    Point,
    /// Who collects, and the User ID.
    Collector,
    /// How it is paid.
    Payment,
    /// Everything once more.
    Review,
}

impl Step {
    /// All six, in order.
    pub const ALL: [Self; 6] =
        [Self::Address, Self::Delivery, Self::Point, Self::Collector, Self::Payment, Self::Review];

    /// The path below the language.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Address => "/checkout/address",
            Self::Delivery => "/checkout/delivery",
            Self::Point => "/checkout/point",
            Self::Collector => "/checkout/collector",
            Self::Payment => "/checkout/payment",
            Self::Review => "/checkout/review",
        }
    }

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Address => "step-address",
            Self::Delivery => "step-delivery",
            Self::Point => "step-point",
            Self::Collector => "step-collector",
            Self::Payment => "step-payment",
            Self::Review => "step-review",
        }
    }

    /// Whether a kind of delivery has this step: only a pick-up has a point and a collector. While nothing is
    /// chosen the longer way is shown, so that the bar does not grow under the shopper's eyes.
    #[must_use]
    pub fn belongs_to(self, kind: Option<DeliveryKind>) -> bool {
        !matches!(self, Self::Point | Self::Collector) || kind.is_none_or(|kind| kind.pickup().is_some())
    }

    /// The first step that is not yet done. `fits` says whether the chosen kind takes the basket's parcel,
    /// `open` whether the chosen point is there and open.
    #[must_use]
    pub fn first_unmet(draft: &Draft, fits: bool, open: bool) -> Self {
        let Some(kind) = draft.delivery.filter(|_| fits) else {
            return if draft.has_billing() { Self::Delivery } else { Self::Address };
        };
        let pickup = kind.pickup().is_some();
        match draft {
            _ if !draft.has_billing() => Self::Address,
            _ if kind == DeliveryKind::Other && !draft.has_other() => Self::Delivery,
            _ if pickup && (draft.point_id.is_none() || !open) => Self::Point,
            _ if pickup && (!draft.has_collector() || draft.mandate.is_none()) => Self::Collector,
            Draft { payment: None, .. } => Self::Payment,
            _ => Self::Review,
        }
    }
}

/// The steps bar: what is done is a link back, what is ahead is text.
#[must_use]
pub fn bar(page: &Page, current: Step, unmet: Step, kind: Option<DeliveryKind>) -> Vec<StepLink> {
    Step::ALL
        .into_iter()
        .filter(|step| step.belongs_to(kind))
        .map(|step| StepLink {
            key: step.key(),
            href: (step != current && step <= unmet).then(|| page.href(step.path())),
            state: match step {
                step if step == current => StepState::Current,
                step if step < unmet => StepState::Done,
                _ => StepState::Ahead,
            },
        })
        .collect()
}
