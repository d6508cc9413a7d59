//! Behind the counter.

use secrecy::ExposeSecret;

use crate::support::shop::{MERCHANT, Shop};
use crate::support::walk::{Until, number, walk};

#[actix_web::test]
async fn an_order_stands_in_the_list_and_on_a_page_of_its_own() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "fr", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders").await;
    assert_eq!(clerk.texts("tbody th"), std::slice::from_ref(&number));
    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert_eq!(clerk.texts(".address-card").len(), 2, "billing and delivery side by side");
    assert!(clerk.body.contains("Status with Swiss Post: NONE"));
    let order = shop.json(&number).await;
    let totals = &order["totals"];
    assert_eq!(
        (totals["goods"].as_i64(), totals["delivery"].as_i64(), totals["total"].as_i64()),
        (Some(2850), Some(700), Some(3550))
    );
    assert_eq!(
        totals["vat"].to_string(),
        r#"[{"gross":3550,"rate":"2.6","vat":90}]"#,
        "delivery is taxed as the cheese is"
    );
}

#[actix_web::test]
async fn wrong_passwords_make_the_next_try_wait() {
    let shop = Shop::open_still(&[("SHOP_LIMITS", "on")]).await;
    let mut clerk = shop.visitor();
    for _ in 0..5 {
        clerk.get("/merchant/sign-in").await;
        clerk.submit("password", &[("email", MERCHANT.0), ("password", "wrong")]).await;
        assert_eq!(clerk.status, 422);
        assert!(clerk.body.contains("E-mail or password is wrong"));
        assert!(!clerk.body.contains("value=\"wrong\""));
    }
    clerk.submit("password", &[("email", MERCHANT.0), ("password", "wrong")]).await;
    clerk.submit("password", &[("email", MERCHANT.0), ("password", MERCHANT.1)]).await;
    assert_eq!(clerk.status, 429, "also for the right password");
    let mut nobody = shop.visitor();
    nobody.get("/merchant/sign-in").await;
    nobody.submit("password", &[("email", "nobody@example.ch"), ("password", "x")]).await;
    assert!(nobody.body.contains("E-mail or password is wrong"), "who has an account is not told");
}

#[actix_web::test]
async fn signing_in_and_out_changes_the_session_key() {
    let shop = Shop::open().await;
    let mut clerk = shop.visitor();
    walk(&mut clerk, "en", "home", Until::Address).await;
    let before = clerk.cookies.clone();
    clerk.get("/merchant/sign-in").await;
    clerk.submit("password", &[("email", MERCHANT.0), ("password", MERCHANT.1)]).await;
    assert_ne!(clerk.cookies, before);
    let signed_in = clerk.cookies.clone();
    let csrf = clerk.attribute(".sign-out input[name=csrf]", "value").expect("a token");
    clerk.post("/merchant/sign-out", &[("csrf", &csrf)]).await;
    let mut replay = shop.visitor();
    replay.cookies = signed_in;
    replay.get("/merchant/orders").await;
    assert_eq!(replay.path(), "/merchant/sign-in", "the old cookie is worth nothing");
}

#[actix_web::test]
async fn passwords_are_argon2id_at_owasps_figures() {
    use pickpost_shop::identity::password::{Held, Turn, check, hash};
    use pickpost_shop::ids::Random;
    let secret: secrecy::SecretString = "correct horse battery".into();
    let stored = hash(secret.clone(), &Random::system(), Turn::Whenever).await.expect("a hash");
    assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
    assert!(!stored.contains(secret.expose_secret()));
    let held = async |password: secrecy::SecretString, hash| {
        check(password, hash, Turn::Whenever).await.expect("a check")
    };
    assert_eq!(held(secret.clone(), Some(stored.clone())).await, Held::Right);
    assert_eq!(held("wrong".into(), Some(stored)).await, Held::Wrong);
    assert_eq!(held(secret, None).await, Held::Wrong, "the dummy is a well-formed hash");
}
