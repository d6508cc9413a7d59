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
    },
    /// Orders per CPU second of two programs, in turn.
    Orders {
        /// The program to compare with.
        #[arg(long)]
        before: PathBuf,
        /// The program to look at; the built one where nothing is said.
        #[arg(long)]
        after: Option<PathBuf>,
        /// Orders a turn.
        #[arg(long, default_value_t = 150)]
        orders: u32,
        /// So many shoppers at once, in the second half.
        #[arg(long, default_value_t = 8)]
        at_once: u32,
    },
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let built = |named: Option<PathBuf>| named.map_or_else(program::path, Ok);
    match Ordeal::parse() {
        Ordeal::Rolling { rounds, shoppers } => rolling::run(rounds, shoppers).await,
        Ordeal::Attack { name } => attack::run(name.as_deref()).await,
        Ordeal::Statements { program, checkouts } => statements::run(&built(program)?, checkouts).await,
        Ordeal::Orders { before, after, orders, at_once } => {
            orders::run(&before, &built(after)?, orders, at_once).await
        }
    }
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}
