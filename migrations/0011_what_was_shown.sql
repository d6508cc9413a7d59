-- What a review page has shown, so that the shop can say what has changed since. The form carries the digest: two tabs
-- may have seen two different pages. It lives as long as the basket is open; only the newest few of a basket are kept.
-- No User ID stands in it: that stands with its mandate and nowhere else (rule 2).
create table review_shown (
    basket_id uuid not null references basket on delete cascade,
    digest    text not null check (digest ~ '^[A-Za-z0-9_-]{43}$'),
    shown     jsonb not null,
    shown_at  timestamptz not null,
    primary key (basket_id, digest)
);
grant select, insert, update, delete on review_shown to shop_app;
