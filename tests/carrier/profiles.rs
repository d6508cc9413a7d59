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
        let mut pairs = vec![("POST_PROFILE", profile), ("POST_CLIENT_ID", "a"), ("POST_CLIENT_SECRET", "b")];
        if profile == "dcapi" {
            pairs.push(("POST_SCOPE_PICKPOST", "A_SCOPE"));
        }
        assert_eq!(dialect(&settings(&pairs)), expected, "{profile}");
    }
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
    let wedec = [key, ("POST_PROFILE", "wedec"), ("POST_CLIENT_ID", "a"), ("POST_CLIENT_SECRET", "b")];
    let set = [key, ("POST_MAP_URL", "https://map.example.ch/frame?size=big")];
    let public = [key, ("SANDBOX_PUBLIC_URL", "https://play.example.ch/")];
    let busy = [key, ("SANDBOX_BIND", "127.0.0.1:0")];
    for (pairs, address, origin) in [
        (&wedec[..], "https://places.post.ch/?key=a+key&lang=fr", "https://places.post.ch"),
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
            ("POST_BASE_URL", "http://post.example.ch"),
        ];
        assert!(read(&live).expect_err("the real Post speaks https").contains("POST_BASE_URL"), "{profile}");
        assert_eq!(read(&live[..4]).expect("settings").post.console(), None, "{profile}");
    }
    assert!(read(&[("SANDBOX_DELAYS", "some")]).expect_err("a word").contains("SANDBOX_DELAYS"));
}
