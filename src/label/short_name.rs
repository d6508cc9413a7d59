//! The services of Post (developer.post.ch, 6.3 to 6.5): short names and the numbers of their codes. The one place that names them.

/// How a parcel travels, or what more is done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// `PostPac` Economy. No source knows a code of its own, and a real label has none.
    Economy,
    /// `PostPac` Priority.
    Priority,
    /// Handed over against a signature.
    Signature,
    /// Insured.
    Insurance,
    /// Handed over to the recipient alone.
    InPerson,
    /// Delivered on a Saturday.
    Saturday,
    /// Cash on delivery.
    CashOnDelivery,
    /// Bulky.
    Bulky,
    /// Limited quantities of dangerous goods.
    LimitedQuantity,
    /// Fragile.
    Fragile,
    /// Handled by hand, since no machine takes it.
    Manual,
    /// Delivered in the evening.
    Evening,
    /// Kept cold.
    Cold,
}

impl Service {
    /// All of them, the basic services first.
    pub const ALL: [Self; 13] = [
        Self::Economy,
        Self::Priority,
        Self::Signature,
        Self::Insurance,
        Self::InPerson,
        Self::Saturday,
        Self::CashOnDelivery,
        Self::Bulky,
        Self::LimitedQuantity,
        Self::Fragile,
        Self::Manual,
        Self::Evening,
        Self::Cold,
    ];

    /// The short name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.named().0
    }

    /// The four digits of its code, if it has one.
    #[must_use]
    pub const fn digits(self) -> Option<&'static str> {
        self.named().1
    }

    /// Reads a short name; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.code() == code)
    }

    const fn named(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Economy => ("ECO", None),
            Self::Priority => ("PRI", Some("0509")),
            Self::Signature => ("SI", Some("0307")),
            Self::Insurance => ("AS", Some("0308")),
            Self::InPerson => ("RMP", Some("0322")),
            Self::Saturday => ("SA", Some("0543")),
            Self::CashOnDelivery => ("BLN", Some("0341")),
            Self::Bulky => ("SP", Some("0309")),
            Self::LimitedQuantity => ("LQ", Some("0549")),
            Self::Fragile => ("FRA", Some("0310")),
            Self::Manual => ("MAN", Some("0421")),
            Self::Evening => ("AZS", Some("0581")),
            Self::Cold => ("COLD", Some("3781")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Service;

    #[test]
    fn every_service_has_a_name_of_its_own_and_all_but_economy_a_code_of_its_own() {
        for service in Service::ALL {
            assert_eq!(Service::parse(service.code()), Some(service));
            let same = Service::ALL.into_iter().filter(|other| other.digits() == service.digits());
            assert_eq!((same.count(), service.digits().is_none()), (1, service == Service::Economy));
        }
        assert_eq!(
            (Service::parse("pri"), Service::parse("ZAW3211"), Service::parse("")),
            (None, None, None)
        );
    }
}
