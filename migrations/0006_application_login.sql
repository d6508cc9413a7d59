-- The application has a login of its own (see src/db/login.rs) and owns nothing: it makes no tables, so that nothing of
-- its own can stand in the way of the owner's. Postgres 14 lets everybody make some, the owner included.
grant create on schema public to current_user;
revoke create on schema public from public;
