import { checkDocument } from './check-document';
import { type FuzzCase, makeCase } from './mutate';
import { makeRandom } from './random';
import { SEEDS } from './seeds';

export interface FuzzFailure extends FuzzCase {
  seed: number;
  error: unknown;
}

const DOCUMENTS = SEEDS.map((seed) => new TextEncoder().encode(seed));

/** Checks the one document that belongs to a seed. @returns null when all is well */
export function fuzzOnce(seed: number): FuzzFailure | null {
  const made = makeCase(DOCUMENTS, makeRandom(seed));
  try {
    checkDocument(made);
    return null;
  } catch (error) {
    return { ...made, seed, error };
  }
}
