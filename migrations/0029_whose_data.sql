-- Whose data these are (docs/data.md): what names a person goes on its date, or when that person asks, and the order stands
-- without it; the books go when the law no longer asks for them. The version before cannot read an order that was erased
-- already, and those are half a year old: it says so where one is looked at, and serves all others.

-- The application may not update an order (rule 4); it may have the people in it erased, by the function below.
alter table shop_order
    alter column email drop not null,
    add column erased_at timestamptz,
    add constraint order_has_an_email_until_it_is_erased check ((erased_at is null) = (email is not null)),
    add constraint order_has_no_phone_once_erased check (erased_at is null or phone is null);
-- Those whose date is still to come, the oldest first: half a year's orders, however many there are.
create index shop_order_to_erase on shop_order (placed_at) where erased_at is null;

-- A delivery home repeats the billing address, which the law keeps; any other loses who receives or collects the parcel, and
-- keeps where it went: a point is nobody's address.
alter table delivery
    add column erased_at timestamptz,
    alter column street drop not null,
    alter column postcode drop not null,
    alter column town drop not null,
    alter column country drop not null,
    drop constraint delivery_has_a_name,
    drop constraint delivery_is_exactly_one_kind,
    drop constraint point_street_fits_a_label;
alter table delivery
    add constraint delivery_has_a_name check (
        erased_at is not null or company is not null or (first_name is not null and last_name is not null)),
    add constraint delivery_is_erased_as_a_whole check (
        case when erased_at is null
             then num_nulls(street, postcode, town, country) = 0
             else kind <> 'home' and num_nonnulls(title, first_name, last_name, company, street, house_number, address_extra,
                      postcode, town, country, notify, notify_email, notify_phone) = 0
        end),
    add constraint delivery_is_exactly_one_kind check (
        case when kind in ('pickpost', 'my_post_24')
             then num_nulls(point_id, point_name, point_street, point_postcode, point_town, point_hours,
                            point_data_as_of, mandate_id) = 0
                  and company is null
                  and (erased_at is not null or (num_nulls(notify, first_name, last_name) = 0
                       and (notify = 'email') = (notify_email is not null)
                       and (notify = 'sms') = (notify_phone is not null)))
             else num_nonnulls(point_id, point_name, point_street, point_house_number, point_postcode, point_town,
                               point_hours, point_data_as_of, mandate_id, notify, notify_email, notify_phone) = 0
        end),
    -- Not validated, as before: the longer street of an old order stays as it was printed, also when its people go.
    add constraint point_street_fits_a_label check (erased_at is not null or char_length(point_street) <= 35) not valid;

-- Erases the people of these orders, once: e-mail, phone, who receives or collects, the User ID, the labels that Post drew. The
-- history says when, and who asked. Gives how many orders there were to erase.
create function erase_people(the_orders uuid[], moment timestamptz, asked_by text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    these uuid[];
    their_mandates uuid[];
begin
    with erased as (
        update shop_order set email = null, phone = null, erased_at = moment
        where id = any(the_orders) and erased_at is null returning id
    )
    select coalesce(array_agg(id), '{}') into these from erased;
    select coalesce(array_agg(mandate_id), '{}') into their_mandates
        from delivery where order_id = any(these) and mandate_id is not null;
    delete from official_label where parcel_id in (select id from parcel where order_id = any(these));
    delete from mandate_user_id where mandate_id = any(their_mandates);
    -- Nobody waits for a User ID of somebody who is forgotten.
    update shipping_mandate set is_replaced = true
        where id = any(their_mandates) and state <> 'known' and not is_replaced;
    update delivery set title = null, first_name = null, last_name = null, company = null, street = null,
            house_number = null, address_extra = null, postcode = null, town = null, country = null,
            notify = null, notify_email = null, notify_phone = null, erased_at = moment
        where order_id = any(these) and kind <> 'home' and erased_at is null;
    -- Where merchants write notes about orders (0022), what they wrote is about people.
    if to_regclass('order_note') is not null then
        delete from order_note where order_id = any(these);
    end if;
    insert into order_event (order_id, at, what, role) select id, moment, 'data_erased', asked_by from unnest(these) as id;
    return cardinality(these);
end
$$;
revoke execute on function erase_people(uuid[], timestamptz, text) from public;
grant execute on function erase_people(uuid[], timestamptz, text) to shop_app;

-- What belongs to an order goes with it. Whichever tables that are: each key that leads to one of these is made anew.
do $$
declare
    link record;
begin
    for link in
        select conrelid::regclass as here, conname, pg_get_constraintdef(oid) as rule from pg_constraint
        where contype = 'f' and confdeltype = 'a' and conrelid <> 'shop_order'::regclass
            and confrelid in ('shop_order'::regclass, 'delivery'::regclass, 'parcel'::regclass, 'payment'::regclass)
    loop
        execute format('alter table %s drop constraint %I, add constraint %I %s', link.here, link.conname, link.conname,
            regexp_replace(link.rule, '(REFERENCES [a-z_]+\([^)]*\))', '\1 ON DELETE CASCADE'));
    end loop;
end
$$;
-- The application deletes no order; it may have those erased that were placed before a day which is ten years ago at least. At
-- most five hundred at once, the oldest first: they have the smallest numbers. Gives how many went.
create function erase_books(placed_before timestamptz) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    these uuid[];
    their_mandates uuid[];
begin
    -- Against a mistake in the application, and a clock that is years ahead of the database's and of the newest order.
    if placed_before > greatest(now(), (select placed_at from shop_order order by number desc limit 1)) - interval '10 years'
    then
        raise exception 'books are kept for ten years' using errcode = 'restrict_violation', constraint = 'books_are_kept';
    end if;
    select coalesce(array_agg(id), '{}') into these
        from (select id, placed_at from shop_order order by number limit 500) as oldest where placed_at < placed_before;
    select coalesce(array_agg(mandate_id), '{}') into their_mandates
        from delivery where order_id = any(these) and mandate_id is not null;
    -- The words by which orders are found (0022) have no key to them.
    if to_regclass('order_word') is not null then
        delete from order_word where number in (select number from shop_order where id = any(these));
    end if;
    delete from shop_order where id = any(these);
    delete from shipping_mandate where id = any(their_mandates);
    return cardinality(these);
end
$$;
revoke execute on function erase_books(timestamptz) from public;
grant execute on function erase_books(timestamptz) to shop_app;

-- What is said in an order's history, with two words more, whatever the list has grown to by now.
do $$
declare
    rule text;
begin
    select pg_get_constraintdef(oid) into strict rule from pg_constraint
        where conname = 'order_event_is_known' and conrelid = 'order_event'::regclass;
    alter table order_event drop constraint order_event_is_known;
    execute 'alter table order_event add constraint order_event_is_known '
        || replace(rule, 'ARRAY[', 'ARRAY[''data_copied''::text, ''data_erased''::text, ');
end
$$;
