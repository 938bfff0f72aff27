/** Returns numbers from 0 up to, but excluding, 1. */
export type Random = () => number;

/** The same numbers for the same seed (mulberry32): two simulations of one model see the same. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A sample of the exponential distribution. */
export const exponential = (mean: number, random: Random): number => -mean * Math.log(1 - random());

/** A sample of the Poisson distribution, counted by the gaps between events. */
export const poisson = (mean: number, random: Random): number => {
  let [count, passed] = [0, exponential(1, random)];
  while (passed < mean) {
    count++;
    passed += exponential(1, random);
  }
  return count;
};

/** One of these, each as probable as its weight; `undefined` when none weighs anything. */
export const oneOf = <T>(
  items: readonly { readonly item: T; readonly weight: number }[],
  random: Random,
): T | undefined => {
  let left = random() * items.reduce((sum, { weight }) => sum + weight, 0);
  for (const { item, weight } of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return undefined;
};
