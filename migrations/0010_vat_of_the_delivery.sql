-- Delivery is ancillary to the goods and taxed as they are (MWSTG art. 19 para. 4): its price is split over the rates by
-- the value of the goods. An order is whole only if each rate's gross is its goods and a share that lies less than one
-- Rappen from the exact one. Orders that were placed before stay as they are: nothing inserts into them any more.
create or replace function order_is_whole() returns trigger language plpgsql as $$
declare
    the_order shop_order;
    goods_sum bigint;
    vat_gross bigint;
    shares_are_fair boolean;
begin
    select * into the_order from shop_order
        where id = coalesce(to_jsonb(new) ->> 'order_id', to_jsonb(new) ->> 'id')::uuid;
    select coalesce(sum(amount), 0) into goods_sum from order_line where order_id = the_order.id;
    select coalesce(sum(gross), 0) into vat_gross from order_vat where order_id = the_order.id;
    select coalesce(bool_and(goods is not null and gross is not null and gross >= goods
            and (goods_sum = 0 or abs((gross - goods) * goods_sum - the_order.delivery_price * goods) < goods_sum)), true)
        into shares_are_fair
        from (select vat_rate_bp, sum(amount)::bigint as goods from order_line where order_id = the_order.id
              group by vat_rate_bp) as lines
            full join (select vat_rate_bp, gross::bigint as gross from order_vat where order_id = the_order.id) as vat
            using (vat_rate_bp);
    if not exists (select from billing_address where order_id = the_order.id)
        or not exists (select from delivery where order_id = the_order.id)
        or goods_sum <> the_order.goods or vat_gross <> the_order.total or not shares_are_fair then
        raise exception 'order % is not whole', the_order.number
            using errcode = 'integrity_constraint_violation', constraint = 'order_is_whole';
    end if;
    return null;
end
$$;
