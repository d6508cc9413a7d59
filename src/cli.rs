//! What can be typed after `pickpost-shop`.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};
use tokio::signal::unix::{SignalKind, signal};

use crate::app;
use crate::clock::Clock;
use crate::config::Settings;
use crate::db::Database;
use crate::db::database::seal;
use crate::doctor::Trial;
use crate::doctor::finding::Mark;
use crate::ids::Random;
use crate::limit::Limits;
use crate::pickup::feed::changes::Source;
use crate::pickup::feed::refresh::Outcome;
use crate::pickup::jobs::refresh_points::Asker;
use crate::post::Carrier;
use crate::telemetry::{complain, tell};
use crate::{db, doctor, identity, orders, pickup};

/// A reference shop for checkout with Swiss Post's pick-up points.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Cli {
    /// What to do; without a word: serve.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Default, Subcommand)]
pub enum Command {
    /// Opens the shop, with its Postgres and the simulator of Post.
    #[default]
    Serve,
    /// Starts the simulator of Post alone.
    Sandbox,
    /// Brings the database up to date and ends.
    Migrate,
    /// Looks whether everything the shop needs is there, Post included, and changes nothing (docs/doctor.md). Ends with 0 where
    /// the shop can sell, with 1 where it cannot.
    Doctor {
        /// Asks for a label as a specimen (printPreview), which announces nothing; of the real Post only with --live.
        #[arg(long)]
        test_order: bool,
        /// Allows the specimen to be asked of the real Post.
        #[arg(long, requires = "test_order")]
        live: bool,
    },
    /// Writes everything of the shop's database into a file that only this user may read, also beside an open shop.
    Backup {
        /// The file; an earlier backup of this name is replaced once the new one is whole.
        file: PathBuf,
    },
    /// Loads a backup into a shop without orders, whichever version of Postgres it was written under.
    Restore {
        /// The file.
        file: PathBuf,
    },
    /// Looks after the pick-up points.
    Points {
        /// What to do.
        #[command(subcommand)]
        command: PointsCommand,
    },
    /// Looks after the merchants who may sign in.
    Merchant {
        /// What to do.
        #[command(subcommand)]
        command: MerchantCommand,
    },
}

/// What can be done about pick-up points.
#[derive(Debug, Subcommand)]
pub enum PointsCommand {
    /// Takes the points of a file, whose form is described in data/README.md. An open shop shows them within seconds,
    /// and Post's location service is no longer asked by schedule.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Asks Post's location service for all points now, and by schedule from now on.
    Refresh,
}

/// What can be done about merchants.
#[derive(Debug, Subcommand)]
pub enum MerchantCommand {
    /// Adds a merchant, or gives one a new password, which is read from standard input.
    Add {
        /// The e-mail address to sign in with.
        email: String,
    },
    /// Removes a merchant, who is signed out everywhere at once, also beside an open shop.
    Remove {
        /// The e-mail address that the merchant signs in with.
        email: String,
    },
    /// Lifts every wait that wrong passwords have brought upon a merchant, also beside an open shop.
    Unlock {
        /// The e-mail address that the merchant signs in with.
        email: String,
    },
}

/// Does what was typed.
///
/// # Errors
/// One sentence that says what is wrong and what to do.
pub async fn run(command: Command, settings: Settings) -> Result<(), String> {
    match command {
        Command::Serve => Box::pin(serve(settings)).await,
        Command::Sandbox => sandbox(&settings).await,
        Command::Migrate => migrate(&settings).await,
        Command::Doctor { test_order: false, .. } => doctor(&settings, Trial::None).await,
        Command::Doctor { live: false, .. } => doctor(&settings, Trial::Played).await,
        Command::Doctor { .. } => doctor(&settings, Trial::Real).await,
        Command::Backup { file } => unless_stopped(Box::pin(backup(&settings, &file))).await,
        Command::Restore { file } => unless_stopped(Box::pin(restore(&settings, &file))).await,
        Command::Points { command: PointsCommand::Import { file } } => import_points(&settings, &file).await,
        Command::Points { command: PointsCommand::Refresh } => refresh_points(&settings).await,
        Command::Merchant { command: MerchantCommand::Add { email } } => {
            add_merchant(&settings, &email).await
        }
        Command::Merchant { command: MerchantCommand::Remove { email } } => {
            remove_merchant(&settings, &email).await
        }
        Command::Merchant { command: MerchantCommand::Unlock { email } } => {
            unlock_merchant(&settings, &email).await
        }
    }
}

async fn serve(settings: Settings) -> Result<(), String> {
    // From the beginning: a start may wait long, for a primary or for a recovery.
    let mut end = std::pin::pin!(wait_for_the_end());
    let shop = tokio::select! {
        started = app::start(settings, Clock::System, Random::system()) => started.map_err(|error| error.to_string())?,
        () = &mut end => return Ok(()),
    };
    tell(&shop.greeting());
    let lost = tokio::select! {
        sentence = shop.lost() => Some(sentence),
        () = end => None,
    };
    shop.stop().await;
    lost.map_or(Ok(()), |sentence| Err(format!("The shop closes: {sentence}")))
}

async fn sandbox(settings: &Settings) -> Result<(), String> {
    let (listener, at) =
        app::listen("SANDBOX_BIND", settings.sandbox_bind).map_err(|error| error.to_string())?;
    let played = crate::sandbox::start((listener, at), settings, None, Clock::System, Random::system());
    let played = played.map_err(|error| error.to_string())?;
    let mail = played.mail.map(|at| format!("\nIt takes mails: smtp://{at}")).unwrap_or_default();
    tell(&format!("The simulator of Post listens: {}{mail}", played.console));
    wait_for_the_end().await;
    played.stop().await;
    Ok(())
}

async fn migrate(settings: &Settings) -> Result<(), String> {
    let database = Database::open(settings).await.map_err(|error| error.to_string())?;
    database.close().await;
    tell("The database is up to date.");
    Ok(())
}

async fn backup(settings: &Settings, file: &Path) -> Result<(), String> {
    let rows = db::backup::write(settings, file, Clock::System.now()).await;
    let rows = rows.map_err(|error| error.to_string())?;
    tell(&format!("{rows} rows are written to {}, which only this user may read.", file.display()));
    Ok(())
}

async fn restore(settings: &Settings, file: &Path) -> Result<(), String> {
    let restored = db::restore::load(settings, file, orders::list::any).await;
    let restored = restored.map_err(|error| error.to_string())?;
    if !restored.left_out.is_empty() {
        let tables = restored.left_out.join(", ");
        complain(&format!("Left out, since they are no tables of the shop's: {tables}."));
    }
    let (made_at, postgres) =
        (restored.header.made_at.format("%Y-%m-%d %H:%M:%S UTC"), restored.header.postgres);
    tell(&format!("The shop is as it was at {made_at}, under Postgres {postgres}, and is up to date."));
    Ok(())
}

/// What is begun is undone when somebody says stop.
async fn unless_stopped(work: impl Future<Output = Result<(), String>>) -> Result<(), String> {
    tokio::select! {
        done = work => done,
        () = wait_for_the_end() => Err("Given up before the end.".into()),
    }
}

async fn import_points(settings: &Settings, file: &Path) -> Result<(), String> {
    let json = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    // Read before the database is opened: a wrong file is the likelier mistake.
    let points = pickup::feed::import::read(&json).map_err(|error| error.to_string())?;
    let count = points.points.len();
    let database = Database::open_beside(settings).await.map_err(|error| error.to_string())?;
    let taken = pickup::feed::import::take(&database.pool, points, Source::File, Clock::System.now()).await;
    database.close().await;
    let changes = taken.map_err(|error| error.to_string())?;
    let (fresh, other, gone) = (changes.appeared, changes.changed, changes.vanish.len());
    tell(&format!("{count} points: {fresh} appeared, {other} changed, {gone} vanished."));
    Ok(())
}

async fn refresh_points(settings: &Settings) -> Result<(), String> {
    let random = Random::system();
    let carrier =
        Carrier::new(&settings.post, Clock::System, random.clone()).map_err(|error| error.to_string())?;
    let database = Database::open_beside(settings).await.map_err(|error| error.to_string())?;
    let pool = database.pool.clone();
    let asker = Asker { pool, carrier, clock: Clock::System, random };
    let outcome = asker.ask(Source::ByHand).await;
    database.close().await;
    match outcome.map_err(|error| error.to_string())? {
        Some(Outcome::Taken(events)) => {
            tell(&format!("Post's points are taken; {events} of them appeared, changed or vanished."));
            Ok(())
        }
        Some(Outcome::Refused(why)) => {
            Err(format!("Post's points are refused: {why}; the points stay as they were."))
        }
        Some(Outcome::Failed(why)) => {
            Err(format!("Post did not give its points: {why}; they stay as they were."))
        }
        None => Err("An instance of the shop is asking Post just now; try again in a few minutes.".into()),
    }
}

async fn add_merchant(settings: &Settings, email: &str) -> Result<(), String> {
    let mut password = String::new();
    std::io::stdin().take(1024).read_to_string(&mut password).map_err(|error| error.to_string())?;
    let database = Database::open_beside(settings).await.map_err(|error| error.to_string())?;
    let added = identity::enrol::put(
        &database.pool,
        (&Clock::System, &Random::system()),
        email,
        password.trim_end_matches(['\r', '\n']),
    )
    .await;
    database.close().await;
    added.map_err(|error| error.to_string())?;
    tell("The merchant can sign in.");
    Ok(())
}

async fn remove_merchant(settings: &Settings, email: &str) -> Result<(), String> {
    let database = Database::open_beside(settings).await.map_err(|error| error.to_string())?;
    let removed = async {
        let removed = identity::store::remove(&database.pool, &identity::name::named(email)).await?;
        Ok::<_, sqlx::Error>((removed, identity::store::any(&database.pool).await?))
    };
    let removed = removed.await;
    database.close().await;
    match removed.map_err(|error| error.to_string())? {
        (true, true) => tell("The merchant can sign in no more, and is signed out everywhere."),
        (true, false) => tell(
            "The merchant can sign in no more, and is signed out everywhere. It was the last one: without \
             MERCHANT_EMAIL the next start makes another one, and prints a password.",
        ),
        (false, _) => return Err(format!("No merchant signs in with \"{email}\".")),
    }
    Ok(())
}

async fn unlock_merchant(settings: &Settings, email: &str) -> Result<(), String> {
    let database = Database::open_beside(settings).await.map_err(|error| error.to_string())?;
    let unlocked = async {
        let seal = seal(&database.pool, &Random::system()).await?;
        identity::admit::unlock(&database.pool, &Limits::new(seal, true), email).await
    };
    let unlocked = unlocked.await;
    database.close().await;
    if unlocked.map_err(|error| error.to_string())? {
        tell("The merchant can sign in again at once.");
        Ok(())
    } else {
        Err(format!("No merchant signs in with \"{email}\"."))
    }
}

async fn doctor(settings: &Settings, trial: Trial) -> Result<(), String> {
    match doctor::go_round(settings, &Clock::System, trial, |finding| tell(&finding.to_string())).await {
        Mark::Ok => tell("Everything is well."),
        Mark::Warning => tell("The shop can sell; see the warnings above."),
        Mark::Failed => return Err("Something is wrong; see above.".into()),
    }
    Ok(())
}

/// Waits for Ctrl-C or for somebody who says stop.
async fn wait_for_the_end() {
    let mut terminate = signal(SignalKind::terminate()).ok();
    let terminated = async {
        match &mut terminate {
            Some(signal) => signal.recv().await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
    }
}
