-- Who may try how often. Nothing in here names anybody: accounts and addresses are hashes under the shop's own key.

-- The names that somebody had tried stood in it as they were typed, for ever.
drop table sign_in_failure;

-- Tries at one account from one address since the last right password. Counted before the password is looked at, so
-- that tries at the same moment count too.
create table sign_in_try (
    account  text not null check (char_length(account) = 43),
    address  text not null check (char_length(address) = 43),
    tries    integer not null check (tries >= 0),
    last_at  timestamptz not null,
    -- Whether the last try was let through: what the statement that counts gives back.
    granted  boolean not null,
    -- The last right password: this address is the owner's, whoever else guesses elsewhere.
    right_at timestamptz,
    primary key (account, address)
);
grant select, insert, update, delete on sign_in_try to shop_app;

-- Buckets that refill steadily (GCRA): one row for whoever has taken something lately. Unlogged: after a crash
-- everybody begins anew, and the writes cost no log. No index on the time: it would make every take write twice.
create unlogged table rate_limit (
    key     text primary key check (char_length(key) = 43),
    -- When the bucket will be full again ("theoretical arrival time").
    full_at timestamptz not null,
    -- Whether the last one was let through.
    granted boolean not null
);
grant select, insert, update, delete on rate_limit to shop_app;
