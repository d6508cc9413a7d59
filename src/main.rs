//! Starts and stops the shop.

use std::process::ExitCode;

use clap::Parser;
use pickpost_shop::cli::{self, Cli};
use pickpost_shop::config::Settings;
use pickpost_shop::telemetry;

#[actix_web::main]
async fn main() -> ExitCode {
    let command = Cli::parse().command.unwrap_or_default();
    let settings = match Settings::from_environment() {
        Ok(settings) => settings,
        Err(error) => {
            telemetry::complain(&error.to_string());
            return ExitCode::from(2);
        }
    };
    telemetry::begin();
    match cli::run(command, settings).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            telemetry::complain(&sentence);
            ExitCode::FAILURE
        }
    }
}
