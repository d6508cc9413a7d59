//! A Postgres of our own that counts statements: pg_stat_statements comes with it, but has to be loaded at its start.

use std::path::{Path, PathBuf};

use anyhow::Context;
use pickpost_shop::config::Settings;
use pickpost_shop::db::binaries;
use pickpost_shop::db::embedded::Embedded;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

/// The database that the shop is given; the statistics are read from another one.
const SHOP: &str = "counted";
/// The role under which the application asks, whoever logs in.
const APPLICATION: &str = "shop_app";
/// The setting of the owner's own login.
const OWNER_SETTING: &str = "DATABASE_OWNER_URL";

pub struct Scratch {
    postgres: Embedded,
    /// What is in it goes with it.
    pub folder: PathBuf,
    statistics: PgConnection,
}

/// A statement as Postgres sums it up.
#[derive(sqlx::FromRow)]
pub struct Counted {
    /// The same for the same statement, however its text was kept.
    pub queryid: i64,
    pub query: String,
    pub calls: i64,
}

impl Scratch {
    pub async fn start() -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("murmel-statements-{}", std::process::id()));
        let bin = binaries::find(&Settings::read(&|_| None)?).map_err(anyhow::Error::msg)?;
        let bin = bin.context("no Postgres on this machine")?;
        let mut postgres = Embedded::start(&bin, &folder, false).await?;
        let mut owner = PgConnection::connect_with(&login(&postgres, "shop", "postgres")).await?;
        for statement in
            ["create database counted", "alter system set shared_preload_libraries = 'pg_stat_statements'"]
        {
            sqlx::query(statement).execute(&mut owner).await?;
        }
        owner.close().await?;
        postgres.stop();
        let postgres = Embedded::start(&bin, &folder, false).await;
        let postgres =
            postgres.context("does this Postgres have pg_stat_statements (postgresql-contrib)?")?;
        let mut statistics = PgConnection::connect_with(&login(&postgres, "shop", "postgres")).await?;
        sqlx::query("create extension pg_stat_statements").execute(&mut statistics).await?;
        Ok(Self { postgres, folder, statistics })
    }

    /// The settings with which a program uses it: two logins, or the one of a program that knows no other. Either way the
    /// application asks under its own role, by which its statements are told from the owner's.
    pub fn settings(&self, program: &Path) -> anyhow::Result<Vec<(&'static str, String)>> {
        let owner = login(&self.postgres, "shop", SHOP).to_url_lossy().to_string();
        let application = login(&self.postgres, APPLICATION, SHOP).to_url_lossy().to_string();
        let knows_two =
            std::fs::read(program)?.windows(OWNER_SETTING.len()).any(|text| text == OWNER_SETTING.as_bytes());
        Ok(if knows_two {
            vec![("DATABASE_URL", application), (OWNER_SETTING, owner)]
        } else {
            vec![("DATABASE_URL", owner)]
        })
    }

    /// Whoever shops long must not find the shelf empty.
    pub async fn fill_the_shelves(&self) -> anyhow::Result<()> {
        let mut owner = PgConnection::connect_with(&login(&self.postgres, "shop", SHOP)).await?;
        sqlx::query("update product set stock = 1000000").execute(&mut owner).await?;
        Ok(owner.close().await?)
    }

    /// Counts from nought.
    pub async fn reset(&mut self) -> anyhow::Result<()> {
        sqlx::query("select pg_stat_statements_reset()").execute(&mut self.statistics).await?;
        Ok(())
    }

    /// What was asked since, under the application's role.
    pub async fn read(&mut self) -> anyhow::Result<Vec<Counted>> {
        let counted = "select queryid, min(query) as query, sum(calls)::bigint as calls from pg_stat_statements \
                        where dbid = (select oid from pg_database where datname = $1) \
                          and userid = (select oid from pg_roles where rolname = $2) group by queryid";
        let counted = sqlx::query_as(counted).bind(SHOP).bind(APPLICATION);
        Ok(counted.fetch_all(&mut self.statistics).await?)
    }

    /// The texts of the database's own functions. What a deferred trigger asks at the end of a transaction is counted like a
    /// question from outside; it is told apart by its text.
    pub async fn functions(&self) -> anyhow::Result<Vec<String>> {
        let mut owner = PgConnection::connect_with(&login(&self.postgres, "shop", SHOP)).await?;
        let texts = "select prosrc from pg_proc where pronamespace = 'public'::regnamespace";
        let texts = sqlx::query_scalar(texts).fetch_all(&mut owner).await?;
        owner.close().await?;
        Ok(texts)
    }

    pub fn end(mut self) {
        self.postgres.stop();
        let _ = std::fs::remove_dir_all(self.folder);
    }
}

fn login(postgres: &Embedded, login: &str, database: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(postgres.socket()).username(login).database(database)
}
