//! A key as one number, for the sort.

use std::cmp::Reverse;

use super::Key;

impl Key {
    /// The same order as one number: a few hundred keys are compared at every look-up. A new row of the table must be
    /// added here too, or this does not compile.
    pub fn packed(&self) -> u128 {
        let Self {
            after_safety,
            reserved,
            fit,
            no_crisis,
            closed,
            ways: Reverse(ways),
            not_their_own,
            core_needs: Reverse(core_needs),
            all_needs: Reverse(all_needs),
            for_everybody,
            to_check,
            thin,
            delay,
            cost,
            language,
            wishes: Reverse(wishes),
            step,
            distance,
            stale,
            position,
        } = *self;
        let few = |count: u32| u128::from(127 - count.min(127));
        let rows = [
            (2, u128::from(after_safety)),
            (1, u128::from(reserved)),
            (4, fit as u128),
            (1, u128::from(no_crisis)),
            (1, u128::from(closed)),
            (7, few(ways)),
            (1, u128::from(not_their_own)),
            (7, few(core_needs)),
            (7, few(all_needs)),
            (1, u128::from(for_everybody)),
            (1, u128::from(to_check)),
            (1, u128::from(thin)),
            (2, delay as u128),
            (2, u128::from(cost)),
            (2, u128::from(language)),
            (7, few(wishes)),
            (4, u128::from(step)),
            (32, u128::from(distance)),
            (1, u128::from(stale)),
            (32, position as u128),
        ];
        rows.into_iter().fold(0, |packed, (bits, value)| packed << bits | value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Delay, Fit};
    use super::*;

    fn keys() -> impl Strategy<Value = Key> {
        let fits = prop::sample::select(vec![Fit::MadeFor, Fit::Door, Fit::Helps, Fit::General, Fit::Elsewhere]);
        let delays = prop::sample::select(vec![Delay::InTime, Delay::Unknown, Delay::Slower]);
        let flags = prop::array::uniform9(any::<bool>());
        // small numbers, so that many rows are equal and the later ones decide
        let numbers = (0_u8..3, 0_u32..3, 0_u32..65, 0_u8..3, 0_u32..3, 0_u8..6, 0_u32..3);
        (flags, fits, delays, numbers, 0_u32..3000, 0_usize..3).prop_map(
            |(flags, fit, delay, numbers, distance, position)| Key {
                after_safety: numbers.0,
                reserved: flags[0],
                fit,
                no_crisis: flags[1],
                closed: flags[2],
                ways: Reverse(numbers.6),
                not_their_own: flags[7],
                core_needs: Reverse(numbers.1),
                all_needs: Reverse(numbers.2),
                for_everybody: flags[8],
                to_check: flags[3],
                thin: flags[4],
                delay,
                cost: numbers.3,
                language: numbers.3,
                wishes: Reverse(numbers.4),
                step: numbers.5,
                distance,
                stale: flags[6],
                position,
            },
        )
    }

    /// Two keys that agree on some rows: one row after the other is what must be compared.
    fn alike() -> impl Strategy<Value = (Key, Key)> {
        (keys(), keys(), 0_usize..20).prop_map(|(a, other, kept)| {
            let mut b = other;
            macro_rules! keep {
                ($($at:literal $row:ident),+) => { $(if $at < kept { b.$row = a.$row; })+ };
            }
            keep!(0 after_safety, 1 reserved, 2 fit, 3 no_crisis, 4 closed, 5 ways, 6 not_their_own, 7 core_needs,
                8 all_needs, 9 for_everybody, 10 to_check, 11 thin, 12 delay, 13 cost, 14 language, 15 wishes, 16 step,
                17 distance, 18 stale);
            (a, b)
        })
    }

    proptest! {
        #[test]
        fn one_number_orders_as_the_rows_of_the_table_do((a, b) in alike()) {
            prop_assert_eq!(a.packed().cmp(&b.packed()), a.cmp(&b));
        }
    }
}
