-- Who is signed in behind the counter: one row for each browser. The browser's cookie carries a random key; what it is
-- worth stands here, so that signing out, a new password and a removal end it, whoever has kept a copy of the cookie.
create table sign_in (
    -- The key as a hash, so that a leaked table signs nobody in.
    key_hash    bytea primary key check (octet_length(key_hash) = 32),
    -- Whoever is removed is out everywhere.
    merchant_id uuid not null references merchant on delete cascade,
    -- Ends after eight hours in any case.
    since       timestamptz not null,
    -- Ends after half an hour without a click; written once a minute at most.
    seen_at     timestamptz not null check (seen_at >= since)
);
-- The sweep asks for those that nobody has used for long.
create index sign_in_seen_at on sign_in (seen_at);
-- A new password and a removal end all of a merchant.
create index sign_in_merchant_id on sign_in (merchant_id);
grant select, insert, delete on sign_in to shop_app;
grant update (seen_at) on sign_in to shop_app;

-- A shopper's session stands in its cookie from now on. The table `session` stays for one version, which still reads the
-- sessions that the version before has written, and writes none; a later migration drops it.
