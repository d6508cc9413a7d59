-- One more word in an order's history: its invoice is paid. All the words of before stay.
alter table order_event drop constraint order_event_is_known;
alter table order_event add constraint order_event_is_known check (what in ('placed', 'user_id_known',
    'user_id_to_confirm', 'asked_again', 'parcel_announced', 'send_now', 'announced', 'packed', 'unpacked', 'held',
    'released', 'point_changed', 'person_corrected', 'sent_again', 'handed_over', 'ready', 'collected', 'returned',
    'scan_revoked', 'cancelled', 'refunded', 'paid'));
