//! An order as JSON, for whoever connects a system.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::address::{Address, Fields};
use crate::calendar::Calendar;
use crate::carrier::Scan;
use crate::label::Layout;
use crate::orders::history::Entry;
use crate::orders::parcels::contents;
use crate::orders::{Arrival, Order, Reason};
use crate::shipping::progress::Progress;
use crate::shipping::recipient::recipient;
use crate::shipping::shipment::{Shipment, ShipmentState};
use crate::shipping::{Parcel, PickUp, PointCopy};

/// Everything about an order that a program may want; what belongs to the browser's pages is left out.
#[must_use]
pub fn as_json(order: &Order, calendar: &Calendar, shipments: &[Shipment], history: &[Entry]) -> Value {
    let pickup = order.delivery.pickup();
    let known = pickup.and_then(|pickup| pickup.mandate.state.known());
    json!({
        "number": order.number,
        "placed_at": order.placed_at,
        "language": order.lang,
        "state": order.life.state.code(),
        "state_since": order.life.since,
        "state_why": order.life.why.as_ref().map(Reason::code),
        "payment": order.payment.code(),
        "payment_state": order.payment_state.code(),
        "billing": address_json(&order.billing),
        "email": order.email,
        "phone": order.phone,
        "erased_at": order.erased_at,
        "delivery": {
            "kind": order.delivery.kind(),
            // Where the parcel goes. The home of whoever collects at a point is no such place: it stands with the collector.
            "address": order.delivery.ship_to().map(|own| address_json(own)),
            "expected_on": expected_on(order, calendar),
            "notify": pickup.map(|pickup| pickup.collector.notify.code()),
        },
        "point": order.delivery.point().map(point_json),
        "collector": pickup.map(collector_json),
        "user_id": known.map(|(id, _)| id.as_str()),
        "verified": known.map(|(_, verified)| verified.printed()),
        "user_id_state": order.delivery.user_id_state(),
        "label_lines": order.delivery.may_be_labelled().then(|| recipient(&order.delivery).block(Layout::A6).texts()),
        "ident_code": order.ident_code(),
        "shipment_state": ShipmentState::of_all(shipments).code(),
        "shipment_codes": shipments.iter().filter_map(|shipment| shipment.last.as_ref())
            .flat_map(|last| &last.codes).collect::<Vec<_>>(),
        "parcels": order.parcels.iter().map(|parcel| parcel_json(order, parcel, shipments)).collect::<Vec<_>>(),
        "totals": {
            "goods": order.amounts.goods,
            "delivery": order.amounts.delivery,
            "total": order.amounts.total(),
            "vat": order.amounts.vat.iter()
                .map(|(rate, gross, vat)| json!({"rate": rate.to_string(), "gross": gross, "vat": vat}))
                .collect::<Vec<_>>(),
        },
        "lines": order.lines.iter()
            .map(|line| json!({"name": line.name, "quantity": line.quantity, "amount": line.amount()}))
            .collect::<Vec<_>>(),
        "history": history.iter().map(entry_json).collect::<Vec<_>>(),
    })
}

/// The day on which the parcel is expected, as the order's page says it: null as long as Post has not said who collects. Of a
/// parcel that has arrived, or that never will, what was promised.
fn expected_on(order: &Order, calendar: &Calendar) -> Option<NaiveDate> {
    match order.arrival(calendar) {
        Arrival::On(day) => Some(day),
        Arrival::Unknown => None,
        Arrival::There | Arrival::Over => Some(order.expected_on),
    }
}

fn parcel_json(order: &Order, parcel: &Parcel, shipments: &[Shipment]) -> Value {
    let shipment = shipments.iter().find(|shipment| shipment.parcel == parcel.id);
    let event = |scan: &Scan| {
        let means = Progress::of_code(&scan.code).map(Progress::code);
        json!({ "at": scan.at, "code": scan.code, "means": means })
    };
    json!({
        "sequence": parcel.sequence,
        "parcels": parcel.parcels,
        "ident_code": parcel.ident_code,
        "state": parcel.progress().code(),
        "weight_g": parcel.weight_g,
        "contents": contents(parcel, &order.lines),
        "shipment_state": shipment.map(|shipment| shipment.state.code()),
        "withdrawn": parcel.withdrawn,
        "events": parcel.scans.iter().map(event).collect::<Vec<_>>(),
    })
}

fn entry_json(entry: &Entry) -> Value {
    let mut json = json!({ "at": entry.at, "what": entry.what.code(), "who": entry.by.shown() });
    if let Some(detail) = entry.what.detail() {
        json["detail"] = detail.into();
    }
    json
}

/// The fields of an address by their names; what is empty is null.
fn address_json(address: &Address) -> Value {
    let fields = Fields::from(address);
    let null = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
    fields.each().into_iter().map(|(name, text)| (name.to_owned(), null(text))).collect()
}

fn point_json(point: &PointCopy) -> Value {
    json!({
        "id": point.id, "kind": point.kind, "name": point.name, "street": point.street_line(),
        "postcode": point.postcode, "town": point.town, "hours": point.hours,
        "data_as_of": point.data_as_of,
    })
}

fn collector_json(pickup: &PickUp) -> Value {
    let notify = &pickup.collector.notify;
    json!({
        "home": address_json(&pickup.collector.home),
        "notify": notify.code(),
        "email": notify.email(),
        "phone": notify.phone(),
    })
}
