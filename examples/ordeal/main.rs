//! What strangers, crashes and restarts do to the built program, and what it costs, played on this machine only and bounded
//! in count and time: `cargo build --release && cargo run --release --example ordeal -- rolling`, or another word.

use std::io::Write;
use std::path::PathBuf;

use clap::Parser;

mod attack;
mod balancer;
mod cpu;
mod guesses;
mod orders;
mod program;
mod rolling;
mod scratch;
mod shopper;
mod statements;
mod table;
mod visit;
mod walk;

/// What is played.
#[derive(Debug, Parser)]
enum Ordeal {
    /// Restarts two instances in turn under load, and counts what failed.
    Rolling {
        #[arg(default_value_t = 8)]
        rounds: usize,
        #[arg(default_value_t = 16)]
        shoppers: usize,
    },
    /// What one visitor can do to memory and time.
    Attack { name: Option<String> },
    /// How many statements a checkout costs.
    Statements {
        /// The program to look at; the built one where nothing is said.
        #[arg(long)]
        program: Option<PathBuf>,
        /// So many of each kind; ten at most.
        #[arg(long, default_value_t = 5)]
        checkouts: u32,
        /// What it asks with all that an order leaves to jobs, or without its mails.
        #[arg(long, value_enum, default_value_t = Work::Alike)]
        work: Work,
    },
    /// Orders per CPU second of two programs, in turn.
    Orders {
        /// The program to compare with.
        #[arg(long)]
        before: PathBuf,
        /// The program to look at; the built one where nothing is said.
        #[arg(long)]
        after: Option<PathBuf>,
        /// Orders a round and program.
        #[arg(long, default_value_t = 150)]
        orders: u32,
        /// So many shoppers at once, in the second half.
        #[arg(long, default_value_t = 8)]
        at_once: u32,
        /// What both do with an order.
        #[arg(long, value_enum, default_value_t = Work::Alike)]
        work: Work,
    },
}

/// What a program does with an order. Its simulator is a program of its own either way, and costs it nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Work {
    /// What b354c16 did too: mails are written down and wait for a server, addresses are not shown to Post, and the parcels'
    /// data are held.
    Alike,
    /// All that it does by itself: two mails, the look at each address, the parcels' data sent at once.
    All,
}

impl Work {
    /// The settings of it, for a program whose simulator is here and takes mails there.
    fn settings(self, simulator: &str, mails: Option<&str>) -> Vec<(&'static str, String)> {
        let mut settings = vec![("POST_BASE_URL", simulator.to_owned())];
        match self {
            Self::Alike => {
                settings.push(("POST_SCOPE_ADDRESS_VALIDATE", "off".to_owned()));
                settings.push(("SHOP_HOLD_MINUTES", "20160".to_owned()));
            }
            Self::All => settings.extend(mails.map(|server| ("MAIL_URL", server.to_owned()))),
        }
        settings
    }
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let built = |named: Option<PathBuf>| named.map_or_else(program::path, Ok);
    match Ordeal::parse() {
        Ordeal::Rolling { rounds, shoppers } => rolling::run(rounds, shoppers).await,
        Ordeal::Attack { name } => attack::run(name.as_deref()).await,
        Ordeal::Statements { program, checkouts, work } => {
            statements::run(&built(program)?, checkouts, work).await
        }
        Ordeal::Orders { before, after, orders, at_once, work } => {
            orders::run((&before, &built(after)?), work, (orders, at_once)).await
        }
    }
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}
