//! An instance is killed at every step of sending a parcel's data; the next one goes on. There are never two labels of one
//! parcel that could be used.

use std::collections::{BTreeSet, HashMap};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

use chrono::TimeDelta;
use pickpost_shop::address::Postcode;
use pickpost_shop::calendar::Calendar;
use pickpost_shop::carrier::LabelSender;
use pickpost_shop::clock::Clock;
use pickpost_shop::config::Settings;
use pickpost_shop::db::lines::Lines;
use pickpost_shop::db::pulse::Pulse;
use pickpost_shop::db::turns::Turns;
use pickpost_shop::ground::{Bell, Ground};
use pickpost_shop::ids::Random;
use pickpost_shop::post::Carrier;
use pickpost_shop::shipping::shipment::store::LEASE;
use pickpost_shop::shipping::shipment::{Forwarder, Gate, Opens, Sent};
use serde_json::Value;
use uuid::Uuid;

use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::walk::{Until, number, walk};

#[derive(Debug)]
struct Open;

impl Gate for Open {
    fn opens(&self, _: Uuid) -> Opens<'_> {
        Box::pin(async { Ok(true) })
    }
}

/// The part of an instance that sends, with connections of its own: they end with it.
async fn instance(shop: &Shop, clock: &Clock) -> Forwarder {
    let pool = shop.app_pool().await;
    let lines = Lines::new((*pool.connect_options()).clone(), Pulse::default(), 1);
    let settings = HashMap::from([("POST_BASE_URL", shop.sandbox.clone())]);
    let settings = Settings::read(&|name| settings.get(name).cloned()).expect("settings").post;
    Forwarder {
        ground: Ground {
            pool,
            lines,
            clock: clock.clone(),
            calendar: Calendar::default(),
            random: Random::system(),
            turns: Turns::default(),
            bell: Bell::default(),
        },
        carrier: Carrier::new(&settings, clock.clone(), Random::system()).expect("a client"),
        licence: settings.franking_licence,
        sender: LabelSender {
            name: "Murmel".into(),
            street: "Gerbergasse 1".into(),
            postcode: Postcode::parse("3000").expect("a postcode"),
            town: "Bern".into(),
            office: "3000 Bern".into(),
        },
        gate: Rc::new(Open),
    }
}

/// Does something until it would go on for the nth time after it waited for the network; then it is dropped where it stands.
async fn killed<T>(work: impl Future<Output = T>, after: usize) -> Option<T> {
    let (mut work, mut steps) = (Box::pin(work), 0);
    poll_fn(move |context| {
        steps += 1;
        if steps > after { Poll::Ready(None) } else { work.as_mut().poll(context).map(Some) }
    })
    .await
}

async fn ordered(shop: &Shop) -> (String, Uuid) {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    let newest = sqlx::query_scalar("select id from shop_order order by number desc limit 1");
    (number, newest.fetch_one(&mut shop.owner_meanwhile().await).await.expect("an order"))
}

/// The numbers of which Post has made a label.
async fn made(shop: &Shop) -> BTreeSet<String> {
    let answer = reqwest::get(format!("{}/console/parcels.json", shop.sandbox)).await.expect("the console");
    let parcels: Vec<Value> = answer.json().await.expect("JSON");
    parcels.iter().map(|parcel| parcel["ident_code"].as_str().expect("a code").to_owned()).collect()
}

/// The numbers of this order that were written off.
async fn gone(shop: &Shop, order: Uuid) -> BTreeSet<String> {
    let gone = "select w.ident_code from written_off_number w join parcel p on p.id = w.parcel_id where p.order_id = $1";
    let mut owner = shop.owner_meanwhile().await;
    sqlx::query_scalar(gone).bind(order).fetch_all(&mut owner).await.expect("numbers").into_iter().collect()
}

/// Labels of an order, and those of them that are of the number that their parcel has.
async fn labels(shop: &Shop, order: Uuid) -> (i64, i64) {
    let labels = "select count(*), count(*) filter (where a.ident_code = p.ident_code and a.outcome = 'sent')
        from official_label l join parcel p on p.id = l.parcel_id join shipment_attempt a on a.id = l.attempt_id
        where p.order_id = $1";
    sqlx::query_as(labels).bind(order).fetch_one(&mut shop.owner_meanwhile().await).await.expect("labels")
}

/// How far a question had come when whoever asked it was killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Left {
    Unbegun,
    Unasked,
    Unheard,
    Settled,
}

impl Left {
    async fn by(shop: &Shop, order: Uuid) -> Self {
        let open = "select p.ident_code from shipment_attempt a join parcel p on p.id = a.parcel_id
            where p.order_id = $1 and a.ended_at is null";
        let mut owner = shop.owner_meanwhile().await;
        let open: Option<String> =
            sqlx::query_scalar(open).bind(order).fetch_optional(&mut owner).await.expect("a question");
        match open {
            Some(code) if made(shop).await.contains(&code) => Self::Unheard,
            Some(_) => Self::Unasked,
            None if labels(shop, order).await == (0, 0) => Self::Unbegun,
            None => Self::Settled,
        }
    }
}

/// One instance after the other is killed at the first step, at the second, and so on, until one lives to the end.
async fn killed_at_each_step(shop: &Shop, clock: &Clock) -> BTreeSet<Left> {
    let (mut ways, mut step, mut lived) = (BTreeSet::new(), 0, false);
    while !lived {
        let (number, order) = ordered(shop).await;
        let before = made(shop).await;
        let mut left = Left::Unbegun;
        while left != Left::Settled {
            step += 1;
            assert!(step < 500, "nobody lives to the end");
            let ended = killed(instance(shop, clock).await.send(order), step).await;
            lived = ended.is_some();
            assert!(
                !lived || ended.is_some_and(|end| matches!(end, Ok(Sent::Done))),
                "left alone it goes well"
            );
            left = Left::by(shop, order).await;
            ways.insert(left);
            clock.advance((LEASE + TimeDelta::seconds(1)).num_seconds());
        }
        let json = shop.json(&number).await;
        assert_eq!(json["shipment_state"], "sent", "killed at step {step}");
        assert_eq!(labels(shop, order).await, (1, 1), "killed at step {step}");
        let (gone, history) = (gone(shop, order).await, json["history"].to_string().replace('.', ""));
        assert!(
            gone.iter().all(|code| history.contains(code)),
            "killed at step {step}: {gone:?} in {history}"
        );
        let mut known: BTreeSet<String> = made(shop).await.difference(&before).cloned().collect();
        let code = json["ident_code"].as_str().expect("a code");
        assert!(known.remove(code), "killed at step {step}: Post knows the label's number");
        assert!(
            known.is_subset(&gone),
            "killed at step {step}: {known:?} is no label, nor written off: {gone:?}"
        );
    }
    ways
}

#[actix_web::test]
async fn whatever_step_an_instance_is_killed_at_the_next_one_leaves_one_usable_label() {
    let clock = Clock::fixed(Clock::System.now());
    // The shop's own job waits: those of this test are at it.
    let shop = Shop::open_at(clock.clone(), &[("SHOP_HOLD_MINUTES", "20160")]).await;
    let mut ways = BTreeSet::new();
    // On a busy machine several steps may be one: then once more.
    for _ in patience() {
        ways.append(&mut killed_at_each_step(&shop, &clock).await);
        if ways.len() == 4 {
            return;
        }
    }
    panic!("not every way was gone: {ways:?}");
}
