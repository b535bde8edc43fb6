type Key = string | number;

/**
 * Draws that depend on nothing but the seed and what they are drawn for: the same in every order and
 * at every speed, so that a seed repeats what can be repeated of a storm.
 */
export class Lots {
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** 0 to 1, without 1. */
  number(...keys: Key[]): number {
    return hash(`${this.#seed}|${keys.join('|')}`) / 2 ** 32;
  }

  integer(below: number, ...keys: Key[]): number {
    return Math.floor(this.number(...keys) * below);
  }

  chance(probability: number, ...keys: Key[]): boolean {
    return this.number(...keys) < probability;
  }

  pick<T>(list: readonly T[], ...keys: Key[]): T {
    const picked = list[this.integer(list.length, ...keys)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  shuffle<T>(list: readonly T[], ...keys: Key[]): T[] {
    return list
      .map((value, index) => ({ value, place: this.number(...keys, index) }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);
  }
}

/** FNV-1a with the last mixing steps of MurmurHash3, which FNV alone lacks for short texts. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
