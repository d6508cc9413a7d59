-- What an order has to tell, and whom (docs/mails.md). A row is written in the transaction of what it tells; neither text nor
-- address is in it: both are taken from the order when the mail is sent, so that what was erased stays erased.
create table mail (
    -- The Message-ID, by which a mail that came twice is known for the same one.
    id         uuid not null default gen_random_uuid() primary key,
    order_id   uuid not null references shop_order (id),
    kind       text not null,
    -- Who reads it.
    reader     text not null check (reader in ('shopper', 'merchant')),
    written_at timestamptz not null,
    -- When a server had taken it.
    sent_at    timestamptz,
    -- When a server refused it for good, last of all; it is tried again with whatever is next tried of this order.
    refused_at timestamptz,
    constraint mail_is_known check (kind in ('confirmed', 'user_id_known', 'point_changed', 'held', 'handed_over',
        'came_back', 'cancelled', 'cancelled_by_shopper')),
    -- What happens at one moment is told once.
    constraint mail_is_told_once unique (order_id, kind, reader, written_at)
);
-- An order is placed once, and cancelled once, whatever the clocks of two instances say.
create unique index mail_once on mail (order_id, reader, (case when kind = 'confirmed' then kind else 'cancelled' end))
    where kind in ('confirmed', 'cancelled', 'cancelled_by_shopper');
-- What is still to be sent of an order, however much was.
create index mail_unsent on mail (order_id) where sent_at is null;
-- Whom and what it is about stays as it was written.
grant select, insert on mail to shop_app;
grant update (sent_at, refused_at) on mail to shop_app;
