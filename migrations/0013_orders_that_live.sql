-- Room for what happens to an order after it was placed: another point, several parcels, payments with states, a User
-- ID that goes on its date. The rows of orders that stand already are carried over. Tables are altered that the version
-- before writes to: the shop is closed meanwhile (docs/migrations.md).

-- A draft belongs to an open basket: the key below holds for open ones only, so that nothing can be told to a basket
-- that has become an order, whichever statement comes second.
alter table basket add column is_open boolean generated always as (case when ordered_at is null then true end) stored;
alter table basket add constraint basket_is_open unique (id, is_open);
delete from checkout c using basket b where b.id = c.basket_id and b.ordered_at is not null;
alter table checkout add column basket_is_open boolean not null default true check (basket_is_open);
alter table checkout drop constraint checkout_basket_id_fkey;
-- Asked at the end of the transaction that closes a basket: by then its draft is gone.
alter table checkout add constraint checkout_of_an_open_basket foreign key (basket_id, basket_is_open)
    references basket (id, is_open) on delete cascade deferrable initially deferred;

-- What a review page has shown likewise.
delete from review_shown s using basket b where b.id = s.basket_id and b.ordered_at is not null;
alter table review_shown add column basket_is_open boolean not null default true check (basket_is_open);
alter table review_shown drop constraint review_shown_basket_id_fkey;
alter table review_shown add constraint shown_of_an_open_basket foreign key (basket_id, basket_is_open)
    references basket (id, is_open) on delete cascade deferrable initially deferred;

-- A basket lives as long as its draft is worked at: touched at most every five minutes, so that the sweep need look at
-- baskets only.
create function draft_touches_its_basket() returns trigger language plpgsql as $$
begin
    update basket set updated_at = new.updated_at
    where id = new.basket_id and updated_at < new.updated_at - interval '5 minutes';
    return null;
end
$$;
create trigger draft_touches_its_basket after insert or update on checkout
    for each row execute function draft_touches_its_basket();

-- Deliveries in versions: another point later is a new version, the old one stays as it was.
alter table parcel drop constraint parcel_order_id_kind_fkey, drop constraint parcel_order_id_mandate_id_fkey,
    drop constraint parcel_pkey;
alter table delivery
    add column version smallint not null default 1 check (version > 0),
    -- There is no version without the one before it.
    add column previous smallint generated always as (nullif(version, 1) - 1) stored,
    drop constraint delivery_pkey,
    drop constraint delivery_order_id_kind_key,
    drop constraint delivery_order_id_mandate_id_key;
alter table delivery
    add primary key (order_id, version),
    add unique (order_id, version, kind),
    add unique (order_id, version, mandate_id),
    add constraint delivery_follows_the_one_before foreign key (order_id, previous) references delivery (order_id, version);
create index delivery_previous on delivery (order_id, previous) where previous is not null;

-- Street and house number of the point apart, 35 and 10 characters, as Post's label has them. Of the orders that stand
-- already the number is what follows the last blank and begins with a digit; both together read as before.
alter table delivery add column point_house_number text check (char_length(point_house_number) between 1 and 10);
alter table delivery drop constraint delivery_is_exactly_one_kind;
-- An address that was ordered with under an older rule (0009) stays as it is: it is not looked at again meanwhile.
alter table delivery drop constraint own_address_is_no_pickup_point;
update delivery set (point_street, point_house_number) = (
    select parts[1], parts[2]
    from regexp_match(point_street, '^(.{1,35}) ([0-9][^ ]{0,9})$') as parts)
where point_street ~ '^.{1,35} [0-9][^ ]{0,9}$';
alter table delivery add constraint own_address_is_no_pickup_point check (is_own_address(
    first_name, last_name, company, address_extra, street, house_number, postcode, town)) not valid;
-- Not validated: a street of 36 to 46 characters without a number stays as it was printed.
alter table delivery add constraint point_street_fits_a_label check (char_length(point_street) <= 35) not valid;
alter table delivery add constraint delivery_is_exactly_one_kind check (
    case when kind in ('pickpost', 'my_post_24')
         then num_nulls(point_id, point_name, point_street, point_postcode, point_town, point_hours,
                        point_data_as_of, mandate_id, notify, first_name, last_name) = 0
              and company is null
              and (notify = 'email') = (notify_email is not null)
              and (notify = 'sms') = (notify_phone is not null)
         else num_nonnulls(point_id, point_name, point_street, point_house_number, point_postcode, point_town,
                           point_hours, point_data_as_of, mandate_id, notify, notify_email, notify_phone) = 0
    end);

-- Parcels of their own: one of several of an order, to the version of its delivery that stands on its label.
alter table parcel
    add column id uuid not null default gen_random_uuid() primary key,
    add column delivery_version smallint not null default 1,
    add column sequence smallint not null default 1 check (sequence > 0),
    -- How many parcels the delivery is sent in.
    add column parcels smallint not null default 1,
    add constraint parcel_is_one_of_them check (sequence <= parcels),
    add unique (order_id, delivery_version, sequence),
    add foreign key (order_id, delivery_version, kind) references delivery (order_id, version, kind),
    add foreign key (order_id, delivery_version, mandate_id) references delivery (order_id, version, mandate_id);
alter table parcel alter column id drop default, alter column delivery_version drop default,
    alter column sequence drop default, alter column parcels drop default;

-- An ident code is no longer the order's number. Numbers that were given already are never given again.
create sequence consignment_number as integer start 20000001 maxvalue 99999999;
select setval('consignment_number', greatest(20000000, max(right(ident_code, 8)::integer))) from parcel having count(*) > 0;
grant usage on sequence consignment_number to shop_app;

-- The User ID in a row of its own, which goes on its date. That Post has answered stays with the mandate: the order, its
-- parcel and its history stand without the ID.
create table mandate_user_id (
    mandate_id    uuid primary key,
    mandate_state text not null generated always as ('known') stored,
    user_id       text not null check (user_id ~ '^[A-Za-z0-9]{1,20}$'),
    verified      text not null check (verified in ('none', 'mail', 'registered_mail', 'suisse_id')),
    erase_on      date not null,
    foreign key (mandate_id, mandate_state) references shipping_mandate (id, state)
        on delete cascade deferrable initially deferred
);
create index mandate_user_id_erase_on on mandate_user_id (erase_on);
insert into mandate_user_id (mandate_id, user_id, verified, erase_on)
    select id, user_id, verified, (coalesce(answered_at, asked_at) at time zone 'Europe/Zurich')::date + 180
    from shipping_mandate where state = 'known';
-- No update: a known User ID is final. It can only go.
grant select, insert, delete on mandate_user_id to shop_app;

drop trigger known_is_final on shipping_mandate;
alter table shipping_mandate
    -- Whose it was before an order took it over; goes with a basket that nobody orders.
    alter column basket_id drop not null,
    -- An order leaves no other mandate of its basket behind, whichever statement comes second.
    add column basket_is_open boolean generated always as (case when basket_id is not null then true end) stored,
    -- Another point was chosen: nobody waits for this one any more.
    add column is_replaced boolean not null default false,
    drop column user_id,
    drop column verified;
delete from shipping_mandate m where order_number is null
    and not exists (select from basket b where b.id = m.basket_id and b.ordered_at is null);
update shipping_mandate set basket_id = null where order_number is not null;
alter table shipping_mandate
    add constraint mandate_of_an_open_basket foreign key (basket_id, basket_is_open)
        references basket (id, is_open) on delete cascade deferrable initially deferred,
    add constraint mandate_is_of_one_thing check (order_number is null or basket_id is null);
create index shipping_mandate_basket on shipping_mandate (basket_id) where basket_id is not null;
drop index shipping_mandate_waiting, shipping_mandate_abandoned;
create index shipping_mandate_waiting on shipping_mandate (order_number)
    where order_number is not null and state <> 'known' and not is_replaced;
create index shipping_mandate_abandoned on shipping_mandate (asked_at) where order_number is null and basket_id is null;

create or replace function known_is_final() returns trigger language plpgsql as $$
declare
    rest shipping_mandate := new;
begin
    -- Which order takes it over, and whether it is replaced, does not touch what is known.
    rest.order_number := old.order_number;
    rest.basket_id := old.basket_id;
    -- Not generated yet where a trigger before the update looks.
    rest.basket_is_open := old.basket_is_open;
    rest.is_replaced := old.is_replaced;
    if old.state = 'known' and rest is distinct from old then
        raise exception 'a known User ID is final' using errcode = 'restrict_violation', constraint = 'known_is_final';
    end if;
    return new;
end
$$;
create trigger known_is_final before update on shipping_mandate for each row execute function known_is_final();

-- Whoever says that Post has answered writes down what in the same statement. Later it may be erased.
create function known_has_a_user_id() returns trigger language plpgsql as $$
begin
    if not exists (select from mandate_user_id where mandate_id = new.id) then
        raise exception 'a known mandate has a User ID'
            using errcode = 'integrity_constraint_violation', constraint = 'known_has_a_user_id';
    end if;
    return null;
end
$$;
create trigger known_has_a_user_id after insert or update of state on shipping_mandate
    for each row when (new.state = 'known') execute function known_has_a_user_id();

-- A delivery takes its mandate over, and the version before gives its own up. Runs as the owner, as before.
create or replace function delivery_takes_its_mandate() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
begin
    update shipping_mandate set is_replaced = true
    where id = (select mandate_id from delivery where order_id = new.order_id and version = new.previous);
    update shipping_mandate
    set order_number = (select number from shop_order where id = new.order_id), basket_id = null
    where id = new.mandate_id;
    return null;
end
$$;
drop trigger delivery_takes_its_mandate on delivery;
create trigger delivery_takes_its_mandate after insert on delivery
    for each row when (new.mandate_id is not null or new.version > 1) execute function delivery_takes_its_mandate();

-- What was paid, or is to be paid, and how it stands. `payment_move` is the one table of moves: the application has the
-- same in `payments/state.rs`, and a test compares the two.
create table payment_move (
    from_state text not null,
    to_state   text not null,
    primary key (from_state, to_state)
);
insert into payment_move (from_state, to_state) values
    ('due', 'paid'), ('due', 'cancelled'), ('paid', 'refunded');
grant select on payment_move to shop_app;
create table payment (
    id         uuid primary key,
    order_id   uuid not null references shop_order,
    method     text not null check (method in ('invoice', 'card')),
    card_last4 text check (card_last4 ~ '^[0-9]{4}$'),
    amount     rappen not null,
    state      text not null check (state in ('due', 'paid', 'cancelled', 'refunded')),
    created_at timestamptz not null,
    moved_at   timestamptz not null,
    check ((method = 'card') = (card_last4 is not null))
);
create index payment_order on payment (order_id);
create function payment_moves() returns trigger language plpgsql as $$
begin
    if not exists (select from payment_move where from_state = old.state and to_state = new.state) then
        raise exception 'a payment does not go from % to %', old.state, new.state
            using errcode = 'integrity_constraint_violation', constraint = 'payment_moves';
    end if;
    return new;
end
$$;
create trigger payment_moves before update on payment for each row execute function payment_moves();
grant select, insert on payment to shop_app;
grant update (state, moved_at) on payment to shop_app;
-- The demonstration's card is charged with the order; an invoice is due.
insert into payment (id, order_id, method, card_last4, amount, state, created_at, moved_at)
    select gen_random_uuid(), id, payment, card_last4, total, case payment when 'card' then 'paid' else 'due' end,
        placed_at, placed_at
    from shop_order;
alter table shop_order drop column payment, drop column card_last4;

-- Who did what to an order, and why: the role apart from the name, which only a merchant has.
alter table order_event
    add column role text check (role in ('shopper', 'merchant', 'shop', 'carrier')),
    add column why text check (why ~ '^[a-z0-9_]{1,40}$');
-- By what was done, not by the name: the e-mail of a merchant may read "shop".
update order_event set role = case what when 'placed' then 'shopper' when 'asked_again' then 'merchant' else 'shop' end;
alter table order_event alter column role set not null, alter column who drop not null;
update order_event set who = null where role <> 'merchant';
alter table order_event add constraint only_a_merchant_has_a_name check ((role = 'merchant') = (who is not null));
alter table order_event drop constraint order_event_what_check;
alter table order_event add constraint order_event_is_known check (what in ('placed', 'user_id_known',
    'user_id_to_confirm', 'asked_again', 'parcel_announced', 'point_changed'));

-- An order is whole: asked once a statement instead of five questions for each row at the end, since the application
-- writes the order with its lines, its VAT and its billing address in one statement. The lines and the VAT ask again, so
-- that nothing can be slipped into an order later (rule 4).
drop trigger order_is_whole on shop_order;
drop trigger order_is_whole on order_line;
drop trigger order_is_whole on order_vat;
-- The delivery's price is split as in migration 10. In plpgsql, whose plans are kept: a function in SQL is planned anew by
-- every statement, which costs ten times as much.
create or replace function order_is_whole() returns trigger language plpgsql as $$
declare
    the_order shop_order;
    goods_sum bigint;
    is_whole boolean;
begin
    for the_order in select * from fresh loop
        select sum(amount)::bigint into goods_sum from order_line where order_id = the_order.id;
        is_whole := goods_sum = the_order.goods
            and exists (select from billing_address where order_id = the_order.id)
            and the_order.total = (select sum(gross)::bigint from order_vat where order_id = the_order.id);
        if is_whole then
            with rounded as (
                select vat_rate_bp, sum(amount) as value, the_order.delivery_price * sum(amount)::bigint / goods_sum as share,
                    row_number() over (
                        order by the_order.delivery_price * sum(amount)::bigint % goods_sum desc, vat_rate_bp desc
                    ) as place
                from order_line where order_id = the_order.id group by vat_rate_bp
            ), whole as (
                select vat_rate_bp, value + share
                    + case when place <= the_order.delivery_price - sum(share) over () then 1 else 0 end as due
                from rounded
            )
            select bool_and(due is not distinct from gross) into is_whole
                from whole full join (select vat_rate_bp, gross from order_vat where order_id = the_order.id) as vat
                    using (vat_rate_bp);
        end if;
        if is_whole is not true then
            raise exception 'order % is not whole', the_order.number
                using errcode = 'integrity_constraint_violation', constraint = 'order_is_whole';
        end if;
    end loop;
    return null;
end
$$;
-- A line has a price, so that one which is slipped in later breaks the sum.
create function order_line_belongs() returns trigger language plpgsql as $$
begin
    if exists (
        select from shop_order where id in (select order_id from fresh)
            and goods <> (select sum(amount) from order_line where order_id = shop_order.id)
    ) then
        raise exception 'an order is not whole with more lines than it had'
            using errcode = 'integrity_constraint_violation', constraint = 'order_is_whole';
    end if;
    return null;
end
$$;
-- VAT of nothing would not break a sum: it needs a line of its rate.
create function order_vat_belongs() returns trigger language plpgsql as $$
begin
    if exists (
        select from shop_order where id in (select order_id from fresh)
            and total <> (select sum(gross) from order_vat where order_id = shop_order.id)
    ) or exists (
        select from fresh where not exists (
            select from order_line where order_line.order_id = fresh.order_id and order_line.vat_rate_bp = fresh.vat_rate_bp
        )
    ) then
        raise exception 'an order is not whole with more VAT than it had'
            using errcode = 'integrity_constraint_violation', constraint = 'order_is_whole';
    end if;
    return null;
end
$$;
create trigger order_is_whole after insert on shop_order referencing new table as fresh
    for each statement execute function order_is_whole();
create trigger order_is_whole after insert on order_line referencing new table as fresh
    for each statement execute function order_line_belongs();
create trigger order_is_whole after insert on order_vat referencing new table as fresh
    for each statement execute function order_vat_belongs();
-- And it has a delivery, which another owner writes: asked at the end of the transaction.
alter table shop_order add column first_delivery smallint not null generated always as (1) stored;
alter table shop_order add constraint order_has_a_delivery foreign key (id, first_delivery)
    references delivery (order_id, version) deferrable initially deferred;

-- The same rule as in migration 9, in plpgsql for the same reason: it is asked twice an order.
create or replace function is_own_address(first_name text, last_name text, company text, address_extra text, street text,
        house_number text, postcode text, town text) returns boolean
    language plpgsql immutable parallel safe as $$
declare
    firm text := coalesce(company || ' ', '');
    extra text := coalesce(address_extra || ' ', '');
    who text := coalesce(first_name || ' ', '') || coalesce(last_name || ' ', '');
    at_street text := street || coalesce(' ' || house_number, '');
begin
    return not carries_keyword(postcode || ' ' || town || e'\n' || firm || who || extra || at_street
        || case when extra <> '' then e'\n' || firm || who || at_street else '' end
        || case when firm <> '' and who <> '' then e'\n' || firm || extra || at_street || e'\n' || firm || at_street
                else '' end);
end
$$;

-- The goods stand in the memory of every instance; it is called when they have changed, and told whether it is more than
-- the stock, which every order moves.
create function goods_have_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('goods', tg_argv[0]);
    return null;
end
$$;
create trigger stock_has_changed after update of stock on product
    for each statement execute function goods_have_changed('stock');
create trigger goods_have_changed after insert or delete or update of id, slug, category, price_rappen, vat_rate_bp, weight_g,
    length_mm, width_mm, height_mm, image, tile, position on product
    for each statement execute function goods_have_changed('all');
create trigger goods_have_changed after insert or update or delete on product_text
    for each statement execute function goods_have_changed('all');
