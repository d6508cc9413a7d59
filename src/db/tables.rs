//! What the migrations have made, as Postgres' catalogue has it: tables, sequences, what checks rows, what was applied.

use sqlx::{AssertSqlSafe, PgConnection};

use crate::db::archive::{Applied, Sequence, Table, hex};

/// A name, quoted.
#[must_use]
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The migrations that the database has had; none where it is empty.
///
/// # Errors
/// When the database does not answer.
pub async fn applied(connection: &mut PgConnection) -> sqlx::Result<Vec<Applied>> {
    let known = sqlx::query_scalar!(r#"select to_regclass('_sqlx_migrations') is not null as "known!""#);
    if !known.fetch_one(&mut *connection).await? {
        return Ok(Vec::new());
    }
    // sqlx makes this table, not a migration: its macros do not know it.
    let rows =
        sqlx::query_as("select version, checksum from _sqlx_migrations where success order by version");
    let rows: Vec<(i64, Vec<u8>)> = rows.fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(version, sum)| Applied { version, checksum: hex(&sum) }).collect())
}

/// All tables whose rows last, with the columns that are written. Unlogged ones do not outlive a crash either, and an
/// extension looks after its own.
///
/// # Errors
/// When the database does not answer.
pub async fn tables(connection: &mut PgConnection) -> sqlx::Result<Vec<Table>> {
    sqlx::query_as!(
        Table,
        r#"select c.relname::text as "name!",
               array(select a.attname::text from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                     order by a.attnum) as "columns!"
           from pg_class c
           where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
               and c.relname <> '_sqlx_migrations'
               and not exists (select from pg_depend d
                               where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
           order by c.relname"#
    )
    .fetch_all(connection)
    .await
}

/// Where every sequence stands.
///
/// # Errors
/// When the database does not answer.
pub async fn sequences(connection: &mut PgConnection) -> sqlx::Result<Vec<Sequence>> {
    let names = sqlx::query_scalar!(
        r#"select c.relname::text as "name!" from pg_class c
           where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S' and c.relpersistence = 'p'
               and not exists (select from pg_depend d
                               where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
           order by c.relname"#
    );
    let mut sequences = Vec::new();
    for name in names.fetch_all(&mut *connection).await? {
        let stands = AssertSqlSafe(format!("select last_value, is_called from {}", quoted(&name)));
        let (value, called) = sqlx::query_as(stands).fetch_one(&mut *connection).await?;
        sequences.push(Sequence { name, value, called });
    }
    Ok(sequences)
}

/// Sets a sequence to where it stood.
///
/// # Errors
/// When the database does not answer.
pub async fn set(connection: &mut PgConnection, sequence: &Sequence) -> sqlx::Result<()> {
    let name = quoted(&sequence.name);
    sqlx::query("select setval($1::regclass, $2, $3)")
        .bind(name)
        .bind(sequence.value)
        .bind(sequence.called)
        .execute(connection)
        .await
        .map(drop)
}

/// Empties the tables and takes away what would be in the way of rows that come back in any order: triggers, foreign
/// keys, and the checks that rows from before them need not pass. Gives what brings all of it back; the foreign keys
/// then look at every row.
///
/// # Errors
/// When the database does not answer.
pub async fn unfetter(connection: &mut PgConnection, tables: &[Table]) -> sqlx::Result<Vec<String>> {
    let constraints = sqlx::query!(
        r#"select conrelid::regclass::text as "table!", quote_ident(conname) as "name!",
               pg_get_constraintdef(oid) as "definition!"
           from pg_constraint
           where connamespace = current_schema()::regnamespace and conrelid <> 0 and conparentid = 0
               and (contype = 'f' or (contype = 'c' and not convalidated))
           order by 1, 2"#
    );
    let constraints = constraints.fetch_all(&mut *connection).await?;
    let mut back = Vec::new();
    let mut away = Vec::new();
    for it in constraints {
        away.push(format!("alter table {} drop constraint {}", it.table, it.name));
        back.push(format!("alter table {} add constraint {} {}", it.table, it.name, it.definition));
    }
    for table in tables {
        let name = quoted(&table.name);
        away.push(format!("alter table {name} disable trigger user"));
        back.push(format!("alter table {name} enable trigger user"));
    }
    let names: Vec<String> = tables.iter().map(|table| quoted(&table.name)).collect();
    if !names.is_empty() {
        away.push(format!("truncate {}", names.join(", ")));
    }
    run(connection, &away).await?;
    Ok(back)
}

/// Runs statements that were made of names and definitions as Postgres quotes them.
///
/// # Errors
/// When the database refuses one.
pub async fn run(connection: &mut PgConnection, statements: &[impl AsRef<str>]) -> sqlx::Result<()> {
    for statement in statements {
        sqlx::query(AssertSqlSafe(statement.as_ref().to_owned())).execute(&mut *connection).await?;
    }
    Ok(())
}
