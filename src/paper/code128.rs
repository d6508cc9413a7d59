//! Code 128, set C: two digits a symbol (ISO/IEC 15417).

/// Widths of bars and gaps in modules, by symbol value; 105 is the start of set C, 106 the stop.
const PATTERNS: [&[u8]; 107] = [
    b"212222", b"222122", b"222221", b"121223", b"121322", b"131222", b"122213", b"122312", b"132212",
    b"221213", b"221312", b"231212", b"112232", b"122132", b"122231", b"113222", b"123122", b"123221",
    b"223211", b"221132", b"221231", b"213212", b"223112", b"312131", b"311222", b"321122", b"321221",
    b"312212", b"322112", b"322211", b"212123", b"212321", b"232121", b"111323", b"131123", b"131321",
    b"112313", b"132113", b"132311", b"211313", b"231113", b"231311", b"112133", b"112331", b"132131",
    b"113123", b"113321", b"133121", b"313121", b"211331", b"231131", b"213113", b"213311", b"213131",
    b"311123", b"311321", b"331121", b"312113", b"312311", b"332111", b"314111", b"221411", b"431111",
    b"111224", b"111422", b"121124", b"121421", b"141122", b"141221", b"112214", b"112412", b"122114",
    b"122411", b"142112", b"142211", b"241211", b"221114", b"413111", b"241112", b"134111", b"111242",
    b"121142", b"121241", b"114212", b"124112", b"124211", b"411212", b"421112", b"421211", b"212141",
    b"214121", b"412121", b"111143", b"111341", b"131141", b"114113", b"114311", b"411113", b"411311",
    b"113141", b"114131", b"311141", b"411131", b"211412", b"211214", b"211232", b"2331112",
];
const START_C: usize = 105;
const STOP: usize = 106;

/// The bars of a code: where each begins and how wide it is, in modules, and how wide the whole code is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// Begin and width of every bar.
    pub bars: Vec<(u16, u16)>,
    /// The width of the code without quiet zones.
    pub modules: u16,
}

/// The bars of an even number of digits; `None` for anything else.
#[must_use]
pub fn encode(digits: &str) -> Option<Bars> {
    let bytes = digits.as_bytes();
    if bytes.is_empty() || !bytes.len().is_multiple_of(2) || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let pairs = bytes.chunks(2).map(|pair| usize::from(pair[0] - b'0') * 10 + usize::from(pair[1] - b'0'));
    let symbols: Vec<usize> = [START_C].into_iter().chain(pairs).collect();
    let weighted = symbols.iter().enumerate().map(|(at, symbol)| symbol * at.max(1));
    let check = weighted.sum::<usize>() % 103;
    let mut bars = Vec::new();
    let mut at = 0;
    for symbol in symbols.into_iter().chain([check, STOP]) {
        for (index, width) in PATTERNS[symbol].iter().map(|width| u16::from(width - b'0')).enumerate() {
            if index % 2 == 0 {
                bars.push((at, width));
            }
            at += width;
        }
    }
    Some(Bars { bars, modules: at })
}

#[cfg(test)]
mod tests {
    use super::{PATTERNS, encode};

    #[test]
    fn eighteen_digits_take_134_modules_and_four_take_57() {
        assert_eq!(encode("990012345600010042").map(|bars| bars.modules), Some(134));
        assert_eq!(encode("0509").map(|bars| bars.modules), Some(57));
        assert!(encode("123").is_none() && encode("12a4").is_none() && encode("").is_none());
    }

    #[test]
    fn every_symbol_is_eleven_modules_wide_and_unlike_any_other() {
        for (at, pattern) in PATTERNS.iter().enumerate().take(106) {
            assert_eq!(pattern.iter().map(|width| u32::from(width - b'0')).sum::<u32>(), 11, "{at}");
            assert!(!PATTERNS[..at].contains(pattern), "{at}");
        }
    }
}
