import { expect, test } from 'vitest';
import { fuzzOnce } from './fuzz';

/** About a minute on a machine of two cores. */
const BATCHES = 20;
const BATCH_SIZE = 500;

test.each(Array.from({ length: BATCHES }, (_, index) => index * BATCH_SIZE))(
  'mutated documents from seed %i on give plain articles or an error',
  (first) => {
    for (let seed = first; seed < first + BATCH_SIZE; seed += 1) {
      const failure = fuzzOnce(seed);
      expect(failure && { seed, error: String(failure.error) }).toBeNull();
    }
  },
  300_000,
);
