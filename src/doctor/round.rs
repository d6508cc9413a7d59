//! The round: every check in its order, what is nearest first, told as it is found.

use crate::clock::Clock;
use crate::config::Settings;
use crate::doctor::finding::{Finding, Mark};
use crate::doctor::{breaker, database, jobs, listeners, mail, points, post, settings as set, trial};

/// Whether a label is asked for as a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// No.
    None,
    /// Only where the simulator plays Post.
    Played,
    /// Also of the real Post.
    Real,
}

/// Looks at everything, and says how it stands with the worst of it.
pub async fn go_round(
    settings: &Settings,
    clock: &Clock,
    wanted: Trial,
    mut tell: impl FnMut(&Finding),
) -> Mark {
    let mut worst = Mark::Ok;
    let mut hear = |finding: Finding| {
        worst = worst.max(finding.mark);
        tell(&finding);
    };
    set::look(settings).into_iter().for_each(&mut hear);
    listeners::look(settings).await.into_iter().for_each(&mut hear);
    let seen = database::look(settings).await;
    seen.findings.into_iter().for_each(&mut hear);
    if let Some((reached, looked)) = seen.open {
        hear(points::look(&looked.pool, &settings.post, clock.now()).await);
        hear(jobs::look(&looked.pool).await);
        looked.pool.close().await;
        if let Some(mut embedded) = reached.embedded {
            embedded.stop();
        }
    }
    post::look(settings, clock).await.into_iter().for_each(&mut hear);
    hear(mail::look(settings).await);
    hear(breaker::look(settings).await);
    if wanted != Trial::None {
        hear(trial::look(settings, clock, wanted == Trial::Real).await);
    }
    worst
}
