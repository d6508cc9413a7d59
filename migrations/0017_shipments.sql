-- The shipment data of a parcel travel to Post before the parcel does (docs/shipments.md). Only new tables, one function, and
-- one more word in an order's history: the version before knows none of it, and writes as it always did.

-- What Post is told of a parcel, and how far that has come. A parcel without a row was announced by a version that sent
-- nothing: it is sent when a merchant says so.
create table shipment (
    parcel_id  uuid primary key references parcel on delete cascade,
    -- What the order says of it, as a copy: shipping does not read orders.
    language   text not null check (language in ('de', 'fr', 'it', 'en')),
    weight_g   integer not null check (weight_g > 0),
    state      text not null check (state in ('waiting', 'sent', 'refused')),
    planned_at timestamptz not null
);
create function sent_is_final() returns trigger language plpgsql as $$
begin
    if old.state = 'sent' and new is distinct from old then
        raise exception 'a shipment that was sent is final' using errcode = 'restrict_violation', constraint = 'sent_is_final';
    end if;
    return new;
end
$$;
create trigger sent_is_final before update on shipment for each row execute function sent_is_final();
grant select, insert on shipment to shop_app;
grant update (state) on shipment to shop_app;

-- Each label that Post was asked for. The row is committed before Post is asked, so that an instance which dies meanwhile
-- leaves it behind, and the next one knows that an answer may have been lost.
create table shipment_attempt (
    id         uuid primary key,
    parcel_id  uuid not null references shipment on delete cascade,
    -- The number that it was asked for with.
    ident_code text not null check (ident_code ~ '^99[0-9]{16}$'),
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    -- sent: Post gave the label. refused: Post said what is wrong. failed: nothing was made, another time it may go well.
    -- lost: a label may have been made, and we do not have it. used: Post had the number already (E2016).
    outcome    text check (outcome in ('sent', 'refused', 'failed', 'lost', 'used')),
    -- How it failed or was lost, as a word of the program.
    why        text check (why ~ '^[a-z0-9_]{1,30}$'),
    -- What Post said: errors and warnings by their codes, and fields it did not like by their names. Never a value.
    codes      text[] not null default '{}' check (cardinality(codes) <= 40),
    check ((ended_at is null) = (outcome is null)),
    check (outcome is null or (why is not null) = (outcome in ('failed', 'lost'))),
    unique (id, outcome)
);
-- One at a time, however many instances there are, and one label for ever.
create unique index shipment_attempt_open on shipment_attempt (parcel_id) where ended_at is null;
create unique index shipment_attempt_sent on shipment_attempt (parcel_id) where outcome = 'sent';
create index shipment_attempt_parcel on shipment_attempt (parcel_id, begun_at);
-- Who comes back with an answer after the attempt was given up finds it ended.
create function attempt_ends_once() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null then
        raise exception 'this attempt has ended' using errcode = 'restrict_violation', constraint = 'attempt_ends_once';
    end if;
    return new;
end
$$;
create trigger attempt_ends_once before update on shipment_attempt for each row execute function attempt_ends_once();
grant select, insert on shipment_attempt to shop_app;
grant update (ended_at, outcome, why, codes) on shipment_attempt to shop_app;

-- The label as Post drew it, byte for byte: no published call gives it a second time. Name and User ID stand on it, so that it
-- goes with the User ID on its date.
create table official_label (
    parcel_id       uuid primary key references shipment on delete cascade,
    attempt_id      uuid not null unique,
    attempt_outcome text not null generated always as ('sent') stored,
    mandate_id      uuid references mandate_user_id on delete cascade,
    image           bytea not null check (octet_length(image) between 1 and 4194304),
    image_type      text not null check (image_type in ('pdf', 'png')),
    received_at     timestamptz not null,
    foreign key (attempt_id, attempt_outcome) references shipment_attempt (id, outcome) on delete cascade
);
create index official_label_mandate on official_label (mandate_id) where mandate_id is not null;
grant select, insert on official_label to shop_app;

-- Numbers that are used up without a parcel: never given again, and in the history for whoever finds one.
create table written_off_number (
    ident_code text primary key check (ident_code ~ '^99[0-9]{16}$'),
    parcel_id  uuid not null references parcel on delete cascade,
    at         timestamptz not null,
    -- A word of the program: how the answer was lost, that Post had the number already, or that the licence has changed.
    why        text not null check (why ~ '^[a-z0-9_]{1,30}$')
);
create index written_off_number_parcel on written_off_number (parcel_id);
grant select on written_off_number to shop_app;

-- Writes a parcel's number off and gives it the next one, in one step, so that there is never a parcel without a number nor
-- one with two. Gives the new number; nothing where the parcel has another one by now. The application cannot change a
-- parcel otherwise.
create function write_off(the_parcel uuid, code text, prefix text, moment timestamptz, reason text) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    fresh text;
begin
    perform from parcel where id = the_parcel and ident_code = code for update;
    if not found then
        return null;
    end if;
    if exists (select from shipment_attempt where parcel_id = the_parcel and (outcome = 'sent' or ended_at is null)) then
        raise exception 'the number of a parcel with a label, or with a question under way, stays'
            using errcode = 'restrict_violation', constraint = 'number_in_use';
    end if;
    insert into written_off_number (ident_code, parcel_id, at, why) values (code, the_parcel, moment, reason);
    update parcel set ident_code = prefix || lpad(nextval('consignment_number')::text, 8, '0')
        where id = the_parcel returning ident_code into fresh;
    return fresh;
end
$$;
revoke execute on function write_off(uuid, text, text, timestamptz, text) from public;
grant execute on function write_off(uuid, text, text, timestamptz, text) to shop_app;
-- Not even the sequence set back by hand gives a number a second life.
create function number_is_fresh() returns trigger language plpgsql as $$
begin
    if exists (select from written_off_number where ident_code = new.ident_code) then
        raise exception 'this number was written off' using errcode = 'restrict_violation', constraint = 'number_is_fresh';
    end if;
    return new;
end
$$;
create trigger number_is_fresh before insert or update of ident_code on parcel
    for each row execute function number_is_fresh();

-- A merchant brings the sending forward.
alter table order_event drop constraint order_event_is_known;
alter table order_event add constraint order_event_is_known check (what in ('placed', 'user_id_known',
    'user_id_to_confirm', 'asked_again', 'parcel_announced', 'point_changed', 'send_now'));
