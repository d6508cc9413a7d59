//! The basket's page: quantities, prices, what delivery will cost, stock told honestly.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::basket::pages::seen;
use crate::basket::{Basket, BasketLine, Summary, store};
use crate::catalogue::product::MOST;
use crate::catalogue::{Goods, Shelf};
use crate::i18n::Lang;
use crate::parcel::tariff;
use crate::pasted;
use crate::web::{Answer, Change, Form, FormState, Page, Visit, page, see_other, unprocessable};

/// The form: `quantity_<product>` for every line, or `remove` with one product.
#[derive(Debug, Default, Deserialize)]
pub struct BasketForm {
    #[serde(flatten)]
    fields: HashMap<String, String>,
}

/// A line with what stands in its field.
struct Line {
    line: BasketLine,
    /// The words of the button that takes what is left, where fewer are left than lie here.
    take: Option<String>,
    field: String,
    value: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "basket/basket.html")]
struct BasketView {
    p: Page,
    lines: Vec<Line>,
    form: FormState,
    summary: Summary,
    /// What the form was made from.
    version: String,
    /// What another window has changed since.
    moved: Vec<Change>,
    /// What the delivery will cost, or that there is none.
    delivery: Option<String>,
    orderable: bool,
    /// Articles that lay here and are no longer sold, in words.
    gone: Vec<String>,
    /// Whether what lay here was kept for a day and is no longer.
    ended: bool,
}

/// Shows the basket.
///
/// # Errors
/// When the database fails.
pub async fn show(mut visit: Visit, goods: Data<Goods>) -> Answer {
    let basket = load(&visit, &goods).await?;
    visit.recount(basket.lines.iter().map(|line| line.quantity.unsigned_abs()).sum())?;
    let ended = visit.has_ended();
    page(&BasketView { ended, ..view(visit.page, &basket, &HashMap::new()) })
}

/// Changes quantities.
///
/// # Errors
/// When the database fails.
pub async fn submit(mut visit: Visit, goods: Data<Goods>, Form(form): Form<BasketForm>) -> Answer {
    // Without a basket there is nothing to change; and the empty id would be everybody's.
    if visit.basket().is_none() {
        return Ok(see_other(&visit.page.href("/basket")));
    }
    let basket = load(&visit, &goods).await?;
    let seen = form.seen(&goods.now(), visit.lang());
    let Some(mut wanted) = form.wanted(&basket, seen.as_ref()) else {
        return unprocessable(&view(visit.page, &basket, &form.fields));
    };
    if let Some(seen) = seen {
        let moved = seen::changes(&visit.page, &seen, &basket);
        let unseen = |(id, wanted): &(i16, i32)| {
            *wanted != seen::quantity(&basket, *id) && moved.iter().any(|(of, _)| of == id)
        };
        if wanted.iter().any(unseen) {
            // Only what was typed stands there still: in a field that nobody touched, what counts now.
            let typed = wanted.iter().filter_map(|(id, _)| form.fields.get_key_value(&field(*id)));
            let typed = typed.map(|(name, typed)| (name.clone(), typed.clone())).collect();
            let moved = moved.into_iter().map(|(_, change)| change).collect();
            return unprocessable(&BasketView { moved, ..view(visit.page, &basket, &typed) });
        }
    }
    // What is no longer sold goes with the next change: the page has named it.
    wanted.extend(basket.gone.iter().map(|(id, _)| (*id, 0)));
    let (turns, pool, now) = (&visit.site.ground.turns, visit.lines(), visit.now());
    let items = turns.alone(basket.id, async || store::set(pool, basket.id, &wanted, now).await).await?;
    visit.keep_basket(basket.id, items)?;
    Ok(see_other(&visit.page.href("/basket")))
}

impl BasketForm {
    fn id(&self, button: &str) -> Option<i16> {
        self.fields.get(button)?.parse().ok()
    }

    /// The basket as its page has shown it; `None` where the form does not say.
    fn seen(&self, goods: &Shelf, lang: Lang) -> Option<Basket> {
        let seen = seen::read(self.fields.get("version")?)?;
        Some(Basket::of(Uuid::nil(), &seen, goods, lang))
    }

    /// Which articles shall be how many; `None` where one of them cannot be as many. A field that stands as the page showed it
    /// asks for nothing.
    fn wanted(&self, basket: &Basket, seen: Option<&Basket>) -> Option<Vec<(i16, i32)>> {
        let of = |id: i16| basket.lines.iter().find(|line| line.product.id == id);
        if let Some(id) = self.id("take") {
            return Some(
                of(id).map(|line| (id, line.product.stock.clamp(0, line.quantity))).into_iter().collect(),
            );
        }
        if let Some(id) = self.id("remove") {
            return Some(vec![(id, 0)]);
        }
        let mut wanted = Vec::new();
        for line in &seen.unwrap_or(basket).lines {
            let id = line.product.id;
            let Some(typed) = self.fields.get(&field(id)) else { continue };
            let quantity = match of(id) {
                Some(now) => quantity(typed, now)?,
                // Taken out in another window: how many it cannot be any more, does not matter.
                None => quantity(typed, line).unwrap_or(1),
            };
            if seen.is_none() || quantity != line.quantity {
                wanted.push((id, quantity));
            }
        }
        Some(wanted)
    }
}

fn field(id: i16) -> String {
    format!("quantity_{id}")
}

async fn load(visit: &Visit, goods: &Goods) -> Result<Basket, crate::web::Error> {
    let Some(id) = visit.basket() else { return Ok(Basket::default()) };
    let lines = store::load(visit.lines(), id).await?.unwrap_or_default();
    Ok(Basket::of(id, &lines, &goods.now(), visit.lang()))
}

/// A typed quantity, if it is one and there are as many.
fn quantity(typed: &str, line: &BasketLine) -> Option<i32> {
    let quantity: i32 = pasted::clean(typed).parse().ok()?;
    let known = (0..=MOST).contains(&quantity);
    (known && (quantity <= line.product.stock || quantity <= line.quantity)).then_some(quantity)
}

fn view(p: Page, basket: &Basket, typed: &HashMap<String, String>) -> BasketView {
    let mut form = FormState::default();
    let lines = basket.lines.iter().map(|line| {
        let field = field(line.product.id);
        let value = typed.get(&field).cloned().unwrap_or_else(|| line.quantity.to_string());
        let problem = match quantity(&value, line) {
            None if line.product.is_available() => {
                Some(p.n("basket-quantity-wrong", line.product.stock.min(MOST)))
            }
            None => Some(p.t("product-sold-out").into_owned()),
            Some(_) if !line.is_available() => Some(p.n("basket-no-longer-available", line.product.stock)),
            Some(_) => None,
        };
        let left = line.product.stock;
        let take = (!line.is_available() && left > 0).then(|| p.n("missing-take", left));
        Line { line: line.clone(), take, field, value, problem }
    });
    let lines: Vec<Line> = lines.collect();
    if !typed.is_empty() && lines.iter().any(|line| line.problem.is_some()) {
        form.refuse("lines", p.t("basket-look-again"));
    }
    let orderable = !lines.is_empty() && basket.lines.iter().all(BasketLine::is_available);
    let gone = basket.gone_words(p.lang);
    let delivery = delivery(&p, basket);
    let summary = Summary::new(basket, None);
    let (version, moved) = (seen::version(basket), Vec::new());
    BasketView { lines, form, summary, version, moved, delivery, orderable, gone, ended: false, p }
}

/// What the delivery of these goods costs; `None` where they are more than a parcel.
fn delivery(p: &Page, basket: &Basket) -> Option<String> {
    let parcel = basket.parcel();
    let home = tariff::price(&parcel, None).ok()?;
    Some(if tariff::goes_to_a_point(&parcel) {
        p.xy("basket-delivery", tariff::TO_POINT, home)
    } else {
        p.x("basket-delivery-home", home)
    })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/basket");
    let line = BasketLine { product: Arc::new(crate::catalogue::pages::product::sample()), quantity: 2 };
    let too_many = BasketLine { quantity: 7, ..line.clone() };
    let basket = |lines| Basket { lines, ..Basket::default() };
    let typed = HashMap::from([("quantity_1".to_owned(), "many".to_owned())]);
    let none = HashMap::new();
    [
        ("basket", view(p.clone(), &basket(vec![line.clone()]), &none)),
        ("basket-empty", view(p.clone(), &basket(Vec::new()), &none)),
        ("basket-wrong", view(p.clone(), &basket(vec![line]), &typed)),
        ("basket-too-many", view(p, &basket(vec![too_many]), &none)),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
