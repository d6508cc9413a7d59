//! The carrier's settings: which of its services, and as whom. What is left unset here `post::profile` knows.

use std::net::SocketAddr;
use std::time::Duration;

use chrono::TimeDelta;
use secrecy::SecretString;
use url::{Host, Url};

use super::reader::{Reader, SettingError, listed, web_url, wrong};

/// Where and as whom the carrier is asked.
#[derive(Clone, Debug)]
pub struct PostSettings {
    /// `POST_PROFILE`.
    pub profile: Profile,
    /// `POST_CLIENT_ID`.
    pub client_id: String,
    /// `POST_CLIENT_SECRET`.
    pub client_secret: SecretString,
    /// Where the shop's own simulator is asked, if it plays.
    pub simulator: SocketAddr,
    /// `SANDBOX_PUBLIC_URL`: where other machines reach the simulator, where it is set.
    pub simulator_url: Option<Url>,
    /// `POST_BASE_URL`: what stands before `/pickpost/v1/users`, where it is set.
    pub base_url: Option<Url>,
    /// `POST_TOKEN_URL`, where it is set.
    pub token_url: Option<Url>,
    /// `POST_SCOPE_PICKPOST`; always set where the profile has none of its own.
    pub scope_pickpost: Option<String>,
    /// `POST_SCOPE_BARCODE`, where it is set.
    pub scope_barcode: Option<String>,
    /// `POST_SCOPE_ADDRESS_VALIDATE`.
    pub scope_address_validate: Scope,
    /// `POST_SCOPE_ADDRESS_AUTOCOMPLETE`.
    pub scope_address_autocomplete: Scope,
    /// `POST_SCOPE_DELIVERY`.
    pub scope_delivery: Scope,
    /// `POST_SCOPE_TRACKING`.
    pub scope_tracking: Scope,
    /// `POST_TRACKING_URL`: the whole address that parcels are asked after at, where it is set.
    pub tracking_url: Option<Url>,
    /// `POST_LOCATIONS_URL`: what stands before `/Types`, where it is set.
    pub locations_url: Option<Url>,
    /// `POST_LOCATIONS_EVERY`: minutes between two refreshes of the points; `off` asks never.
    pub locations_every: Option<TimeDelta>,
    /// `POST_LOCATIONS_LOOK`: seconds between two looks whether the points have changed; and until the first
    /// refresh of all.
    pub locations_look: Duration,
    /// `POST_FRANKING_LICENCE`, as the 8 digits that it is in an ident code.
    pub franking_licence: String,
    /// `SHOP_HOLD_MINUTES`: so long a parcel's data wait before they go to Post, which takes nothing back.
    pub hold: TimeDelta,
    /// `SHOP_POINT_SERVICES`: whether SI and AS may be asked for where a parcel is collected.
    pub point_services: bool,
    /// `POST_CREDENTIALS=query`: as Post's old document has it; a form by default.
    pub credentials_in_query: bool,
    /// `POST_SUBSCRIPTION_KEY`: sent as `Ocp-Apim-Subscription-Key` where one is needed.
    pub subscription_key: Option<SecretString>,
}

/// Which of Post's services is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// The simulator, or another one.
    Sandbox,
    /// The current generation.
    Dcapi,
    /// The older generation.
    Wedec,
    /// Its integration stage.
    Wedecint,
}

/// The scope of something that helps and that the shop can do without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// What the profile has; none, where no source names it.
    #[default]
    Usual,
    /// `off`: the shop does without.
    Off,
    /// As Post has told the merchant.
    Named(String),
}

impl PostSettings {
    /// The simulator listens at another port than it was asked to; what was set to the old one moves along.
    pub(super) fn simulator_moves(&mut self, from: u16, to: u16) {
        self.simulator.set_port(to);
        for url in
            [&mut self.token_url, &mut self.locations_url, &mut self.tracking_url].into_iter().flatten()
        {
            if url.port_or_known_default() == Some(from) {
                let _ = url.set_port(Some(to));
            }
        }
    }

    /// Where the console of the simulator is that plays Post, as the merchant's browser reaches it; none for the real Post.
    #[must_use]
    pub fn console(&self) -> Option<String> {
        let base = match (self.profile, &self.simulator_url, &self.base_url) {
            (Profile::Sandbox, Some(url), _) | (Profile::Sandbox, None, Some(url)) => url.to_string(),
            (Profile::Sandbox, None, None) => format!("http://{}", self.simulator),
            _ => return None,
        };
        Some(format!("{}/console", base.trim_end_matches('/')))
    }

    pub(super) fn read(reader: &Reader<'_>, sandbox: SocketAddr) -> Result<Self, SettingError> {
        let profile = match reader.text("POST_PROFILE").as_deref() {
            None | Some("sandbox") => Profile::Sandbox,
            Some("dcapi") => Profile::Dcapi,
            Some("wedec") => Profile::Wedec,
            Some("wedecint") => Profile::Wedecint,
            Some(_) => return wrong("POST_PROFILE must be sandbox, dcapi, wedec or wedecint"),
        };
        lacking(reader, profile)?;
        let near = Near::read(reader, sandbox)?;
        let url = |name| {
            let text = reader.text(name);
            text.map(|text| carrier_url(name, &text, profile, &near)).transpose()
        };
        let (client_id, client_secret) = credentials(reader, profile)?;
        Ok(Self {
            profile,
            client_id,
            client_secret,
            simulator: sandbox,
            simulator_url: near.named.clone(),
            base_url: url("POST_BASE_URL")?,
            token_url: url("POST_TOKEN_URL")?,
            scope_pickpost: scope_pickpost(reader, profile)?,
            scope_barcode: reader.text("POST_SCOPE_BARCODE"),
            scope_address_validate: helping(reader.text("POST_SCOPE_ADDRESS_VALIDATE")),
            scope_address_autocomplete: helping(reader.text("POST_SCOPE_ADDRESS_AUTOCOMPLETE")),
            scope_delivery: helping(reader.text("POST_SCOPE_DELIVERY")),
            scope_tracking: helping(reader.text("POST_SCOPE_TRACKING")),
            tracking_url: url("POST_TRACKING_URL")?,
            locations_url: url("POST_LOCATIONS_URL")?,
            locations_every: locations_every(reader)?,
            locations_look: Duration::from_secs(reader.parsed(
                "POST_LOCATIONS_LOOK",
                "20",
                "a number of seconds",
            )?),
            franking_licence: franking_licence(reader, profile)?,
            hold: hold(reader, profile)?,
            point_services: point_services(reader)?,
            credentials_in_query: reader.text("POST_CREDENTIALS").as_deref() == Some("query"),
            subscription_key: reader.text("POST_SUBSCRIPTION_KEY").map(Into::into),
        })
    }
}

/// The licence that the shop has where none is set; only the simulator takes it.
pub const INVENTED_LICENCE: &str = "00123456";

/// What a real profile has no guess for, all of it in one sentence. What is missing by itself has a sentence of its own.
fn lacking(reader: &Reader<'_>, profile: Profile) -> Result<(), SettingError> {
    let needed: &[&str] = match profile {
        Profile::Sandbox => &[],
        Profile::Dcapi => &[
            "POST_CLIENT_ID",
            "POST_CLIENT_SECRET",
            "POST_SCOPE_PICKPOST",
            "POST_FRANKING_LICENCE",
            "MAIL_URL",
        ],
        Profile::Wedec | Profile::Wedecint => {
            &["POST_CLIENT_ID", "POST_CLIENT_SECRET", "POST_FRANKING_LICENCE", "MAIL_URL"]
        }
    };
    let missing: Vec<&str> = needed.iter().copied().filter(|name| reader.text(name).is_none()).collect();
    if missing.len() < 2 {
        return Ok(());
    }
    wrong(&format!(
        "POST_PROFILE={} needs {}, which are not set: docs/going-live.md says where each comes from",
        reader.text("POST_PROFILE").unwrap_or_default(),
        listed(&missing),
    ))
}

fn credentials(reader: &Reader<'_>, profile: Profile) -> Result<(String, SecretString), SettingError> {
    match (reader.text("POST_CLIENT_ID"), reader.text("POST_CLIENT_SECRET"), profile) {
        (Some(id), Some(secret), _) => Ok((id, secret.into())),
        (None, None, Profile::Sandbox) => Ok(("sandbox".into(), "sandbox".into())),
        _ => wrong(
            "POST_CLIENT_ID and POST_CLIENT_SECRET are needed to ask Post; without them use POST_PROFILE=sandbox",
        ),
    }
}

/// No source names the scope of the current generation, so it is asked for instead of guessed
/// (docs/decisions/0004-where-post-is-silent.md).
fn scope_pickpost(reader: &Reader<'_>, profile: Profile) -> Result<Option<String>, SettingError> {
    match (reader.text("POST_SCOPE_PICKPOST"), profile) {
        (None, Profile::Dcapi) => wrong(
            "POST_SCOPE_PICKPOST must name the scope that Post gave you: for POST_PROFILE=dcapi it is not published",
        ),
        (scope, _) => Ok(scope),
    }
}

fn locations_every(reader: &Reader<'_>) -> Result<Option<TimeDelta>, SettingError> {
    match reader.text("POST_LOCATIONS_EVERY").as_deref() {
        None => Ok(Some(TimeDelta::hours(6))),
        Some("off") => Ok(None),
        Some(minutes) => match minutes.parse() {
            Ok(minutes @ 1..=100_000) => Ok(Some(TimeDelta::minutes(minutes))),
            _ => wrong("POST_LOCATIONS_EVERY must be a number of minutes, or off"),
        },
    }
}

/// None at the simulator, so that whoever tries the shop sees the label at once; an hour where a slip costs a consignment.
fn hold(reader: &Reader<'_>, profile: Profile) -> Result<TimeDelta, SettingError> {
    let usual = if profile == Profile::Sandbox { "0" } else { "60" };
    match reader.parsed("SHOP_HOLD_MINUTES", usual, "a number of minutes")? {
        minutes @ 0..=20_160 => Ok(TimeDelta::minutes(minutes)),
        _ => wrong("SHOP_HOLD_MINUTES must be from 0 to 20160, which is two weeks"),
    }
}

/// Off: no source says which services a point takes (docs/decisions/0004-where-post-is-silent.md).
fn point_services(reader: &Reader<'_>) -> Result<bool, SettingError> {
    match reader.text("SHOP_POINT_SERVICES").as_deref() {
        None | Some("off") => Ok(false),
        Some("on") => Ok(true),
        Some(_) => wrong("SHOP_POINT_SERVICES must be on or off"),
    }
}

fn helping(set: Option<String>) -> Scope {
    match set {
        None => Scope::Usual,
        Some(off) if off == "off" => Scope::Off,
        Some(scope) => Scope::Named(scope),
    }
}

/// Post's Barcode service takes four letters or digits, or six or eight digits (E2027). The ident code of a parcel holds
/// eight digits, shorter ones with zeros before them, and no letters.
fn franking_licence(reader: &Reader<'_>, profile: Profile) -> Result<String, SettingError> {
    let set = reader.text("POST_FRANKING_LICENCE");
    let licence = set.unwrap_or_else(|| INVENTED_LICENCE.into());
    let digits = licence.bytes().all(|b| b.is_ascii_digit());
    let padded = format!("{licence:0>8}");
    match licence.len() {
        4 | 6 | 8 if digits && padded == INVENTED_LICENCE && profile != Profile::Sandbox => wrong(
            "POST_FRANKING_LICENCE must be your own franking licence: 00123456 is invented, and only POST_PROFILE=sandbox takes it",
        ),
        4 | 6 | 8 if digits => Ok(padded),
        4 if licence.bytes().all(|b| b.is_ascii_alphanumeric()) => wrong(
            "POST_FRANKING_LICENCE has letters, which the ident code of a parcel cannot hold: ask Post for the licence of 6 or 8 digits",
        ),
        _ => wrong("POST_FRANKING_LICENCE must be 4, 6 or 8 digits"),
    }
}

/// Where a simulator may be, and is spoken to over plain http: on the loopback, where our own listens, and at the host that
/// `SANDBOX_PUBLIC_URL` names, whatever the port.
pub(super) struct Near {
    sandbox: SocketAddr,
    named: Option<Url>,
}

impl Near {
    pub(super) fn read(reader: &Reader<'_>, sandbox: SocketAddr) -> Result<Self, SettingError> {
        let named = reader.text("SANDBOX_PUBLIC_URL").map(|url| web_url("SANDBOX_PUBLIC_URL", &url));
        Ok(Self { sandbox, named: named.transpose()? })
    }

    fn has(&self, url: &Url) -> bool {
        if self.named.as_ref().is_some_and(|named| named.host() == url.host()) {
            return true;
        }
        match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(ip)) => ip.is_loopback() || self.sandbox.ip() == ip,
            Some(Host::Ipv6(ip)) => ip.is_loopback() || self.sandbox.ip() == ip,
            None => false,
        }
    }
}

/// https, except with the profile `sandbox` where a simulator may be.
pub(super) fn carrier_url(
    name: &str,
    text: &str,
    profile: Profile,
    near: &Near,
) -> Result<Url, SettingError> {
    let url = web_url(name, text)?;
    if url.scheme() == "https" || (near.has(&url) && profile == Profile::Sandbox) {
        return Ok(url);
    }
    wrong(&format!(
        "{name} must begin with https; http is for a simulator with POST_PROFILE=sandbox, on this machine or at the host \
         that SANDBOX_PUBLIC_URL names"
    ))
}
