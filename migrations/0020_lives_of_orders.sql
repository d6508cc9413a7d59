-- Where an order stands, and the one table of its moves (docs/life.md). Only new tables and triggers that keep them in step with
-- what the version before writes: it knows none of it. The orders that stand already are carried over in 0024.
create table order_move (
    from_state text not null,
    move       text not null,
    to_state   text not null,
    primary key (from_state, move)
);
insert into order_move (from_state, move, to_state) values
    ('to_confirm', 'announced', 'to_pack'),
    ('to_pack', 'packed', 'packed'),
    ('packed', 'unpacked', 'to_pack'),
    ('to_confirm', 'held', 'held'), ('to_pack', 'held', 'held'), ('packed', 'held', 'held'),
    ('held', 'released', 'to_confirm'),
    ('to_confirm', 'point_changed', 'to_confirm'), ('to_pack', 'point_changed', 'to_confirm'),
    ('packed', 'point_changed', 'to_confirm'), ('held', 'point_changed', 'to_confirm'),
    ('returned', 'point_changed', 'to_confirm'),
    ('to_confirm', 'person_corrected', 'to_confirm'), ('to_pack', 'person_corrected', 'to_confirm'),
    ('packed', 'person_corrected', 'to_confirm'), ('held', 'person_corrected', 'to_confirm'),
    ('returned', 'person_corrected', 'to_confirm'),
    ('returned', 'sent_again', 'to_confirm'),
    ('to_pack', 'handed_over', 'handed_over'), ('packed', 'handed_over', 'handed_over'),
    ('held', 'handed_over', 'handed_over'),
    ('to_pack', 'ready', 'ready'), ('packed', 'ready', 'ready'), ('held', 'ready', 'ready'),
    ('handed_over', 'ready', 'ready'),
    ('to_pack', 'collected', 'collected'), ('packed', 'collected', 'collected'), ('held', 'collected', 'collected'),
    ('handed_over', 'collected', 'collected'), ('ready', 'collected', 'collected'),
    ('to_pack', 'returned', 'returned'), ('packed', 'returned', 'returned'), ('held', 'returned', 'returned'),
    ('handed_over', 'returned', 'returned'), ('ready', 'returned', 'returned'),
    ('ready', 'scan_revoked', 'handed_over'), ('collected', 'scan_revoked', 'handed_over'),
    ('returned', 'scan_revoked', 'handed_over'),
    ('to_confirm', 'cancelled', 'cancelled'), ('to_pack', 'cancelled', 'cancelled'), ('packed', 'cancelled', 'cancelled'),
    ('held', 'cancelled', 'cancelled'),
    ('returned', 'refunded', 'refunded');
grant select on order_move to shop_app;

create table order_life (
    order_id uuid primary key references shop_order,
    -- As the lists go by it.
    number   integer not null unique,
    state    text not null check (state in ('to_confirm', 'to_pack', 'packed', 'held', 'handed_over', 'ready', 'collected',
        'returned', 'cancelled', 'refunded')),
    -- Since when.
    since    timestamptz not null,
    -- A word of the program on why, where somebody has to know.
    why      text check (why ~ '^[a-z0-9_]{1,40}$')
);
create index order_life_state on order_life (state, number);
create function order_life_moves() returns trigger language plpgsql as $$
begin
    if not exists (select from order_move where from_state = old.state and to_state = new.state) then
        raise exception 'an order does not go from % to %', old.state, new.state
            using errcode = 'integrity_constraint_violation', constraint = 'order_life_moves';
    end if;
    return new;
end
$$;
create trigger order_life_moves before update of state on order_life for each row execute function order_life_moves();
grant select, insert on order_life to shop_app;
grant update (state, since, why) on order_life to shop_app;

-- An order of the version before gets its life when it is committed; this version writes it itself.
create function order_lives() returns trigger language plpgsql as $$
begin
    if not exists (select from order_life where order_id = new.id) then
        insert into order_life (order_id, number, state, since)
        select new.id, new.number, case when exists (select from parcel where order_id = new.id) then 'to_pack' else 'to_confirm' end,
            new.placed_at
        on conflict do nothing;
    end if;
    return null;
end
$$;
create constraint trigger order_lives after insert on shop_order deferrable initially deferred
    for each row execute function order_lives();
-- Whichever version announces a parcel: it is to be packed from then on.
create function parcel_is_to_be_packed() returns trigger language plpgsql as $$
begin
    update order_life set state = 'to_pack', since = new.announced_at, why = null
    where order_id = new.order_id and state = 'to_confirm';
    return null;
end
$$;
create trigger parcel_is_to_be_packed after insert on parcel for each row execute function parcel_is_to_be_packed();

-- A parcel that is not to go out any more: its order was cancelled, or goes elsewhere. A label that was made is void in our
-- books; Post takes nothing back.
create table withdrawn_parcel (
    parcel_id uuid primary key references parcel on delete cascade,
    at        timestamptz not null,
    why       text not null check (why ~ '^[a-z0-9_]{1,30}$')
);
grant select, insert on withdrawn_parcel to shop_app;
-- Whoever asks for a label holds the shipment's row, and so does whoever withdraws: one of them comes second.
create function withdrawn_gets_no_label() returns trigger language plpgsql as $$
begin
    if exists (select from withdrawn_parcel where parcel_id = new.parcel_id) then
        raise exception 'a parcel that was withdrawn gets no label'
            using errcode = 'restrict_violation', constraint = 'withdrawn_gets_no_label';
    end if;
    return new;
end
$$;
create trigger withdrawn_gets_no_label before insert on shipment_attempt
    for each row execute function withdrawn_gets_no_label();

-- What Post has seen of a parcel, by its own numbers. Nothing goes: a scan that Post takes back is marked.
create table parcel_scan (
    parcel_id  uuid not null references parcel on delete cascade,
    at         timestamptz not null,
    code       text not null check (code ~ '^[0-9A-Za-z.]{1,10}$'),
    seen_at    timestamptz not null,
    revoked_at timestamptz,
    primary key (parcel_id, at, code)
);
grant select, insert on parcel_scan to shop_app;
grant update (revoked_at) on parcel_scan to shop_app;

-- Parcels that Post is asked about, and when next. A row comes with the label and goes when nothing more can happen.
create table parcel_watch (
    parcel_id uuid primary key references parcel on delete cascade,
    next_at   timestamptz not null,
    -- How many scans Post told the last time, and how many it took back: whoever tells the same again is not written down.
    told      integer not null default 0,
    revoked   integer not null default 0
);
create index parcel_watch_next on parcel_watch (next_at);
grant select, insert, update, delete on parcel_watch to shop_app;
