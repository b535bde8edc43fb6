import type { Article, BreakingDecision, BreakingReason } from '../model';
import { BURST_MS, type Burst, measureBurst } from './burst';
import { languageOf } from './language';
import { publisherKey } from './publisher-key';
import { findSeverity } from './severity';
import { cosineOf, type TermVector, type Vocabulary } from './vocabulary';

/** What was published longer ago is not breaking any more when it first reaches us. */
export const FRESH_MS = BURST_MS;

const TOLD_MS = 48 * 3_600_000;

/** Of the publishers that the reader follows, and never less than two. */
const PUBLISHER_SHARE = 0.36;
const FEWEST_PUBLISHERS = 2;

/** Told at least so many times as often as over its own two days. */
const FEWEST_RATIO = 2.5;

/** Publishers, doublings of headlines and grave words add up to this when nothing was breaking lately. */
const FIRST_SCORE = 4.75;
/** Each recent one raises the bar, less as it ages: a calm morning does not pay for last night. */
const NEXT_SCORE = 0.8;
const NEXT_HALF_LIFE_MS = 8 * 3_600_000;
const SEVERITY_SCORE = 3;
/** Makes up for what two publishers lack when the event is not grave. */
const KICKER_SCORE = 2;
const AGE_LOSS_PER_HOUR = 0.1;

/** Above this it is the same event as one that was decided on before. */
const SAME_EVENT = 0.25;

/** What a decision depends on besides the story. */
export interface BreakingContext {
  /** Distinct publishers that the reader follows. */
  publishers: number;
  /** Stories that were found breaking, with the headline that says it best. */
  decided: { at: number; title: string }[];
  vocabulary: Vocabulary;
}

/** The headline that says best what is breaking. */
export function breakingTitle(decision: BreakingDecision, leadTitle: string): string {
  const told = decision.reasons.find((reason) => reason.kind === 'publishers');
  return told?.title ?? leadTitle;
}

interface BreakingInput {
  /** The story's visible articles. */
  articles: Article[];
  publisherOf: (feedId: string) => string;
  /** Whether the user takes the publisher's own mark for enough. */
  isTrusted: (feedId: string) => boolean;
  previous: BreakingDecision | null;
  context: BreakingContext;
  now: number;
}

/**
 * Decides whether a story is breaking: many publishers tell it at once, more than they did, and it is
 * not what was breaking in the last two days. A publisher's own mark on a fresh article helps, and is
 * enough where the user says so. The decision, once made, stays with the story and its reasons are stored.
 */
export function decideBreaking(input: BreakingInput): BreakingDecision | null {
  if (input.previous) return input.previous;
  const marked = input.articles.filter(
    ({ kicker, sortAt }) => kicker !== null && input.now - sortAt <= FRESH_MS,
  );
  const burst = burstReasons(input, marked.length > 0);
  const isEnough = burst.length > 0 || marked.some(({ feedId }) => input.isTrusted(feedId));
  if (!isEnough) return null;
  return { decidedAt: input.now, reasons: [...kickerReasons(marked, input), ...burst] };
}

function kickerReasons(marked: Article[], { publisherOf }: BreakingInput): BreakingReason[] {
  return marked.flatMap(({ kicker, feedId }) =>
    kicker === null ? [] : [{ kind: 'kicker', word: kicker, publisher: publisherOf(feedId) }],
  );
}

function burstReasons(input: BreakingInput, hasKicker: boolean): BreakingReason[] {
  const { articles, context, now } = input;
  const needed = Math.max(FEWEST_PUBLISHERS, Math.ceil(PUBLISHER_SHARE * context.publishers));
  if (articles.length < needed) return [];
  const language = languageOf(articles.map(({ title }) => title));
  const weigh = (title: string) => context.vocabulary.weigh(title, language);
  const burst = measureBurst(
    articles.map((article) => ({
      ...{ at: article.sortAt, title: article.title, terms: weigh(article.title) },
      publisher: publisherKey(article),
    })),
    now,
  );
  if (!burst || burst.publishers < needed || burst.ratio < FEWEST_RATIO) return [];
  const score = scoreOf(burst, input) + (hasKicker ? KICKER_SCORE : 0);
  if (score < barAt(now, context.decided)) return [];
  if (wasDecided(burst.heart.terms, { context, now, weigh })) return [];
  return reasonsOf(burst, articles);
}

function scoreOf(burst: Burst, { articles, now }: BreakingInput): number {
  const severe = articles.filter(({ title }) => findSeverity(title) !== null).length;
  const age = now - Math.min(...articles.map(({ sortAt }) => sortAt));
  return (
    burst.publishers +
    Math.log2(burst.volume) +
    (SEVERITY_SCORE * severe) / articles.length -
    (AGE_LOSS_PER_HOUR * age) / 3_600_000
  );
}

/** How many a day the user is told is another matter: see `notify/budget`. */
function barAt(now: number, decided: BreakingContext['decided']): number {
  const recent = decided.reduce(
    (sum, { at }) => sum + 0.5 ** (Math.max(0, now - at) / NEXT_HALF_LIFE_MS),
    0,
  );
  return FIRST_SCORE + NEXT_SCORE * recent;
}

function wasDecided(
  terms: TermVector,
  input: { context: BreakingContext; now: number; weigh: (title: string) => TermVector },
): boolean {
  return input.context.decided.some(
    ({ at, title }) =>
      input.now - at < TOLD_MS && cosineOf(terms, input.weigh(title)) >= SAME_EVENT,
  );
}

function reasonsOf(burst: Burst, articles: Article[]): BreakingReason[] {
  const word = articles.map(({ title }) => findSeverity(title)).find((found) => found !== null);
  return [
    { kind: 'publishers', count: burst.publishers, withinMs: BURST_MS, title: burst.heart.title },
    { kind: 'burst', ratio: Math.round(burst.ratio * 10) / 10 },
    ...(word ? [{ kind: 'severity' as const, word }] : []),
  ];
}
