import type { Article } from '../model';
import { isCaught, type TopicMatcher } from './classify';
import { type MatchRange, matchTopic } from './match';

/** What a topic would catch among what is stored. */
export interface TopicPreview {
  /** Articles that match. */
  count: number;
  /** Articles looked at. */
  total: number;
  /** Matches in seven days, by the last weeks; null when less than a day is known. */
  perWeek: number | null;
  /** The newest matches, at most five. */
  examples: TopicExample[];
}

export interface TopicExample {
  articleId: string;
  title: string;
  /** The words of the title that satisfy the query; none where the summary or a tag does. */
  marks: MatchRange[];
  feedId: string;
  sortAt: number;
}

const MOST_EXAMPLES = 5;
const DAY_MS = 86_400_000;
/** What is older says little about how much comes now. */
const RATE_WINDOW_MS = 28 * DAY_MS;

/** Counts article by article, newest first, so that it can stop at any of them. */
export class TopicPreviewer {
  readonly #matcher: TopicMatcher;
  readonly #now: number;
  readonly #preview: TopicPreview = { count: 0, total: 0, perWeek: null, examples: [] };
  #recent = 0;
  #oldestAt: number;

  constructor(matcher: TopicMatcher, now: number) {
    this.#matcher = matcher;
    this.#now = now;
    this.#oldestAt = now;
  }

  add(article: Article): void {
    const preview = this.#preview;
    const { articleId, title, feedId, sortAt } = article;
    preview.total += 1;
    this.#oldestAt = Math.min(this.#oldestAt, sortAt);
    if (!isCaught(this.#matcher, article)) return;
    preview.count += 1;
    if (this.#now - sortAt <= RATE_WINDOW_MS) this.#recent += 1;
    if (preview.examples.length === MOST_EXAMPLES) return;
    const { query } = this.#matcher;
    const marks = query === null ? [] : (matchTopic(query, title) ?? []);
    preview.examples.push({ articleId, title, marks, feedId, sortAt });
  }

  get(): TopicPreview {
    const knownMs = Math.min(this.#now - this.#oldestAt, RATE_WINDOW_MS);
    const perWeek = knownMs < DAY_MS ? null : (this.#recent * 7 * DAY_MS) / knownMs;
    return { ...this.#preview, perWeek };
  }
}
