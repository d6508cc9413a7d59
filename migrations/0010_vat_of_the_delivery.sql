-- Delivery is ancillary to the goods and taxed as they are (MWSTG art. 19 para. 4): its price is split over the rates by
-- the value of the goods, each share rounded down, and the Rappen that are left go to the largest remainders, of equal
-- ones to the higher rate. An order is whole only if each rate's gross is its goods and exactly that share. Orders that
-- were placed before stay as they are: nothing can be inserted into them any more.
create or replace function order_is_whole() returns trigger language plpgsql as $$
declare
    the_order shop_order;
    goods_sum bigint;
    vat_gross bigint;
    delivery_is_split boolean;
begin
    select * into the_order from shop_order
        where id = coalesce(to_jsonb(new) ->> 'order_id', to_jsonb(new) ->> 'id')::uuid;
    select coalesce(sum(amount), 0) into goods_sum from order_line where order_id = the_order.id;
    select coalesce(sum(gross), 0) into vat_gross from order_vat where order_id = the_order.id;
    with goods as (
        select vat_rate_bp, sum(amount)::bigint as value from order_line where order_id = the_order.id group by vat_rate_bp
    ), rounded as (
        select vat_rate_bp, value, the_order.delivery_price * value / nullif(goods_sum, 0) as share,
            row_number() over (order by the_order.delivery_price * value % nullif(goods_sum, 0) desc, vat_rate_bp desc) as place
        from goods
    ), whole as (
        select vat_rate_bp,
            value + share + case when place <= the_order.delivery_price - sum(share) over () then 1 else 0 end as gross
        from rounded
    )
    select goods_sum = 0 or coalesce(bool_and(w.gross is not distinct from v.gross::bigint), false) into delivery_is_split
        from whole w full join (select * from order_vat where order_id = the_order.id) v using (vat_rate_bp);
    if not exists (select from billing_address where order_id = the_order.id)
        or not exists (select from delivery where order_id = the_order.id)
        or goods_sum <> the_order.goods or vat_gross <> the_order.total or not delivery_is_split then
        raise exception 'order % is not whole', the_order.number
            using errcode = 'integrity_constraint_violation', constraint = 'order_is_whole';
    end if;
    return null;
end
$$;
