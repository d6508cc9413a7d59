-- Labels for parcels that come back to the merchant (docs/shipments.md). Each question to Post has a number of its own, so that one
-- whose answer was lost is used up by itself; the row is committed before Post is asked. Only a new table and an index: the version
-- before knows none of it.
create table return_label (
    id         uuid primary key,
    order_id   uuid not null references shop_order on delete cascade,
    ident_code text not null unique check (ident_code ~ '^99[0-9]{16}$'),
    -- Which merchant asked.
    who        text not null check (char_length(who) between 1 and 254),
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    -- As in shipment_attempt.
    outcome    text check (outcome in ('sent', 'refused', 'failed', 'lost', 'used')),
    codes      text[] not null default '{}' check (cardinality(codes) <= 40),
    -- As Post drew it, byte for byte; it names who sends, and goes with the people of the order.
    image      bytea check (octet_length(image) between 1 and 4194304),
    image_type text check (image_type in ('pdf', 'png')),
    check ((ended_at is null) = (outcome is null)),
    check ((image is null) = (image_type is null)),
    check (image is null or outcome is not distinct from 'sent')
);
-- One question at a time, and one label for ever.
create unique index return_label_open on return_label (order_id) where ended_at is null;
create unique index return_label_sent on return_label (order_id) where outcome = 'sent';
create index return_label_order on return_label (order_id, begun_at);
create function return_ends_once() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null and (new.outcome, new.ended_at, new.codes) is distinct from (old.outcome, old.ended_at, old.codes)
    then
        raise exception 'this question has ended' using errcode = 'restrict_violation', constraint = 'return_ends_once';
    end if;
    return new;
end
$$;
create trigger return_ends_once before update on return_label for each row execute function return_ends_once();
grant select, insert on return_label to shop_app;
grant update (ended_at, outcome, codes, image, image_type) on return_label to shop_app;
-- Whoever erases the people of an order erases the picture that names them.
create function return_is_erased() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update return_label set image = null, image_type = null where order_id = new.id and image is not null;
    return null;
end
$$;
create trigger return_is_erased after update of erased_at on shop_order
    for each row when (new.erased_at is not null) execute function return_is_erased();

-- The hand-over list of a day.
create index order_event_handed_over on order_event (at) where what = 'handed_over';
