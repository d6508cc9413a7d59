//! What one visitor can do to the shop's memory and time: `make attack`, or one attack by its name after it
//! (`cargo run --release --example attack sign_in`). Each opens a shop of its own and prints what it took. Linux only.

mod shop;
mod sign_in;

use pickpost_shop::telemetry::{complain, tell};
use shop::{AnyError, Measured};

/// The attacks by name.
const ATTACKS: [&str; 1] = ["sign_in"];

#[actix_web::main]
async fn main() -> std::process::ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(stranger) = wanted.iter().find(|name| !ATTACKS.contains(&name.as_str())) {
        complain(&format!("There is no attack called {stranger}; there are: {}.", ATTACKS.join(", ")));
        return std::process::ExitCode::from(2);
    }
    let mut held = true;
    for name in ATTACKS.into_iter().filter(|name| wanted.is_empty() || wanted.iter().any(|one| one == name)) {
        match attack(name).await {
            Ok(rows) => {
                for row in rows {
                    held &= row.holds();
                    tell(&row.line());
                }
            }
            Err(error) => {
                held = false;
                complain(&format!("{name}: {error}"));
            }
        }
    }
    if held { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}

async fn attack(name: &str) -> Result<Vec<Measured>, AnyError> {
    match name {
        "sign_in" => sign_in::attack().await,
        other => Err(format!("{other} is not written").into()),
    }
}
