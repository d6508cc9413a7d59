//! The names under which a server answers. A name that is not its own is somebody else's page, pointed here.

use std::net::{IpAddr, SocketAddr};

use actix_web::dev::ServiceRequest;
use actix_web::http::header::HOST;
use url::{Host, Url};

/// Whose requests are answered: the public address's, or, where none is set, the loopback's and the address listened at.
#[derive(Clone, Debug)]
pub struct Hosts {
    public: Option<Host>,
    loopback: bool,
    at: IpAddr,
}

impl Hosts {
    /// For a shop: its public address alone; without one the loopback, and the one address it listens at.
    #[must_use]
    pub fn of_shop(public: Option<&Url>, at: SocketAddr) -> Self {
        Self { public: host(public), loopback: public.is_none(), at: at.ip() }
    }

    /// For the simulator: the loopback, where its shop asks, and the address that other machines know it by.
    #[must_use]
    pub fn of_simulator(public: Option<&Url>, at: SocketAddr) -> Self {
        Self { public: host(public), loopback: true, at: at.ip() }
    }

    /// Whether a request is meant for this server. Machines ask after its health by whatever address they know.
    #[must_use]
    pub fn expect(&self, request: &ServiceRequest) -> bool {
        if matches!(request.path(), "/healthz" | "/readyz") {
            return true;
        }
        let mut names = request.headers().get_all(HOST);
        let (Some(name), None) = (names.next(), names.next()) else { return false };
        // A target written as a whole address names a host too, and both must be ours.
        let target = request.uri().authority().is_none_or(|authority| self.knows(authority.as_str()));
        target && name.to_str().is_ok_and(|name| self.knows(name))
    }

    /// Whether this is one of the names; the port does not matter, since a proxy may have another one.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        // What would make an address of more than a name and a port is no name.
        if name.is_empty() || name.contains(['/', '@', '?', '#', '\\', ' ', '\t']) {
            return false;
        }
        let Some(named) = host(Url::parse(&format!("http://{name}/")).ok().as_ref()) else { return false };
        if self.public.as_ref() == Some(&named) {
            return true;
        }
        let ip = match &named {
            Host::Domain(domain) => return self.loopback && domain == "localhost",
            Host::Ipv4(ip) => IpAddr::V4(*ip),
            Host::Ipv6(ip) => IpAddr::V6(*ip),
        };
        self.loopback && (ip.is_loopback() || (ip == self.at && !ip.is_unspecified()))
    }
}

/// The host of an address, without the dot that a full domain name may end with.
fn host(url: Option<&Url>) -> Option<Host> {
    match url?.host()?.to_owned() {
        Host::Domain(domain) => Some(Host::Domain(domain.trim_end_matches('.').to_owned())),
        ip => Some(ip),
    }
}

#[cfg(test)]
mod tests {
    use super::Hosts;
    use url::Url;

    fn at(text: &str) -> std::net::SocketAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn a_shop_with_a_public_address_answers_to_it_alone() {
        let url = Url::parse("https://shop.example.ch").expect("an address");
        let hosts = Hosts::of_shop(Some(&url), at("127.0.0.1:8080"));
        for own in ["shop.example.ch", "SHOP.example.ch:443", "shop.example.ch.", "shop.example.ch:8080"] {
            assert!(hosts.knows(own), "{own}");
        }
        for foreign in [
            "evil.example",
            "127.0.0.1",
            "localhost:8080",
            "shop.example.ch.evil.example",
            "evil.example#shop.example.ch",
            "shop.example.ch@evil.example",
            "evil.example/shop.example.ch",
            "",
        ] {
            assert!(!hosts.knows(foreign), "{foreign}");
        }
    }

    #[test]
    fn without_one_it_answers_on_the_loopback_and_where_it_listens() {
        let hosts = Hosts::of_shop(None, at("192.0.2.7:8080"));
        for own in ["localhost", "LOCALHOST:9", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080", "192.0.2.7:8080"]
        {
            assert!(hosts.knows(own), "{own}");
        }
        for foreign in ["evil.example", "192.0.2.8", "localhost.evil.example", "0.0.0.0:8080"] {
            assert!(!hosts.knows(foreign), "{foreign}");
        }
        assert!(!Hosts::of_shop(None, at("0.0.0.0:8080")).knows("0.0.0.0"), "every address is no name");
    }
}
