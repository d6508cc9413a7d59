//! The settings of proxies: whose word on a visitor's address counts.

use std::net::IpAddr;

use ipnet::IpNet;

use super::reader::{Reader, SettingError, wrong};

/// `SHOP_TRUSTED_PROXIES`: networks or addresses, separated by commas.
pub(super) fn read(reader: &Reader<'_>) -> Result<Vec<IpNet>, SettingError> {
    let text = reader.text("SHOP_TRUSTED_PROXIES").unwrap_or_default();
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(network).collect()
}

fn network(text: &str) -> Result<IpNet, SettingError> {
    let address = text.parse().map(|address: IpAddr| IpNet::from(address.to_canonical()));
    match address.or_else(|_| text.parse::<IpNet>()) {
        Ok(network) if network.prefix_len() == 0 => wrong(
            "SHOP_TRUSTED_PROXIES must not trust the whole world: anybody could then say to come from anywhere",
        ),
        Ok(network) => Ok(network.trunc()),
        Err(_) => wrong(&format!(
            "SHOP_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8,2001:db8::7, not \"{text}\""
        )),
    }
}
