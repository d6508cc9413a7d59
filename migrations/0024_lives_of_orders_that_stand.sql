-- The orders that stand already get their lives: what has a parcel for its newest delivery is to be packed.
insert into order_life (order_id, number, state, since)
select o.id, o.number,
    case when exists (
        select from parcel p
        where p.order_id = o.id and p.delivery_version = (select max(version) from delivery d where d.order_id = o.id)
    ) then 'to_pack' else 'to_confirm' end,
    o.placed_at
from shop_order o
on conflict do nothing;
-- Post is asked about the parcels whose labels are out; the oldest are long where they go.
insert into parcel_watch (parcel_id, next_at)
select a.parcel_id, now() from shipment_attempt a where a.outcome = 'sent' and a.ended_at > now() - interval '60 days'
on conflict do nothing;

alter table order_event drop constraint order_event_is_known;
alter table order_event add constraint order_event_is_known check (what in ('placed', 'user_id_known',
    'user_id_to_confirm', 'asked_again', 'parcel_announced', 'send_now', 'announced', 'packed', 'unpacked', 'held',
    'released', 'point_changed', 'person_corrected', 'sent_again', 'handed_over', 'ready', 'collected', 'returned',
    'scan_revoked', 'cancelled', 'refunded'));
