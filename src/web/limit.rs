//! The limits as a visitor meets them: counted by session and by address.

use actix_session::SessionExt;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::limit::{ADDRESS_HELP, Grant, Limit, SEARCH, seconds};
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

/// Takes one question about an address. Whoever asks without end is not helped for a while; nothing else happens to them.
///
/// # Errors
/// How many seconds to wait.
pub fn help(visit: &Visit) -> Result<(), u32> {
    let visitor = csrf::visitor(visit.session());
    in_memory(&visit.site, &ADDRESS_HELP, visitor.as_deref(), visit.network())
}

/// Takes one from every bucket of a limit, of this instance alone.
fn in_memory(site: &Site, limit: &Limit, visitor: Option<&str>, network: &str) -> Result<(), u32> {
    if !site.limits.are_on() {
        return Ok(());
    }
    let now = site.ground.clock.now().timestamp_millis();
    let of_visitor = limit.visitor.iter().filter_map(|rule| Some((rule, visitor?)));
    for (rule, who) in of_visitor.chain(limit.address.iter().map(|rule| (rule, network))) {
        let key = format!("{} {who}", rule.name);
        site.buckets.take(key, (rule.burst.into(), rule.every.into()), now).map_err(seconds)?;
    }
    Ok(())
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
        let address = peer::address(request.peer_addr(), request.headers(), &site.trusted_proxies);
        let visitor = csrf::visitor(&request.get_session());
        let network = peer::network(address);
        in_memory(&site, &SEARCH, visitor.as_deref(), &network).map_err(Error::TooMany)?;
    }
    next.call(request).await
}
