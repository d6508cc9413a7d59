-- What waits for Post is read from the order's life since 0020; this index has had no reader since the release before, and costs each
-- mandate that is written.
set local lock_timeout = '2s';
drop index if exists shipping_mandate_waiting;
