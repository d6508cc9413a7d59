//! A list of orders as a CSV file (RFC 4180, UTF-8 with its mark), for a spreadsheet; the columns stand in docs/merchant.md.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};

use crate::clock::swiss;
use crate::merchant::clerk::Clerk;
use crate::merchant::pages::orders::OrdersQuery;
use crate::money::Rappen;
use crate::orders::export::{Exported, export};
use crate::web::{Answer, Query};

const COLUMNS: &str =
    "number,placed,bill_to,delivery,place,state,state_since,user_id,shipment,payment,payment_state,total_chf";

/// Answers the file: the list that the same query shows, from the same place on.
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk, Query(query): Query<OrdersQuery>) -> Answer {
    let orders = export(clerk.pool(), query.which(), query.start()).await?;
    // Spreadsheets take a file without the mark for one of the last century.
    let mut csv = format!("\u{feff}{COLUMNS}\r\n");
    for order in &orders {
        csv.push_str(&line(order));
    }
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8; header=present"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\""))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(csv))
}

fn line(exported: &Exported) -> String {
    let Exported { order, method, payment } = exported;
    let moment = |at| swiss(at).format("%Y-%m-%d %H:%M").to_string();
    let user_id = match order.waits {
        Some(true) => "to_confirm",
        Some(false) => "known",
        None => "",
    };
    let cells = [
        order.number.to_string(),
        moment(order.placed_at),
        order.who.clone(),
        order.kind.code().to_owned(),
        order.place.clone(),
        order.life.state.code().to_owned(),
        moment(order.life.since),
        user_id.to_owned(),
        if order.refused.is_some() { "refused" } else { "" }.to_owned(),
        method.clone(),
        payment.code().to_owned(),
        francs(order.total),
    ];
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\r\n"
}

/// `1234.50`, as programs read it.
fn francs(amount: Rappen) -> String {
    format!("{}.{:02}", amount.0 / 100, amount.0 % 100)
}

/// A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it (OWASP, "CSV Injection").
fn quoted(cell: &str) -> String {
    let defused = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if defused.contains([',', '"', '\n', '\r', ';']) {
        format!("\"{}\"", defused.replace('"', "\"\""))
    } else {
        defused
    }
}

#[cfg(test)]
mod tests {
    use super::{francs, quoted};
    use crate::money::Rappen;

    #[test]
    fn a_cell_is_no_formula_and_ends_where_it_ends() {
        for (cell, written) in [
            ("Hans Muster", "Hans Muster"),
            ("Muster, \"Hans\"", "\"Muster, \"\"Hans\"\"\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+41", "'+41"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1+1", "'-1+1"),
            ("＝1", "'＝1"),
            ("a;b", "\"a;b\""),
        ] {
            assert_eq!(quoted(cell), written);
        }
        assert_eq!(francs(Rappen(123_405)), "1234.05");
    }
}
