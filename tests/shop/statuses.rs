//! What Post's status changes for the shopper: at a terminal how much a counter near by stands out, and nothing else anywhere.

use pickpost_shop::i18n::Lang;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, walk_as};

/// Tags of the simulator: nobody has been checked, or Post gives a status that nobody knows; and the three that count the same.
const UNCHECKED: [&str; 2] = ["x", "unknown"];
const CHECKED: [&str; 3] = ["mail", "registred", "suisseid"];

/// The payment page of somebody whom Post answers about so.
async fn told(shop: &Shop, lang: Lang, delivery: &str, tag: &str) -> Visitor {
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, lang.code(), delivery, Until::Payment, &format!("hans+{tag}@example.ch")).await;
    assert_eq!(visitor.path(), format!("/{lang}/checkout/payment"));
    visitor
}

fn notice(visitor: &Visitor) -> String {
    visitor.texts(".notice").join(" ")
}

#[actix_web::test]
async fn at_a_terminal_the_check_is_always_spoken_of_and_none_brings_a_counter_to_the_front() {
    let shop = Shop::open().await;
    for lang in Lang::ALL {
        let mut checked = Vec::new();
        for tag in UNCHECKED.into_iter().chain(CHECKED) {
            let mut visitor = told(&shop, lang, "my_post_24", tag).await;
            assert!(
                notice(&visitor).contains(&*lang.t("locker-check")),
                "{lang} {tag}: {}",
                notice(&visitor)
            );
            assert!(notice(&visitor).contains(&*lang.t("news-given")), "{lang} {tag}: {}", notice(&visitor));
            let ways = visitor.texts(".notice a");
            assert_eq!(ways, [lang.t("locker-counter")], "{lang} {tag}: one way to a counter");
            let buttons = visitor.texts(".notice a.button").len();
            if CHECKED.contains(&tag) {
                assert_eq!(buttons, 0, "{lang} {tag}: nothing stands out");
                checked.push(notice(&visitor));
                continue;
            }
            assert_eq!(buttons, 1, "{lang} {tag}: the counter stands out");
            let way = visitor.attribute(".notice a.button", "href").expect("a way");
            visitor.get(&way).await;
            assert_eq!((visitor.status, visitor.path()), (200, &*format!("/{lang}/checkout/point")));
            assert!(visitor.attribute("button[name=choice]", "value").is_some(), "one click away");
            assert!(visitor.url.contains("kind=pickpost"), "{}", visitor.url);
        }
        assert!(checked.windows(2).all(|pair| pair[0] == pair[1]), "{lang}: the three are one: {checked:?}");
    }
}

#[actix_web::test]
async fn at_a_counter_the_status_changes_nothing() {
    let shop = Shop::open().await;
    for lang in Lang::ALL {
        let mut said = Vec::new();
        for tag in UNCHECKED.into_iter().chain(CHECKED) {
            let visitor = told(&shop, lang, "pickpost", tag).await;
            assert!(visitor.texts(".notice a").is_empty(), "{lang} {tag}");
            assert!(!visitor.body.contains(&*lang.t("locker-check")), "{lang} {tag}");
            said.push(notice(&visitor));
        }
        assert!(said.windows(2).all(|pair| pair[0] == pair[1]), "{lang}: {said:?}");
        assert_eq!(said[0], lang.t("news-given"));
    }
}

#[actix_web::test]
async fn where_post_is_silent_the_check_is_spoken_of_all_the_same_and_after_the_order_too() {
    let shop = Shop::open().await;
    for (lang, tag, news) in [(Lang::De, "500", "news-to-confirm"), (Lang::It, "mail", "news-given")] {
        let mut visitor = told(&shop, lang, "my_post_24", tag).await;
        assert!(notice(&visitor).contains(&*lang.t(news)), "{}", notice(&visitor));
        assert!(notice(&visitor).contains(&*lang.t("locker-check")), "{}", notice(&visitor));
        assert_eq!(visitor.texts(".notice a").len(), 1);
        visitor.submit("payment", &[("payment", "invoice")]).await;
        assert!(visitor.body.contains(&*lang.t("locker-check")), "the review");
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        assert!(visitor.path().contains("/orders/"), "{}", visitor.url);
        assert!(visitor.body.contains(&*lang.t("locker-check")), "the order's page");
    }
}
