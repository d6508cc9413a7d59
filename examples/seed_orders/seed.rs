//! Invents orders as a shop that has sold for years would have them: all four kinds of delivery, some that wait for Post,
//! with their baskets; and what visitors leave behind: abandoned baskets with checkouts and mandates, expired sessions.

use sqlx::{Connection, PgConnection};

/// So many orders are written in one transaction.
const PIECE: i64 = 50_000;

/// The statements for one piece, in order: orders `$1 + 1` to `$2`. Everything of order `i` is derived from `i`, so that the
/// tables agree; `pg_temp.id` makes its ids, as scattered as random ones.
const ORDERS: [&str; 14] = [
    "insert into basket (id, created_at, updated_at, ordered_at)
     select pg_temp.id('basket', i), pg_temp.moment(i), pg_temp.moment(i), pg_temp.moment(i)
     from generate_series($1 + 1, $2) i",
    // One in a hundred pick-ups waits for Post.
    "with mandate as (
         insert into shipping_mandate (id, service, point_id, state, asked_at, answered_at)
         select pg_temp.id('mandate', i), pg_temp.kind(i), pg_temp.point(i) ->> 'id',
         case when waits then 'to_confirm' else 'known' end, pg_temp.moment(i), pg_temp.moment(i)
     from generate_series($1 + 1, $2) i, lateral (select i / 4 % 100 = 7) w (waits) where pg_temp.kind(i) in ('pickpost', 'my_post_24')
         returning id, state, asked_at
     )
     insert into mandate_user_id (mandate_id, user_id, verified, erase_on)
     select id, 'PT' || left(replace(id::text, '-', ''), 8), 'none', asked_at::date + 180 from mandate where state = 'known'",
    "insert into mandate_call (mandate_id, at, outcome, milliseconds)
     select id, asked_at, case when state = 'known' then 'answered' else 'timeout' end, 120
     from generate_series($1 + 1, $2) i join shipping_mandate on id = pg_temp.id('mandate', i)",
    "insert into shop_order (id, number, token, basket_id, idempotency_key, language, placed_at, email, terms_version,
         goods, delivery_price, total, expected_on)
     select pg_temp.id('order', i), nextval('order_number'), left(replace(pg_temp.id('token', i)::text, '-', ''), 22),
         pg_temp.id('basket', i), pg_temp.id('key', i)::text, (array['de', 'fr', 'it', 'en'])[i % 4 + 1], pg_temp.moment(i),
         'person' || i || '@example.ch', date '2026-11-01', price * quantity, 700, price * quantity + 700,
         pg_temp.moment(i)::date + 2
     from generate_series($1 + 1, $2) i, pg_temp.article(i)",
    // Of those that are older than their thirty days one in a hundred is overdue.
    "insert into payment (id, order_id, method, card_last4, amount, state, created_at, moved_at)
     select pg_temp.id('payment', i), pg_temp.id('order', i), case i % 3 when 0 then 'card' else 'invoice' end,
         case i % 3 when 0 then '4242' end, price * quantity + 700,
         case when pg_temp.life(i) in ('cancelled', 'refunded') then pg_temp.life(i)
              when i % 3 = 0 or (pg_temp.age(i) > 100000 and i % 100 <> 1) then 'paid' else 'due' end,
         pg_temp.moment(i), pg_temp.moment(i)
     from generate_series($1 + 1, $2) i, pg_temp.article(i)",
    "insert into order_line (order_id, position, product_id, name, quantity, unit_price, amount, vat_rate_bp, weight_g)
     select pg_temp.id('order', i), 1, id, name, quantity, price, price * quantity, rate, weight
     from generate_series($1 + 1, $2) i, pg_temp.article(i)",
    "insert into order_vat (order_id, vat_rate_bp, gross, vat)
     select pg_temp.id('order', i), rate, gross, (gross * rate * 2 + 10000 + rate) / (2 * (10000 + rate))
     from generate_series($1 + 1, $2) i, pg_temp.article(i), lateral (select price * quantity + 700) t (gross)",
    "insert into billing_address (order_id, title, first_name, last_name, street, house_number, postcode, town, country)
     select pg_temp.id('order', i), 'ms', 'Anna', 'Muster ' || i, 'Seestrasse', (i % 90 + 1)::text, '8008', 'Zürich', 'CH'
     from generate_series($1 + 1, $2) i",
    "insert into delivery (order_id, kind, title, first_name, last_name, street, house_number, postcode, town, country, notify,
         notify_email, point_id, point_name, point_street, point_house_number, point_postcode, point_town, point_hours, point_data_as_of, mandate_id)
     select pg_temp.id('order', i), kind, 'ms', 'Anna', 'Muster ' || i, 'Seestrasse', (i % 90 + 1)::text, '8008', 'Zürich', 'CH',
         case when pickup then 'email' end, case when pickup then 'person' || i || '@example.ch' end,
         case when pickup then point ->> 'id' end, case when pickup then point ->> 'name' end,
         case when pickup then point ->> 'street' end, case when pickup then '1' end, case when pickup then point ->> 'postcode' end,
         case when pickup then point ->> 'town' end, case when pickup then point -> 'hours' end,
         case when pickup then date '2026-11-01' end, case when pickup then pg_temp.id('mandate', i) end
     from generate_series($1 + 1, $2) i, lateral (select pg_temp.kind(i), pg_temp.point(i)) k (kind, point),
         lateral (select kind in ('pickpost', 'my_post_24')) p (pickup)",
    "insert into parcel (id, order_id, delivery_version, sequence, parcels, kind, mandate_id, ident_code, announced_at)
     select pg_temp.id('parcel', i), d.order_id, d.version, 1, 1, d.kind, d.mandate_id,
         '9900123456' || lpad(nextval('consignment_number')::text, 8, '0'), o.placed_at
     from generate_series($1 + 1, $2) i join shop_order o on o.id = pg_temp.id('order', i) join delivery d on d.order_id = o.id
         left join shipping_mandate m on m.id = d.mandate_id where m.id is null or m.state = 'known'",
    // Most parcels have arrived; the last three thousand are still here or on their way, some came back, and so on.
    "insert into order_life (order_id, number, state, since, why)
     select o.id, o.number, state, o.placed_at, case state when 'held' then 'by_merchant' end
     from generate_series($1 + 1, $2) i join shop_order o on o.id = pg_temp.id('order', i)
         left join parcel p on p.order_id = o.id,
         lateral (select case when p.id is null then 'to_confirm' else pg_temp.life(i) end) l (state)",
    "insert into shipment (parcel_id, language, weight_g, state, planned_at, order_number)
     select p.id, 'de', 1000, case when i % 5000 = 8 then 'refused' else 'sent' end, o.placed_at, o.number
     from generate_series($1 + 1, $2) i join shop_order o on o.id = pg_temp.id('order', i) join parcel p on p.order_id = o.id",
    "insert into shipment_attempt (id, parcel_id, ident_code, begun_at, ended_at, outcome, codes)
     select pg_temp.id('attempt', i), p.id, p.ident_code, o.placed_at, o.placed_at, 'refused', '{E2026}'
     from generate_series($1 + 1, $2) i join shop_order o on o.id = pg_temp.id('order', i) join parcel p on p.order_id = o.id
     where i % 5000 = 8",
    "insert into order_word (number, word)
     select number, word from generate_series($1 + 1, $2) i join shop_order o on o.id = pg_temp.id('order', i),
         unnest(search_words(o.email || ' Anna Muster ' || i)) word",
];

/// The history, and what was left behind a month ago: one abandoned basket and one expired session for ten orders.
const AROUND: [&str; 6] = [
    "insert into order_event (order_id, at, what, role)
     select id, placed_at, what, case what when 'placed' then 'shopper' else 'shop' end from generate_series($1 + 1, $2) i join shop_order on id = pg_temp.id('order', i),
         unnest(array['placed', 'parcel_announced']) what",
    "insert into basket (id, created_at, updated_at)
     select pg_temp.id('left', i), pg_temp.long_ago(), pg_temp.long_ago() from generate_series($1 + 1, $2) i where i % 10 = 0",
    "insert into basket_line (basket_id, product_id, quantity, added_at)
     select pg_temp.id('left', i), id, 1, pg_temp.long_ago() from generate_series($1 + 1, $2) i, pg_temp.article(i) where i % 10 = 0",
    "insert into shipping_mandate (id, basket_id, service, point_id, state, asked_at)
     select pg_temp.id('left mandate', i), pg_temp.id('left', i), 'pickpost', 'X', 'to_confirm', pg_temp.long_ago()
     from generate_series($1 + 1, $2) i where i % 10 = 0",
    "insert into checkout (basket_id, delivery, point_id, mandate_id, updated_at)
     select pg_temp.id('left', i), 'pickpost', 'X', pg_temp.id('left mandate', i), pg_temp.long_ago()
     from generate_series($1 + 1, $2) i where i % 10 = 0",
    "insert into session (key_hash, state, expires_at)
     select sha256(pg_temp.id('session', i)::text::bytea), '{}', pg_temp.long_ago()
     from generate_series($1 + 1, $2) i where i % 10 = 0",
];

const TOOLS: [&str; 8] = [
    "create function pg_temp.id(what text, i bigint) returns uuid language sql immutable
     as $$ select md5('seed ' || what || i)::uuid $$",
    // One order every half minute, the last one just now.
    "create function pg_temp.moment(i bigint) returns timestamptz language sql stable
     as $$ select now() - interval '30 seconds' * (current_setting('seed.last')::bigint - i) $$",
    "create function pg_temp.long_ago() returns timestamptz language sql stable as $$ select now() - interval '30 days' $$",
    "create function pg_temp.age(i bigint) returns bigint language sql stable
     as $$ select current_setting('seed.last')::bigint - i $$",
    "create function pg_temp.life(i bigint) returns text language sql stable as $$ select case
         when i % 5000 = 11 then 'held' when i % 1000 = 12 then 'returned' when i % 200 = 13 then 'cancelled'
         when i % 1000 = 14 then 'refunded'
         when pg_temp.age(i) < 3000 then (array['to_pack', 'packed', 'handed_over'])[i % 3 + 1]
         when pg_temp.age(i) < 20000 then 'ready' else 'collected' end $$",
    "create function pg_temp.kind(i bigint) returns text language sql immutable
     as $$ select (array['home', 'pickpost', 'other', 'my_post_24'])[i % 4 + 1] $$",
    "create function pg_temp.point(i bigint) returns jsonb language sql immutable as $$ select jsonb_build_object(
         'id', 'SEED-' || i % 2700, 'name', 'Filiale ' || i % 2700, 'street', 'Bahnhofstrasse', 'postcode', '8001',
         'town', 'Zürich', 'hours', jsonb '[[[\"08:00\", \"18:30\"]], [[\"08:00\", \"18:30\"]], [[\"08:00\", \"18:30\"]],
             [[\"08:00\", \"18:30\"]], [[\"08:00\", \"18:30\"]], [[\"08:00\", \"16:00\"]], []]') $$",
    "create function pg_temp.article(i bigint)
     returns table (id smallint, name text, price bigint, quantity integer, rate integer, weight integer)
     language sql stable as $$ select id, name, price_rappen, (i % 3 + 1)::integer, vat_rate_bp, weight_g
         from product join product_text on product_id = id and lang = 'de' where id = i % 24 + 1 $$",
];

/// The order's own trigger, which re-counts its sums, once for all of them: as the trigger does, but over sets.
const BROKEN: &str = "select count(*) from shop_order o
    where o.goods <> coalesce((select sum(amount) from order_line where order_id = o.id), 0)
        or o.total <> coalesce((select sum(gross) from order_vat where order_id = o.id), 0)
        or not exists (select from billing_address where order_id = o.id)
        or not exists (select from delivery where order_id = o.id)";

/// Triggers that rest meanwhile: the re-count, and those that would write, row by row, what is written here at once.
const RESTING: [(&str, &str); 9] = [
    ("shop_order", "order_is_whole"),
    ("order_line", "order_is_whole"),
    ("order_vat", "order_is_whole"),
    ("shop_order", "order_lives"),
    ("parcel", "parcel_is_to_be_packed"),
    ("shop_order", "order_has_words"),
    ("billing_address", "order_has_words"),
    ("delivery", "order_has_words"),
    ("shipment", "shipment_is_of_an_order"),
];

/// Writes `orders` orders, as the owner. Every constraint and key holds for them as for others; some triggers rest
/// meanwhile ([`RESTING`]), and what the re-count demands is asked once at the end. The shop should be closed: the tables are
/// locked while they are switched.
///
/// # Errors
/// When the database refuses something, or an order is not whole; triggers that cannot be switched on again are said so.
pub async fn seed(owner: &mut PgConnection, orders: i64, tell: impl Fn(&str)) -> Result<(), String> {
    let wrong = |error: sqlx::Error| error.to_string();
    let already: i64 = sqlx::query_scalar("select count(*) from basket where id = md5('seed basket1')::uuid")
        .fetch_one(&mut *owner)
        .await
        .map_err(wrong)?;
    if already > 0 {
        return Err("this database has invented orders already".into());
    }
    for tool in TOOLS {
        run(owner, tool).await.map_err(wrong)?;
    }
    run(owner, &format!("set seed.last = '{orders}'")).await.map_err(wrong)?;
    rest(owner, "disable").await.map_err(wrong)?;
    let written = pieces(owner, orders, &tell).await.map_err(wrong);
    rest(owner, "enable")
        .await
        .map_err(|error| format!("the resting triggers could not be enabled again: {error}"))?;
    written?;
    tell("checking that every order is whole");
    let broken: i64 = sqlx::query_scalar(BROKEN).fetch_one(&mut *owner).await.map_err(wrong)?;
    if broken > 0 {
        return Err(format!("{broken} orders are not whole"));
    }
    // Statistics and the map of what is visible, as autovacuum would leave them after a while.
    run(owner, "vacuum analyze").await.map_err(wrong)
}

async fn pieces(owner: &mut PgConnection, orders: i64, tell: &impl Fn(&str)) -> sqlx::Result<()> {
    let mut from = 0;
    while from < orders {
        let to = (from + PIECE).min(orders);
        let mut transaction = owner.begin().await?;
        for statement in ORDERS.iter().chain(&AROUND) {
            sqlx::query(*statement).bind(from).bind(to).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        from = to;
        tell(&format!("{to} orders"));
    }
    Ok(())
}

async fn rest(owner: &mut PgConnection, switch: &str) -> sqlx::Result<()> {
    for (table, trigger) in RESTING {
        run(owner, &format!("alter table {table} {switch} trigger {trigger}")).await?;
    }
    Ok(())
}

async fn run(owner: &mut PgConnection, statement: &str) -> sqlx::Result<()> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned())).execute(owner).await.map(drop)
}
