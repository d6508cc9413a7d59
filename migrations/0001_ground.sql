-- The application works under a role of its own: it may neither alter tables nor update what is frozen
-- (rule 4). The owner, who runs the migrations, switches to it for every pooled connection.
do $$
begin
    if not exists (select from pg_roles where rolname = 'shop_app') then
        create role shop_app nologin;
    end if;
exception
    -- Two instances that start together: the other one was first.
    when duplicate_object or unique_violation then null;
end
$$;
grant shop_app to current_user;
grant usage on schema public to shop_app;
revoke create on schema public from public;

-- Keys that all instances share: what one seals, another must be able to open.
create table secret (
    name  text primary key,
    value bytea not null check (octet_length(value) >= 32)
);
grant select, insert on secret to shop_app;

-- Sessions. The key is stored as a hash, so that a leaked table opens no session.
create table session (
    key_hash   bytea primary key check (octet_length(key_hash) = 32),
    state      jsonb not null,
    expires_at timestamptz not null
);
create index session_expires_at on session (expires_at);
grant select, insert, update, delete on session to shop_app;

-- Who may sign in behind the counter.
create table merchant (
    id            uuid primary key,
    email         text not null unique check (email = lower(email) and char_length(email) <= 160),
    password_hash text not null check (password_hash like '$argon2id$%'),
    created_at    timestamptz not null
);
grant select, insert, update on merchant to shop_app;

-- Failed sign-ins, counted per account in the database, so that several instances count together.
create table sign_in_failure (
    account    text primary key check (char_length(account) <= 160),
    failures   integer not null check (failures > 0),
    last_at    timestamptz not null
);
grant select, insert, update, delete on sign_in_failure to shop_app;

-- The goods. Weight and size are those of the packed article: the parcel fit needs them.
create table product (
    id           smallint primary key,
    slug         text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    category     text not null check (category in ('kitchen', 'larder', 'outdoors', 'winter', 'children')),
    price_rappen bigint not null check (price_rappen > 0),
    vat_rate_bp  integer not null check (vat_rate_bp in (260, 810)),
    weight_g     integer not null check (weight_g > 0),
    length_mm    integer not null,
    width_mm     integer not null,
    height_mm    integer not null,
    stock        integer not null check (stock >= 0),
    image        text not null check (image ~ '^[a-z0-9-]+\.webp$'),
    tile         text not null check (tile in ('meadow', 'glacier', 'dawn', 'stone', 'berry')),
    position     smallint not null unique,
    check (length_mm >= width_mm and width_mm >= height_mm and height_mm > 0)
);
grant select on product to shop_app;
grant update (stock) on product to shop_app;

create table product_text (
    product_id  smallint not null references product,
    lang        text not null check (lang in ('de', 'fr', 'it', 'en')),
    name        text not null check (char_length(name) between 1 and 60),
    line        text not null check (char_length(line) between 1 and 60),
    description text not null check (char_length(description) between 1 and 800),
    primary key (product_id, lang)
);
grant select on product_text to shop_app;
