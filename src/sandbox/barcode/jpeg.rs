//! A picture in greys as JPEG: the baseline process of ITU-T T.81 with one component, and codes of one length in place of the
//! usual ones, which are shorter and not needed here. Whoever prints a code should ask for another format: JPEG blurs edges.

use crate::paper::greys::Greys;

/// A side of a block, in dots.
const SIDE: usize = 8;
/// The step of every coefficient: fine enough that bars stay bars.
const STEP: i64 = 6;
/// cos(kπ/16) in parts of 4096.
const COSINES: [i64; 9] = [4096, 4017, 3784, 3406, 2896, 2276, 1567, 799, 0];
/// Two passes, each in parts of 8192: half a cosine.
const SCALE: i64 = 8192 * 8192;
/// Sizes of a difference between two blocks, each with a code of four bits.
const DIFFERENCES: u8 = 12;
/// The longest run of zeros before a value, and the largest size of one.
const RUNS: u8 = 16;
const SIZES: u8 = 10;
/// Nothing but zeros follows in the block; sixteen zeros, and more follows.
const END: u8 = 0x00;
const ZEROS: u8 = 0xF0;

/// The file, which says how large its dots are.
#[must_use]
pub fn jpeg(picture: &Greys, dpi: u16) -> Vec<u8> {
    let mut file = head(picture, dpi);
    let mut bits = Bits::default();
    let order = zigzag();
    let mut before = 0;
    let (rows, columns) = [picture.height, picture.width].map(|side| usize::from(side).div_ceil(SIDE)).into();
    for row in 0..rows {
        for column in 0..columns {
            let block = coefficients(&block(picture, column * SIDE, row * SIDE), &order);
            bits.difference(block[0] - before);
            before = block[0];
            bits.run(&block[1..]);
        }
    }
    file.extend(bits.finish());
    file.extend([0xFF, 0xD9]);
    file
}

/// Every kind of run with its value's size, in the order of their codes.
fn kinds() -> Vec<u8> {
    let all = (0..RUNS).flat_map(|run| (1..=SIZES).map(move |size| (run << 4) | size));
    all.chain([END, ZEROS]).collect()
}

fn head(picture: &Greys, dpi: u16) -> Vec<u8> {
    let mut file = vec![0xFF, 0xD8];
    let mut segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
        file.extend([0xFF, marker]);
        file.extend(length.to_be_bytes());
        file.extend(content);
    };
    let [high, low] = dpi.to_be_bytes();
    segment(0xE0, &[b'J', b'F', b'I', b'F', 0, 1, 1, 1, high, low, high, low, 0, 0]);
    let step = u8::try_from(STEP).unwrap_or(1);
    segment(0xDB, &[&[0][..], &[step; 64]].concat());
    let sides = [picture.height.to_be_bytes(), picture.width.to_be_bytes()].concat();
    segment(0xC0, &[&[8][..], &sides, &[1, 1, 0x11, 0]].concat());
    // How many codes there are of one bit, of two, …: all of the first table have four, all of the second eight.
    let mut lengths = [0; 16];
    lengths[3] = DIFFERENCES;
    segment(0xC4, &[&[0x00][..], &lengths, &(0..DIFFERENCES).collect::<Vec<_>>()].concat());
    let kinds = kinds();
    let mut lengths = [0; 16];
    lengths[7] = u8::try_from(kinds.len()).unwrap_or(u8::MAX);
    segment(0xC4, &[&[0x10][..], &lengths, &kinds].concat());
    segment(0xDA, &[1, 1, 0x00, 0, 63, 0]);
    file
}

/// 8 by 8 dots around zero; beyond the edge the last one goes on.
fn block(picture: &Greys, left: usize, top: usize) -> [i64; 64] {
    let (width, height) = (usize::from(picture.width), usize::from(picture.height));
    std::array::from_fn(|at| {
        let (x, y) = ((left + at % SIDE).min(width - 1), (top + at / SIDE).min(height - 1));
        i64::from(picture.bytes[y * width + x]) - 128
    })
}

/// The block's coefficients in whole steps, in the order of the file.
fn coefficients(block: &[i64; 64], order: &[usize; 64]) -> [i64; 64] {
    let steps = |sum: i64| {
        let one = STEP * SCALE;
        (sum + sum.signum() * one / 2) / one
    };
    if block.iter().all(|dot| *dot == block[0]) {
        // Most of a label is white paper.
        let mut plain = [0; 64];
        plain[0] = steps(block[0] * 8 * SCALE);
        return plain;
    }
    let mut rows = [0; 64];
    for (at, sum) in rows.iter_mut().enumerate() {
        let (u, y) = (at % SIDE, at / SIDE);
        *sum = (0..SIDE).map(|x| wave(u, x) * block[y * SIDE + x]).sum();
    }
    std::array::from_fn(|at| {
        let (u, v) = (order[at] % SIDE, order[at] / SIDE);
        steps((0..SIDE).map(|y| wave(v, y) * rows[y * SIDE + u]).sum())
    })
}

/// Half of C(u) cos((2x + 1)uπ/16), in parts of 8192.
fn wave(u: usize, x: usize) -> i64 {
    if u == 0 {
        return COSINES[4];
    }
    match (2 * x + 1) * u % 32 {
        at @ 0..=8 => COSINES[at],
        at @ 9..=16 => -COSINES[16 - at],
        at @ 17..=24 => -COSINES[at - 16],
        at => COSINES[32 - at],
    }
}

/// From the lowest frequency to the highest, along the diagonals, up and down by turns.
fn zigzag() -> [usize; 64] {
    let mut order = [0; 64];
    let places = (0..2 * SIDE - 1).flat_map(|sum| {
        let along = (0..SIDE).filter(move |step| sum >= *step && sum - step < SIDE);
        let down: Vec<_> = along.map(|y| y * SIDE + (sum - y)).collect();
        if sum % 2 == 0 { down.into_iter().rev().collect() } else { down }
    });
    for (slot, place) in order.iter_mut().zip(places) {
        *slot = place;
    }
    order
}

/// Bits on their way into bytes.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn put(&mut self, value: u32, count: u32) {
        for at in (0..count).rev() {
            self.held = (self.held << 1) | ((value >> at) & 1);
            self.count += 1;
            if self.count == 8 {
                let byte = u8::try_from(self.held).unwrap_or_default();
                self.bytes.push(byte);
                // Else it would begin a marker.
                if byte == 0xFF {
                    self.bytes.push(0);
                }
                (self.held, self.count) = (0, 0);
            }
        }
    }

    fn difference(&mut self, value: i64) {
        self.put(size(value), 4);
        self.value(value);
    }

    fn run(&mut self, values: &[i64]) {
        // As `kinds` has them in order.
        let code = |bits: &mut Self, kind: u8| {
            let (run, size) = (u32::from(kind >> 4), u32::from(kind & 0x0F));
            let after = u32::from(RUNS) * u32::from(SIZES);
            bits.put(
                match kind {
                    END => after,
                    ZEROS => after + 1,
                    _ => run * u32::from(SIZES) + size - 1,
                },
                8,
            );
        };
        let last = values.iter().rposition(|value| *value != 0).map_or(0, |at| at + 1);
        let mut zeros = 0_u8;
        for value in &values[..last] {
            if *value == 0 {
                zeros += 1;
                continue;
            }
            while zeros >= RUNS {
                code(self, ZEROS);
                zeros -= RUNS;
            }
            code(self, (zeros << 4) | u8::try_from(size(*value)).unwrap_or_default());
            self.value(*value);
            zeros = 0;
        }
        if last < values.len() {
            code(self, END);
        }
    }

    /// The bits behind a code: of a negative value those of the one below it.
    fn value(&mut self, value: i64) {
        let bits = if value < 0 { value - 1 } else { value };
        self.put(u32::try_from(bits & 0x7FFF).unwrap_or_default(), size(value));
    }

    fn finish(mut self) -> Vec<u8> {
        while self.count != 0 {
            self.put(1, 1);
        }
        self.bytes
    }
}

/// How many bits a value needs.
fn size(value: i64) -> u32 {
    64 - value.unsigned_abs().leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::{SIDE, zigzag};

    #[test]
    fn the_order_goes_along_the_diagonals_and_over_every_place_once() {
        let order = zigzag();
        assert_eq!(order[..10], [0, 1, 8, 16, 9, 2, 3, 10, 17, 24]);
        assert_eq!(order.iter().collect::<std::collections::BTreeSet<_>>().len(), SIDE * SIDE);
        assert_eq!(order[63], 63);
    }
}
