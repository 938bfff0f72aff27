/**
 * In the simulation's worker in place of `node:crypto`, of which the hand-off's rule draws lots between reps who are
 * equal. Any even draw that is always the same will do: this is FNV-1a, stirred.
 */
export const createHash = (_algorithm: string) => {
  let hash = 0x811c9dc5;
  const one = {
    update: (text: string) => {
      for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return one;
    },
    digest: () => new Lot(stirred(hash)),
  };
  return one;
};

/** Of a Buffer only what is asked of it. */
class Lot {
  readonly #value: number;
  constructor(value: number) {
    this.#value = value;
  }
  compare(other: Lot): number {
    return Math.sign(this.#value - other.#value);
  }
}

/** Every bit of the hash depends on all of the text: ids of the same length differ by a letter or two. */
const stirred = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
};
