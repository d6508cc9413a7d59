//! The settings, read from the environment once, at start. Every variable is described in `.env.example`.

pub mod reader;
pub mod post;
pub mod maps;
pub mod sender;
pub mod mail;
pub mod proxies;
pub mod settings;

pub use mail::{MailServer, MailSettings, Secrecy};
pub use maps::{MapSettings, PostMap, Tiles};
pub use post::{INVENTED_LICENCE, PostSettings, Profile, Scope};
pub use reader::{SettingError, listed};
pub use sender::{Sender, VatNumber};
pub use settings::{Delays, PlayedParcels, Settings};
