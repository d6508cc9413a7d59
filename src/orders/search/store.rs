//! Every statement about the words of orders. Each walks an index and stops; the limits stand in the text, since Postgres plans
//! for a tenth of the table where it is not told.

use sqlx::PgExecutor;
use uuid::Uuid;

use crate::orders::OrderNumber;

/// The words of what was typed, as the search knows them.
///
/// # Errors
/// When the database does not answer.
pub async fn words(executor: impl PgExecutor<'_>, typed: &str) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(r#"select search_words($1) as "words!""#, typed).fetch_one(executor).await
}

/// The known words that begin so, in order of the alphabet: 101, where there are as many. It jumps from word to word, however
/// many orders have each.
///
/// # Errors
/// When the database does not answer.
pub async fn expand(executor: impl PgExecutor<'_>, beginning: &str) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"with recursive known (word) as (
               (select word from order_word where word >= $1 order by word limit 1)
               union all
               select (select w.word from order_word w where w.word > known.word order by w.word limit 1)
               from known where starts_with(known.word, $1)
           )
           select word as "word!" from known where starts_with(word, $1) limit 101"#,
        beginning
    )
    .fetch_all(executor)
    .await
}

/// How many orders have one of these words, counted no further than to 1000 for each.
///
/// # Errors
/// When the database does not answer.
pub async fn weigh(executor: impl PgExecutor<'_>, words: &[String]) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select coalesce(sum(n), 0)::bigint as "n!" from unnest($1::text[]) as known (word), lateral (
               select count(*) as n from (select number from order_word w where w.word = known.word limit 1000) as newest
           ) as counted"#,
        words
    )
    .fetch_one(executor)
    .await
}

/// The newest orders before a number that have one of these words: of each word at most so many. Newest first, with the word.
///
/// # Errors
/// When the database does not answer.
pub async fn walk(
    executor: impl PgExecutor<'_>,
    words: &[String],
    before: i32,
    each: i64,
) -> sqlx::Result<Vec<(String, i32)>> {
    let rows = sqlx::query!(
        r#"select known.word as "word!", found.number as "number!" from unnest($1::text[]) as known (word), lateral (
               select number from order_word w where w.word = known.word and w.number < $2
               order by w.number desc limit $3
           ) as found order by found.number desc"#,
        words,
        before,
        each
    );
    Ok(rows.fetch_all(executor).await?.into_iter().map(|row| (row.word, row.number)).collect())
}

/// Those of these orders that have, for each of these beginnings, a word which begins so.
///
/// # Errors
/// When the database does not answer.
pub async fn having(
    executor: impl PgExecutor<'_>,
    numbers: &[i32],
    beginnings: &[String],
) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar!(
        r#"select asked.number as "number!" from unnest($1::integer[]) as asked (number)
           where (select bool_and(exists (
               select from order_word w where w.number = asked.number and starts_with(w.word, beginning)
           )) from unnest($2::text[]) as typed (beginning))
           order by asked.number desc"#,
        numbers,
        beginnings
    )
    .fetch_all(executor)
    .await
}

/// The number of an order.
///
/// # Errors
/// When the database does not answer.
pub async fn number_of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Option<OrderNumber>> {
    let number = sqlx::query_scalar!("select number from shop_order where id = $1", order);
    Ok(number.fetch_optional(executor).await?.map(OrderNumber::new))
}

/// The order with this number.
///
/// # Errors
/// When the database does not answer.
pub async fn id_of(executor: impl PgExecutor<'_>, number: OrderNumber) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from shop_order where number = $1", number.get())
        .fetch_optional(executor)
        .await
}

/// These orders with their numbers, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn numbers_of(executor: impl PgExecutor<'_>, orders: &[Uuid]) -> sqlx::Result<Vec<(Uuid, i32)>> {
    let rows = sqlx::query!("select id, number from shop_order where id = any($1)", orders);
    Ok(rows.fetch_all(executor).await?.into_iter().map(|row| (row.id, row.number)).collect())
}
