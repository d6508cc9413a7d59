//! The mend of a review that cannot be ordered: takes what is left of an article, or leaves it out, and comes back.

use serde::Deserialize;

use crate::basket::store::set;
use crate::catalogue::store as goods_store;
use crate::checkout::arrival::load;
use crate::checkout::inventory::Inventory;
use crate::web::{Answer, Error, Form, Visit, see_other};

/// The form: the article of which as many are taken as there are, or the one that is left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct GoodsForm {
    take: Option<String>,
    remove: Option<String>,
}

/// Changes the basket so that it can be ordered. Of an article that lies there in sufficient number nothing is taken out by
/// `take`; where nothing is left it is left out.
///
/// # Errors
/// [`Error::Unreadable`] for a form that asks for nothing; when the database fails.
pub async fn submit(mut visit: Visit, inventory: Inventory, Form(form): Form<GoodsForm>) -> Answer {
    goods_store::read(visit.lines(), &inventory.goods).await?;
    let mut checkout = load(&visit, &inventory).await?;
    checkout.let_go(&visit).await?;
    let (id, take) = match (form.take, form.remove) {
        (Some(id), _) => (id, true),
        (None, Some(id)) => (id, false),
        (None, None) => return Err(Error::Unreadable),
    };
    let id: i16 = id.parse().map_err(|_| Error::Unreadable)?;
    let line = checkout.basket.lines.iter().find(|line| line.product.id == id);
    // Whoever clicks twice finds it mended.
    let Some(line) = line else { return Ok(see_other(&visit.page.href("/checkout/review"))) };
    let quantity = if take { line.quantity.min(line.product.stock.max(0)) } else { 0 };
    let (basket, wanted) = (checkout.id(), [(id, quantity)]);
    let (turns, pool, now) = (&visit.site.ground.turns, visit.lines(), visit.now());
    let items = turns.alone(basket, async || set(pool, basket, &wanted, now).await).await?;
    visit.keep_basket(basket, items)?;
    Ok(see_other(&visit.page.href(if items > 0 { "/checkout/review" } else { "/basket" })))
}
