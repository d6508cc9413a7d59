-- What a merchant works with all day: orders found by name or e-mail, payments that come in, notes. Only new tables, columns
-- and triggers: the version before knows none of it, and writes as it always did.

-- The words of a text as the search knows them: without accents, in small letters, "ae", "oe" and "ue" as their vowel, so that
-- Mueller, Müller and Muller are one. What has an @ stays whole. In plpgsql, whose plans are kept.
-- What was erased has no words.
create function search_words(typed text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
    words text[] := '{}';
    chunk text;
begin
    typed := regexp_replace(normalize(typed, NFKD), '[\u0300-\u036f]', '', 'g');
    typed := lower(translate(typed, 'ØøŁłĐđÐðıẞ', 'oollddddiß'));
    typed := replace(replace(replace(typed, 'ß', 'ss'), 'æ', 'a'), 'œ', 'o');
    typed := replace(replace(replace(typed, 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
    foreach chunk in array regexp_split_to_array(typed, '[[:space:]]+') loop
        if position('@' in chunk) > 0 then
            words := words || left(chunk, 160);
        else
            words := words || array(
                select left(word, 40) from regexp_split_to_table(chunk, '[!-/:-?\[-`{-~]+') as word where word <> '');
        end if;
    end loop;
    return words;
end
$$;

-- Which orders have a word in the name of who pays, who receives or who collects, or an e-mail address. Written by triggers
-- only, and anew where an order's row changes: what is erased there is erased here.
create table order_word (
    number integer not null,
    word   text collate "C" not null,
    primary key (number, word)
);
create index order_word_by_word on order_word (word, number);
grant select on order_word to shop_app;

insert into order_word (number, word)
select number, word
from shop_order o, lateral (
    select unnest(search_words(o.email)) union
    select unnest(search_words(concat_ws(' ', first_name, last_name, company))) from billing_address where order_id = o.id union
    select unnest(search_words(concat_ws(' ', first_name, last_name, company, notify_email))) from delivery where order_id = o.id
) as w (word);

-- Runs as the owner: the application has no right to write the words.
create function order_has_words() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
declare
    the_order uuid;
    its_number integer;
    texts text;
begin
    the_order := case tg_table_name when 'shop_order' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'order_id' end;
    select number into its_number from shop_order where id = the_order;
    if tg_op = 'INSERT' then
        texts := case tg_table_name
            when 'shop_order' then to_jsonb(new) ->> 'email'
            else concat_ws(' ', to_jsonb(new) ->> 'first_name', to_jsonb(new) ->> 'last_name', to_jsonb(new) ->> 'company',
                to_jsonb(new) ->> 'notify_email') end;
        insert into order_word (number, word) select its_number, unnest(search_words(texts)) on conflict do nothing;
        return null;
    end if;
    delete from order_word where number = its_number;
    insert into order_word (number, word)
    select its_number, unnest(search_words(email)) from shop_order where id = the_order
    union select its_number, unnest(search_words(concat_ws(' ', first_name, last_name, company)))
        from billing_address where order_id = the_order
    union select its_number, unnest(search_words(concat_ws(' ', first_name, last_name, company, notify_email)))
        from delivery where order_id = the_order;
    return null;
end
$$;
create trigger order_has_words after insert or update of email on shop_order
    for each row execute function order_has_words();
create trigger order_has_words after insert or update of first_name, last_name, company on billing_address
    for each row execute function order_has_words();
create trigger order_has_words after insert or update of first_name, last_name, company, notify_email on delivery
    for each row execute function order_has_words();

-- Which order a shipment is of, so that those which Post refused are a small index; as with mandates (0008), only the trigger
-- writes it.
alter table shipment add column order_number integer;
alter table shipment disable trigger sent_is_final;
update shipment s set order_number = o.number
from parcel p join shop_order o on o.id = p.order_id where p.id = s.parcel_id;
alter table shipment enable trigger sent_is_final;
-- After the statement: the same one may write the parcel.
create function shipment_is_of_an_order() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
begin
    update shipment set order_number = (
        select number from shop_order where id = (select order_id from parcel where id = new.parcel_id))
    where parcel_id = new.parcel_id;
    return null;
end
$$;
create trigger shipment_is_of_an_order after insert on shipment
    for each row execute function shipment_is_of_an_order();
create index shipment_refused on shipment (order_number) where state = 'refused';

-- What a bank calls the credit that paid, so that the same one told twice is known again.
alter table payment add column bank_reference text check (bank_reference ~ '^[!-~]{1,70}$');
grant update (bank_reference) on payment to shop_app;
-- Invoices that nobody has paid, the oldest first.
create index payment_due on payment (created_at, order_id) where state = 'due';

-- What a merchant writes down about an order, for themselves and colleagues: appended only.
create table order_note (
    id       bigint generated always as identity primary key,
    order_id uuid not null references shop_order,
    at       timestamptz not null,
    who      text not null check (char_length(who) between 1 and 160),
    note     text not null check (char_length(note) between 1 and 1000)
);
create index order_note_order on order_note (order_id);
grant select, insert on order_note to shop_app;
