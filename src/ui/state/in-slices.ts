/** So long may a page go without looking at its input: half a frame. */
const SLICE_MS = 8;

/**
 * Runs steps to their end, letting the page breathe in between.
 * @returns null when it was stopped.
 */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T>;
export async function inSlices<T>(
  steps: Generator<void, T>,
  isStopped: () => boolean,
): Promise<T | null>;
export async function inSlices<T>(steps: Generator<void, T>, isStopped = () => false) {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return isStopped() ? null : step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
    if (isStopped()) return null;
  }
}
