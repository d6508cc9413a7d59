-- The pick-up points, as the carrier's data describe them. A point that vanishes from the data is kept with the
-- day on which it was last seen: orders point at it.
create table pickup_point (
    id         text primary key check (char_length(id) between 1 and 40),
    kind       text not null check (kind in ('pickpost', 'my_post_24')),
    lat        double precision not null check (lat between 45.7 and 47.9),
    lon        double precision not null check (lon between 5.8 and 10.6),
    -- Name, address, hours and closures as the file of points has them (`data/README.md`).
    record     jsonb not null,
    data_as_of date not null,
    -- Invented for the demonstration; the pages say so.
    synthetic  boolean not null,
    seen_at    timestamptz not null,
    gone_at    timestamptz
);
create index pickup_point_data_as_of on pickup_point (data_as_of);
grant select, insert, update on pickup_point to shop_app;
