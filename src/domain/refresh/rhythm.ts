import type { Article, Pace } from '../model';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The newest articles say how often a feed publishes now. */
const SAMPLE = 20;
const SOONEST_MS = 5 * MINUTE_MS;
/** News may come at any time: only a feed that is slow by days is left alone for longer. */
const LONGEST_LIVELY_MS = 2 * HOUR_MS;
const LONGEST_SLOW_MS = DAY_MS;
const SLOW_FROM_MS = 3 * DAY_MS;
/** After this share of the silence so far a feed is looked at again. */
const SILENCE_SHARE = 1 / 8;
const BREAKING_MEMORY_MS = 7 * DAY_MS;

type Dated = Pick<Article, 'publishedAt' | 'kicker'>;

/**
 * How a feed publishes, judged by the times of what it lists: twice as often as something new comes on
 * average, and less often the longer it has been silent. News values freshness more than evenness, so the
 * bounds are 5 minutes and, unless the feed is slow by days, 2 hours.
 */
export function rhythmOf(articles: Dated[], now: number): Pick<Pace, 'rhythmMs' | 'brokeAt'> {
  return { rhythmMs: waitBetween(articles, now), brokeAt: lastBreaking(articles, now) };
}

function waitBetween(articles: Dated[], now: number): number | null {
  const times = articles.flatMap(({ publishedAt }) =>
    publishedAt === null || publishedAt > now ? [] : [publishedAt],
  );
  const newest = [...new Set(times)].sort((a, b) => b - a).slice(0, SAMPLE);
  const [last, first] = [newest[0], newest.at(-1)];
  if (last === undefined || first === undefined || newest.length < 2) return null;
  const gap = (last - first) / (newest.length - 1);
  const silence = now - last;
  const isSlow = Math.max(gap, silence) > SLOW_FROM_MS;
  const wanted = Math.max(gap / 2, silence * SILENCE_SHARE);
  const longest = isSlow ? LONGEST_SLOW_MS : LONGEST_LIVELY_MS;
  return Math.round(Math.min(Math.max(wanted, SOONEST_MS), longest));
}

function lastBreaking(articles: Dated[], now: number): number | null {
  const times = articles.flatMap(({ kicker, publishedAt }) =>
    kicker === null ? [] : [Math.min(publishedAt ?? now, now)],
  );
  return times.length === 0 ? null : Math.max(...times);
}

/** Whether a feed marked something as breaking within the last week, and is likely to do so again. */
export function isBreakingProne(brokeAt: number | null, now: number): boolean {
  return brokeAt !== null && now - brokeAt < BREAKING_MEMORY_MS;
}
