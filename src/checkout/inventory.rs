//! What every instance holds in memory, as a request finds it.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use crate::catalogue::Goods;
use crate::pickup::Points;
use crate::web::Error;

/// What every instance holds in memory.
#[derive(Clone, Debug)]
pub struct Inventory {
    /// The goods.
    pub goods: Data<Goods>,
    /// The pick-up points.
    pub points: Data<Points>,
}

impl FromRequest for Inventory {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let parts = (request.app_data().cloned(), request.app_data().cloned());
        ready(match parts {
            (Some(goods), Some(points)) => Ok(Self { goods, points }),
            _ => Err(Error::NotFound),
        })
    }
}
