//! From which address a visitor comes: the connection's, or what a trusted proxy says of it. Never logged, and stored
//! only as a keyed hash.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use actix_web::http::header::{FORWARDED, HeaderMap, HeaderName, X_FORWARDED_FOR};
use ipnet::{IpNet, Ipv6Net};

/// The visitor's address. Headers count only where the connection comes from a trusted proxy; what cannot be read in
/// them, or says two things, counts for nothing.
#[must_use]
pub fn address(peer: Option<SocketAddr>, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip().to_canonical());
    if !is_trusted(peer, trusted) {
        return peer;
    }
    let said = |name: HeaderName, read: fn(&str) -> Option<IpAddr>| {
        headers.contains_key(&name).then(|| nearest_stranger(headers, &name, trusted, read))
    };
    match (said(X_FORWARDED_FOR, listed), said(FORWARDED, in_pairs)) {
        (Some(one), Some(other)) if one != other => peer,
        (Some(said), _) | (None, Some(said)) => said.unwrap_or(peer),
        (None, None) => peer,
    }
}

/// What counts as one visitor's network: an IPv4 address, or the /64 that an IPv6 household gets.
#[must_use]
pub fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => match Ipv6Net::new(address, 64) {
            Ok(net) => net.trunc().to_string(),
            Err(_) => address.to_string(),
        },
    }
}

fn is_trusted(address: IpAddr, trusted: &[IpNet]) -> bool {
    trusted.iter().any(|network| network.contains(&address))
}

/// Each proxy adds on the right whom it has spoken with: the first from the right that is none of ours. Everything
/// further left is what that stranger claims.
fn nearest_stranger(
    headers: &HeaderMap,
    name: &HeaderName,
    trusted: &[IpNet],
    read: fn(&str) -> Option<IpAddr>,
) -> Option<IpAddr> {
    let lines: Vec<&str> = headers.get_all(name).map(|line| line.to_str().ok()).collect::<Option<_>>()?;
    let mut nearest = None;
    for part in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        let address = read(part.trim())?.to_canonical();
        nearest = Some(address);
        if !is_trusted(address, trusted) {
            break;
        }
    }
    nearest
}

/// An entry of `X-Forwarded-For`; some proxies write the port with it.
fn listed(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let with_port = || text.parse::<SocketAddr>().map(|address| address.ip());
    bare.unwrap_or(text).parse().or_else(|_| with_port()).ok()
}

/// An element of `Forwarded` (RFC 7239): `for=192.0.2.60;proto=https`, `for="[2001:db8::1]:4711"`.
fn in_pairs(text: &str) -> Option<IpAddr> {
    let mut pairs = text.split(';').filter_map(|pair| pair.split_once('='));
    let (_, node) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
    listed(node.trim().trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::{address, network};
    use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
    use ipnet::IpNet;

    fn seen(peer: &str, lines: &[(&'static str, &'static str)]) -> String {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let trusted: Vec<IpNet> =
            ["10.0.0.0/8", "fd00::/8", "127.0.0.1/32"].map(|net| net.parse().expect("a network")).into();
        let peer = peer.parse().expect("an address");
        address(Some(peer), &headers, &trusted).to_string()
    }

    #[test]
    fn a_stranger_who_forges_headers_stays_where_they_are() {
        for name in ["x-forwarded-for", "forwarded"] {
            assert_eq!(seen("203.0.113.9:1", &[(name, "198.51.100.1")]), "203.0.113.9");
        }
        assert_eq!(seen("[::ffff:203.0.113.9]:1", &[]), "203.0.113.9");
    }

    #[test]
    fn a_trusted_proxy_names_the_visitor_and_not_what_the_visitor_claims() {
        for (lines, visitor) in [
            (vec![("x-forwarded-for", "198.51.100.1")], "198.51.100.1"),
            (vec![("x-forwarded-for", "1.1.1.1, 198.51.100.1")], "198.51.100.1"),
            (vec![("x-forwarded-for", "nonsense, 198.51.100.1, 10.1.1.1")], "198.51.100.1"),
            (vec![("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", "198.51.100.1")], "198.51.100.1"),
            (vec![("x-forwarded-for", "198.51.100.1:4711")], "198.51.100.1"),
            (vec![("x-forwarded-for", "[2001:db8::1]:4711")], "2001:db8::1"),
            (vec![("x-forwarded-for", "::ffff:198.51.100.1")], "198.51.100.1"),
            (vec![("x-forwarded-for", "10.9.9.9, 10.1.1.1")], "10.9.9.9"),
            (vec![("forwarded", "for=1.1.1.1, For=\"[2001:db8::1]:4711\";proto=https")], "2001:db8::1"),
            (vec![("forwarded", "for=\"evil, for=198.51.100.1")], "198.51.100.1"),
            (vec![("x-forwarded-for", "198.51.100.1"), ("forwarded", "for=198.51.100.1")], "198.51.100.1"),
        ] {
            assert_eq!(seen("10.0.0.1:80", &lines), visitor, "{lines:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_or_says_two_things_counts_for_nothing() {
        for lines in [
            vec![("x-forwarded-for", "")],
            vec![("x-forwarded-for", "198.51.100.1,")],
            vec![("x-forwarded-for", "198.51.100.1, unknown")],
            vec![("x-forwarded-for", "198.51.100.1, 999.1.1.1")],
            vec![("forwarded", "for=_hidden")],
            vec![("forwarded", "proto=https")],
            vec![("forwarded", "for=\"a,b\"")],
            vec![("x-forwarded-for", "198.51.100.1"), ("forwarded", "for=1.1.1.1")],
        ] {
            assert_eq!(seen("10.0.0.1:80", &lines), "10.0.0.1", "{lines:?}");
        }
    }

    #[test]
    fn a_household_is_one_visitor() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
