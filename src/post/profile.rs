//! What Post could want or answer differently, in one place: addresses, scopes, paths, how credentials travel, and the
//! spelling of every word on the wire that no two sources agree on. Published, seen and decided: decisions 4 and 26.

use secrecy::SecretString;
use url::Url;

use crate::carrier::{Quality, Verified};
use crate::config::{PostSettings, Profile, Scope};

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
    /// The scopes of what only helps; `None` switches that help off.
    pub scope_address_validate: Option<String>,
    /// For completing what is typed.
    pub scope_address_autocomplete: Option<String>,
    /// For delivery days and holidays.
    pub scope_delivery: Option<String>,
    /// Where parcels are tracked, and by which scope: a host of its own; `None` where no source names one, or it is off.
    pub tracking: Option<(String, String)>,
    /// Whether the credentials travel in the query, as Post's old document has it; every client that works sends a form.
    pub credentials_in_query: bool,
    /// Sent as [`SUBSCRIPTION_KEY`] where one is needed; no source says where.
    pub subscription_key: Option<SecretString>,
    /// What stands behind the base.
    pub paths: Paths,
    /// How completions are asked for.
    pub completion: Completion,
}

/// The header of the subscription key: one public client could not do without, four others never send it.
pub const SUBSCRIPTION_KEY: &str = "Ocp-Apim-Subscription-Key";

/// Paths behind the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paths {
    /// User IDs. Published for WEDEC; that `users` hangs below the same resource of DCAPI is our conclusion.
    pub users: &'static str,
    /// Labels. Published.
    pub label: &'static str,
    /// The barcodes of a parcel without its label. Published by name.
    pub barcodes: &'static str,
    /// Whether an address is one.
    pub validation: &'static str,
    /// Delivery days.
    pub days: &'static str,
    /// Post's calendar.
    pub holidays: &'static str,
}

const PATHS: Paths = Paths {
    users: "/pickpost/v1/users",
    label: "/barcode/v1/generateAddressLabel",
    barcodes: "/barcode/v1/generateSingleBarcodes",
    validation: "/address/v1/addresses/validation",
    days: "/delivery/v1/deliverabilities/when",
    holidays: "/delivery/v1/options/holidays",
};

/// How completions are asked for: paths behind the base, and the names of the parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Postcodes with their towns.
    pub zips: &'static str,
    /// In it: a postcode or the beginning of a town.
    pub zip_city: &'static str,
    /// Streets of a postcode.
    pub streets: &'static str,
    /// In it: the beginning of a street.
    pub street: &'static str,
    /// House numbers of a street.
    pub houses: &'static str,
    /// In it: the street,
    pub house_street: &'static str,
    /// and the beginning of a number.
    pub house_number: &'static str,
    /// In both: whether the kind of place stands with them; with postcodes it always does.
    pub with_kind: bool,
}

/// Published (chapter 5 of the document): lists of strings in an object.
const WEDEC: Completion = Completion {
    zips: "/address/v1/zips",
    zip_city: "zipCity",
    streets: "/address/v1/streets",
    street: "name",
    houses: "/address/v1/houses",
    house_street: "streetname",
    house_number: "number",
    with_kind: false,
};

/// Seen in public clients: bare lists of objects. The parameters of `/zips` are taken to be those of before.
const DCAPI: Completion = Completion {
    street: "street",
    houses: "/address/v1/house-numbers",
    house_street: "street",
    house_number: "houseNumber",
    with_kind: true,
    ..WEDEC
};

/// The kind of place whose postcodes, streets and houses are asked for. Published.
pub const DOMICILE: &str = "DOMICILE";
/// The name of the postcode in every completion. Published.
pub const ZIP: &str = "zip";
/// The name of the kind in every completion. Published.
pub const KIND: &str = "type";

/// The two titles of User IDs: `MALE` is published, `FEMALE` ours. Whoever has none sends none.
pub const GENDER_MR: &str = "MALE";
/// See [`GENDER_MR`].
pub const GENDER_MS: &str = "FEMALE";
/// The title of an address that is checked: `MISTER` is published, and nothing is for women, whose title is left out.
pub const TITLE_MR: &str = "MISTER";
/// How Post tells that a parcel is ready: `EMAIL` is published, with its field.
pub const NOTIFY_EMAIL: &str = "EMAIL";
/// By text message: ours,
pub const NOTIFY_SMS: &str = "SMS";
/// and so is the name of its field.
pub const FIELD_MOBILE: &str = "mobile";
/// The service at a counter. Published.
pub const SERVICE_PICK_POST: &str = "PICKPOST";
/// The service at a terminal. Ours.
pub const SERVICE_MY_POST_24: &str = "MYPOST24";

/// Statuses, without `-`, `_` and blanks, in small letters. `none` is published by the document, the others by Post's
/// product page in one spelling (`REGISTRED_MAIL`, `SUISSE-ID`) and elsewhere in others.
pub const STATUSES: [(&str, Verified); 5] = [
    ("none", Verified::None),
    ("mail", Verified::Mail),
    ("registredmail", Verified::RegisteredMail),
    ("registeredmail", Verified::RegisteredMail),
    ("suisseid", Verified::SuisseId),
];

/// Qualities of an address: `CERTIFIED` is published, the others were seen.
pub const QUALITIES: [(&str, Quality); 8] = [
    ("CERTIFIED", Quality::Good),
    ("DOMICILE_CERTIFIED", Quality::Good),
    ("VERIFIED", Quality::Good),
    ("USABLE", Quality::Good),
    ("FIXED", Quality::Good),
    ("COMPROMISED", Quality::Doubtful),
    ("UNUSABLE", Quality::Doubtful),
    ("INVALID", Quality::Doubtful),
];

/// A token's life in seconds where the answer names none: the shortest that was ever recorded.
pub const ASSUMED_LIFE: i64 = 60;

/// Types of the location service, which knows its types by these ids (seen). Those of PickPost,
pub const TYPE_PICK_POST: &str = "001134032";
/// My Post 24,
pub const TYPE_MY_POST_24: &str = "001490010";
/// and places that wheelchairs get into.
pub const TYPE_STEP_FREE: &str = "001134109";
/// Type of a branch of Post's own (seen).
pub const TYPE_BRANCH: &str = "001PST";
/// How the kind of those who keep a point for Post begins (seen).
pub const KEPT_BY_PARTNER: &str = "001Q";
/// Counters where parcels are handed out; a place may list others, such as that of its PO boxes (seen).
pub const COUNTER: &str = "0011";
/// Post's own location search, as a page of its own. Its address is ours to assume.
pub const MAP: &str = "https://places.post.ch/";

/// Tracking has a host of its own in the current generation (seen), and no place in the older one.
const TRACKING_HOST: &str = "https://mysb.apis.post.ch";
/// Below it (seen).
const TRACKING: &str = "/logistics/mailpiece/tracking/business/v1/mailpieces";
/// Its scope (seen).
const SCOPE_TRACKING: &str = "MYSB_MAILPIECE_TRACKING_B2B_READ";
/// A sub-event that begins so takes its scan back (seen in the anonymous tracking).
pub const REVOKES: &str = "CAN";

/// Below the host of the location service.
const LOCATIONS: &str = "/StandortSuche/StaoCacheServiceV2/api/v1";
/// The location service is one for all generations.
const PUBLIC_LOCATIONS: &str = "https://places.post.ch/StandortSuche/StaoCacheServiceV2/api/v1";

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
    scope_address_validate: &'static str,
    scope_address_autocomplete: &'static str,
    /// `None`: no source names it.
    scope_delivery: Option<&'static str>,
    paths: Paths,
    completion: Completion,
}

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
            scope_address_validate: helping(
                &settings.scope_address_validate,
                Some(usual.scope_address_validate),
            ),
            scope_address_autocomplete: helping(
                &settings.scope_address_autocomplete,
                Some(usual.scope_address_autocomplete),
            ),
            scope_delivery: helping(&settings.scope_delivery, usual.scope_delivery),
            tracking: tracking(settings, &base),
            credentials_in_query: settings.credentials_in_query,
            subscription_key: settings.subscription_key.clone(),
            paths: usual.paths,
            completion: usual.completion,
            base,
        }
    }

    /// What the shop does without, in sentences that name the settings: said at the start.
    #[must_use]
    pub fn without(&self) -> Vec<&'static str> {
        let missing = |scope: &Option<String>, sentence| scope.is_none().then_some(sentence);
        [
            missing(
                &self.scope_address_validate,
                "addresses are not checked by Post: POST_SCOPE_ADDRESS_VALIDATE names no scope",
            ),
            missing(
                &self.scope_address_autocomplete,
                "addresses are not completed by Post: POST_SCOPE_ADDRESS_AUTOCOMPLETE names no scope",
            ),
            missing(
                &self.scope_delivery,
                "Post's holidays are not asked for, the shop's own calendar holds: POST_SCOPE_DELIVERY names no scope",
            ),
            self.tracking.is_none().then_some(
                "parcels are not followed by themselves: POST_TRACKING_URL names no address, or POST_SCOPE_TRACKING is off",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// The address and the scope of tracking. What is set to another address is asked there with the scope that is set, or seen.
fn tracking(settings: &PostSettings, base: &str) -> Option<(String, String)> {
    let usual = match settings.profile {
        Profile::Sandbox => Some(format!("{base}{TRACKING}")),
        Profile::Dcapi => Some(format!("{TRACKING_HOST}{TRACKING}")),
        Profile::Wedec | Profile::Wedecint => None,
    };
    let url = settings.tracking_url.as_ref().map(Url::to_string).or(usual)?;
    Some((url, helping(&settings.scope_tracking, Some(SCOPE_TRACKING))?))
}

/// The scope of something that only helps.
fn helping(set: &Scope, usual: Option<&str>) -> Option<String> {
    match set {
        Scope::Usual => usual.map(ToOwned::to_owned),
        Scope::Off => None,
        Scope::Named(scope) => Some(scope.clone()),
    }
}

fn usual(settings: &PostSettings) -> Usual {
    let of_wedec = |base: &str, token| Usual {
        base: base.to_owned(),
        token,
        locations: Some(PUBLIC_LOCATIONS),
        scope_pickpost: Some("WEDEC_PICKPOST"),
        scope_barcode: "WEDEC_BARCODE_READ",
        scope_address_validate: "WEDEC_VALIDATE_ADDRESS",
        scope_address_autocomplete: "WEDEC_AUTOCOMPLETE_ADDRESS",
        scope_delivery: Some("WEDEC_DELIVERY"),
        paths: PATHS,
        completion: WEDEC,
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
            scope_address_validate: "DCAPI_ADDRESS_VALIDATE",
            scope_address_autocomplete: "DCAPI_ADDRESS_AUTOCOMPLETE",
            scope_delivery: None,
            // As its page prints them: these two with one more `/api`.
            paths: Paths {
                days: "/api/delivery/v1/deliverabilities/when",
                holidays: "/api/delivery/v1/options/holidays",
                ..PATHS
            },
            completion: DCAPI,
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
