import type { FeedError } from '../errors';

/** One feed's visit, as a bug report needs it. */
export interface CheckEntry {
  at: number;
  feedUrl: string;
  tookMs: number;
  result: CheckResult;
}

export type CheckResult =
  | { kind: 'unchanged' }
  | { kind: 'changed'; added: number; edited: number }
  | { kind: 'failed'; error: FeedError };

/** Some hours of a dozen feeds. */
const MOST_ENTRIES = 300;

/** The log with the newest at its end. */
export function appendChecks(log: CheckEntry[], entries: CheckEntry[]): CheckEntry[] {
  return [...log, ...entries].slice(-MOST_ENTRIES);
}

/**
 * The log as plain text, newest first, for those who look for a fault: in English and universal time.
 * Addresses lose what may be secret in them: names, passwords and queries.
 */
export function checkLogText(log: CheckEntry[]): string {
  return log.toReversed().map(lineOf).join('\n');
}

function lineOf({ at, feedUrl, tookMs, result }: CheckEntry): string {
  const time = new Date(at).toISOString();
  return `${time}  ${Math.round(tookMs)} ms  ${resultOf(result)}  ${openAddress(feedUrl)}`;
}

function resultOf(result: CheckResult): string {
  if (result.kind === 'unchanged') return 'unchanged';
  if (result.kind === 'changed') return `new ${result.added}, edited ${result.edited}`;
  const { kind, ...facts } = result.error;
  const known = Object.entries(facts).map(([name, value]) => ` ${name}=${value}`);
  return `failed: ${kind}${known.join('')}`;
}

function openAddress(feedUrl: string): string {
  if (!URL.canParse(feedUrl)) return '(unreadable address)';
  const { origin, pathname, search } = new URL(feedUrl);
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
