//! Every move of the table (docs/life.md) played through the shop's own pages and Post's scans, from the order to an end: after each
//! step shopper and merchant read where it stands, and in the end the mails have told what happened, in two languages.

use std::collections::HashSet;

use futures_util::future::join_all;
use pickpost_shop::clock::Clock;
use pickpost_shop::orders::life::{LifeState, MOVES, Move};
use serde_json::Value;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

/// What somebody does.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// A button of the merchant's page.
    Step(&'static str),
    /// The merchant cancels.
    Cancel,
    /// The merchant chooses another point.
    Point,
    /// The merchant corrects the first name.
    Person(&'static str),
    /// Post answers again, and the merchant asks.
    Ask,
    /// What is scanned, and told all at once.
    Scans(&'static [&'static str]),
    /// Waits until Post has the parcel's data.
    Sent,
}

/// After an act: where it stands, and the mails that tell the shopper of it.
type Leads = (Act, LifeState, &'static [&'static str]);

const COLLECTED: &[&str] = &["handed_over", "sorted", "arrived", "ready", "collected"];
const RETURNED: &[&str] = &["handed_over", "sorted", "arrived", "ready", "returned"];
const READY: &[&str] = &["handed_over", "sorted", "arrived", "ready"];

use Act::{Ask, Cancel, Person, Point, Scans, Sent, Step};
use LifeState as S;

/// Walks that begin while Post is silent.
const SILENT: [&[Leads]; 2] = [
    &[
        (Point, S::ToConfirm, &["mail-point"]),
        (Person("Zoë"), S::ToConfirm, &[]),
        (Step("held"), S::Held, &["mail-held"]),
        (Step("released"), S::ToConfirm, &[]),
        (Ask, S::ToPack, &["mail-known"]),
        (Cancel, S::Cancelled, &["mail-cancelled"]),
    ],
    &[(Cancel, S::Cancelled, &["mail-cancelled"])],
];

/// Walks with a Post that answers.
const SPOKEN: [&[Leads]; 10] = [
    &[
        (Step("packed"), S::Packed, &[]),
        (Step("unpacked"), S::ToPack, &[]),
        (Point, S::ToPack, &["mail-point"]),
        (Step("packed"), S::Packed, &[]),
        (Point, S::ToPack, &["mail-point"]),
        (Step("held"), S::Held, &["mail-held"]),
        (Point, S::ToPack, &["mail-point"]),
        (Step("packed"), S::Packed, &[]),
        (Cancel, S::Cancelled, &["mail-cancelled"]),
    ],
    &[
        (Person("Zoë"), S::ToPack, &[]),
        (Step("packed"), S::Packed, &[]),
        (Person("Léa"), S::ToPack, &[]),
        (Step("packed"), S::Packed, &[]),
        (Step("held"), S::Held, &["mail-held"]),
        (Person("Eva"), S::ToPack, &[]),
        (Step("held"), S::Held, &["mail-held"]),
        (Cancel, S::Cancelled, &["mail-cancelled"]),
    ],
    &[
        (Sent, S::ToPack, &[]),
        (Step("handed_over"), S::HandedOver, &["mail-handed-over"]),
        (Scans(READY), S::Ready, &[]),
        (Scans(&["taken_back"]), S::HandedOver, &[]),
        (Scans(&["ready", "collected"]), S::Collected, &[]),
        (Scans(&["taken_back"]), S::Ready, &[]),
        (Scans(&["collected"]), S::Collected, &[]),
    ],
    &[
        (Sent, S::ToPack, &[]),
        (Scans(RETURNED), S::Returned, &["mail-handed-over", "mail-came-back"]),
        (Step("sent_again"), S::ToPack, &[]),
        (Sent, S::ToPack, &[]),
        (Scans(&["handed_over"]), S::HandedOver, &["mail-handed-over"]),
        (Scans(&["sorted", "returned"]), S::Returned, &["mail-came-back"]),
        (Point, S::ToPack, &["mail-point"]),
        (Sent, S::ToPack, &[]),
        (Step("packed"), S::Packed, &[]),
        (Scans(RETURNED), S::Returned, &["mail-handed-over", "mail-came-back"]),
        (Person("Zoë"), S::ToPack, &[]),
        (Sent, S::ToPack, &[]),
        (Scans(COLLECTED), S::Collected, &["mail-handed-over"]),
    ],
    &[
        (Sent, S::ToPack, &[]),
        (Step("packed"), S::Packed, &[]),
        (Step("handed_over"), S::HandedOver, &["mail-handed-over"]),
        (Scans(RETURNED), S::Returned, &["mail-came-back"]),
        (Scans(&["taken_back"]), S::Ready, &[]),
        (Scans(&["returned"]), S::Returned, &["mail-came-back"]),
        (Step("refunded"), S::Refunded, &[]),
    ],
    &[
        (Sent, S::ToPack, &[]),
        (Scans(READY), S::Ready, &["mail-handed-over"]),
        (Scans(&["returned"]), S::Returned, &["mail-came-back"]),
    ],
    &[
        (Sent, S::ToPack, &[]),
        (Step("packed"), S::Packed, &[]),
        (Scans(READY), S::Ready, &["mail-handed-over"]),
        (Scans(&["collected"]), S::Collected, &[]),
    ],
    &[
        (Sent, S::ToPack, &[]),
        (Step("packed"), S::Packed, &[]),
        (Scans(COLLECTED), S::Collected, &["mail-handed-over"]),
    ],
    &[
        (Sent, S::ToPack, &[]),
        (Step("held"), S::Held, &["mail-held"]),
        (Scans(&["handed_over"]), S::HandedOver, &["mail-handed-over"]),
        (Scans(&["sorted", "returned"]), S::Returned, &["mail-came-back"]),
        (Step("sent_again"), S::ToPack, &[]),
        (Sent, S::ToPack, &[]),
        (Step("held"), S::Held, &["mail-held"]),
        (Scans(READY), S::Ready, &["mail-handed-over"]),
        (Scans(&["collected"]), S::Collected, &[]),
    ],
    &[
        (Sent, S::ToPack, &[]),
        (Step("held"), S::Held, &["mail-held"]),
        (Scans(RETURNED), S::Returned, &["mail-handed-over", "mail-came-back"]),
        (Step("sent_again"), S::ToPack, &[]),
        (Sent, S::ToPack, &[]),
        (Step("held"), S::Held, &["mail-held"]),
        (Scans(COLLECTED), S::Collected, &["mail-handed-over"]),
    ],
];

/// Where an order stands: the last stop that is done, in German and French, and the merchant's word.
fn words(state: LifeState) -> ([&'static str; 2], &'static str) {
    match state {
        S::ToConfirm => (["Bestellt", "Commandé"], "waiting for Swiss Post"),
        S::ToPack => (["Bestellt", "Commandé"], "to pack"),
        S::Packed => (["Wird gepackt", "En préparation"], "packed"),
        S::Held => (["Angehalten", "Suspendue"], "on hold"),
        S::HandedOver => (["Unterwegs", "En route"], "with Swiss Post"),
        S::Ready => (["Bereit an der Abholstelle", "Prêt au point de retrait"], "ready to collect"),
        S::Collected => (["Abgeholt", "Retiré"], "collected or delivered"),
        S::Returned => (["Zu uns zurückgekommen", "Revenu chez nous"], "came back"),
        S::Cancelled => (["Storniert", "Annulée"], "cancelled"),
        // It is an invoice that nobody has paid: nothing is given back.
        S::Refunded => (["Abgeschlossen", "Close"], "closed"),
    }
}

/// The subject of a mail to the shopper, in German and French; `#` is the order's number.
fn subject(mail: &str) -> [&'static str; 2] {
    match mail {
        "mail-confirmed" => ["Wir haben Ihre Bestellung # erhalten", "Nous avons bien reçu votre commande #"],
        "mail-known" => {
            ["Bestellung #: Die Abholung ist bestätigt", "Commande #\u{a0}: le retrait est confirmé"]
        }
        "mail-point" => ["Bestellung #: neue Abholstelle", "Commande #\u{a0}: nouveau point de retrait"],
        "mail-held" => ["Ihre Bestellung # ist angehalten", "Votre commande # est suspendue"],
        "mail-handed-over" => {
            ["Bestellung #: Ihr Paket ist unterwegs", "Commande #\u{a0}: votre colis est en route"]
        }
        "mail-came-back" => {
            ["Bestellung #: Ihr Paket ist zurück bei uns", "Commande #\u{a0}: votre colis nous est revenu"]
        }
        "mail-cancelled" => ["Ihre Bestellung # ist storniert", "Votre commande # est annulée"],
        other => panic!("{other} is no mail to a shopper"),
    }
}

/// One order on its way: who ordered it, and who looks after it.
struct Walk<'a> {
    shop: &'a Shop,
    clock: &'a Clock,
    /// 0 for German, 1 for French.
    lang: usize,
    visitor: Visitor,
    page: String,
    number: String,
    clerk: Visitor,
}

impl<'a> Walk<'a> {
    async fn begin((shop, clock): (&'a Shop, &'a Clock), lang: usize) -> Self {
        let mut visitor = shop.visitor();
        walk(&mut visitor, ["de", "fr"][lang], "pickpost", Until::Review).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        let (number, page) = (number(&visitor), visitor.path().to_owned());
        Self { shop, clock, lang, visitor, page, number, clerk: shop.clerk().await }
    }

    async fn posts(&mut self, below: &str, fields: &[(&str, &str)]) {
        self.clerk.get(&format!("/merchant/orders/{}", self.number)).await;
        let token = self.clerk.attribute("input[name=csrf]", "value").expect("a token");
        let fields: Vec<_> = [("csrf", &*token)].into_iter().chain(fields.iter().copied()).collect();
        self.clerk.post(&format!("/merchant/orders/{}{below}", self.number), &fields).await;
        assert_eq!(self.clerk.status, 200, "{below} {fields:?}: {}", self.clerk.body);
    }

    async fn does(&mut self, act: Act) {
        match act {
            Step(step) => self.posts("/steps", &[("step", step)]).await,
            Cancel => self.posts("/cancel", &[]).await,
            Ask => {
                self.shop.fault("none").await;
                // The breaker gives Post ten seconds.
                self.clock.advance(11);
                self.posts("", &[("ask", "1")]).await;
            }
            Point => {
                self.clerk.get(&format!("/merchant/orders/{}/point", self.number)).await;
                let now = self.clerk.attribute(".points .is-chosen button[name=choice]", "value");
                let page = self.clerk.page();
                let buttons = scraper::Selector::parse(".points button[name=choice]").expect("a selector");
                let other = page.select(&buttons).filter_map(|button| button.attr("value"));
                let other = other.map(ToOwned::to_owned).find(|token| Some(token) != now.as_ref());
                self.clerk.submit("choice", &[("choice", &other.expect("another point"))]).await;
            }
            Person(first_name) => {
                self.clerk.get(&format!("/merchant/orders/{}/person", self.number)).await;
                self.clerk.submit("notify", &[("first_name", first_name)]).await;
            }
            Sent => drop(self.shop.until(&self.number, |json| json["shipment_state"] == "sent").await),
            Scans(scans) => {
                let json = self.shop.json(&self.number).await;
                let ident = json["ident_code"].as_str().expect("an ident code").to_owned();
                for scan in scans {
                    let url = format!("{}/console/parcels/{ident}/events", self.shop.sandbox);
                    let sent = reqwest::Client::new().post(url).form(&[("event", scan)]).send().await;
                    let status = sent.expect("the console").status();
                    assert!(status.is_success() || status.is_redirection(), "{scan}: {status}");
                }
                self.shop.asks_about_parcels().await;
            }
        }
    }

    /// Shopper and merchant read the same.
    async fn reads(&mut self, state: LifeState) {
        self.shop.stands(&self.number, state.code()).await;
        let (shopper, merchant) = words(state);
        self.visitor.get(&self.page).await;
        let done = self.visitor.texts(".timeline .is-done b");
        assert_eq!(done.last().map(String::as_str), Some(shopper[self.lang]), "{state:?}: {done:?}");
        let waits = !self.visitor.texts("[data-waits]").is_empty();
        assert_eq!(waits, state == S::ToConfirm, "{state:?} of {}", self.number);
        self.clerk.get(&format!("/merchant/orders/{}", self.number)).await;
        assert_eq!(self.clerk.texts(".life .pill"), [merchant], "{state:?}");
        let asks = self.clerk.attribute("button[name=ask]", "name").is_some();
        assert_eq!(asks, state == S::ToConfirm, "{state:?}: {}", self.clerk.body);
        self.clerk.get("/merchant/orders?waiting=1").await;
        let waits = self.clerk.body.contains(&self.number);
        assert_eq!(waits, state == S::ToConfirm, "{state:?} of {}", self.number);
    }

    /// The whole walk; gives the pairs of the table that it has played, by the order's own history.
    async fn goes(mut self, silent: bool, way: &[Leads]) -> Vec<(LifeState, Move, LifeState)> {
        self.reads(if silent { S::ToConfirm } else { S::ToPack }).await;
        let mut told = vec!["mail-confirmed"];
        for (act, state, mail) in way {
            self.does(*act).await;
            self.reads(*state).await;
            told.extend(*mail);
        }
        self.shop.told().await;
        self.was_told(&told).await;
        let json = self.shop.json(&self.number).await;
        let history = json["history"].as_array().expect("a history").clone();
        let moves = history.iter().filter_map(|entry| {
            // The history tells of the parcel, the table of the order.
            let what = entry["what"].as_str()?.trim_start_matches("parcel_");
            Move::ALL.into_iter().find(|known| known.code() == what)
        });
        let mut state = S::ToConfirm;
        let mut pairs = Vec::new();
        for by in moves {
            // A parcel whose order was placed with a known User ID was announced with it.
            let to = state.after(by).unwrap_or_else(|| panic!("{by:?} from {state:?}: {history:?}"));
            pairs.push((state, by, to));
            state = to;
        }
        assert_eq!(json["state"], state.code());
        pairs
    }

    async fn was_told(&self, mails: &[&str]) {
        let url = format!("{}/console/messages.json", self.shop.sandbox);
        let all: Vec<Value> = reqwest::get(url).await.expect("the console").json().await.expect("messages");
        let to_shopper = |mail: &&Value| {
            mail["order"] == self.number.as_str()
                && mail["to"] != "shop@murmel.example"
                && mail["from"] == "shop"
        };
        let mut subjects: Vec<&str> =
            all.iter().filter(to_shopper).filter_map(|mail| mail["subject"].as_str()).collect();
        let mut expected: Vec<String> =
            mails.iter().map(|mail| subject(mail)[self.lang].replace('#', &self.number)).collect();
        subjects.sort_unstable();
        expected.sort_unstable();
        assert_eq!(subjects, expected);
    }
}

#[actix_web::test]
async fn every_move_of_the_table_is_played_and_told_to_shopper_and_merchant_in_two_languages() {
    let mut played = HashSet::new();
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &[]).await;
    for (lang, way) in SILENT.into_iter().enumerate() {
        shop.fault("500").await;
        let begun = Walk::begin((&shop, &clock), lang).await;
        played.extend(begun.goes(true, way).await);
        shop.fault("none").await;
        clock.advance(11);
    }
    let (shop, clock) = (Shop::open().await, Clock::System);
    let walks = SPOKEN.into_iter().enumerate().map(async |(at, way)| {
        let begun = Walk::begin((&shop, &clock), at % 2).await;
        begun.goes(false, way).await
    });
    played.extend(join_all(walks).await.into_iter().flatten());
    // What Post tells first is preceded by the hand-over, in the same look: the table would bear it alone, the shop never does it.
    let alone = |(from, _, to): &(LifeState, Move, LifeState)| {
        from.is_here() && [S::Ready, S::Collected, S::Returned].contains(to)
    };
    let missing: Vec<_> = MOVES.into_iter().filter(|pair| !alone(pair) && !played.contains(pair)).collect();
    assert_eq!(missing, [], "each is played");
    assert!(!played.iter().any(alone), "{played:?}");
}
