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

/// Whether a coding is acceptable: named with a weight above 0, or covered by `*`. Nothing named accepts nothing special.
#[must_use]
pub fn accepts(header: &str, coding: &str) -> bool {
    let weight = |wanted: &str| {
        weighted(header).find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, weight)| weight)
    };
    weight(coding).or_else(|| weight("*")).is_some_and(|weight| weight > 0.0)
}

#[cfg(test)]
mod tests {
    use super::{accepts, weighted};

    #[test]
    fn weights_are_read_with_and_without_blanks() {
        let all: Vec<_> = weighted("fr; q=0.9, en;Q=1 , , it ; q = 0.25,rm;q=x,de;q=NaN,ja;q=7").collect();
        assert_eq!(all, [("fr", 0.9), ("en", 1.0), ("it", 0.25), ("rm", 0.0), ("de", 0.0), ("ja", 1.0)]);
    }

    #[test]
    fn a_coding_with_no_weight_is_refused() {
        assert!(accepts("gzip, br", "br") && accepts("*", "br") && accepts("BR;q=0.1", "br"));
        assert!(!accepts("br;q=0, gzip", "br") && !accepts("br ; q=0.000, *", "br") && !accepts("", "br"));
        assert!(!accepts("abracadabra", "br"), "a part of a word is no coding");
    }
}
