import type { SyNs } from './feedsmith';

const MINUTE_MS = 60_000;

/** Lengths of `sy:updatePeriod` (RDF Site Summary 1.0, module Syndication). */
const PERIODS_MS: ReadonlyMap<string, number> = new Map([
  ['hourly', 60 * MINUTE_MS],
  ['daily', 24 * 60 * MINUTE_MS],
  ['weekly', 7 * 24 * 60 * MINUTE_MS],
  ['monthly', 30 * 24 * 60 * MINUTE_MS],
  ['yearly', 365 * 24 * 60 * MINUTE_MS],
]);

/**
 * How long the publisher asks to wait between checks, in milliseconds; null when it asks for nothing.
 * @param ttl RSS `ttl`, in minutes
 * @param syndication `sy:*`; the default period is a day and the default frequency once (its module)
 */
export function intervalOf(
  ttl: number | undefined,
  syndication: SyNs.Feed<string> | undefined,
): number | null {
  if (ttl !== undefined && Number.isFinite(ttl) && ttl > 0) return Math.round(ttl * MINUTE_MS);
  if (syndication === undefined) return null;
  const { updatePeriod = 'daily', updateFrequency = 1 } = syndication;
  const period = PERIODS_MS.get(updatePeriod.trim().toLowerCase());
  if (period === undefined || !(updateFrequency > 0)) return null;
  return Math.round(period / updateFrequency);
}
