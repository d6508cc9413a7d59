-- One question to Post at a time about the same thing, over all instances: a lease, since no connection is held while Post
-- is asked. Older versions ask without it, as they always did. Unlogged: what was being asked when Postgres went down is
-- being asked no more, and it is written at every question.
create unlogged table question (
    -- The basket whose form was sent, or the order that waits.
    about    uuid primary key,
    -- Which question of it: one that took too long must not give back another's.
    asked_by uuid not null,
    until    timestamptz not null
);
grant select, insert, update, delete on question to shop_app;

-- Orders that wait already are asked about by themselves from now on, as those are that are placed from now on: within an
-- hour, so that Post is not asked about all of them at once.
insert into job (kind, payload, key, enqueued_at, due_at)
    select 'confirm_user_id', jsonb_build_object('order', o.id), o.id::text, now(),
        now() + o.number % 3600 * interval '1 second'
    from shipping_mandate m join shop_order o on o.number = m.order_number
    where m.order_number is not null and m.state <> 'known' and not m.is_replaced
    on conflict do nothing;
