//! Orders per CPU second, shop and Postgres together, of two versions of the program in one run: each with a Postgres, a
//! data folder and a simulator of its own, some orders here and some there in turn, one shopper after the other and several
//! at once. Simulators are programs of their own, and cost neither.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Context;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use crate::balancer::Balancer;
use crate::program::Program;
use crate::walk::{To, order};
use crate::{Work, cpu, say};

const ROUNDS: usize = 5;
/// So many orders at least before it is the other one's turn: what else the machine does then meets both.
const TURN: u32 = 10;
/// What an order leaves to background tasks costs too: a round ends so long after its last order.
const AFTERMATH: Duration = Duration::from_secs(1);
/// So long both are watched while nobody shops.
const IDLE: Duration = Duration::from_secs(10);

/// One of the two programs, open.
struct Side {
    shop: Program,
    simulator: Program,
    balancer: Balancer,
    folder: PathBuf,
}

/// Plays all rounds with one shopper, then all with `crowd` shoppers at once; `orders` a round and program, half of them home,
/// half to a pick-up point.
pub async fn run(
    (before, after): (&Path, &Path),
    work: Work,
    (orders, crowd): (u32, u32),
) -> anyhow::Result<()> {
    let sides = [Side::open("before", before, work).await?, Side::open("after", after, work).await?];
    say(&format!("before: {}\nafter:  {}", before.display(), after.display()));
    let played = play(&sides, orders, crowd).await;
    sides.into_iter().for_each(Side::close);
    played
}

async fn play(sides: &[Side; 2], orders: u32, crowd: u32) -> anyhow::Result<()> {
    let begun = used(sides);
    tokio::time::sleep(IDLE).await;
    let idle = since(sides, begun).map(|seconds| seconds * 1000.0 / IDLE.as_secs_f64());
    say(&format!("CPU ms a second while nobody shops: before {:.0}, after {:.0}", idle[0], idle[1]));
    for shoppers in [1, crowd.clamp(1, 64)] {
        rounds(sides, orders, shoppers).await?;
    }
    Ok(())
}

async fn rounds(sides: &[Side; 2], orders: u32, shoppers: u32) -> anyhow::Result<()> {
    let turn = TURN.max(2 * shoppers);
    let turns = orders.div_ceil(turn).max(1);
    say(&format!("\n{} orders a round, {shoppers} at once", turns * turn));
    say("round    before orders/CPU s    after orders/CPU s    ratio");
    let mut columns = [Vec::new(), Vec::new(), Vec::new()];
    // The first round warms up.
    for round in 0..=ROUNDS {
        // Both are charged for the whole round, and so for what they put off until the other one's turn.
        let begun = used(sides);
        for at in 0..turns {
            // Who begins changes.
            for side in if at % 2 == 0 { [0, 1] } else { [1, 0] } {
                sides[side].turn(turn, shoppers).await?;
            }
        }
        tokio::time::sleep(AFTERMATH).await;
        if round > 0 {
            let [before, after] = since(sides, begun).map(|seconds| f64::from(turns * turn) / seconds);
            let ratio = after / before;
            say(&format!("{round:>5} {before:>22.1} {after:>21.1} {ratio:>8.2}"));
            columns.iter_mut().zip([before, after, ratio]).for_each(|(column, figure)| column.push(figure));
        }
    }
    let [before, after, ratio] = columns.map(|mut column| {
        column.sort_by(f64::total_cmp);
        column[ROUNDS / 2]
    });
    say(&format!("median {before:>21.1} {after:>21.1} {ratio:>8.2}"));
    Ok(())
}

/// CPU seconds of both so far.
fn used(sides: &[Side; 2]) -> [f64; 2] {
    [cpu::seconds(sides[0].shop.id()), cpu::seconds(sides[1].shop.id())]
}

/// CPU seconds of both since then.
fn since(sides: &[Side; 2], begun: [f64; 2]) -> [f64; 2] {
    let now = used(sides);
    [now[0] - begun[0], now[1] - begun[1]]
}

impl Side {
    async fn open(name: &str, program: &Path, work: Work) -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("murmel-orders-{name}-{}", std::process::id()));
        let data = folder.display().to_string();
        let (simulator, mails) = Program::simulator(program, &folder.join("beside"))?;
        let work = work.settings(&simulator.url, mails.as_deref());
        let mut settings = vec![("SHOP_DATA_DIR", &*data), ("SHOP_LIMITS", "off"), ("RUST_LOG", "error")];
        settings.extend(work.iter().map(|(name, value)| (*name, &**value)));
        let shop = Program::start_by(Command::new(program), &settings)?;
        fill_the_shelves(&folder).await?;
        let balancer = Balancer::before(vec![shop.url.clone()]);
        Ok(Self { shop, simulator, balancer, folder })
    }

    /// So many orders, so many at once.
    async fn turn(&self, orders: u32, shoppers: u32) -> anyhow::Result<()> {
        let shoppers = (0..shoppers).map(|first| {
            let (balancer, step) = (self.balancer.clone(), shoppers as usize);
            actix_web::rt::spawn(async move {
                for number in (first..orders).step_by(step) {
                    // Half and half, with one shopper and with an even number of them.
                    let to = if (number + number / 8) % 2 == 0 { To::Home } else { To::PickPost };
                    order(&balancer, to, async |_| Ok(())).await?;
                }
                anyhow::Ok(())
            })
        });
        for shopper in shoppers.collect::<Vec<_>>() {
            shopper.await??;
        }
        Ok(())
    }

    fn close(self) {
        // Both write into the folder as they end.
        drop((self.shop, self.simulator));
        let _ = std::fs::remove_dir_all(self.folder);
    }
}

/// The goods must not run out. The owner of the program's own Postgres is let in over its socket.
async fn fill_the_shelves(folder: &Path) -> anyhow::Result<()> {
    let says = std::fs::read_to_string(folder.join("postgres/cluster/postmaster.pid"))?;
    let socket = says.lines().nth(4).map(str::trim).context("the folder of the socket")?;
    let owner = PgConnectOptions::new_without_pgpass().socket(socket).username("shop").database("shop");
    let mut owner = PgConnection::connect_with(&owner).await?;
    sqlx::query("update product set stock = 1000000").execute(&mut owner).await?;
    Ok(owner.close().await?)
}
