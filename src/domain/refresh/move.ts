import type { MoveSighting } from '../model';

/** A permanent redirect may be a mistake; one that is still there after days is meant. */
const CERTAIN_AFTER_MS = 2 * 86_400_000;

/**
 * What to remember of a permanent redirect, and whether it has been there for long enough to be followed
 * for good. Another target, or none, begins anew.
 * @param target where this check was sent permanently; null when it was not
 */
export function sightMove(
  known: MoveSighting | null,
  target: string | null,
  now: number,
): { sighting: MoveSighting | null; isCertain: boolean } {
  if (target === null) return { sighting: null, isCertain: false };
  if (known?.to !== target || known.firstSeenAt > now) {
    return { sighting: { to: target, firstSeenAt: now }, isCertain: false };
  }
  return { sighting: known, isCertain: now - known.firstSeenAt >= CERTAIN_AFTER_MS };
}
