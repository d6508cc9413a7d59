-- What waits for Post is read from the order's life (0020); this index has no reader any more, and costs each mandate that is written.
-- The version before still counts and lists by it: without it those pages of its counter are slower, and right.
set local lock_timeout = '2s';
drop index if exists shipping_mandate_waiting;
