//! Mails: whether the server that takes them answers, and takes the user. No mail is sent.

use std::time::Duration;

use crate::config::{Profile, Settings};
use crate::doctor::finding::Finding;
use crate::mail::{Transport, Trouble};

/// Whoever asks waits in front of a screen.
const PATIENCE: Duration = Duration::from_secs(8);

/// Looks.
pub async fn look(settings: &Settings) -> Finding {
    let what = "mails";
    let Some(server) = &settings.mail.server else {
        return Finding::ok(
            what,
            if settings.with_sandbox {
                "the simulator takes them, and starts with the shop"
            } else {
                "MAIL_URL is not set: mails are written down, and wait for a server that takes them"
            },
        );
    };
    let at = format!("{}:{}", server.host, server.port);
    let host = settings.public_url.as_ref().and_then(|url| url.host_str());
    let transport = Transport::new(server.clone(), host).within(PATIENCE);
    let trouble = match transport.knock().await {
        Ok(()) if invented(settings) => {
            let email = settings.sender.email.as_str();
            let words =
                format!("{at} answers, but they come from {email}, which is invented: set SHOP_EMAIL");
            return Finding::warning(what, words);
        }
        Ok(()) => return Finding::ok(what, format!("{at} answers, and would take them")),
        Err(trouble) => trouble,
    };
    let advice = match trouble {
        Trouble::SignIn => "compare the user and the password in MAIL_URL",
        Trouble::Unencrypted => {
            "compare MAIL_URL with the name in its certificate, and smtp with smtps; an authority of your own is named in MAIL_CA"
        }
        Trouble::Refused => "ask whoever runs it whether this machine may send",
        _ => "look at the host and the port in MAIL_URL, and at the network",
    };
    Finding::warning(what, format!("{at}: {trouble}; {advice}; orders go on, and their mails wait"))
}

fn invented(settings: &Settings) -> bool {
    settings.post.profile != Profile::Sandbox && settings.sender.email.as_str().ends_with(".example")
}
