//! Distances on the globe.

/// The mean radius of the Earth in metres (IUGG).
const RADIUS: f64 = 6_371_008.8;

/// Metres between two positions in degrees (WGS 84), by the haversine formula; good to half a per cent.
#[must_use]
pub fn metres((lat_a, lon_a): (f64, f64), (lat_b, lon_b): (f64, f64)) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let across = lat_a.to_radians().cos() * lat_b.to_radians().cos() * half(lon_b - lon_a);
    2.0 * RADIUS * (half(lat_b - lat_a) + across).clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{RADIUS, metres};

    proptest! {
        #[test]
        fn distances_agree_with_the_law_of_cosines(
            a in (45.8f64..47.8, 5.9f64..10.5), b in (45.8f64..47.8, 5.9f64..10.5),
        ) {
            let (p, q) = (a.0.to_radians(), b.0.to_radians());
            let cosine = p.sin() * q.sin() + p.cos() * q.cos() * (b.1 - a.1).to_radians().cos();
            let second = RADIUS * cosine.clamp(-1.0, 1.0).acos();
            prop_assert!((metres(a, b) - second).abs() < 0.5);
        }
    }
}
