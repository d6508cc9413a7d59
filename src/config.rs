//! The settings, read from the environment once, at start. Every variable is described in `.env.example`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use chrono::TimeDelta;
use secrecy::SecretString;
use url::Url;

pub mod maps;

pub use maps::{MapSettings, PostMap, Tiles};

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `SHOP_BIND`: where the shop listens.
    pub bind: SocketAddr,
    /// `SHOP_PUBLIC_URL`: where it is reached from outside; by default where it listens.
    pub public_url: Option<Url>,
    /// `SHOP_DATA_DIR`: the folder of the embedded Postgres.
    pub data_dir: PathBuf,
    /// `DATABASE_URL`: a Postgres of one's own, as the application enters it.
    pub database_url: Option<SecretString>,
    /// `DATABASE_OWNER_URL`: the same as its owner enters it, who migrates.
    pub database_owner_url: Option<SecretString>,
    /// `SANDBOX_BIND`: where the simulator listens.
    pub sandbox_bind: SocketAddr,
    /// Whether the simulator starts with the shop.
    pub with_sandbox: bool,
    /// The carrier.
    pub post: PostSettings,
    /// What the map of the location search may use beside our own.
    pub maps: MapSettings,
    /// `MERCHANT_EMAIL` and `MERCHANT_PASSWORD`.
    pub merchant: Option<(String, SecretString)>,
    /// `SHOP_LIMITS=off` makes it `false`.
    pub limits: bool,
    /// `SHOP_PG_BIN`: the folder of Postgres' programs.
    pub pg_bin: Option<PathBuf>,
    /// `SHOP_PG_SEARCH=off`: do not look for Postgres on the machine.
    pub pg_search: bool,
}

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

/// A setting that cannot be; one sentence that names it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SettingError(String);

/// Reads variables and names the one that is wrong.
struct Reader<'a>(&'a dyn Fn(&str) -> Option<String>);

impl Settings {
    /// Reads the process's environment.
    ///
    /// # Errors
    /// [`SettingError`] for the first setting that cannot be.
    pub fn from_environment() -> Result<Self, SettingError> {
        #[expect(clippy::disallowed_methods, reason = "the one place that reads settings")]
        Self::read(&|name| std::env::var(name).ok())
    }

    /// Reads settings from anywhere.
    ///
    /// # Errors
    /// [`SettingError`] for the first setting that cannot be.
    pub fn read(lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, SettingError> {
        let reader = Reader(lookup);
        let bind: SocketAddr =
            reader.parsed("SHOP_BIND", "127.0.0.1:8080", "an address such as 127.0.0.1:8080")?;
        let sandbox_bind =
            reader.parsed("SANDBOX_BIND", "127.0.0.1:8081", "an address such as 127.0.0.1:8081")?;
        let limits = reader.text("SHOP_LIMITS").as_deref() != Some("off");
        if !limits && !bind.ip().is_loopback() {
            return wrong(
                "SHOP_LIMITS=off is for load tests on this machine only, but SHOP_BIND listens beyond it",
            );
        }
        let merchant = match (reader.text("MERCHANT_EMAIL"), reader.text("MERCHANT_PASSWORD")) {
            (Some(email), Some(password)) => Some((email, password.into())),
            (None, None) => None,
            _ => return wrong("MERCHANT_EMAIL and MERCHANT_PASSWORD belong together: set both or neither"),
        };
        let database_owner_url = reader.text("DATABASE_OWNER_URL").map(Into::into);
        if database_owner_url.is_some() && reader.text("DATABASE_URL").is_none() {
            return wrong(
                "DATABASE_OWNER_URL is set, but not DATABASE_URL: name the application's login there",
            );
        }
        let post = PostSettings::read(&reader, sandbox_bind)?;
        Ok(Self {
            bind,
            public_url: reader
                .text("SHOP_PUBLIC_URL")
                .map(|url| web_url("SHOP_PUBLIC_URL", &url))
                .transpose()?,
            data_dir: reader.text("SHOP_DATA_DIR").unwrap_or_else(|| ".data".into()).into(),
            database_url: reader.text("DATABASE_URL").map(Into::into),
            database_owner_url,
            sandbox_bind,
            with_sandbox: post.profile == Profile::Sandbox && reader.text("POST_BASE_URL").is_none(),
            maps: MapSettings::read(&reader, &post, sandbox_bind)?,
            post,
            merchant,
            limits,
            pg_bin: reader.text("SHOP_PG_BIN").map(Into::into),
            pg_search: reader.text("SHOP_PG_SEARCH").as_deref() != Some("off"),
        })
    }

    /// The simulator's address is known for certain once it listens (`SANDBOX_BIND` may ask for any free port).
    pub fn sandbox_listens_at(&mut self, at: SocketAddr) {
        if self.with_sandbox {
            for url in [&mut self.post.base_url, &mut self.post.token_url, &mut self.post.locations_url] {
                // These three were made from SANDBOX_BIND, unless they were set to another port on purpose.
                if url.port_or_known_default() == Some(self.sandbox_bind.port()) {
                    let _ = url.set_port(Some(at.port()));
                }
            }
            if let Some(map) = &mut self.maps.post
                && map.url.port() == Some(self.sandbox_bind.port())
            {
                let _ = map.url.set_port(Some(at.port()));
                map.origin = map.url.origin().ascii_serialization();
            }
        }
        self.sandbox_bind = at;
    }
}

impl PostSettings {
    fn read(reader: &Reader<'_>, sandbox: SocketAddr) -> Result<Self, SettingError> {
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
            carrier_url(name, &text, profile)
        };
        let (client_id, client_secret) = credentials(reader, profile)?;
        Ok(Self {
            profile,
            client_id,
            client_secret,
            base_url: carrier_url("POST_BASE_URL", &base, profile)?,
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

/// https, except on the loopback with the profile `sandbox`.
fn carrier_url(name: &str, text: &str, profile: Profile) -> Result<Url, SettingError> {
    let url = web_url(name, text)?;
    let local = url.host_str().is_some_and(|host| {
        host == "localhost"
            || host.trim_matches(['[', ']']).parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
    });
    if url.scheme() == "https" || (local && profile == Profile::Sandbox) {
        return Ok(url);
    }
    wrong(&format!(
        "{name} must begin with https; http is for a simulator on this machine with POST_PROFILE=sandbox"
    ))
}

fn web_url(name: &str, text: &str) -> Result<Url, SettingError> {
    match Url::parse(text) {
        Ok(url) if ["http", "https"].contains(&url.scheme()) && url.has_host() => Ok(url),
        _ => wrong(&format!("{name} must be an address such as https://shop.example.ch")),
    }
}

fn wrong<T>(sentence: &str) -> Result<T, SettingError> {
    Err(SettingError(format!("{sentence}.")))
}

impl Reader<'_> {
    /// A variable that is set to something.
    fn text(&self, name: &str) -> Option<String> {
        (self.0)(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn parsed<T: FromStr>(&self, name: &str, default: &str, what: &str) -> Result<T, SettingError> {
        let text = self.text(name).unwrap_or_else(|| default.to_owned());
        text.parse().map_err(|_| SettingError(format!("{name} must be {what}, not \"{text}\".")))
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    fn read(pairs: &[(&str, &str)]) -> Result<Settings, String> {
        let lookup =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Settings::read(&lookup).map_err(|error| error.to_string())
    }

    #[test]
    fn without_any_setting_the_simulator_plays_post() {
        let settings = read(&[]).expect("the defaults");
        assert!(settings.with_sandbox && settings.limits);
        assert_eq!(settings.post.base_url.as_str(), "http://127.0.0.1:8081/");
        assert_eq!(settings.post.token_url.as_str(), "http://127.0.0.1:8081/OAuth/token");
    }

    #[test]
    fn a_wrong_setting_is_named_in_one_sentence() {
        for (pairs, named) in [
            (vec![("SHOP_BIND", "everywhere")], "SHOP_BIND"),
            (vec![("POST_PROFILE", "dhl")], "POST_PROFILE"),
            (vec![("POST_PROFILE", "dcapi")], "POST_CLIENT_ID"),
            (
                vec![("POST_PROFILE", "dcapi"), ("POST_CLIENT_ID", "a"), ("POST_CLIENT_SECRET", "b")],
                "POST_SCOPE_PICKPOST",
            ),
            (vec![("POST_BASE_URL", "http://post.example.ch")], "POST_BASE_URL"),
            (vec![("POST_FRANKING_LICENCE", "12a")], "POST_FRANKING_LICENCE"),
            (vec![("MERCHANT_EMAIL", "a@example.ch")], "MERCHANT_PASSWORD"),
            (vec![("SHOP_LIMITS", "off"), ("SHOP_BIND", "0.0.0.0:8080")], "SHOP_LIMITS"),
            (vec![("DATABASE_OWNER_URL", "postgres://owner@host/shop")], "DATABASE_URL"),
        ] {
            let sentence = read(&pairs).expect_err(named);
            assert!(
                sentence.contains(named) && sentence.ends_with('.') && !sentence.contains('\n'),
                "{sentence}"
            );
        }
    }
}
