-- Nobody waits for Post's answer about somebody who is forgotten: erasing ends the wait, so that the queue of those that wait reads
-- nothing but the state. What never left is on hold from then on: a merchant cancels it, and its money goes back.
-- The orders are carried over below; the version before calls the same function, and its own lists leave such orders out already.

-- As in 0029, with the step that ends the wait.
create or replace function erase_people(the_orders uuid[], moment timestamptz, asked_by text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    these uuid[];
    their_mandates uuid[];
    waited uuid[];
begin
    with erased as (
        update shop_order set email = null, phone = null, erased_at = moment
        where id = any(the_orders) and erased_at is null returning id
    )
    select coalesce(array_agg(id), '{}') into these from erased;
    -- Whoever moves one of them meanwhile is waited for, and what comes after sees that it is erased.
    perform from order_life where order_id = any(these) order by order_id for update;
    with held as (
        update order_life l set state = 'held', why = 'people_erased', since = moment
        where order_id = any(these) and state = 'to_confirm' and not exists (
            select from parcel p where p.order_id = l.order_id
                and p.delivery_version = (select max(version) from delivery d where d.order_id = l.order_id))
        returning order_id
    )
    select coalesce(array_agg(order_id), '{}') into waited from held;
    select coalesce(array_agg(mandate_id), '{}') into their_mandates
        from delivery where order_id = any(these) and mandate_id is not null;
    delete from official_label where parcel_id in (select id from parcel where order_id = any(these));
    delete from mandate_user_id where mandate_id = any(their_mandates);
    update shipping_mandate set is_replaced = true
        where id = any(their_mandates) and state <> 'known' and not is_replaced;
    update delivery set title = null, first_name = null, last_name = null, company = null, street = null,
            house_number = null, address_extra = null, postcode = null, town = null, country = null,
            notify = null, notify_email = null, notify_phone = null, erased_at = moment
        where order_id = any(these) and kind <> 'home' and erased_at is null;
    delete from order_note where order_id = any(these);
    insert into order_event (order_id, at, what, role, why)
        select id, moment, 'held', 'shop', 'people_erased' from unnest(waited) as id;
    insert into order_event (order_id, at, what, role) select id, moment, 'data_erased', asked_by from unnest(these) as id;
    return cardinality(these);
end
$$;

-- Those that were erased while they waited. Since when, and when it was said: the moment of erasing.
with held as (
    update order_life l set state = 'held', why = 'people_erased', since = o.erased_at
    from shop_order o
    where o.id = l.order_id and l.state = 'to_confirm' and o.erased_at is not null and not exists (
        select from parcel p where p.order_id = l.order_id
            and p.delivery_version = (select max(version) from delivery d where d.order_id = l.order_id))
    returning l.order_id, l.since
)
insert into order_event (order_id, at, what, role, why)
select order_id, since, 'held', 'shop', 'people_erased' from held;
