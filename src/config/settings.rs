//! All settings, with their defaults.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ipnet::IpNet;
use secrecy::SecretString;
use sha2::{Digest, Sha256};
use url::Url;

use crate::config::reader::{Reader, web_url, wrong};
use crate::config::{MailSettings, MapSettings, PostSettings, Profile, Sender, SettingError, proxies};

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
    /// `SANDBOX_PUBLIC_URL`: where other machines reach the simulator.
    pub sandbox_public_url: Option<Url>,
    /// `SANDBOX_STATE`: the folder in which the simulator keeps its records over restarts; `off` keeps none.
    pub sandbox_state: Option<PathBuf>,
    /// `SANDBOX_DELAYS=honest`: the simulator takes as long as Post.
    pub sandbox_delays: Delays,
    /// `SANDBOX_PARCELS=by_clock`: the simulator's parcels move by themselves.
    pub sandbox_parcels: PlayedParcels,
    /// `METRICS_BIND`: a listener of its own for `/metrics`.
    pub metrics_bind: Option<SocketAddr>,
    /// `SHOP_DRAIN`: how long a shop that was told to stop goes on answering, so that a load balancer can look elsewhere.
    pub drain: Duration,
    /// Whether the simulator starts with the shop.
    pub with_sandbox: bool,
    /// Who sells.
    pub sender: Sender,
    /// Where mails go.
    pub mail: MailSettings,
    /// The carrier.
    pub post: PostSettings,
    /// What the map of the location search may use beside our own.
    pub maps: MapSettings,
    /// `MERCHANT_EMAIL` and `MERCHANT_PASSWORD`.
    pub merchant: Option<(String, SecretString)>,
    /// `SHOP_LIMITS=off` makes it `false`.
    pub limits: bool,
    /// `SHOP_TRUSTED_PROXIES`: whose forwarding headers say where a visitor comes from.
    pub trusted_proxies: Vec<IpNet>,
    /// `SHOP_PG_BIN`: the folder of Postgres' programs.
    pub pg_bin: Option<PathBuf>,
    /// `SHOP_PG_SEARCH=off`: do not look for Postgres on the machine.
    pub pg_search: bool,
}

/// How long the simulator takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delays {
    /// No time.
    None,
    /// As long as Post.
    Honest,
}

/// How the simulator's parcels move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayedParcels {
    /// When somebody says so.
    OnDemand,
    /// By themselves as well.
    ByClock,
}

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
        let sandbox_bind: SocketAddr =
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
        // Where it listens at every address the shop asks at its own machine's.
        let sandbox = match sandbox_bind.ip() {
            ip if !ip.is_unspecified() => sandbox_bind,
            IpAddr::V4(_) => (Ipv4Addr::LOCALHOST, sandbox_bind.port()).into(),
            IpAddr::V6(_) => (Ipv6Addr::LOCALHOST, sandbox_bind.port()).into(),
        };
        let database_owner_url = reader.text("DATABASE_OWNER_URL").map(Into::into);
        if database_owner_url.is_some() && reader.text("DATABASE_URL").is_none() {
            return wrong(
                "DATABASE_OWNER_URL is set, but not DATABASE_URL: name the application's login there",
            );
        }
        let post = PostSettings::read(&reader, sandbox)?;
        let sender = Sender::read(&reader)?;
        let public_url = |name| reader.text(name).map(|url| web_url(name, &url)).transpose();
        let data_dir: PathBuf = reader.text("SHOP_DATA_DIR").unwrap_or_else(|| ".data".into()).into();
        Ok(Self {
            bind,
            public_url: public_url("SHOP_PUBLIC_URL")?,
            sandbox_state: sandbox_state(&reader, &data_dir),
            sandbox_delays: sandbox_delays(&reader)?,
            sandbox_parcels: sandbox_parcels(&reader)?,
            data_dir,
            database_url: reader.text("DATABASE_URL").map(Into::into),
            database_owner_url,
            sandbox_bind,
            sandbox_public_url: public_url("SANDBOX_PUBLIC_URL")?,
            metrics_bind: metrics_bind(&reader)?,
            drain: drain(&reader)?,
            with_sandbox: post.profile == Profile::Sandbox && reader.text("POST_BASE_URL").is_none(),
            maps: MapSettings::read(&reader, &post, sandbox)?,
            mail: MailSettings::read(&reader, post.profile, &sender.email)?,
            sender,
            post,
            merchant,
            limits,
            trusted_proxies: proxies::read(&reader)?,
            pg_bin: reader.text("SHOP_PG_BIN").map(Into::into),
            pg_search: reader.text("SHOP_PG_SEARCH").as_deref() != Some("off"),
        })
    }

    /// The simulator's address is known for certain once it listens (`SANDBOX_BIND` may ask for any free port).
    pub fn sandbox_listens_at(&mut self, at: SocketAddr) {
        if self.with_sandbox {
            self.post.simulator_moves(self.sandbox_bind.port(), at.port());
            if let Some(url) = self.maps.post.as_mut().and_then(|map| map.url.as_mut())
                && url.port() == Some(self.sandbox_bind.port())
            {
                let _ = url.set_port(Some(at.port()));
            }
        }
        self.sandbox_bind = at;
    }
}

fn metrics_bind(reader: &Reader<'_>) -> Result<Option<SocketAddr>, SettingError> {
    let set = reader.text("METRICS_BIND").is_some();
    set.then(|| reader.parsed("METRICS_BIND", "", "an address such as 127.0.0.1:9100")).transpose()
}

/// Beside the embedded Postgres; for each database of one's own a folder by itself, since the numbers of parcels that the
/// simulator has seen are those of one shop.
fn simulator_folder(data: &Path, database: Option<&str>) -> PathBuf {
    let folder = data.join("simulator");
    let Some(url) = database else { return folder };
    // Where it is, not who enters it.
    let place = Url::parse(url).map_or_else(
        |_| url.to_owned(),
        |url| {
            format!("{}{}{}", url.host_str().unwrap_or_default(), url.port().unwrap_or_default(), url.path())
        },
    );
    let digest = Sha256::digest(place.as_bytes());
    folder.join(digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect::<String>())
}

fn sandbox_state(reader: &Reader<'_>, data: &Path) -> Option<PathBuf> {
    match reader.text("SANDBOX_STATE").as_deref() {
        None => Some(simulator_folder(data, reader.text("DATABASE_URL").as_deref())),
        Some("off") => None,
        Some(folder) => Some(folder.into()),
    }
}

fn sandbox_delays(reader: &Reader<'_>) -> Result<Delays, SettingError> {
    match reader.text("SANDBOX_DELAYS").as_deref() {
        None | Some("none") => Ok(Delays::None),
        Some("honest") => Ok(Delays::Honest),
        Some(_) => wrong("SANDBOX_DELAYS must be honest or none"),
    }
}

fn sandbox_parcels(reader: &Reader<'_>) -> Result<PlayedParcels, SettingError> {
    match reader.text("SANDBOX_PARCELS").as_deref() {
        None | Some("on_demand") => Ok(PlayedParcels::OnDemand),
        Some("by_clock") => Ok(PlayedParcels::ByClock),
        Some(_) => wrong("SANDBOX_PARCELS must be on_demand or by_clock"),
    }
}

/// With a Postgres of one's own there may be other instances, and a balancer in front that has to notice.
fn drain(reader: &Reader<'_>) -> Result<Duration, SettingError> {
    let usual = if reader.text("DATABASE_URL").is_some() { "2" } else { "0" };
    match reader.parsed("SHOP_DRAIN", usual, "a number of seconds")? {
        seconds @ 0..=60 => Ok(Duration::from_secs(seconds)),
        _ => wrong("SHOP_DRAIN must be at most 60 seconds"),
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
        assert_eq!(settings.post.simulator.to_string(), "127.0.0.1:8081");
    }

    #[test]
    fn a_shipment_is_held_for_an_hour_unless_the_simulator_plays_or_a_setting_says_otherwise() {
        let live = [
            ("POST_PROFILE", "wedec"),
            ("POST_CLIENT_ID", "a"),
            ("POST_CLIENT_SECRET", "b"),
            ("POST_FRANKING_LICENCE", "654321"),
            ("MAIL_URL", "smtp://mail.example.ch"),
        ];
        let set = [("SHOP_HOLD_MINUTES", "5")];
        for (pairs, minutes) in [(&[][..], 0), (&live, 60), (&set, 5)] {
            assert_eq!(read(pairs).expect("settings").post.hold.num_minutes(), minutes, "{pairs:?}");
        }
    }

    #[test]
    fn a_wrong_setting_is_named_in_one_sentence() {
        let live = [
            ("POST_PROFILE", "wedec"),
            ("POST_CLIENT_ID", "a"),
            ("POST_CLIENT_SECRET", "b"),
            ("POST_FRANKING_LICENCE", "654321"),
        ];
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
            (vec![("SHOP_HOLD_MINUTES", "an hour")], "SHOP_HOLD_MINUTES"),
            (vec![("SHOP_HOLD_MINUTES", "-1")], "SHOP_HOLD_MINUTES"),
            (vec![("POST_FRANKING_LICENCE", "12345")], "POST_FRANKING_LICENCE"),
            (vec![("POST_FRANKING_LICENCE", "AB12")], "letters"),
            (vec![("MERCHANT_EMAIL", "a@example.ch")], "MERCHANT_PASSWORD"),
            (vec![("SANDBOX_PARCELS", "by clock")], "SANDBOX_PARCELS"),
            (vec![("SHOP_IBAN", "CH9300762011623852957")], "SHOP_IBAN"),
            (vec![("SHOP_VAT_NUMBER", "CHE-1")], "SHOP_VAT_NUMBER"),
            (vec![("SHOP_LIMITS", "off"), ("SHOP_BIND", "0.0.0.0:8080")], "SHOP_LIMITS"),
            (vec![("SHOP_TRUSTED_PROXIES", "10.0.0.0/8, proxy.example.ch")], "SHOP_TRUSTED_PROXIES"),
            (vec![("SHOP_TRUSTED_PROXIES", "10.0.0.0/33")], "SHOP_TRUSTED_PROXIES"),
            (vec![("SHOP_TRUSTED_PROXIES", "0.0.0.0/0")], "SHOP_TRUSTED_PROXIES"),
            (live.to_vec(), "MAIL_URL"),
            (vec![("MAIL_URL", "mail.example.ch")], "MAIL_URL"),
            (vec![("SHOP_MAIL_TO", "anna")], "SHOP_MAIL_TO"),
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
