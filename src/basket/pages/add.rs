//! Takes the form of an article's page: so many into the basket.

use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::basket::store::{Added, add};
use crate::catalogue::product::MOST;
use crate::catalogue::{Goods, pages};
use crate::limit::{Grant, NEW_BASKET};
use crate::pasted;
use crate::web::{Answer, Error, FormState, OpenForm, Visit, limit, see_other};

/// The form: how many.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AddForm {
    quantity: String,
}

/// Puts the article into the basket. An open form: it may be the first thing that a visitor does.
///
/// # Errors
/// [`Error::NotFound`] for an unknown article.
pub async fn submit(
    mut visit: Visit,
    goods: Data<Goods>,
    path: Path<(String, String)>,
    OpenForm(form): OpenForm<AddForm>,
) -> Answer {
    let product = goods.now().by_slug(visit.lang(), &path.1).cloned().ok_or(Error::NotFound)?;
    let mut state = FormState::new(vec![("quantity", form.quantity.clone())]);
    let quantity = match &*pasted::clean(&form.quantity) {
        "" => Some(1),
        typed => typed.parse().ok().filter(|quantity| (1..=MOST).contains(quantity)),
    };
    let Some(quantity) = quantity else {
        state.refuse("quantity", visit.page.n("quantity-wrong", MOST));
        return pages::product::again(visit.page, product, state);
    };
    if visit.basket().is_none()
        && let Grant::Wait(seconds) = limit::take(&visit, &NEW_BASKET).await?
    {
        state.refuse("quantity", visit.page.x("basket-too-many", visit.page.span(seconds)));
        return pages::product::not_yet(visit.page, product, state, seconds);
    }
    let fresh = visit.site.ground.random.uuid();
    let basket = visit.basket().unwrap_or(fresh);
    // What counts is what there is when the order is placed; until then a number in memory is as good as any other.
    let most = product.stock.min(MOST);
    let (turns, pool, now) = (&visit.site.ground.turns, visit.lines(), visit.now());
    let added =
        turns.alone(basket, async || add(pool, (basket, fresh), (product.id, quantity), most, now).await);
    let message = match added.await? {
        Added::Now { basket, items } => {
            visit.keep_basket(basket, items)?;
            return Ok(see_other(&visit.page.href("/basket")));
        }
        Added::NotEnough if product.is_available() => visit.page.n("quantity-not-enough", product.stock),
        Added::NotEnough => visit.page.t("product-sold-out").into_owned(),
    };
    state.refuse("quantity", message);
    pages::product::again(visit.page, product, state)
}
