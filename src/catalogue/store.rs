//! Every statement about goods.

use sqlx::PgPool;

use crate::catalogue::Product;
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
    name: String,
    line: String,
    description: String,
}

/// All goods in the order of the shelf.
///
/// # Errors
/// When the database does not answer.
pub async fn all(pool: &PgPool, lang: Lang) -> sqlx::Result<Vec<Product>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, slug, category, price_rappen, vat_rate_bp, weight_g, length_mm, width_mm, height_mm, stock, image,
             tile, name, line, description
         from product join product_text on product_id = id and lang = $1 order by position",
        lang.code()
    );
    Ok(rows.fetch_all(pool).await?.into_iter().map(Product::from).collect())
}

/// An article by the part of its address.
///
/// # Errors
/// When the database does not answer.
pub async fn by_slug(pool: &PgPool, lang: Lang, slug: &str) -> sqlx::Result<Option<Product>> {
    // What cannot be a slug is not asked for: Postgres would take offence at a NUL.
    if !slug.bytes().all(|b| b.is_ascii_graphic()) {
        return Ok(None);
    }
    let row = sqlx::query_as!(
        Row,
        "select id, slug, category, price_rappen, vat_rate_bp, weight_g, length_mm, width_mm, height_mm, stock, image,
             tile, name, line, description
         from product join product_text on product_id = id and lang = $1 where slug = $2",
        lang.code(),
        slug
    );
    Ok(row.fetch_optional(pool).await?.map(Product::from))
}

/// The goods of these ids, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn by_ids(pool: &PgPool, lang: Lang, ids: &[i16]) -> sqlx::Result<Vec<Product>> {
    let rows = sqlx::query_as!(
        Row,
        "select id, slug, category, price_rappen, vat_rate_bp, weight_g, length_mm, width_mm, height_mm, stock, image,
             tile, name, line, description
         from product join product_text on product_id = id and lang = $1 where id = any($2)",
        lang.code(),
        ids
    );
    Ok(rows.fetch_all(pool).await?.into_iter().map(Product::from).collect())
}

impl From<Row> for Product {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            category: row.category,
            price: Rappen(row.price_rappen),
            vat: VatRate(row.vat_rate_bp),
            weight_g: row.weight_g,
            mm: [row.length_mm, row.width_mm, row.height_mm],
            stock: row.stock,
            image: row.image,
            tile: row.tile,
            name: row.name,
            line: row.line,
            description: row.description,
        }
    }
}
