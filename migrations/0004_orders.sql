-- From the basket to the frozen order. Rules 1 to 6 stand here a second time, so that a mistake in the
-- application, or somebody at its connection, is refused by the database.

-- Whole Rappen (rule 6).
create domain rappen as bigint check (value >= 0 and value <= 100000000);
-- One printed line; 35 characters is the width of Post's label (Barcode manual, field table).
create domain line35 as text check (char_length(value) between 1 and 35 and value !~ '[[:cntrl:]]');
create domain postcode4 as text check (value ~ '^[1-9][0-9]{3}$');

-- Whether a line addresses a pick-up point, as "PickPost 12345678" or "My Post 24 12345678" do.
create function names_pickup_point(line text) returns boolean
    language sql immutable parallel safe
    return coalesce(lower(regexp_replace(line, '[^[:alnum:]]', '', 'g')) ~ '^(pickpost|mypost24)', false);

-- `ordered_at` closes a basket: nothing can be added to it any more, and a second click finds the order that
-- it has become.
create table basket (
    id         uuid primary key,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ordered_at timestamptz
);
grant select, insert, update, delete on basket to shop_app;

create table basket_line (
    basket_id  uuid not null references basket on delete cascade,
    product_id smallint not null references product,
    quantity   integer not null check (quantity between 1 and 99),
    added_at   timestamptz not null,
    primary key (basket_id, product_id)
);
grant select, insert, update, delete on basket_line to shop_app;

-- What one shipping mandate knows of its User ID (rule 2). The ID belongs to this mandate only: it stands
-- nowhere else, and an order takes a mandate of its own.
create table shipping_mandate (
    id          uuid primary key,
    basket_id   uuid not null,
    service     text not null check (service in ('pickpost', 'my_post_24')),
    point_id    text not null check (char_length(point_id) between 1 and 40),
    state       text not null check (state in ('requested', 'known', 'to_confirm')),
    user_id     text check (user_id ~ '^[A-Za-z0-9]{1,20}$'),
    verified    text check (verified in ('none', 'mail', 'registered_mail', 'suisse_id')),
    asked_at    timestamptz not null,
    answered_at timestamptz,
    -- An ID and a status, or neither.
    check ((state = 'known') = (user_id is not null)),
    check ((user_id is null) = (verified is null)),
    -- Targets of the composite keys below.
    unique (id, service),
    unique (id, state),
    unique (id, basket_id)
);
create function known_is_final() returns trigger language plpgsql as $$
begin
    if old.state = 'known' then
        raise exception 'a known User ID is final' using errcode = 'restrict_violation', constraint = 'known_is_final';
    end if;
    return new;
end
$$;
create trigger known_is_final before update on shipping_mandate for each row execute function known_is_final();
grant select, insert, delete on shipping_mandate to shop_app;
grant update (state, user_id, verified, answered_at) on shipping_mandate to shop_app;

-- Every call to Post about a mandate: what came of it, never what was in it.
create table mandate_call (
    mandate_id   uuid not null references shipping_mandate on delete cascade,
    at           timestamptz not null,
    outcome      text not null check (outcome ~ '^[a-z0-9_]{1,30}$'),
    milliseconds integer not null check (milliseconds >= 0)
);
create index mandate_call_mandate on mandate_call (mandate_id);
grant select, insert on mandate_call to shop_app;

-- A checkout in progress: what the shopper has typed so far. `version` moves with every write, so that two
-- tabs cannot overwrite each other unseen.
create table checkout (
    basket_id  uuid primary key references basket on delete cascade,
    version    integer not null default 1,
    billing    jsonb,
    delivery   text check (delivery in ('home', 'other', 'pickpost', 'my_post_24')),
    other      jsonb,
    point_id   text check (char_length(point_id) between 1 and 40),
    collector  jsonb,
    mandate_id uuid,
    payment    jsonb,
    updated_at timestamptz not null,
    foreign key (mandate_id, basket_id) references shipping_mandate (id, basket_id),
    check (point_id is null or delivery in ('pickpost', 'my_post_24')),
    check (mandate_id is null or point_id is not null)
);
grant select, insert, update, delete on checkout to shop_app;

create sequence order_number as integer start 10001 maxvalue 99999999;
grant usage on sequence order_number to shop_app;

-- The order and its copies: inserted once, never updated (rule 4: the role has no right to).
create table shop_order (
    id              uuid primary key,
    number          integer not null unique check (number between 1 and 99999999),
    token           text not null unique check (token ~ '^[A-Za-z0-9_-]{22}$'),
    -- Rule 5: one basket becomes at most one order.
    basket_id       uuid not null unique,
    idempotency_key text not null unique check (char_length(idempotency_key) between 16 and 255),
    language        text not null check (language in ('de', 'fr', 'it', 'en')),
    placed_at       timestamptz not null,
    email           text not null check (char_length(email) between 3 and 160),
    phone           text check (phone ~ '^\+[0-9]{8,15}$'),
    terms_version   date not null,
    payment         text not null check (payment in ('invoice', 'card')),
    card_last4      text check (card_last4 ~ '^[0-9]{4}$'),
    goods           rappen not null,
    delivery_price  rappen not null,
    total           rappen not null,
    -- When the parcel is expected to arrive, as the shopper was told.
    expected_on     date not null,
    check (total = goods + delivery_price),
    check ((payment = 'card') = (card_last4 is not null))
);
create index shop_order_placed_at on shop_order (placed_at desc);
grant select, insert on shop_order to shop_app;

create table order_line (
    order_id    uuid not null references shop_order,
    position    smallint not null check (position > 0),
    product_id  smallint not null,
    name        text not null,
    quantity    integer not null check (quantity between 1 and 99),
    unit_price  rappen not null,
    amount      rappen not null,
    vat_rate_bp integer not null check (vat_rate_bp in (260, 810)),
    weight_g    integer not null check (weight_g > 0),
    primary key (order_id, position),
    check (amount = unit_price * quantity)
);
grant select, insert on order_line to shop_app;

-- VAT contained in the total, per rate, rounded to whole Rappen (rule 6).
create table order_vat (
    order_id    uuid not null references shop_order,
    vat_rate_bp integer not null check (vat_rate_bp in (260, 810)),
    gross       rappen not null,
    vat         rappen not null,
    primary key (order_id, vat_rate_bp),
    check (vat = (gross * vat_rate_bp * 2 + 10000 + vat_rate_bp) / (2 * (10000 + vat_rate_bp)))
);
grant select, insert on order_vat to shop_app;

-- Who pays. No column can hold a point, and no line may be the line that addresses one (rule 1).
create table billing_address (
    order_id      uuid primary key references shop_order,
    title         text check (title in ('ms', 'mr')),
    first_name    line35,
    last_name     line35,
    company       line35,
    street        line35 not null,
    house_number  line35 check (char_length(house_number) <= 10),
    address_extra line35,
    postcode      postcode4 not null,
    town          line35 not null,
    country       text not null check (country in ('CH', 'LI')),
    constraint billing_has_a_name check (company is not null or (first_name is not null and last_name is not null)),
    constraint billing_is_no_pickup_point check (
        not names_pickup_point(first_name) and not names_pickup_point(last_name) and not names_pickup_point(company)
        and not names_pickup_point(street) and not names_pickup_point(address_extra) and not names_pickup_point(town))
);
grant select, insert on billing_address to shop_app;

-- Where the parcel goes: exactly one of home, another address, a pick-up point (rule 1).
-- The address columns are somebody's own address: for a pick-up the home of the person who collects, which
-- Post is asked about. The point is a frozen copy beside it (rule 2).
create table delivery (
    order_id         uuid primary key references shop_order,
    kind             text not null check (kind in ('home', 'other', 'pickpost', 'my_post_24')),
    title            text check (title in ('ms', 'mr')),
    first_name       line35,
    last_name        line35,
    company          line35,
    street           line35 not null,
    house_number     line35 check (char_length(house_number) <= 10),
    address_extra    line35,
    postcode         postcode4 not null,
    town             line35 not null,
    country          text not null check (country in ('CH', 'LI')),
    notify           text check (notify in ('email', 'sms')),
    notify_email     text check (char_length(notify_email) between 3 and 160),
    notify_phone     text check (notify_phone ~ '^\+[0-9]{8,15}$'),
    point_id         text check (char_length(point_id) between 1 and 40),
    point_name       line35,
    point_street     text check (char_length(point_street) between 1 and 46),
    point_postcode   postcode4,
    point_town       line35,
    point_hours      jsonb,
    point_data_as_of date,
    mandate_id       uuid unique,
    unique (order_id, kind),
    unique (order_id, mandate_id),
    foreign key (mandate_id, kind) references shipping_mandate (id, service),
    constraint delivery_has_a_name check (company is not null or (first_name is not null and last_name is not null)),
    constraint own_address_is_no_pickup_point check (
        not names_pickup_point(first_name) and not names_pickup_point(last_name) and not names_pickup_point(company)
        and not names_pickup_point(street) and not names_pickup_point(address_extra) and not names_pickup_point(town)),
    constraint delivery_is_exactly_one_kind check (
        case when kind in ('pickpost', 'my_post_24')
             then num_nulls(point_id, point_name, point_street, point_postcode, point_town, point_hours,
                            point_data_as_of, mandate_id, notify, first_name, last_name) = 0
                  and company is null
                  and (notify = 'email') = (notify_email is not null)
                  and (notify = 'sms') = (notify_phone is not null)
             else num_nonnulls(point_id, point_name, point_street, point_postcode, point_town, point_hours,
                               point_data_as_of, mandate_id, notify, notify_email, notify_phone) = 0
        end)
);
grant select, insert on delivery to shop_app;

-- The parcel and its ident code. It exists only once it may carry a label: for a pick-up that is when the
-- mandate is known, which the key over `mandate_state` demands (rule 2).
create table parcel (
    order_id      uuid primary key,
    kind          text not null,
    mandate_id    uuid,
    mandate_state text generated always as (case when mandate_id is null then null else 'known' end) stored,
    ident_code    text not null unique check (ident_code ~ '^99[0-9]{16}$'),
    announced_at  timestamptz not null,
    foreign key (order_id, kind) references delivery (order_id, kind),
    foreign key (order_id, mandate_id) references delivery (order_id, mandate_id),
    constraint no_label_without_known_user_id
        foreign key (mandate_id, mandate_state) references shipping_mandate (id, state),
    constraint pickup_parcel_has_a_mandate check ((kind in ('pickpost', 'my_post_24')) = (mandate_id is not null))
);
grant select, insert on parcel to shop_app;

-- What happened to an order, appended only, with who did it.
create table order_event (
    id       bigint generated always as identity primary key,
    order_id uuid not null references shop_order,
    at       timestamptz not null,
    what     text not null check (what in ('placed', 'user_id_known', 'user_id_to_confirm', 'asked_again', 'parcel_announced')),
    who      text not null check (char_length(who) between 1 and 160)
);
create index order_event_order on order_event (order_id);
grant select, insert on order_event to shop_app;

-- At the end of the transaction an order is whole: it has both addresses, and its sums agree. The lines and
-- the VAT ask again, so that nothing can be slipped into an order later (rule 4).
create function order_is_whole() returns trigger language plpgsql as $$
declare
    the_order shop_order;
    goods_sum bigint;
    vat_gross bigint;
begin
    select * into the_order from shop_order
        where id = coalesce(to_jsonb(new) ->> 'order_id', to_jsonb(new) ->> 'id')::uuid;
    select coalesce(sum(amount), 0) into goods_sum from order_line where order_id = the_order.id;
    select coalesce(sum(gross), 0) into vat_gross from order_vat where order_id = the_order.id;
    if not exists (select from billing_address where order_id = the_order.id)
        or not exists (select from delivery where order_id = the_order.id)
        or goods_sum <> the_order.goods or vat_gross <> the_order.total then
        raise exception 'order % is not whole', the_order.number
            using errcode = 'integrity_constraint_violation', constraint = 'order_is_whole';
    end if;
    return null;
end
$$;
create constraint trigger order_is_whole after insert on shop_order
    deferrable initially deferred for each row execute function order_is_whole();
create constraint trigger order_is_whole after insert on order_line
    deferrable initially deferred for each row execute function order_is_whole();
create constraint trigger order_is_whole after insert on order_vat
    deferrable initially deferred for each row execute function order_is_whole();
