//! Orders per CPU second, shop and Postgres together, of two versions of the program in one run: each with a Postgres, a
//! data folder and a simulator of its own, in turn, one shopper after the other and several at once.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Context;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use crate::balancer::Balancer;
use crate::program::Program;
use crate::walk::{To, order};
use crate::{cpu, say};

const ROUNDS: usize = 5;
/// What an order leaves to background tasks costs too: a turn ends so long after its last order.
const AFTERMATH: Duration = Duration::from_secs(1);

/// One of the two programs, open.
struct Side {
    shop: Program,
    balancer: Balancer,
    folder: PathBuf,
}

/// Plays all rounds with one shopper, then all with `crowd` shoppers at once; `orders` a turn, half of them home, half to a
/// pick-up point.
pub async fn run(before: &Path, after: &Path, orders: u32, crowd: u32) -> anyhow::Result<()> {
    let sides = [Side::open("before", before).await?, Side::open("after", after).await?];
    say(&format!("before: {}\nafter:  {}", before.display(), after.display()));
    for shoppers in [1, crowd.clamp(1, 64)] {
        rounds(&sides, orders.max(2), shoppers).await?;
    }
    sides.into_iter().for_each(Side::close);
    Ok(())
}

async fn rounds(sides: &[Side; 2], orders: u32, shoppers: u32) -> anyhow::Result<()> {
    say(&format!("\n{orders} orders a turn, {shoppers} at once"));
    say("round    before orders/CPU s    after orders/CPU s    ratio");
    let mut columns = [Vec::new(), Vec::new(), Vec::new()];
    // The first round warms up.
    for round in 0..=ROUNDS {
        let mut figures = [0.0; 2];
        // Who begins changes, so that what drifts meets both.
        let turns = if round % 2 == 0 { [0, 1] } else { [1, 0] };
        for at in turns {
            figures[at] = sides[at].turn(orders, shoppers).await?;
        }
        if round > 0 {
            let [before, after] = figures;
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

impl Side {
    async fn open(name: &str, program: &Path) -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("murmel-orders-{name}-{}", std::process::id()));
        let data = folder.display().to_string();
        let settings = [("SHOP_DATA_DIR", &*data), ("SHOP_LIMITS", "off"), ("RUST_LOG", "error")];
        let shop = Program::start_by(Command::new(program), &settings)?;
        fill_the_shelves(&folder).await?;
        let balancer = Balancer::before(vec![shop.url.clone()]);
        Ok(Self { shop, balancer, folder })
    }

    /// So many orders, so many at once; gives orders per second of CPU time that the program and its Postgres took.
    async fn turn(&self, orders: u32, shoppers: u32) -> anyhow::Result<f64> {
        let before = cpu::seconds(self.shop.id());
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
        tokio::time::sleep(AFTERMATH).await;
        Ok(f64::from(orders) / (cpu::seconds(self.shop.id()) - before))
    }

    fn close(self) {
        drop(self.shop);
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
