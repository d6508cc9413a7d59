-- What Swiss Post says of an address that was typed, until the shopper has answered it: which address it is about, and the
-- address as Post writes it. Lives as long as the checkout, and goes with it.
alter table checkout add column hint jsonb;

-- The days on which Swiss Post delivers no parcels, as it publishes them. They are the rule from the first to the last of them;
-- before and after the shop's own calendar holds. A job writes them anew every day.
create table holiday (
    day date primary key
);
grant select, insert, delete on holiday to shop_app;
