//! The labels of many orders as the one PDF that their page has promised, and a word in the history of each order.

use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use crate::config::Sender;
use crate::merchant::clerk::Clerk;
use crate::merchant::pages::label::LabelQuery;
use crate::merchant::pages::labels::LabelsQuery;
use crate::merchant::pile::{Drawing, Pile, Sheet};
use crate::orders::bulk::paper::{Press, bind, draw};
use crate::orders::label::label;
use crate::shipping::prints::store as print_store;
use crate::web::{Answer, Error, Query, see_other};

/// Answers the file, and writes down which of Post's labels are printed. Where something has changed since the page was shown, or
/// nothing can be printed, it leads back there.
///
/// # Errors
/// [`Error::Unreadable`] for what is no number, no drawing or no format; [`Error::Busy`] while others print.
pub async fn show(
    clerk: Clerk,
    http: HttpRequest,
    (sender, press): (Data<Sender>, Data<Press>),
    Query(query): Query<LabelsQuery>,
    Query(format): Query<LabelQuery>,
) -> Answer {
    let asked = query.read(&format)?;
    let place = press.place().await.ok_or(Error::Busy(2))?;
    let pile = Pile::of(clerk.pool(), &asked.chosen, asked.drawing).await?;
    if pile.sheets.is_empty() || query.sheets.is_some_and(|promised| promised != pile.promise()) {
        return Ok(see_other(&asked.page()));
    }
    let Pile { orders, sheets, files, .. } = pile;
    let pdf = match asked.drawing {
        Drawing::Official => bind(place, files).await,
        Drawing::Preview => {
            let label = |sheet: &Sheet| label(orders.get(sheet.order)?, sheet.sequence, &sender);
            draw(place, sheets.iter().filter_map(label).collect(), asked.format).await
        }
    }
    .map_err(Error::internal)?;
    if http.method() == Method::GET && asked.drawing == Drawing::Official {
        let printed: Vec<_> = sheets.iter().filter_map(|sheet| Some((sheet.parcel, sheet.kind?))).collect();
        let ground = &clerk.visit.site.ground;
        print_store::note(&ground.pool, &printed, &clerk.email, ground.clock.now()).await?;
    }
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, "inline; filename=\"labels.pdf\""))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(pdf))
}
