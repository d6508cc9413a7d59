-- The first start prints a password once. Until its owner has changed it, it stands on a screen or in a log somewhere.
alter table merchant add column printed boolean not null default false;
-- A merchant can be removed; nothing points at one.
grant delete on merchant to shop_app;
