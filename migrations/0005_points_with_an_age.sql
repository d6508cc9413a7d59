-- Where the points come from and how old they are: one row, which is also the lease of the one instance that refreshes.
create table points_state (
    one          boolean primary key default true check (one),
    -- Moves with every change of the points; instances load them anew when it has moved.
    version      bigint not null default 0,
    source       text not null check (source in ('demo', 'file', 'service')),
    -- The moment of the data.
    data_at      timestamptz not null,
    -- Invented for the demonstration; the pages say so.
    synthetic    boolean not null,
    -- When the service was last asked, whatever came of it.
    checked_at   timestamptz,
    -- Why nothing came of it; null when it went well.
    trouble      text,
    -- Until when one instance is asking. A lease rather than a lock: it holds behind a connection pooler too, and an
    -- instance that dies while asking gives it back by itself.
    leased_until timestamptz,
    -- Which of its refreshes: one that took too long must not give back, or write over, another's.
    leased_by    uuid
);

-- What came of each refresh, for the merchant.
create table points_refresh (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    source   text not null check (source in ('demo', 'file', 'service')),
    -- taken: the points are now as the source has them; refused: its answer made no sense; failed: it did not answer.
    outcome  text not null check (outcome in ('taken', 'refused', 'failed')),
    reason   text,
    points   integer not null,
    appeared integer not null default 0,
    changed  integer not null default 0,
    vanished integer not null default 0
);

-- What happened to a point: it appeared, changed, closed, reopened, vanished, returned.
create table pickup_point_event (
    id       bigint generated always as identity primary key,
    point_id text not null references pickup_point,
    at       timestamptz not null,
    what     text not null check (what in ('appeared', 'changed', 'closed', 'reopened', 'vanished', 'returned'))
);
create index pickup_point_event_point_id on pickup_point_event (point_id, at);

-- When hours and texts were last asked for: the list of all points does not carry them.
alter table pickup_point add column details_at timestamptz;
update pickup_point set details_at = seen_at;

insert into points_state (version, source, data_at, synthetic)
select 1, case when bool_or(not synthetic) then 'file' else 'demo' end, max(data_as_of)::timestamp at time zone 'Europe/Zurich',
       bool_or(synthetic)
from pickup_point having count(*) > 0;

grant select, insert, update on points_state to shop_app;
grant select, insert on points_refresh, pickup_point_event to shop_app;
