-- Work that is done beside the requests, by whichever instance is free, and again where it went wrong (docs/jobs.md).
create table job (
    id           bigint generated always as identity primary key,
    -- Which typed job. An instance takes only kinds it knows, so that an older version leaves a newer one's alone.
    kind         text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
    -- Whom or what it is about: ids and numbers, never a word of a person. What is known of a person stands in one place,
    -- where it can be erased, and a job reads it there when it is done.
    payload      jsonb not null default '{}' check (
        jsonb_typeof(payload) = 'object' and octet_length(payload::text) <= 1000
        and not jsonb_path_exists(payload, 'strict $.* ? (@.type() != "number" && !(@.type() == "string"
            && @ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))')),
    -- Two jobs of one kind with the same key are the same job: it is there once, however often it is asked for.
    key          text check (key ~ '^[a-z0-9_:-]{1,80}$'),
    -- Asked for once more while it ran: what changed meanwhile it may have missed, so that it is done again.
    again        boolean not null default false,
    enqueued_at  timestamptz not null,
    -- Not before; moved on by every failed try.
    due_at       timestamptz not null,
    -- Tries that were begun, the present one included: one that takes its instance down counts as well.
    attempts     integer not null default 0 check (attempts >= 0),
    -- Until when one instance is at it. A lease rather than a lock: it holds behind a connection pooler too, needs no open
    -- transaction, and an instance that dies gives it back by itself.
    leased_until timestamptz,
    -- Which claim of it: one that took too long must not finish, or give back, another's.
    leased_by    uuid,
    -- Why the last try failed, as a word of the program: texts of others may name a person.
    last_error   text check (last_error ~ '^[a-z_]{1,40}$'),
    -- When it was given up. It is kept until a person tries it again or lets it go.
    dead_at      timestamptz,
    check ((leased_until is null) = (leased_by is null)),
    check (dead_at is null or leased_by is null)
);
-- What is due, the oldest first.
create index job_due on job (due_at) where dead_at is null;
-- A dead one is in nobody's way: the same job may be asked for anew.
create unique index job_key on job (kind, key) where dead_at is null;
-- The page behind the counter: what failed, however many wait that did not.
create index job_failed on job (due_at) where dead_at is null and last_error is not null;
create index job_dead on job (dead_at) where dead_at is not null;

-- What is done again and again: one row for all instances. Whoever finds it due moves it on and asks for the job.
create table job_schedule (
    kind   text primary key check (kind ~ '^[a-z][a-z_]{0,39}$'),
    -- Seconds from one time to the next, as the instance that opened last has it in its settings.
    every  bigint not null check (every > 0),
    due_at timestamptz not null
);

grant select, insert, update, delete on job to shop_app;
grant select, insert, update on job_schedule to shop_app;
