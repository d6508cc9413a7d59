-- Each time that the label with which a parcel comes back leaves the shop to be printed, as label_print has it of the parcels that go
-- out. Only a new table: the version before gives the label and writes nothing down.
create table return_print (
    id         bigint primary key generated always as identity,
    label_id   uuid not null references return_label on delete cascade,
    at         timestamptz not null,
    who        text not null check (char_length(who) between 1 and 254),
    image_type text not null check (image_type in ('pdf', 'png'))
);
create index return_print_label on return_print (label_id, id);
grant select, insert on return_print to shop_app;
