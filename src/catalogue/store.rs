//! Every statement about goods.

use sqlx::{PgConnection, PgExecutor, PgPool};

use crate::catalogue::{Category, Goods, Product};
use crate::db::unreadable;
use crate::i18n::Lang;
use crate::money::{Rappen, VatRate};

struct Row {
    id: i16,
    slug: String,
    category: String,
    price_rappen: i64,
    vat_rate_bp: i32,
    weight_g: i32,
    length_mm: i32,
    width_mm: i32,
    height_mm: i32,
    stock: i32,
    image: String,
    tile: String,
    lang: String,
    name: String,
    line: String,
    description: String,
}

/// Reads all goods into memory, with the names of those that are no longer sold. A text that a language has not stands there in the first that has it.
///
/// # Errors
/// When the database does not answer.
pub async fn read(executor: impl PgExecutor<'_> + Copy, goods: &Goods) -> sqlx::Result<()> {
    let rows = sqlx::query_as!(
        Row,
        "select id, slug, category, price_rappen, vat_rate_bp, weight_g, length_mm, width_mm, height_mm, stock, image,
             tile, lang, name, line, description
         from product join product_text on product_id = id order by position, id, lang"
    );
    let rows = rows.fetch_all(executor).await?;
    let once = sqlx::query!(
        "select product_id, lang, name from product_named_once o
         where not exists (select from product_text t where t.product_id = o.product_id) order by product_id, lang"
    );
    let once = once.fetch_all(executor).await?;
    let texts = rows.into_iter().map(Row::read).collect::<sqlx::Result<Vec<(String, Product)>>>()?;
    let in_lang = |texts: &[(String, Product)], lang: Lang| {
        let text = texts.iter().find(|(its, _)| its == lang.code()).or(texts.first());
        text.map(|(_, product)| product.clone())
    };
    let articles = || texts.chunk_by(|(_, a), (_, b)| a.id == b.id);
    let gone = |lang: Lang| {
        let articles = once.chunk_by(|a, b| a.product_id == b.product_id);
        let named = articles.filter_map(|names| {
            let name = names.iter().find(|name| name.lang == lang.code()).or(names.first())?;
            Some((name.product_id, name.name.clone()))
        });
        named.collect()
    };
    goods.replace(|lang| articles().filter_map(|texts| in_lang(texts, lang)).collect(), gone);
    Ok(())
}

/// Reads what is left of all goods.
///
/// # Errors
/// When the database does not answer.
pub async fn read_stock(pool: &PgPool, goods: &Goods) -> sqlx::Result<()> {
    let rows = sqlx::query!("select id, stock from product").fetch_all(pool).await?;
    let stock: Vec<(i16, i32)> = rows.into_iter().map(|row| (row.id, row.stock)).collect();
    goods.left(&stock);
    Ok(())
}

/// An article as somebody wants it: so many of what they have seen.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The article.
    pub id: i16,
    /// How many.
    pub quantity: i32,
    /// The price of one, as it was seen.
    pub price: Rappen,
    /// Its VAT rate, as it was seen.
    pub vat: VatRate,
    /// Its weight in grams, as it was seen.
    pub weight_g: i32,
    /// Its name, as it was seen.
    pub name: &'a str,
}

/// What came of taking goods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// They are taken; article and what is left of it.
    Now(Vec<(i16, i32)>),
    /// One of them is no longer as it was seen. What was taken of the others goes back with the transaction.
    Changed,
    /// Of one of them there are fewer. What was taken of the others goes back with the transaction.
    NotEnough,
}

/// Takes goods from stock, if they are as they were seen.
///
/// # Errors
/// When the database does not answer.
pub async fn take(connection: &mut PgConnection, wanted: &[Wanted<'_>], lang: Lang) -> sqlx::Result<Taken> {
    // Locked in the order of their ids, so that two orders of the same goods wait for each other instead of for ever.
    let rows = sqlx::query!(
        r#"with held as (
               select p.id, w.quantity, (p.price_rappen, p.vat_rate_bp, p.weight_g, t.name)
                       is not distinct from (w.price, w.rate, w.weight, w.name) as same
               from unnest($1::smallint[], $2::integer[], $3::bigint[], $4::integer[], $5::integer[], $6::text[])
                       as w (id, quantity, price, rate, weight, name)
                   join product p on p.id = w.id
                   join lateral (select name from product_text where product_id = p.id order by lang <> $7, lang limit 1) as t on true
               order by p.id for no key update of p
           ), taken as (
               update product p set stock = p.stock - h.quantity from held h
               where p.id = h.id and h.same and p.stock >= h.quantity returning p.id, p.stock
           )
           select h.id, h.same as "same!", t.stock as "left?" from held h left join taken t using (id)"#,
        &wanted.iter().map(|good| good.id).collect::<Vec<_>>(),
        &wanted.iter().map(|good| good.quantity).collect::<Vec<_>>(),
        &wanted.iter().map(|good| good.price.0).collect::<Vec<_>>(),
        &wanted.iter().map(|good| good.vat.0).collect::<Vec<_>>(),
        &wanted.iter().map(|good| good.weight_g).collect::<Vec<_>>(),
        &wanted.iter().map(|good| good.name.to_owned()).collect::<Vec<_>>(),
        lang.code()
    )
    .fetch_all(connection)
    .await?;
    if rows.len() != wanted.len() || rows.iter().any(|row| !row.same) {
        return Ok(Taken::Changed);
    }
    let left: Vec<(i16, i32)> = rows.iter().filter_map(|row| Some((row.id, row.left?))).collect();
    Ok(if left.len() == rows.len() { Taken::Now(left) } else { Taken::NotEnough })
}

/// Puts goods back, article and how many. Gives what there is now.
///
/// # Errors
/// When the database does not answer.
pub async fn put_back(connection: &mut PgConnection, goods: &[(i16, i32)]) -> sqlx::Result<Vec<(i16, i32)>> {
    let (ids, quantities): (Vec<i16>, Vec<i32>) = goods.iter().copied().unzip();
    let rows = sqlx::query!(
        // Locked in the order in which they are taken.
        r#"with held as (
               select p.id, w.quantity from (
                   select id, sum(quantity)::integer as quantity
                   from unnest($1::smallint[], $2::integer[]) as t (id, quantity) group by id) as w
                   join product p on p.id = w.id order by p.id for no key update of p
           )
           update product p set stock = p.stock + h.quantity from held h where p.id = h.id returning p.id, p.stock"#,
        &ids,
        &quantities
    );
    Ok(rows.fetch_all(connection).await?.into_iter().map(|row| (row.id, row.stock)).collect())
}

impl Row {
    /// A language with the article in it.
    fn read(self) -> sqlx::Result<(String, Product)> {
        let category = Category::parse(&self.category);
        let product = Product {
            id: self.id,
            slug: self.slug,
            category: category.ok_or_else(|| unreadable("an article of no known category"))?,
            price: Rappen(self.price_rappen),
            vat: VatRate(self.vat_rate_bp),
            weight_g: self.weight_g,
            mm: [self.length_mm, self.width_mm, self.height_mm],
            stock: self.stock,
            image: self.image,
            tile: self.tile,
            name: self.name,
            line: self.line,
            description: self.description,
        };
        Ok((self.lang, product))
    }
}
