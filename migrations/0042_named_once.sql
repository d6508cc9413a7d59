-- How an article was called that is no longer sold: whoever has it in the basket is told which it is, also by an instance
-- that was started since. One row for each text that was taken away, so never more than there were texts. Only a new table
-- and a trigger: the version before knows none of it.
create table product_named_once (
    product_id smallint not null references product on delete cascade,
    lang       text not null,
    name       text not null,
    primary key (product_id, lang)
);
grant select on product_named_once to shop_app;
create function product_was_named() returns trigger language plpgsql as $$
begin
    insert into product_named_once (product_id, lang, name)
    -- With the article itself all of it goes.
    select old.product_id, old.lang, old.name from product where id = old.product_id
    on conflict (product_id, lang) do update set name = excluded.name;
    return null;
end
$$;
create trigger product_was_named after delete on product_text for each row execute function product_was_named();
