-- Delivery is ancillary to the goods and taxed as they are (MWSTG art. 19 para. 4): its price is split over the rates by
-- the value of the goods, each share rounded down, and the Rappen that are left go to the largest remainders, of equal
-- ones to the higher rate. An order is whole only if each rate's gross is its goods and exactly that share. Orders that
-- were placed before stay as they are: nothing can be inserted into them any more.
create or replace function order_is_whole() returns trigger language plpgsql as $$
declare
    the_order shop_order;
    goods_sum bigint;
    vat_gross bigint;
    delivery_is_split boolean := true;
begin
    select * into the_order from shop_order
        where id = coalesce(to_jsonb(new) ->> 'order_id', to_jsonb(new) ->> 'id')::uuid;
    select coalesce(sum(amount), 0) into goods_sum from order_line where order_id = the_order.id;
    select coalesce(sum(gross), 0) into vat_gross from order_vat where order_id = the_order.id;
    -- Asked for each rate that is written, and there is no order without one: its gross would not add up.
    if tg_table_name = 'order_vat' and goods_sum > 0 then
        with rounded as (
            select vat_rate_bp, sum(amount) as value, the_order.delivery_price * sum(amount)::bigint / goods_sum as share,
                row_number() over (order by the_order.delivery_price * sum(amount)::bigint % goods_sum desc, vat_rate_bp desc)
                    as place
            from order_line where order_id = the_order.id group by vat_rate_bp
        ), whole as (
            select vat_rate_bp, value + share
                + case when place <= the_order.delivery_price - sum(share) over () then 1 else 0 end as due
            from rounded
        )
        select bool_and(due is not distinct from gross) into delivery_is_split
            from whole full join (select vat_rate_bp, gross from order_vat where order_id = the_order.id) as vat
            using (vat_rate_bp);
    end if;
    if not exists (select from billing_address where order_id = the_order.id)
        or not exists (select from delivery where order_id = the_order.id)
        or goods_sum <> the_order.goods or vat_gross <> the_order.total or not delivery_is_split then
        raise exception 'order % is not whole', the_order.number
            using errcode = 'integrity_constraint_violation', constraint = 'order_is_whole';
    end if;
    return null;
end
$$;
-- A line for nothing would change no sum, and could be slipped into an order later (rule 4).
alter table order_line add constraint line_has_a_price check (unit_price > 0) not valid;
