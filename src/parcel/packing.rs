//! Whether boxes go into a larger box together, each turned as it likes. A yes is an arrangement that was really
//! found; a no means that none was found, since the question itself cannot be answered in useful time.

type Sides = [i32; 3];

/// A free part of the room: where it begins and how large it is, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Space {
    at: Sides,
    size: Sides,
}

/// A block of equal boxes as it would stand in a space.
struct Block {
    space: usize,
    size: Sides,
    count: i32,
}

/// Whether so many boxes of each size (millimetres) go into the room.
#[must_use]
pub fn packs(boxes: &[(Sides, i32)], room: Sides) -> bool {
    let orders: [fn(&Sides) -> i64; 3] = [
        volume,
        |sides| i64::from(longest(sides)),
        |sides| volume(sides) / i64::from(shortest(sides).max(1)),
    ];
    orders.iter().any(|rank| {
        let mut boxes = boxes.to_vec();
        boxes.sort_by_key(|(sides, _)| std::cmp::Reverse(rank(sides)));
        arranged(&boxes, room)
    })
}

fn volume(sides: &Sides) -> i64 {
    sides.iter().copied().map(i64::from).product()
}

fn longest(sides: &Sides) -> i32 {
    sides.iter().copied().max().unwrap_or(0)
}

fn shortest(sides: &Sides) -> i32 {
    sides.iter().copied().min().unwrap_or(0)
}

/// Puts the boxes in, block by block, always where a block of them leaves the least of a space.
fn arranged(boxes: &[(Sides, i32)], room: Sides) -> bool {
    let mut spaces = vec![Space { at: [0; 3], size: room }];
    for (sides, count) in boxes {
        let mut left = *count;
        while left > 0 {
            let Some(block) = best(&spaces, *sides, left) else { return false };
            let used = Space { at: spaces[block.space].at, size: block.size };
            left -= block.count;
            spaces = spaces.iter().flat_map(|space| rest(*space, used)).collect();
            tidy(&mut spaces);
        }
    }
    true
}

/// The block that holds the most boxes; among equals the one that leaves the least.
fn best(spaces: &[Space], sides: Sides, left: i32) -> Option<Block> {
    let blocks = spaces.iter().enumerate().flat_map(|(at, space)| {
        turned(sides).into_iter().filter_map(move |turned| block(at, *space, turned, left))
    });
    blocks.max_by_key(|block| (block.count, -(volume(&spaces[block.space].size) - volume(&block.size))))
}

fn block(at: usize, space: Space, sides: Sides, left: i32) -> Option<Block> {
    if sides.iter().any(|side| *side <= 0) {
        return None;
    }
    let along = |axis: usize, wanted: i32| (space.size[axis] / sides[axis]).min(wanted);
    let x = along(0, left);
    let y = if x > 0 { along(1, (left + x - 1) / x) } else { 0 };
    let z = if y > 0 { along(2, (left + x * y - 1) / (x * y)) } else { 0 };
    let size = [x * sides[0], y * sides[1], z * sides[2]];
    (z > 0).then(|| Block { space: at, size, count: (x * y * z).min(left) })
}

/// The six ways to lay a box down.
fn turned([a, b, c]: Sides) -> [Sides; 6] {
    [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]
}

/// What is left of a space beside what was put in: up to six parts, which overlap.
fn rest(space: Space, used: Space) -> Vec<Space> {
    let end = |part: &Space, axis: usize| part.at[axis] + part.size[axis];
    let apart = (0..3).any(|axis| used.at[axis] >= end(&space, axis) || end(&used, axis) <= space.at[axis]);
    if apart {
        return vec![space];
    }
    let mut parts = Vec::new();
    for axis in 0..3 {
        let (before, after) = (used.at[axis] - space.at[axis], end(&space, axis) - end(&used, axis));
        if before > 0 {
            let mut part = space;
            part.size[axis] = before;
            parts.push(part);
        }
        if after > 0 {
            let mut part = space;
            part.at[axis] = end(&used, axis);
            part.size[axis] = after;
            parts.push(part);
        }
    }
    parts
}

/// Drops spaces that lie within another.
fn tidy(spaces: &mut Vec<Space>) {
    spaces.sort_by_key(|space| std::cmp::Reverse(volume(&space.size)));
    let mut kept: Vec<Space> = Vec::new();
    for space in spaces.drain(..) {
        let within = |other: &Space| {
            (0..3).all(|axis| {
                other.at[axis] <= space.at[axis]
                    && space.at[axis] + space.size[axis] <= other.at[axis] + other.size[axis]
            })
        };
        if !kept.iter().any(within) {
            kept.push(space);
        }
    }
    *spaces = kept;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{packs, volume};

    #[test]
    fn eight_halves_fill_a_cube_and_a_ninth_does_not_go_in() {
        assert!(packs(&[([300, 300, 300], 8)], [600, 600, 600]));
        assert!(!packs(&[([300, 300, 300], 9)], [600, 600, 600]));
    }

    #[test]
    fn little_volume_is_not_enough_when_the_shapes_are_in_each_others_way() {
        // Two thirds of the room, but two cubes of 40 cm never stand side by side in 60 cm.
        assert!(!packs(&[([400, 400, 400], 2)], [600, 600, 600]));
        assert!(packs(&[([400, 400, 400], 1), ([200, 600, 600], 1)], [600, 600, 600]));
    }

    #[test]
    fn boxes_are_turned_where_that_helps() {
        assert!(packs(&[([600, 100, 50], 4), ([90, 200, 200], 3)], [610, 400, 100]));
        assert!(!packs(&[([600, 100, 50], 4), ([90, 200, 200], 4)], [610, 400, 100]));
    }

    proptest! {
        #[test]
        fn what_is_packed_is_never_more_than_the_room(
            boxes in proptest::collection::vec(((1i32..700, 1i32..700, 1i32..700), 1i32..40), 1..6),
        ) {
            let room = [390, 600, 610];
            let boxes: Vec<([i32; 3], i32)> = boxes.into_iter().map(|((a, b, c), n)| ([a, b, c], n)).collect();
            let goods: i64 = boxes.iter().map(|(sides, n)| volume(sides) * i64::from(*n)).sum();
            let fits_by_sides = boxes.iter().all(|(sides, _)| {
                let mut sides = *sides;
                sides.sort_unstable();
                sides.iter().zip(room).all(|(side, limit)| *side <= limit)
            });
            if packs(&boxes, room) {
                prop_assert!(goods <= volume(&room) && fits_by_sides);
            } else if let [(_, 1)] = boxes[..] {
                prop_assert!(!fits_by_sides);
            }
        }
    }
}
