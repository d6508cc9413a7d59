//! The database: reachable, a primary, migrated, entered by a login without the owner's rights, with room on its disk.

use crate::config::Settings;
use crate::db::home::Home;
use crate::db::login::Standing;
use crate::db::look::{Looked, look as look_into};
use crate::db::reach::{Reached, reach_beside};
use crate::db::{OpenError, programs};
use crate::doctor::finding::Finding;

/// What was found, and the database where it can be asked on.
pub struct Seen {
    /// The lines.
    pub findings: Vec<Finding>,
    /// Reached and migrated; an embedded one ends when this is dropped.
    pub open: Option<(Reached, Looked)>,
}

/// Looks. An embedded Postgres is started for it, unless a shop has it open.
pub async fn look(settings: &Settings) -> Seen {
    let mut findings = Vec::new();
    if settings.database_url.is_none() {
        let home = Home::prepare(&settings.data_dir).map_err(|error| error.to_string());
        let bin = home.and_then(|home| programs::choose(settings, &home).map_err(|error| error.to_string()));
        match bin {
            Ok(bin) => findings.push(Finding::ok("Postgres", bin.display().to_string())),
            Err(why) => findings.push(Finding::failed("Postgres", why)),
        }
    }
    match reach(settings).await {
        Ok((reached, looked)) => {
            findings.push(state(&looked));
            findings.push(login(&looked));
            let open = (looked.missing == 0 && !looked.is_standby).then_some((reached, looked));
            Seen { findings, open }
        }
        Err(error) => {
            findings.push(Finding::failed("database", error.to_string()));
            Seen { findings, open: None }
        }
    }
}

async fn reach(settings: &Settings) -> Result<(Reached, Looked), OpenError> {
    let reached = reach_beside(settings).await?;
    let looked = look_into(&reached).await?;
    Ok((reached, looked))
}

fn state(looked: &Looked) -> Finding {
    let what = "database";
    let Looked { is_standby, missing, strange, is_full, .. } = looked;
    match (is_standby, is_full, missing, strange) {
        (true, ..) => Finding::failed(what, OpenError::Standby.to_string()),
        (_, true, ..) => Finding::failed(what, "the disk is full: make room, or nothing more can be ordered"),
        (.., 1.., _) => Finding::failed(
            what,
            format!(
                "it answers, but {missing} migrations are missing: pickpost-shop migrate, or the next start, does them"
            ),
        ),
        (.., 1..) => Finding::warning(
            what,
            format!(
                "it has had {strange} migrations that this program does not know: a newer one runs, or has run, on it"
            ),
        ),
        _ => Finding::ok(what, "answers, takes orders, and is up to date"),
    }
}

fn login(looked: &Looked) -> Finding {
    let what = "login";
    match &looked.login {
        None => Finding::warning(
            what,
            "the shop would enter as the database's owner and lay the rights down: name the owner in DATABASE_OWNER_URL and a \
             user who owns nothing in DATABASE_URL",
        ),
        Some((name, Some(Standing { mighty: true, .. }))) => Finding::failed(
            what,
            format!("{name} of DATABASE_URL is the owner, or could become it: name a user who owns nothing"),
        ),
        Some((name, Some(Standing { is_member: true, may_enter: true, .. }))) => {
            Finding::ok(what, format!("{name} owns nothing"))
        }
        Some((name, Some(_))) => Finding::ok(
            what,
            format!("{name} owns nothing; the next start gives it the rights that it lacks"),
        ),
        Some((name, None)) if looked.missing > 0 => {
            Finding::warning(what, format!("what {name} may do is known once the database is migrated"))
        }
        Some((name, None)) => Finding::failed(
            what,
            format!("Postgres has no role {name}; create it with: create role {name} login password '…'"),
        ),
    }
}
