//! The limits as a visitor meets them: counted by session and by address.

use actix_session::SessionExt;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::limit::{Grant, Limit, SEARCH, seconds};
use crate::web::{Error, Site, Visit, csrf, peer};

/// Takes one from every bucket of a limit.
///
/// # Errors
/// When the database does not answer.
pub async fn take(visit: &Visit, limit: &Limit) -> sqlx::Result<Grant> {
    let visitor = csrf::visitor(visit.session());
    let of_visitor = limit.visitor.iter().filter_map(|rule| Some((*rule, visitor.as_deref()?)));
    let wanted = of_visitor.chain(limit.address.iter().map(|rule| (*rule, visit.network())));
    visit.site.limits.take(&visit.site.ground, wanted).await
}

/// Lets searches through as long as this visitor and this address do not ask without end.
///
/// # Errors
/// [`Error::TooMany`], and those of the inner layers.
pub async fn searches(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let site = request.app_data::<Data<Site>>().cloned();
    if let Some(site) = site.filter(|site| site.limits.are_on()) {
        let now = site.ground.clock.now().timestamp_millis();
        let address = peer::address(request.peer_addr(), request.headers(), &site.trusted_proxies);
        let visitor = csrf::visitor(&request.get_session());
        let of_visitor = SEARCH.visitor.iter().filter_map(|rule| Some((rule, visitor.clone()?)));
        let of_address = SEARCH.address.iter().map(|rule| (rule, peer::network(address)));
        for (rule, who) in of_visitor.chain(of_address) {
            let key = format!("{} {who}", rule.name);
            let taken = site.searches.take(key, (rule.burst.into(), rule.every.into()), now);
            taken.map_err(|wait| Error::TooMany(seconds(wait)))?;
        }
    }
    next.call(request).await
}
