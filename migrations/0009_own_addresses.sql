-- Rule 1 anew: no line of one's own address, as it would be printed, carries the keyword of a pick-up point.
--
-- The first version looked at the beginning of each field alone, and left it to the database's locale what a letter is:
-- under the C locale "à PickPost" began with "pickpost" here and not in the application, and a sale was lost. What
-- follows depends on no locale: NFKD, ranges of code points, and the collation "C". The application judges by itself
-- (`src/keyword.rs`, `Address::own`); a test holds the two together over generated addresses.
do $$
begin
    if current_setting('server_encoding') <> 'UTF8' then
        raise exception 'the database must be encoded in UTF8, and is in %', current_setting('server_encoding');
    end if;
end
$$;

-- Words of plain small letters and digits with one blank between them; lines stay apart. The letters that `translate`
-- replaces are those that only a stroke or a hook tells from a plain one.
create function folded_line(line text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(
        regexp_replace(
            lower(translate(normalize(line, nfkd),
                'ØøƟıƗƇƈȻȼĸƘƙƤƥÞþŦŧƫƬƭƮȶȾȿẜẝƳƴɎɏƻłŁƚȽ',
                'oooiicccckkkppppttttttttsssyyyy2llll') collate "C"),
            '[\u0300-\u036f]', '', 'g'),
        '[^0-9a-z\n\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+', ' ', 'g'), ' ');

-- Whether a line carries "PickPost" or "My Post 24": within one word wherever it stands; over several words from the
-- first to the last of them, apart from the number of a customer. "Pick, Poststrasse 5" and "Amy Post 24" carry none.
create function carries_keyword(line text) returns boolean
    language sql immutable parallel safe
    return coalesce(folded_line(line) ~ ('p[i1l]ckp[o0]st|myp[o0]st24'
        || '|(^|[ \n])(p ?[i1l] ?c ?k ?p ?[o0] ?s ?t([a-z]{0,2}[0-9]+)?([ \n]|$)|m ?y ?p ?[o0] ?s ?t ?2 ?4)'), false);

-- An address of one's own: no keyword in its lines, nor over neighbouring ones, also where a small label leaves the
-- person of a company or the extra line out between them. All that can be printed is read at once, a line each.
create function is_own_address(first_name text, last_name text, company text, address_extra text, street text,
        house_number text, postcode text, town text) returns boolean
    language sql immutable parallel safe
    begin atomic
        select not carries_keyword(postcode || ' ' || town || e'\n' || firm || who || extra || at_street
            || case when extra <> '' then e'\n' || firm || who || at_street else '' end
            || case when firm <> '' and who <> '' then e'\n' || firm || extra || at_street || e'\n' || firm || at_street
                    else '' end)
        from (select coalesce(company || ' ', '') as firm, coalesce(address_extra || ' ', '') as extra,
                  coalesce(first_name || ' ', '') || coalesce(last_name || ' ', '') as who,
                  street || coalesce(' ' || house_number, '') as at_street) as lines;
    end;

-- Not validated: an order that was placed under the old rule stays as it is. What is written from now on is checked.
alter table billing_address drop constraint billing_is_no_pickup_point;
alter table billing_address add constraint billing_is_no_pickup_point check (is_own_address(
    first_name, last_name, company, address_extra, street, house_number, postcode, town)) not valid;
alter table delivery drop constraint own_address_is_no_pickup_point;
alter table delivery add constraint own_address_is_no_pickup_point check (is_own_address(
    first_name, last_name, company, address_extra, street, house_number, postcode, town)) not valid;
drop function names_pickup_point(text);

-- What was typed where a keyword stood: the shopper is led to the points meanwhile, and comes back to it.
alter table checkout add column begun jsonb;
