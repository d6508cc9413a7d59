-- What Swiss Post says of an address that was typed, until the shopper has answered it: which address it is about, and the
-- address as Post writes it. Lives as long as the checkout, and goes with it.
alter table checkout add column hint jsonb;
