//! Whom the shop asks, and how: what a profile has by itself, and what a setting changes of it.

use pickpost_shop::config::Settings;
use pickpost_shop::i18n::Lang;
use pickpost_shop::post::map::Frame;
use pickpost_shop::post::profile::Dialect;

const PLACES: &str = "https://places.post.ch/StandortSuche/StaoCacheServiceV2/api/v1";

fn settings(pairs: &[(&str, &str)]) -> Settings {
    let lookup =
        |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    Settings::read(&lookup).expect("settings")
}

/// What a live profile needs of every merchant.
fn live(profile: &'static str) -> Vec<(&'static str, &'static str)> {
    let licence = ("POST_FRANKING_LICENCE", "600123");
    let mail = ("MAIL_URL", "smtp://mail.example.ch");
    vec![("POST_PROFILE", profile), ("POST_CLIENT_ID", "a"), ("POST_CLIENT_SECRET", "b"), licence, mail]
}

/// Why a shop with these settings does not start.
fn refused(pairs: &[(&str, &str)]) -> String {
    let lookup =
        |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    Settings::read(&lookup).expect_err("a reason").to_string()
}

/// Base, token, locations, the two scopes.
fn dialect(settings: &Settings) -> [String; 5] {
    let Dialect { base, token, locations, scope_pickpost, scope_barcode, .. } = Dialect::of(&settings.post);
    [base, token, locations, scope_pickpost, scope_barcode]
}

#[test]
fn every_profile_has_its_addresses_and_scopes() {
    for (profile, expected) in [
        (
            "sandbox",
            [
                "http://127.0.0.1:8081",
                "http://127.0.0.1:8081/OAuth/token",
                "http://127.0.0.1:8081/StandortSuche/StaoCacheServiceV2/api/v1",
                "WEDEC_PICKPOST",
                "WEDEC_BARCODE_READ",
            ],
        ),
        (
            "dcapi",
            [
                "https://dcapi.apis.post.ch",
                "https://api.post.ch/OAuth/token",
                PLACES,
                "A_SCOPE",
                "DCAPI_BARCODE_READ",
            ],
        ),
        (
            "wedec",
            [
                "https://wedec.post.ch/api",
                "https://wedec.post.ch/WEDECOAuth/token",
                PLACES,
                "WEDEC_PICKPOST",
                "WEDEC_BARCODE_READ",
            ],
        ),
        (
            "wedecint",
            [
                "https://wedecint.post.ch/api",
                "https://wedecint.post.ch/WEDECOAuth/token",
                PLACES,
                "WEDEC_PICKPOST",
                "WEDEC_BARCODE_READ",
            ],
        ),
    ] {
        let mut pairs = live(profile);
        if profile == "dcapi" {
            pairs.push(("POST_SCOPE_PICKPOST", "A_SCOPE"));
        }
        assert_eq!(dialect(&settings(&pairs)), expected, "{profile}");
    }
}

/// The scopes of what only helps: validation, completion, delivery.
fn helps(pairs: &[(&str, &str)]) -> [Option<String>; 3] {
    let dialect = Dialect::of(&settings(pairs).post);
    [dialect.scope_address_validate, dialect.scope_address_autocomplete, dialect.scope_delivery]
}

#[test]
fn what_no_source_names_a_scope_for_is_off_and_said_so_and_never_stops_the_shop() {
    let named = |names: [&str; 3]| names.map(|name| Some(name.to_owned()));
    let wedec = named(["WEDEC_VALIDATE_ADDRESS", "WEDEC_AUTOCOMPLETE_ADDRESS", "WEDEC_DELIVERY"]);
    for profile in ["sandbox", "wedec", "wedecint"] {
        assert_eq!(helps(&live(profile)), wedec, "{profile}");
    }
    let dcapi = [live("dcapi"), vec![("POST_SCOPE_PICKPOST", "A_SCOPE")]].concat();
    let seen = ["DCAPI_ADDRESS_VALIDATE", "DCAPI_ADDRESS_AUTOCOMPLETE"].map(|name| Some(name.to_owned()));
    assert_eq!(helps(&dcapi)[..2], seen);
    let without = Dialect::of(&settings(&dcapi).post).without();
    assert_eq!(without.len(), 1, "{without:?}");
    assert!(without[0].contains("POST_SCOPE_DELIVERY"), "{without:?}");
    let set = [
        ("POST_SCOPE_ADDRESS_VALIDATE", "off"),
        ("POST_SCOPE_ADDRESS_AUTOCOMPLETE", "ONE"),
        ("POST_SCOPE_DELIVERY", "TWO"),
    ];
    let set = [dcapi, set.to_vec()].concat();
    assert_eq!(helps(&set), [None, Some("ONE".to_owned()), Some("TWO".to_owned())]);
    let without = Dialect::of(&settings(&set).post).without();
    assert!(without.len() == 1 && without[0].contains("POST_SCOPE_ADDRESS_VALIDATE"), "{without:?}");
}

#[test]
fn where_and_as_whom_parcels_are_followed_can_be_set_like_everything_else() {
    let path = "/logistics/mailpiece/tracking/business/v1/mailpieces";
    let of = |profile, more: &[(&'static str, &'static str)]| {
        let pairs = [live(profile), vec![("POST_SCOPE_PICKPOST", "A_SCOPE")], more.to_vec()].concat();
        let dialect = Dialect::of(&settings(&pairs).post);
        let said = dialect.without().iter().any(|sentence| sentence.contains("POST_TRACKING_URL"));
        assert_eq!(said, dialect.tracking.is_none(), "what is left out is said");
        dialect.tracking
    };
    let seen = "MYSB_MAILPIECE_TRACKING_B2B_READ";
    let some = |url: String, scope: &str| Some((url, scope.to_owned()));
    assert_eq!(of("sandbox", &[]), some(format!("http://127.0.0.1:8081{path}"), seen));
    assert_eq!(of("dcapi", &[]), some(format!("https://mysb.apis.post.ch{path}"), seen));
    assert_eq!(of("dcapi", &[("POST_SCOPE_TRACKING", "off")]), None);
    let named = [("POST_SCOPE_TRACKING", "ANOTHER"), ("POST_TRACKING_URL", "https://track.example.ch/v2")];
    for profile in ["sandbox", "dcapi", "wedec", "wedecint"] {
        assert_eq!(of(profile, &named), some("https://track.example.ch/v2".into(), "ANOTHER"), "{profile}");
    }
    assert_eq!(of("wedec", &[]), None, "no source names one");
    let plain = [live("dcapi"), vec![("POST_TRACKING_URL", "http://track.example.ch")]].concat();
    assert!(refused(&plain).contains("POST_"), "only https");
}

#[test]
fn a_real_profile_names_all_that_it_lacks_in_one_sentence() {
    for profile in ["dcapi", "wedec", "wedecint"] {
        let mut set = [live(profile), vec![("POST_SCOPE_PICKPOST", "A_SCOPE")]].concat();
        if profile != "dcapi" {
            set.pop();
        }
        // One after the other is taken away, until only the profile is left.
        let mut gone = Vec::new();
        while set.len() > 1 {
            gone.push(set.remove(1).0);
            let sentence = refused(&set);
            assert!(sentence.ends_with('.') && !sentence.contains(['\n', '"']), "{sentence}");
            for name in &gone {
                assert_eq!(sentence.matches(name).count(), 1, "{sentence}");
            }
            assert!(
                set.iter().skip(1).all(|(name, _)| !sentence.contains(name) || gone.len() == 1),
                "{sentence}"
            );
        }
        assert!(
            gone.len() >= 4 && include_str!("../../docs/doctor.md").contains(&refused(&set)),
            "{profile}"
        );
    }
}

#[test]
fn nobody_sells_with_the_invented_licence_and_every_licence_is_one_that_a_parcel_can_carry() {
    for profile in ["dcapi", "wedec", "wedecint"] {
        let whole = [live(profile), vec![("POST_SCOPE_PICKPOST", "A_SCOPE")]].concat();
        for licence in [None, Some("00123456"), Some("123456")] {
            let mut pairs = whole.clone();
            pairs.retain(|(name, _)| *name != "POST_FRANKING_LICENCE");
            pairs.extend(licence.map(|licence| ("POST_FRANKING_LICENCE", licence)));
            let sentence = refused(&pairs);
            assert!(sentence.contains("POST_FRANKING_LICENCE must be your own"), "{sentence}");
        }
    }
    let own = |licence: &'static str| {
        let mut pairs = live("wedec");
        pairs.retain(|(name, _)| *name != "POST_FRANKING_LICENCE");
        [pairs, vec![("POST_FRANKING_LICENCE", licence)]].concat()
    };
    for (licence, carried) in [("60012345", "60012345"), ("600123", "00600123"), ("6001", "00006001")] {
        assert_eq!(settings(&own(licence)).post.franking_licence, carried);
    }
    for (licence, why) in
        [("A1B2", "letters"), ("60012", "4, 6 or 8 digits"), ("600123456", "4, 6 or 8 digits")]
    {
        let sentence = refused(&own(licence));
        assert!(sentence.contains("POST_FRANKING_LICENCE") && sentence.contains(why), "{sentence}");
        assert!(sentence.ends_with('.') && !sentence.contains('\n'), "{sentence}");
    }
}

#[test]
fn each_generation_is_asked_in_its_own_words() {
    let of = |profile| {
        let pairs = [live(profile), vec![("POST_SCOPE_PICKPOST", "A_SCOPE")]].concat();
        let dialect = Dialect::of(&settings(&pairs).post);
        let completion = dialect.completion;
        let houses = [completion.houses, completion.house_street, completion.house_number];
        (completion.street, houses, completion.with_kind, dialect.paths.days)
    };
    let days = "/delivery/v1/deliverabilities/when";
    let wedec = ("name", ["/address/v1/houses", "streetname", "number"], false, days);
    for profile in ["sandbox", "wedec", "wedecint"] {
        assert_eq!(of(profile), wedec, "{profile}");
    }
    let houses = ["/address/v1/house-numbers", "street", "houseNumber"];
    assert_eq!(of("dcapi"), ("street", houses, true, "/api/delivery/v1/deliverabilities/when"));
}

#[test]
fn what_is_set_goes_before_what_a_profile_has() {
    let base = ("POST_BASE_URL", "http://127.0.0.1:9000/post/");
    assert_eq!(
        dialect(&settings(&[base]))[..3],
        [
            "http://127.0.0.1:9000/post",
            "http://127.0.0.1:9000/post/OAuth/token",
            "http://127.0.0.1:9000/post/StandortSuche/StaoCacheServiceV2/api/v1",
        ],
        "another simulator has everything below its base"
    );
    let set = [
        base,
        ("POST_TOKEN_URL", "http://127.0.0.1:9001/token"),
        ("POST_LOCATIONS_URL", "http://127.0.0.1:9002/points/"),
        ("POST_SCOPE_PICKPOST", "ONE"),
        ("POST_SCOPE_BARCODE", "TWO"),
    ];
    assert_eq!(
        dialect(&settings(&set)),
        [
            "http://127.0.0.1:9000/post",
            "http://127.0.0.1:9001/token",
            "http://127.0.0.1:9002/points",
            "ONE",
            "TWO",
        ]
    );
}

#[test]
fn the_simulator_is_asked_where_it_listens_in_the_end() {
    let mut free = settings(&[
        ("SANDBOX_BIND", "0.0.0.0:0"),
        ("POST_TOKEN_URL", "http://127.0.0.1:0/OAuth/token"),
        ("POST_LOCATIONS_URL", "http://127.0.0.1:9002/points"),
    ]);
    free.sandbox_listens_at(([0, 0, 0, 0], 4711).into());
    assert_eq!(
        dialect(&free)[..3],
        ["http://127.0.0.1:4711", "http://127.0.0.1:4711/OAuth/token", "http://127.0.0.1:9002/points",],
        "what was set to another port on purpose stays there"
    );
    let mut elsewhere = settings(&[("POST_BASE_URL", "http://127.0.0.1:9000")]);
    elsewhere.sandbox_listens_at(([127, 0, 0, 1], 4711).into());
    assert_eq!(dialect(&elsewhere)[0], "http://127.0.0.1:9000");
}

#[test]
fn posts_map_is_framed_from_post_the_simulator_or_where_a_setting_says() {
    let key = ("POST_MAP_KEY", "a key");
    let wedec = [vec![key], live("wedec")].concat();
    let set = [key, ("POST_MAP_URL", "https://map.example.ch/frame?size=big")];
    let public = [key, ("SANDBOX_PUBLIC_URL", "https://play.example.ch/")];
    let busy = [key, ("SANDBOX_BIND", "127.0.0.1:0")];
    for (pairs, address, origin) in [
        (&*wedec, "https://places.post.ch/?key=a+key&lang=fr", "https://places.post.ch"),
        (&set, "https://map.example.ch/frame?size=big&key=a+key&lang=fr", "https://map.example.ch"),
        (&public, "https://play.example.ch/widget?key=a+key&lang=fr", "https://play.example.ch"),
        (&busy, "http://127.0.0.1:4711/widget?key=a+key&lang=fr", "http://127.0.0.1:4711"),
    ] {
        let mut settings = settings(pairs);
        settings.sandbox_listens_at(([127, 0, 0, 1], 4711).into());
        let frame = settings.maps.post.as_ref().and_then(Frame::of).expect("a frame");
        assert_eq!((frame.address(Lang::Fr).as_str(), frame.origin().as_str()), (address, origin));
    }
    assert!(settings(&[]).maps.post.is_none());
}

#[test]
fn plain_http_goes_to_the_host_that_is_named_as_the_simulators_and_to_no_other() {
    let far = ("SANDBOX_PUBLIC_URL", "http://post.example.ch:8081");
    let read = |pairs: &[(&str, &str)]| {
        let lookup =
            |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Settings::read(&lookup).map_err(|error| error.to_string())
    };
    let asks = |url| [far, ("POST_BASE_URL", url)];
    let settings = read(&asks("http://post.example.ch:9000/post")).expect("the named host, at any port");
    assert_eq!(dialect(&settings)[1], "http://post.example.ch:9000/post/OAuth/token");
    assert_eq!(settings.post.console().as_deref(), Some("http://post.example.ch:8081/console"));
    for url in ["http://post.example.ch.evil.example", "http://example.ch", "http://192.0.2.7"] {
        let refused = read(&asks(url)).expect_err("another host");
        assert!(refused.contains("POST_BASE_URL") && refused.contains("SANDBOX_PUBLIC_URL"), "{refused}");
    }
    for profile in ["wedec", "wedecint"] {
        let live = [
            far,
            ("POST_PROFILE", profile),
            ("POST_CLIENT_ID", "a"),
            ("POST_CLIENT_SECRET", "b"),
            ("POST_FRANKING_LICENCE", "600123"),
            ("MAIL_URL", "smtp://mail.example.ch"),
            ("POST_BASE_URL", "http://post.example.ch"),
        ];
        assert!(read(&live).expect_err("the real Post speaks https").contains("POST_BASE_URL"), "{profile}");
        assert_eq!(read(&live[..6]).expect("settings").post.console(), None, "{profile}");
    }
    assert!(read(&[("SANDBOX_DELAYS", "some")]).expect_err("a word").contains("SANDBOX_DELAYS"));
}
