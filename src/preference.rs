//! What a request's header prefers, by weight: `fr; q=0.9, en` (RFC 9110 section 12.4.2).

/// The members of a list with their weights from 0 to 1, in the order of the header. A weight that cannot be read is 0.
pub fn weighted(header: &str) -> impl Iterator<Item = (&str, f32)> {
    header.split(',').filter_map(|member| {
        let mut parts = member.split(';').map(str::trim);
        let name = parts.next().filter(|name| !name.is_empty())?;
        let weight = parts.find_map(|part| {
            let (key, value) = part.split_once('=')?;
            key.trim().eq_ignore_ascii_case("q").then(|| value.trim().parse::<f32>().unwrap_or(0.0))
        });
        let weight = weight.unwrap_or(1.0);
        Some((name, if weight.is_finite() { weight.clamp(0.0, 1.0) } else { 0.0 }))
    })
}

/// Which of our codings is liked best (RFC 9110 section 12.5.3): named with a weight above 0, or covered by `*`; of several with
/// the same weight the first of ours. `None` where none is, or where the plain text is liked better: that is never refused.
#[must_use]
pub fn coding<'a>(header: &str, ours: &[&'a str]) -> Option<&'a str> {
    let weight = |wanted: &str| {
        weighted(header).find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, weight)| weight)
    };
    let rest = weight("*").unwrap_or(0.0);
    let plain = weight("identity").unwrap_or(0.0);
    let mut best = None;
    for (coding, weight) in ours.iter().map(|coding| (*coding, weight(coding).unwrap_or(rest))) {
        if weight > best.map_or(0.0, |(_, best)| best) {
            best = Some((coding, weight));
        }
    }
    best.filter(|(_, weight)| *weight >= plain).map(|(coding, _)| coding)
}

#[cfg(test)]
mod tests {
    use super::{coding, weighted};

    #[test]
    fn weights_are_read_with_and_without_blanks() {
        let all: Vec<_> = weighted("fr; q=0.9, en;Q=1 , , it ; q = 0.25,rm;q=x,de;q=NaN,ja;q=7").collect();
        assert_eq!(all, [("fr", 0.9), ("en", 1.0), ("it", 0.25), ("rm", 0.0), ("de", 0.0), ("ja", 1.0)]);
    }

    #[test]
    fn a_coding_with_no_weight_is_refused() {
        let br = |header| coding(header, &["br"]).is_some();
        assert!(br("gzip, br") && br("*") && br("BR;q=0.1"));
        assert!(!br("br;q=0, gzip") && !br("br ; q=0.000, *") && !br(""));
        assert!(!br("abracadabra"), "a part of a word is no coding");
    }

    #[test]
    fn of_two_codings_the_one_that_is_liked_better_is_taken() {
        for (header, chosen) in [
            ("gzip, br", Some("br")),
            ("gzip;q=0.2, br;q=0.1", Some("gzip")),
            ("identity, br;q=0.5", None),
            ("identity;q=0", None),
            ("identity;q=0, *", Some("br")),
            ("br;q=0, *", Some("gzip")),
            ("*;q=0", None),
        ] {
            assert_eq!(coding(header, &["br", "gzip"]), chosen, "{header}");
        }
    }
}
