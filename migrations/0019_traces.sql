-- What a call to Post has in common with the page and the log lines it was made for: an id by chance, which says nothing of
-- anybody. The version before writes none.
alter table mandate_call add column trace text check (trace ~ '^[0-9a-f]{32}$');
-- From a call that somebody sees at the simulator back to its order.
create index mandate_call_trace on mandate_call (trace) where trace is not null;
