//! What differs between Post's services: addresses, scopes, how credentials travel. Everything else is the same for all of
//! them, as far as any source says (`docs/decisions/0004-where-post-is-silent.md`).

use secrecy::SecretString;
use url::Url;

use crate::config::{PostSettings, Profile};

/// Where and how one service is spoken to: the settings, and what they leave to the profile.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// What stands before `/pickpost/v1/users`, without a slash at its end.
    pub base: String,
    /// Where a token is given.
    pub token: String,
    /// What stands before `/Types`, without a slash at its end.
    pub locations: String,
    /// The scope for User IDs.
    pub scope_pickpost: String,
    /// The scope for labels.
    pub scope_barcode: String,
    /// Whether the credentials travel in the query, as Post's old document has it; every client that works sends a form.
    pub credentials_in_query: bool,
    /// Sent as `Ocp-Apim-Subscription-Key` where one is needed; no source says where.
    pub subscription_key: Option<SecretString>,
}

/// What a profile has where nothing is set.
struct Usual {
    base: String,
    /// `None`: `/OAuth/token` below the base.
    token: Option<&'static str>,
    /// `None`: below the base.
    locations: Option<&'static str>,
    /// `None`: not published, so `config` has asked for it.
    scope_pickpost: Option<&'static str>,
    scope_barcode: &'static str,
}

/// Below the host of the location service.
const LOCATIONS: &str = "/StandortSuche/StaoCacheServiceV2/api/v1";
/// The location service is one for all generations.
const PUBLIC_LOCATIONS: &str = "https://places.post.ch/StandortSuche/StaoCacheServiceV2/api/v1";

impl Dialect {
    /// The dialect for these settings.
    #[must_use]
    pub fn of(settings: &PostSettings) -> Self {
        let usual = usual(settings);
        let set = |url: &Option<Url>| url.as_ref().map(|url| plain(url.as_str()).to_owned());
        let base = set(&settings.base_url).unwrap_or(usual.base);
        let below =
            |usual: Option<&str>, path| usual.map_or_else(|| format!("{base}{path}"), ToOwned::to_owned);
        let scope = |set: &Option<String>, usual: Option<&str>| {
            // An empty scope is refused by Post; a guessed one might not be.
            set.as_deref().or(usual).unwrap_or_default().to_owned()
        };
        Self {
            token: settings
                .token_url
                .as_ref()
                .map_or_else(|| below(usual.token, "/OAuth/token"), Url::to_string),
            locations: set(&settings.locations_url).unwrap_or_else(|| below(usual.locations, LOCATIONS)),
            scope_pickpost: scope(&settings.scope_pickpost, usual.scope_pickpost),
            scope_barcode: scope(&settings.scope_barcode, Some(usual.scope_barcode)),
            credentials_in_query: settings.credentials_in_query,
            subscription_key: settings.subscription_key.clone(),
            base,
        }
    }
}

fn usual(settings: &PostSettings) -> Usual {
    let of_wedec = |base: &str, token| Usual {
        base: base.to_owned(),
        token,
        locations: Some(PUBLIC_LOCATIONS),
        scope_pickpost: Some("WEDEC_PICKPOST"),
        scope_barcode: "WEDEC_BARCODE_READ",
    };
    match settings.profile {
        Profile::Sandbox => {
            Usual { locations: None, ..of_wedec(&format!("http://{}", settings.simulator), None) }
        }
        Profile::Dcapi => Usual {
            base: "https://dcapi.apis.post.ch".to_owned(),
            token: Some("https://api.post.ch/OAuth/token"),
            locations: Some(PUBLIC_LOCATIONS),
            scope_pickpost: None,
            scope_barcode: "DCAPI_BARCODE_READ",
        },
        Profile::Wedec => {
            of_wedec("https://wedec.post.ch/api", Some("https://wedec.post.ch/WEDECOAuth/token"))
        }
        Profile::Wedecint => {
            of_wedec("https://wedecint.post.ch/api", Some("https://wedecint.post.ch/WEDECOAuth/token"))
        }
    }
}

fn plain(url: &str) -> &str {
    url.trim_end_matches('/')
}
