//! The services that a parcel can be sent with, by the codes that Post prints on its label (developer.post.ch, 6.3), and which of
//! them make sense where somebody collects it. That is our reading: Post publishes no list for its points.

use crate::carrier::Speed;
use crate::i18n::Lang;
use crate::label::Service;

/// What a parcel is sent with: one basic service, and what was asked for beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Services {
    /// The basic service.
    pub speed: Speed,
    /// What comes on top, none twice.
    pub extras: Vec<Service>,
}

/// Where a parcel goes, and what its shop has switched on there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// To an address.
    Address,
    /// To a point; whether SI and AS are asked for there.
    Point(bool),
}

/// Why a parcel is not sent so: with the code it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It makes no sense where somebody collects.
    NotAtAPoint(String),
    /// It does at most where the shop has switched it on.
    SwitchedOff(String),
    /// This shop cannot order it: it needs what no order of it has.
    NotOffered(String),
    /// There is no such service.
    Unknown(String),
    /// Neither Economy nor Priority, or both.
    Basic,
}

/// What this shop can order beside the basic service.
const EXTRAS: [Service; 3] = [Service::Signature, Service::Insurance, Service::InPerson];
/// Of these, what a point may take if the shop says so.
const SWITCHED: [Service; 2] = [Service::Signature, Service::Insurance];
/// What makes no sense at a point, and every delivery instruction (`ZAW32xx`).
const SENSELESS: [Service; 5] =
    [Service::InPerson, Service::Saturday, Service::CashOnDelivery, Service::Bulky, Service::LimitedQuantity];

impl Goes {
    /// What can be asked for there beside the basic service.
    #[must_use]
    pub fn extras(self) -> &'static [Service] {
        match self {
            Self::Address => &EXTRAS,
            Self::Point(true) => &SWITCHED,
            Self::Point(false) => &[],
        }
    }
}

impl Services {
    /// Reads codes.
    ///
    /// # Errors
    /// See [`Unfit`].
    pub fn read(codes: &[String], goes: Goes) -> Result<Self, Unfit> {
        let mut speeds = Vec::new();
        let mut extras = Vec::new();
        for code in codes {
            let code = code.trim().to_ascii_uppercase();
            match Service::parse(&code).and_then(Speed::of) {
                Some(speed) => speeds.push(speed),
                None => extras.push(extra(&code, goes)?),
            }
        }
        speeds.dedup();
        extras.sort_unstable_by_key(|extra| extra.code());
        extras.dedup();
        match speeds[..] {
            [speed] => Ok(Self { speed, extras }),
            _ => Err(Unfit::Basic),
        }
    }

    /// All of them, the basic service first.
    #[must_use]
    pub fn all(&self) -> Vec<Service> {
        std::iter::once(self.speed.service()).chain(self.extras.iter().copied()).collect()
    }

    /// Their codes.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        self.all().into_iter().map(|service| service.code().to_owned()).collect()
    }
}

fn extra(code: &str, goes: Goes) -> Result<Service, Unfit> {
    let Some(service) = Service::parse(code) else {
        return Err(match (is_instruction(code), goes) {
            (false, _) => Unfit::Unknown(named(code)),
            (true, Goes::Point(_)) => Unfit::NotAtAPoint(named(code)),
            (true, Goes::Address) => Unfit::NotOffered(named(code)),
        });
    };
    let at_point = goes != Goes::Address;
    if at_point && SENSELESS.contains(&service) {
        return Err(Unfit::NotAtAPoint(named(code)));
    }
    if !EXTRAS.contains(&service) {
        return Err(Unfit::NotOffered(named(code)));
    }
    if goes.extras().contains(&service) { Ok(service) } else { Err(Unfit::SwitchedOff(named(code))) }
}

/// Whatever somebody sends is said again in short.
fn named(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).take(8).collect()
}

fn is_instruction(code: &str) -> bool {
    code.strip_prefix("ZAW").is_some_and(|number| number.len() == 4)
}

impl Unfit {
    /// The same in words.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::NotAtAPoint(code) => lang.x("service-not-at-a-point", code),
            Self::SwitchedOff(code) => lang.x("service-switched-off", code),
            Self::NotOffered(code) => lang.x("service-not-offered", code),
            Self::Unknown(code) => lang.x("service-unknown", code),
            Self::Basic => lang.t("service-basic").into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Goes, Services, Unfit};

    fn read(codes: &[&str], goes: Goes) -> Result<Vec<String>, Unfit> {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        Services::read(&codes, goes).map(|services| services.codes())
    }

    #[test]
    fn a_point_takes_a_basic_service_and_what_is_switched_on() {
        for goes in [Goes::Point(false), Goes::Point(true)] {
            assert_eq!(read(&["eco"], goes), Ok(vec!["ECO".into()]));
            for code in ["RMP", "SA", "BLN", "SP", "LQ", "ZAW3211", "zaw3213"] {
                let refused = Unfit::NotAtAPoint(code.to_uppercase());
                assert_eq!(read(&["PRI", code], goes), Err(refused), "{code}");
            }
            for code in ["FRA", "MAN", "COLD"] {
                assert_eq!(read(&["PRI", code], goes), Err(Unfit::NotOffered(code.into())), "{code}");
            }
        }
        assert_eq!(read(&["PRI", "SI"], Goes::Point(false)), Err(Unfit::SwitchedOff("SI".into())));
        assert_eq!(
            read(&["SI", "AS", "PRI", "SI"], Goes::Point(true)),
            Ok(vec!["PRI".into(), "AS".into(), "SI".into()])
        );
    }

    #[test]
    fn one_basic_service_and_nothing_that_nobody_knows() {
        for codes in [&[][..], &["SI"], &["PRI", "ECO"]] {
            assert_eq!(read(codes, Goes::Address), Err(Unfit::Basic), "{codes:?}");
        }
        assert_eq!(read(&["PRI", "PRI"], Goes::Address), Ok(vec!["PRI".into()]));
        assert_eq!(read(&["PRI", "RMP"], Goes::Address), Ok(vec!["PRI".into(), "RMP".into()]));
        assert_eq!(read(&["PRI", "<b>xyz-unfug"], Goes::Address), Err(Unfit::Unknown("BXYZUNFU".into())));
        assert_eq!(read(&["PRI", "BLN"], Goes::Address), Err(Unfit::NotOffered("BLN".into())));
    }
}
