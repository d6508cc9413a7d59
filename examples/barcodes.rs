//! Asks Post for the barcodes of one parcel, from the shop to itself, and writes them into a folder: for whoever draws labels of
//! one's own. Of the simulator, which has to be open; of the real Post only with `--live`, since it announces a parcel and uses the
//! number up. `cargo run --example barcodes -- FOLDER NUMBER [--live]`

use std::error::Error;
use std::path::Path;

use pickpost_shop::carrier::{BarcodesAnswer, code};
use pickpost_shop::clock::Clock;
use pickpost_shop::config::{Profile, Settings};
use pickpost_shop::i18n::Lang;
use pickpost_shop::ids::Random;
use pickpost_shop::label::IdentCode;
use pickpost_shop::post::Carrier;
use pickpost_shop::shipping::shipment::label_order::trial_order;
use pickpost_shop::telemetry::{complain, tell};

#[tokio::main]
async fn main() {
    if let Err(error) = ask().await {
        complain(&error.to_string());
        std::process::exit(1);
    }
}

async fn ask() -> Result<(), Box<dyn Error>> {
    let settings = Settings::from_environment()?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let is_live = words.iter().any(|word| word == "--live");
    let [folder, number] = words.iter().filter(|word| *word != "--live").collect::<Vec<_>>()[..] else {
        return Err("Needed: FOLDER NUMBER, a consignment number that was never used.".into());
    };
    if settings.post.profile != Profile::Sandbox && !is_live {
        return Err("This is the real Post: with --live it announces a parcel and uses the number up.".into());
    }
    let number = number.parse().ok().filter(|number| (1..=99_999_999).contains(number));
    let number = number.ok_or("A consignment number is from 1 to 99999999.")?;
    let carrier = Carrier::new(&settings.post, Clock::System, Random::system())?;
    let ident = IdentCode::new(&settings.post.franking_licence, number);
    match carrier.barcodes(&trial_order(&settings.sender, ident, format!("barcodes-{number}"))).await? {
        BarcodesAnswer::Given(barcodes) => {
            std::fs::create_dir_all(folder)?;
            for (at, (kind, image)) in barcodes.images.iter().enumerate() {
                std::fs::write(Path::new(folder).join(format!("{at}.{}", kind.code())), image)?;
            }
            tell(&format!("Post gave {} barcodes; the ident code is 0.", barcodes.images.len()));
            Ok(())
        }
        BarcodesAnswer::Refused(codes) => {
            let words: Vec<_> = codes.iter().map(|told| code::words(told, Lang::En)).collect();
            Err(words.join(" ").into())
        }
    }
}
