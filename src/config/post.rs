//! The carrier's settings: which of its services, where, and as whom.

use std::net::SocketAddr;
use std::time::Duration;

use chrono::TimeDelta;
use secrecy::SecretString;
use url::Url;

use super::reader::{Reader, SettingError, web_url, wrong};

/// Where and as whom the carrier is asked.
#[derive(Clone, Debug)]
pub struct PostSettings {
    /// `POST_PROFILE`.
    pub profile: Profile,
    /// `POST_CLIENT_ID`.
    pub client_id: String,
    /// `POST_CLIENT_SECRET`.
    pub client_secret: SecretString,
    /// `POST_BASE_URL`: what stands before `/pickpost/v1/users`.
    pub base_url: Url,
    /// `POST_TOKEN_URL`.
    pub token_url: Url,
    /// `POST_SCOPE_PICKPOST`.
    pub scope_pickpost: String,
    /// `POST_SCOPE_BARCODE`.
    pub scope_barcode: String,
    /// `POST_LOCATIONS_URL`: what stands before `/Types`.
    pub locations_url: Url,
    /// `POST_LOCATIONS_EVERY`: minutes between two refreshes of the points; `off` asks never.
    pub locations_every: Option<TimeDelta>,
    /// `POST_LOCATIONS_LOOK`: seconds between two looks whether the points have changed or a refresh is due.
    pub locations_look: Duration,
    /// `POST_FRANKING_LICENCE`: up to 8 digits.
    pub franking_licence: String,
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

impl PostSettings {
    pub(super) fn read(reader: &Reader<'_>, sandbox: SocketAddr) -> Result<Self, SettingError> {
        let profile = match reader.text("POST_PROFILE").as_deref() {
            None | Some("sandbox") => Profile::Sandbox,
            Some("dcapi") => Profile::Dcapi,
            Some("wedec") => Profile::Wedec,
            Some("wedecint") => Profile::Wedecint,
            Some(_) => return wrong("POST_PROFILE must be sandbox, dcapi, wedec or wedecint"),
        };
        let (base, token, barcode) = match profile {
            Profile::Sandbox => (format!("http://{sandbox}"), None, "WEDEC_BARCODE_READ"),
            Profile::Dcapi => (
                "https://dcapi.apis.post.ch".into(),
                Some("https://api.post.ch/OAuth/token"),
                "DCAPI_BARCODE_READ",
            ),
            Profile::Wedec => (
                "https://wedec.post.ch/api".into(),
                Some("https://wedec.post.ch/WEDECOAuth/token"),
                "WEDEC_BARCODE_READ",
            ),
            Profile::Wedecint => (
                "https://wedecint.post.ch/api".into(),
                Some("https://wedecint.post.ch/WEDECOAuth/token"),
                "WEDEC_BARCODE_READ",
            ),
        };
        let base = reader.text("POST_BASE_URL").unwrap_or(base);
        let token =
            token.map_or_else(|| format!("{}/OAuth/token", base.trim_end_matches('/')), ToOwned::to_owned);
        let locations = match profile {
            Profile::Sandbox => {
                format!("{}/StandortSuche/StaoCacheServiceV2/api/v1", base.trim_end_matches('/'))
            }
            _ => "https://places.post.ch/StandortSuche/StaoCacheServiceV2/api/v1".into(),
        };
        let url = |name, default: String| {
            let text = reader.text(name).unwrap_or(default);
            carrier_url(name, &text, profile, sandbox)
        };
        let (client_id, client_secret) = credentials(reader, profile)?;
        Ok(Self {
            profile,
            client_id,
            client_secret,
            base_url: carrier_url("POST_BASE_URL", &base, profile, sandbox)?,
            token_url: url("POST_TOKEN_URL", token)?,
            scope_pickpost: scope_pickpost(reader, profile)?,
            scope_barcode: reader.text("POST_SCOPE_BARCODE").unwrap_or_else(|| barcode.into()),
            locations_url: url("POST_LOCATIONS_URL", locations)?,
            locations_every: locations_every(reader)?,
            locations_look: Duration::from_secs(reader.parsed(
                "POST_LOCATIONS_LOOK",
                "20",
                "a number of seconds",
            )?),
            franking_licence: franking_licence(reader)?,
            credentials_in_query: reader.text("POST_CREDENTIALS").as_deref() == Some("query"),
            subscription_key: reader.text("POST_SUBSCRIPTION_KEY").map(Into::into),
        })
    }
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
/// (`post/contract.md` section 1.3).
fn scope_pickpost(reader: &Reader<'_>, profile: Profile) -> Result<String, SettingError> {
    match (reader.text("POST_SCOPE_PICKPOST"), profile) {
        (Some(scope), _) => Ok(scope),
        (None, Profile::Dcapi) => wrong(
            "POST_SCOPE_PICKPOST must name the scope that Post gave you: for POST_PROFILE=dcapi it is not published",
        ),
        (None, _) => Ok("WEDEC_PICKPOST".into()),
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

fn franking_licence(reader: &Reader<'_>) -> Result<String, SettingError> {
    let licence = reader.text("POST_FRANKING_LICENCE").unwrap_or_else(|| "00123456".into());
    let plain = (1..=8).contains(&licence.len()) && licence.bytes().all(|b| b.is_ascii_digit());
    if plain { Ok(format!("{licence:0>8}")) } else { wrong("POST_FRANKING_LICENCE must be 1 to 8 digits") }
}

/// https, except with the profile `sandbox` on the loopback, or where our own simulator listens.
pub(super) fn carrier_url(
    name: &str,
    text: &str,
    profile: Profile,
    sandbox: SocketAddr,
) -> Result<Url, SettingError> {
    let url = web_url(name, text)?;
    let local = url.host_str().is_some_and(|host| {
        host == "localhost"
            || host
                .trim_matches(['[', ']'])
                .parse()
                .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback() || ip == sandbox.ip())
    });
    if url.scheme() == "https" || (local && profile == Profile::Sandbox) {
        return Ok(url);
    }
    wrong(&format!(
        "{name} must begin with https; http is for a simulator on this machine with POST_PROFILE=sandbox"
    ))
}
