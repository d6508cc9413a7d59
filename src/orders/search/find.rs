//! What somebody types into the search of orders, and what is found. However common a name is, a page costs the same: it looks
//! at no more than so many orders, and the next page goes on from there.

use std::collections::{BTreeSet, HashMap};

use sqlx::{PgConnection, PgPool};

use crate::contact::Email;
use crate::invoice::reference;
use crate::label::IdentCode;
use crate::orders::OrderNumber;
use crate::orders::list::{self, OrderRow, PAGE, Which};
use crate::orders::search::store as words_store;
use crate::pasted;
use crate::shipping::asked;

/// What is typed is read so far, in characters.
pub const LONGEST: usize = 100;
/// So many words of it count.
const WORDS: usize = 5;
/// So many known words may begin with one that is typed.
pub const BEGINNINGS: usize = 100;
/// So many orders are looked at for a page of several words: a few, since two names that are common are so together; and where
/// that does not fill it, as many as a page may cost.
const LOOKS: [usize; 2] = [250, 4000];

/// What is found.
#[derive(Debug)]
pub enum Found {
    /// Nothing was typed.
    Nothing,
    /// Exactly this order: by its number, that of its parcel, or the reference of its bill.
    Order(OrderNumber),
    /// Orders by name or e-mail.
    Orders {
        /// Newest first.
        rows: Vec<OrderRow>,
        /// The number to go on from, where there may be more.
        older: Option<OrderNumber>,
        /// Whether more known words begin so than were looked at.
        vague: bool,
    },
}

/// Finds orders by what was typed, before this number.
///
/// # Errors
/// When the database does not answer.
pub async fn find(pool: &PgPool, typed: &str, before: Option<OrderNumber>) -> sqlx::Result<Found> {
    let typed: String = typed.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let typed = pasted::clean(&typed);
    // An address stands there as servers know it, with `xn--` for an umlaut.
    let email = typed.contains('@').then(|| Email::parse(&typed).ok()).flatten();
    let typed = email.map_or(typed, String::from);
    let typed = typed.as_str();
    if typed.is_empty() {
        return Ok(Found::Nothing);
    }
    let mut connection = pool.acquire().await?;
    if let Some(number) = exactly(&mut connection, typed).await? {
        return Ok(Found::Order(number));
    }
    let mut typed = words_store::words(&mut *connection, typed).await?;
    typed.truncate(WORDS);
    let before = before.map_or(i32::MAX, OrderNumber::get);
    by_words(&mut connection, typed, before).await
}

/// The one order that has this number, or a parcel or a bill with it.
async fn exactly(connection: &mut PgConnection, typed: &str) -> sqlx::Result<Option<OrderNumber>> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    if let Some(code) = IdentCode::parse(&digits)
        && let Some(order) = asked::store::order_of_number(&mut *connection, &code).await?
    {
        return words_store::number_of(connection, order).await;
    }
    let number = spoken(typed).or_else(|| reference::order_of(typed).map(OrderNumber::new));
    match number {
        Some(number) => Ok(words_store::id_of(connection, number).await?.map(|_| number)),
        None => Ok(None),
    }
}

/// An order's number as people write it down: `M-10042`, `m 10042`, `#10042`, `M10042`.
fn spoken(typed: &str) -> Option<OrderNumber> {
    let typed = typed.trim_start_matches('#').trim_start();
    let digits = typed.strip_prefix(['M', 'm']).unwrap_or(typed);
    let digits: String = digits.chars().filter(|c| !c.is_whitespace() && !['-', '.'].contains(c)).collect();
    OrderNumber::parse(&digits)
}

async fn by_words(connection: &mut PgConnection, typed: Vec<String>, before: i32) -> sqlx::Result<Found> {
    let mut vague = false;
    let mut rarest: Option<(i64, usize, Vec<String>)> = None;
    for (at, word) in typed.iter().enumerate() {
        let mut known = words_store::expand(&mut *connection, word).await?;
        vague |= known.len() > BEGINNINGS;
        known.truncate(BEGINNINGS);
        let weight = words_store::weigh(&mut *connection, &known).await?;
        if rarest.as_ref().is_none_or(|(least, ..)| weight < *least) {
            rarest = Some((weight, at, known));
        }
    }
    let Some((_, at, known)) = rarest.filter(|(_, _, known)| !known.is_empty()) else {
        return Ok(Found::Orders { rows: Vec::new(), older: None, vague: false });
    };
    let rest: Vec<String> =
        typed.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| word.clone()).collect();
    let looks: &[usize] = if rest.is_empty() { &[PAGE + 1] } else { &LOOKS };
    let (mut numbers, mut floor) = (Vec::new(), None);
    for look in looks {
        (numbers, floor) = page(connection, &known, &rest, before, *look).await?;
        if numbers.len() > PAGE || floor.is_none() {
            break;
        }
    }
    let more = numbers.len() > PAGE;
    numbers.truncate(PAGE);
    let older = if more { numbers.last().copied() } else { floor };
    let rows = list::rows(connection, Which::All, &numbers).await?;
    Ok(Found::Orders { rows, older: older.map(OrderNumber::new), vague })
}

/// The newest orders before a number that have one of the known words, and words that begin as the rest does, found by looking at
/// so many; and where to go on, if these were not all.
async fn page(
    connection: &mut PgConnection,
    known: &[String],
    rest: &[String],
    before: i32,
    look: usize,
) -> sqlx::Result<(Vec<i32>, Option<i32>)> {
    let each = if rest.is_empty() { look } else { (look / known.len()).max(PAGE + 1) };
    let limit = i64::try_from(each).unwrap_or(i64::MAX);
    let walked = words_store::walk(&mut *connection, known, before, limit).await?;
    let (numbers, floor) = complete(walked, each);
    if rest.is_empty() {
        return Ok((numbers, floor));
    }
    Ok((words_store::having(&mut *connection, &numbers, rest).await?, floor))
}

/// The numbers down to where nothing can be missing, each once; and that number, where a word has more orders below it.
fn complete(walked: Vec<(String, i32)>, each: usize) -> (Vec<i32>, Option<i32>) {
    let mut of_each: HashMap<&str, (usize, i32)> = HashMap::new();
    for (word, number) in &walked {
        let (count, last) = of_each.entry(word).or_insert((0, *number));
        *count += 1;
        *last = *number;
    }
    let floor = of_each.values().filter(|(count, _)| *count == each).map(|(_, last)| *last).max();
    let whole: BTreeSet<i32> = walked
        .iter()
        .map(|(_, number)| *number)
        .filter(|number| floor.is_none_or(|floor| *number >= floor))
        .collect();
    (whole.into_iter().rev().collect(), floor)
}

#[cfg(test)]
mod tests {
    use super::{complete, spoken};

    #[test]
    fn a_number_is_read_however_it_is_written_down() {
        for typed in [
            "M-10042",
            "m-10042",
            "10042",
            "#10042",
            "# M-10042",
            "M10042",
            "m 10042",
            "M - 10 042",
            "10.042",
        ] {
            assert_eq!(spoken(typed).map(|number| number.get()), Some(10042), "{typed}");
        }
        for typed in ["", "M", "#", "M-", "N-10042", "10042a", "mm10042", "1234567890", "Müller 10042"] {
            assert_eq!(spoken(typed), None, "{typed}");
        }
    }

    #[test]
    fn nothing_is_missing_above_the_number_that_the_next_page_goes_on_from() {
        let walked = [("hans", 90), ("hansi", 85), ("hans", 80), ("hansi", 80), ("hansi", 20)];
        let walked =
            |take| walked[..take].iter().map(|(word, number)| ((*word).to_owned(), *number)).collect();
        assert_eq!(complete(walked(5), 3), (vec![90, 85, 80, 20], Some(20)), "hansi may have more below 20");
        assert_eq!(
            complete(walked(5), 2).1,
            Some(80),
            "hans may have more below 80, so that 20 waits for the next page"
        );
        assert_eq!(complete(walked(5), 9), (vec![90, 85, 80, 20], None));
        assert_eq!(complete(Vec::new(), 2), (Vec::new(), None));
    }
}
