import { canonicalUrl } from '../article/canonical-url';
import { newsFrequencies } from './frequencies';
import { HeadlinePostings } from './headline-postings';
import type { ReaderCounts } from './reader-counts';
import { countTerms, weighTerms } from './term-weights';

/** What a headline is compared by. */
export interface IndexedHeadline {
  title: string;
  url: string | null;
  feedId: string;
  /** One publisher's feeds share it: see `publisherKey`. */
  publisher: string;
  /** null: not known, read as English. */
  language: string | null;
  /** Position in time. */
  at: number;
}

/** Headlines further apart than this are different stories, however alike. */
export const STORY_WINDOW_MS = 24 * 3_600_000;

/** Mean likeness to a story's nearest headlines at which a headline joins it. */
const JOIN_AT = 0.18;

export interface StoryIndex {
  /** Takes in a headline whose story is known. */
  remember(headline: IndexedHeadline, storyId: string): void;
  /**
   * Finds the story of a new headline, or founds `ownStoryId`. Headlines come in order of `at`; those
   * remembered before may be later.
   */
  place(headline: IndexedHeadline, ownStoryId: string): string;
}

/**
 * Groups headlines of one event. A headline joins the story whose three nearest headlines of the last
 * day it is most like (cosine of weighted terms, fading with time), else founds one, and never moves.
 *
 * Nothing of it is stored but the counts: it is rebuilt from the headlines of a day, which takes
 * less time than reading them.
 * @param counts the caller's own copy: placed headlines are counted in
 */
export function createStoryIndex(counts: ReaderCounts): StoryIndex {
  const sources = { table: newsFrequencies(), counts };
  const postings = new HeadlinePostings(STORY_WINDOW_MS);
  const same = new SameArticles();
  return {
    remember(headline, storyId) {
      postings.add(weighTerms(headline, sources), headline, storyId);
      same.add(headline, storyId);
    },
    place(headline, ownStoryId) {
      const terms = weighTerms(headline, sources);
      countTerms(counts, { language: headline.language, terms });
      const known = same.find(headline) ?? postings.findStory(terms, headline, JOIN_AT);
      const storyId = known ?? ownStoryId;
      postings.add(terms, headline, storyId);
      same.add(headline, storyId);
      return storyId;
    },
  };
}

/** One article that came twice: by address in two feeds, or by its title from one publisher. */
class SameArticles {
  private readonly byUrl = new Map<string, { headline: IndexedHeadline; storyId: string }>();
  private readonly byTitle = new Map<string, { headline: IndexedHeadline; storyId: string }>();

  add(headline: IndexedHeadline, storyId: string): void {
    this.byTitle.set(titleKey(headline), { headline, storyId });
    if (headline.url !== null) this.byUrl.set(canonicalUrl(headline.url), { headline, storyId });
  }

  find(headline: IndexedHeadline): string | null {
    const url = headline.url === null ? undefined : this.byUrl.get(canonicalUrl(headline.url));
    // Items of a live page share its address.
    if (url && url.headline.feedId !== headline.feedId) return url.storyId;
    const twin = this.byTitle.get(titleKey(headline));
    const isNear = twin && Math.abs(twin.headline.at - headline.at) <= STORY_WINDOW_MS;
    return isNear ? twin.storyId : null;
  }
}

function titleKey({ publisher, title }: IndexedHeadline): string {
  return `${publisher}\n${title.trim().toLowerCase()}`;
}
