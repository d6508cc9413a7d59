-- What keeps a shop with a million orders as quick as an empty one (docs/growth.md).

-- Which order has taken a mandate over. It stands with the mandate so that two questions need not look at every order
-- ever placed: which orders wait for Post (asked on every page behind the counter), and which mandates nobody has
-- ordered with (swept out after a day). Nothing else reads it, and only the trigger below writes it.
alter table shipping_mandate add column order_number integer;

-- A known User ID stays final; that an order takes the mandate over does not touch it.
create or replace function known_is_final() returns trigger language plpgsql as $$
declare
    rest shipping_mandate := new;
begin
    rest.order_number := old.order_number;
    if old.state = 'known' and rest is distinct from old then
        raise exception 'a known User ID is final' using errcode = 'restrict_violation', constraint = 'known_is_final';
    end if;
    return new;
end
$$;

update shipping_mandate m set order_number = o.number
from delivery d join shop_order o on o.id = d.order_id where d.mandate_id = m.id;

-- Runs as the owner: the application has no right to write the column, so it can neither forget nor forge it.
create function delivery_takes_its_mandate() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
begin
    update shipping_mandate set order_number = (select number from shop_order where id = new.order_id)
    where id = new.mandate_id;
    return null;
end
$$;
create trigger delivery_takes_its_mandate after insert on delivery
    for each row when (new.mandate_id is not null) execute function delivery_takes_its_mandate();

create index shipping_mandate_waiting on shipping_mandate (order_number)
    where order_number is not null and state <> 'known';
create index shipping_mandate_abandoned on shipping_mandate (asked_at) where order_number is null;

-- The sweep finds what was left without reading what was ordered.
create index basket_left on basket (updated_at) where ordered_at is null;

-- Foreign keys that are followed from the other side: settling or sweeping a mandate asks who points at it.
create index parcel_mandate on parcel (mandate_id, mandate_state) where mandate_id is not null;
create index checkout_mandate on checkout (mandate_id, basket_id) where mandate_id is not null;
create index basket_line_product on basket_line (product_id);

-- The merchant's list goes by number, which has its index; nothing asks by time any more.
drop index shop_order_placed_at;
