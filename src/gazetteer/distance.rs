//! Distances on the globe.

/// The mean radius of the Earth in metres (IUGG).
const RADIUS: f64 = 6_371_008.8;

/// Whole metres between two positions in degrees (WGS 84), by the haversine formula; good to half a per cent.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a distance on the globe fits")]
pub fn metres(a: (f64, f64), b: (f64, f64)) -> u32 {
    exact(a, b).round() as u32
}

/// Whether a position in degrees lies in Switzerland, Liechtenstein or close to their borders.
#[must_use]
pub fn is_in_the_country((lat, lon): (f64, f64)) -> bool {
    (45.7..47.9).contains(&lat) && (5.8..10.6).contains(&lon)
}

fn exact((lat_a, lon_a): (f64, f64), (lat_b, lon_b): (f64, f64)) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let across = lat_a.to_radians().cos() * lat_b.to_radians().cos() * half(lon_b - lon_a);
    2.0 * RADIUS * (half(lat_b - lat_a) + across).clamp(0.0, 1.0).sqrt().asin()
}

/// A position in degrees as a point on the sphere of radius 1. Chords there order as distances on the globe do.
#[must_use]
pub fn on_sphere((lat, lon): (f64, f64)) -> [f64; 3] {
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// The chord of a distance in metres, on the sphere of radius 1.
#[must_use]
pub fn chord(metres: u32) -> f64 {
    2.0 * (f64::from(metres) / RADIUS / 2.0).sin()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{RADIUS, chord, exact, on_sphere};

    proptest! {
        #[test]
        fn distances_agree_with_the_law_of_cosines_and_with_chords(
            a in (45.8f64..47.8, 5.9f64..10.5), b in (45.8f64..47.8, 5.9f64..10.5),
        ) {
            let (p, q) = (a.0.to_radians(), b.0.to_radians());
            let cosine = p.sin() * q.sin() + p.cos() * q.cos() * (b.1 - a.1).to_radians().cos();
            let second = RADIUS * cosine.clamp(-1.0, 1.0).acos();
            prop_assert!((exact(a, b) - second).abs() < 0.5);
            let straight: f64 =
                on_sphere(a).iter().zip(on_sphere(b)).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt();
            let whole = super::metres(a, b);
            prop_assert!((straight - chord(whole)).abs() < 1e-6);
        }
    }
}
