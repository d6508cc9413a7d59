//! How many statements a checkout costs, by pg_stat_statements, of any version of the program: walks some, and takes away
//! what the program asks by the clock while nobody shops. Where they come from: the same by request, of one walk.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::balancer::Balancer;
use crate::program::Program;
use crate::scratch::{Counted, Scratch};
use crate::table::{Source, Table, short};
use crate::walk::{To, order};
use crate::{Work, say};

/// So long the program is watched while nobody shops.
const IDLE: Duration = Duration::from_secs(20);
/// Background tasks that an order sets off belong to it: so long they have time.
const AFTERMATH: Duration = Duration::from_secs(1);
/// One address may order 30 times within the limits.
const MOST: u32 = 10;
const BOTH: [To; 2] = [To::Home, To::PickPost];

/// What the program asks while nobody shops, by the statement's number.
type Idle = BTreeMap<i64, Counted>;

pub async fn run(program: &Path, checkouts: u32, work: Work) -> anyhow::Result<()> {
    let mut scratch = Scratch::start().await?;
    let counted = count(&mut scratch, program, checkouts.clamp(1, MOST), work).await;
    scratch.end();
    counted
}

async fn count(scratch: &mut Scratch, program: &Path, checkouts: u32, work: Work) -> anyhow::Result<()> {
    let (simulator, mails) = Program::simulator(program, &scratch.folder.join("beside"))?;
    let mut settings = scratch.settings(program)?;
    settings.extend(work.settings(&simulator.url, mails.as_deref()));
    let mut settings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, &**value)).collect();
    settings.push(("RUST_LOG", "error"));
    let shop = Program::start_by(Command::new(program), &settings)?;
    scratch.fill_the_shelves().await?;
    let balancer = Balancer::before(vec![shop.url.clone()]);
    // Connections are opened, statements prepared, goods and points read.
    for to in BOTH {
        order(&balancer, to, async |_| Ok(())).await?;
    }
    scratch.reset().await?;
    tokio::time::sleep(IDLE).await;
    let idle: Idle = scratch.read().await?.into_iter().map(|counted| (counted.queryid, counted)).collect();
    let mut table = Table::new(scratch.functions().await?);
    for (column, to) in BOTH.into_iter().enumerate() {
        for (statement, calls) in walks(scratch, &balancer, (to, checkouts), &idle).await? {
            table.add(statement.queryid, statement.query, column, calls);
        }
    }
    say(&format!("{}: statements of one checkout, of {checkouts} in a row", program.display()));
    table.print();
    by_the_clock(&idle);
    for to in BOTH {
        by_request(scratch, &balancer, (to, &table), &idle).await?;
    }
    Ok(())
}

/// Calls a checkout by statement, without those that the clock makes.
async fn walks(
    scratch: &mut Scratch,
    balancer: &Balancer,
    (to, checkouts): (To, u32),
    idle: &Idle,
) -> anyhow::Result<Vec<(Counted, f64)>> {
    scratch.reset().await?;
    let begun = Instant::now();
    for _ in 0..checkouts {
        order(balancer, to, async |_| Ok(())).await?;
    }
    tokio::time::sleep(AFTERMATH).await;
    let counted = scratch.read().await?;
    let share = begun.elapsed().as_secs_f64() / IDLE.as_secs_f64();
    let own = counted.into_iter().filter_map(|statement| {
        let clock = idle.get(&statement.queryid).map_or(0.0, |idle| number(idle.calls) * share);
        let own = (number(statement.calls) - clock) / f64::from(checkouts);
        // A beat more or less is no question of the checkout.
        let is_beat = clock > 0.0 && own < 0.5;
        (!is_beat).then_some((statement, own))
    });
    Ok(own.collect())
}

fn by_the_clock(idle: &Idle) {
    say(&format!("\nby the clock, not counted above: calls in {} s while nobody shopped", IDLE.as_secs()));
    for counted in idle.values() {
        say(&format!("{:>7}            {}", counted.calls, short(&counted.query)));
    }
}

/// The statements of each request of one walk, without those that also run by the clock.
async fn by_request(
    scratch: &mut Scratch,
    balancer: &Balancer,
    (to, table): (To, &Table),
    idle: &Idle,
) -> anyhow::Result<()> {
    say(&format!("\nby request, one {to:?} checkout\n    all  BEGIN, COMMIT   inside functions"));
    scratch.reset().await?;
    order(balancer, to, async |request| {
        // What is still written after the answer has left belongs to it.
        tokio::time::sleep(Duration::from_millis(50)).await;
        let counted = scratch.read().await?;
        let counted = counted.iter().filter(|counted| !idle.contains_key(&counted.queryid));
        let (mut all, mut brackets, mut inside) = (0, 0, 0);
        for Counted { query, calls, .. } in counted {
            all += calls;
            match table.source(query) {
                Source::Bracket => brackets += calls,
                Source::Function => inside += calls,
                _ => {}
            }
        }
        say(&format!("{all:>7} {brackets:>14} {inside:>18}   {request}"));
        scratch.reset().await
    })
    .await
}

#[expect(clippy::cast_precision_loss, reason = "some thousand calls")]
fn number(calls: i64) -> f64 {
    calls as f64
}
