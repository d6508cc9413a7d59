//! Who may enter the embedded Postgres: the system's user who runs the shop, over the socket, and nobody else.

use std::io;
use std::path::Path;
use std::process::Command;

use rustix::process::geteuid;

use crate::db::trust::{Owner, replace_file};

/// The owner: migrates, and is asked by nothing else.
pub const OWNER: &str = "shop";
/// The application: owns nothing.
pub const APPLICATION: &str = "shop_app";
/// The first line of a file of ours.
pub const MARK: &str = "# Written by pickpost-shop at every start: what is changed here does not last.";

/// Writes `pg_hba.conf` and `pg_ident.conf`. The system itself tells Postgres who connects (peer), so there is no
/// password that could lie about.
///
/// # Errors
/// When they cannot be written, or the user who runs the shop has no name.
pub fn write(cluster: &Path, owner: Option<Owner>) -> io::Result<()> {
    let user = user_name()?.replace('"', "\"\"");
    let logins = [OWNER, APPLICATION];
    let enter: String = logins.iter().map(|login| format!("local all {login} peer map=pickpost\n")).collect();
    let who: String = logins.iter().map(|login| format!("pickpost \"{user}\" {login}\n")).collect();
    replace_file(cluster, "pg_ident.conf", &format!("{MARK}\n{who}"), owner)?;
    replace_file(cluster, "pg_hba.conf", &format!("{MARK}\n{enter}"), owner)
}

/// The name of the user who runs the shop, as Postgres will see it.
fn user_name() -> io::Result<String> {
    let uid = geteuid().as_raw();
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let known = users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)?.parse() == Ok(uid)).then(|| name.to_owned())
    });
    if let Some(name) = known {
        return Ok(name);
    }
    // Users of a directory service stand in no file.
    let answer = Command::new("id").arg("-un").output()?;
    let name = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    if answer.status.success() && !name.is_empty() {
        return Ok(name);
    }
    Err(io::Error::other(format!("the user {uid}, who runs the shop, has no name on this machine")))
}
