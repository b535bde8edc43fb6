import { canonicalUrl } from '../article/canonical-url';
import type { Article } from '../model';
import { byArrival } from './by-arrival';
import { similarity } from './similarity';
import { tokenize } from './tokenize';

/** Headlines further apart than this are different stories, however alike. */
export const STORY_WINDOW_MS = 24 * 3_600_000;

/** Half of all words shared: rewordings by agencies' customers join, mere namesakes do not. */
const JOIN_AT = 0.5;

/** "Live updates" and "In pictures" are alike without being about anything. */
const FEWEST_SHARED_WORDS = 3;

type Headline = Pick<Article, 'articleId' | 'feedId' | 'title' | 'url' | 'sortAt'>;
type KnownHeadline = Headline & { storyId: string };

interface IndexedHeadline extends KnownHeadline {
  tokens: Set<string>;
}

/**
 * Assigns each arriving article to a story: the one of the most similar recent headline of another
 * feed, or of the same address, else a new story of its own. Articles that already are in a story
 * never move.
 *
 * Story ids are made from their first article's, so that doing it again after a crash gives the same.
 * @returns story ids by article id.
 */
export function clusterArticles(input: {
  arrivals: Article[];
  recent: KnownHeadline[];
}): Map<string, string> {
  const index = new HeadlineIndex();
  for (const headline of input.recent) index.add({ ...headline, tokens: tokenize(headline.title) });
  const assigned = new Map<string, string>();
  for (const arrival of [...input.arrivals].sort(byArrival)) {
    const tokens = tokenize(arrival.title);
    const storyId = index.find(arrival, tokens) ?? `s${arrival.articleId}`;
    assigned.set(arrival.articleId, storyId);
    index.add({ ...arrival, storyId, tokens });
  }
  return assigned;
}

/** Finds headlines by word, so that an arrival is compared only with those that share one. */
class HeadlineIndex {
  private readonly byToken = new Map<string, IndexedHeadline[]>();
  private readonly byUrl = new Map<string, IndexedHeadline>();

  add(headline: IndexedHeadline): void {
    for (const token of headline.tokens) {
      const list = this.byToken.get(token);
      if (list) list.push(headline);
      else this.byToken.set(token, [headline]);
    }
    if (headline.url !== null) this.byUrl.set(canonicalUrl(headline.url), headline);
  }

  find(article: Headline, tokens: Set<string>): string | null {
    const sameAddress =
      article.url === null ? undefined : this.byUrl.get(canonicalUrl(article.url));
    if (sameAddress && sameAddress.feedId !== article.feedId) return sameAddress.storyId;
    let best: IndexedHeadline | null = null;
    let bestScore = JOIN_AT;
    for (const candidate of this.candidates(article, tokens)) {
      const score = similarity(tokens, candidate.tokens);
      if (score > bestScore || (score === bestScore && best === null)) {
        best = candidate;
        bestScore = score;
      }
    }
    return best?.storyId ?? null;
  }

  private *candidates(article: Headline, tokens: Set<string>): Generator<IndexedHeadline> {
    const shared = new Map<IndexedHeadline, number>();
    for (const token of tokens) {
      for (const headline of this.byToken.get(token) ?? []) {
        shared.set(headline, (shared.get(headline) ?? 0) + 1);
      }
    }
    for (const [headline, count] of shared) {
      const isNear = Math.abs(headline.sortAt - article.sortAt) <= STORY_WINDOW_MS;
      if (count >= FEWEST_SHARED_WORDS && isNear && headline.feedId !== article.feedId) {
        yield headline;
      }
    }
  }
}
