//! How a text of a bill is broken into lines.

use crate::paper::{PT, measure};

/// The width of a text in regular type of so many points, in millimetres.
#[must_use]
pub fn width(text: &str, points: f32) -> f32 {
    measure::width(text, false) * points * PT
}

/// A text in lines of at most `room` millimetres: broken behind blanks and hyphens, and a word that is too long for a line
/// anywhere. No character gets lost but the blanks at the breaks.
#[must_use]
pub fn wrapped(text: &str, points: f32, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive([' ', '-']) {
        let line = lines.last().map_or("", String::as_str);
        if width(&format!("{line}{}", word.trim_end()), points) <= room {
            push(&mut lines, word);
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        for c in word.chars() {
            let line = lines.last().map_or("", String::as_str);
            if !line.is_empty() && c != ' ' && width(&format!("{line}{c}"), points) > room {
                lines.push(String::new());
            }
            push(&mut lines, c.encode_utf8(&mut [0; 4]));
        }
    }
    lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// As much of a text as fits, with an ellipsis where something is left out.
#[must_use]
pub fn fitted(text: &str, points: f32, room: f32) -> String {
    if width(text, points) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if width(&format!("{kept}{c}…"), points) > room {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{fitted, width, wrapped};

    #[test]
    fn lines_break_behind_blanks_and_hyphens_and_only_then_anywhere() {
        assert_eq!(wrapped("Pia-Maria Rutschmann", 8.0, 20.0), ["Pia-Maria", "Rutschmann"]);
        assert_eq!(wrapped("Rutschmann-Schnyder", 8.0, 20.0), ["Rutschmann-", "Schnyder"]);
        assert_eq!(wrapped("WWWW", 10.0, 7.0), ["WW", "WW"]);
        assert_eq!(wrapped("", 8.0, 20.0), [""; 0]);
        assert_eq!(fitted("Alphorn", 10.0, 40.0), "Alphorn");
        assert_eq!(fitted("Alphorn", 10.0, 9.0), "Alp…");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_gets_lost(text in "[A-Za-zÄÖÜäöüéèàßị@W -]{0,120}", room in 20_u8..90) {
            let room = f32::from(room);
            let lines = wrapped(&text, 8.0, room);
            for line in &lines {
                prop_assert!(width(line, 8.0) <= room, "{line}");
            }
            let plain = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(plain(&lines.concat()), plain(&text));
        }
    }
}
