-- An order is sent in as many parcels as its goods need (docs/packing.md), and whoever prints a label is written down. Only new
-- columns that may be empty and new tables: the version before writes one parcel an order, as it always did.

-- How large an article was when it was ordered, packed: what goes into which parcel follows from it for as long as the order can go
-- elsewhere. An order of the version before does not say.
alter table order_line
    add column length_mm integer,
    add column width_mm  integer,
    add column height_mm integer,
    add constraint order_line_has_three_sides_or_none check (
        num_nulls(length_mm, width_mm, height_mm) = 3
        or (num_nulls(length_mm, width_mm, height_mm) = 0 and least(length_mm, width_mm, height_mm) > 0));

-- What a parcel's goods weigh, in grams; of one that an older version has announced the order says it.
alter table parcel add column weight_g integer check (weight_g > 0);

-- What lies in a parcel: so many pieces of a line of its order.
create table parcel_item (
    parcel_id uuid not null references parcel on delete cascade,
    position  smallint not null check (position > 0),
    quantity  integer not null check (quantity > 0),
    primary key (parcel_id, position)
);
grant select, insert on parcel_item to shop_app;
-- Whatever the rule is: every piece lies in one parcel of the delivery, none is left out, and none is sent twice.
create function packed_once() returns trigger language plpgsql as $$
declare
    the_order uuid;
    the_version smallint;
begin
    select order_id, delivery_version into the_order, the_version from parcel where id = new.parcel_id;
    if exists (
        select from (select position, quantity from order_line where order_id = the_order) as ordered
            full join (select i.position, sum(i.quantity) as quantity
                       from parcel_item i join parcel p on p.id = i.parcel_id
                       where p.order_id = the_order and p.delivery_version = the_version group by i.position) as packed
            using (position)
        where ordered.quantity is distinct from packed.quantity
    ) then
        raise exception 'every piece of an order lies in one of its parcels'
            using errcode = 'integrity_constraint_violation', constraint = 'packed_once';
    end if;
    return null;
end
$$;
create constraint trigger packed_once after insert on parcel_item
    deferrable initially deferred for each row execute function packed_once();

-- The services that a parcel is sent with, by Post's codes; Post is asked for them with the label.
alter table shipment add column services text[] not null default '{PRI}'
    check (cardinality(services) between 1 and 4 and array_position(services, null) is null);
grant update (services) on shipment to shop_app;

-- Each time that the label Post drew leaves the shop to be printed: a reprint is the same bytes, so that whoever finds two on paper
-- finds here who made them.
create table label_print (
    id         bigint primary key generated always as identity,
    parcel_id  uuid not null references parcel on delete cascade,
    at         timestamptz not null,
    who        text not null check (char_length(who) between 1 and 254),
    image_type text not null check (image_type in ('pdf', 'png'))
);
create index label_print_parcel on label_print (parcel_id, id);
grant select, insert on label_print to shop_app;
