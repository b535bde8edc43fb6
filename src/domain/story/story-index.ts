import { canonicalUrl } from '../article/canonical-url';
import { HeadlinePostings } from './headline-postings';
import type { Vocabulary } from './vocabulary';

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
 * @param vocabulary placed headlines are counted in
 */
export function createStoryIndex(vocabulary: Vocabulary): StoryIndex {
  const postings = new HeadlinePostings(vocabulary, STORY_WINDOW_MS);
  const same = new SameArticles();
  return {
    remember(headline, storyId) {
      const vector = vocabulary.weigh(headline.title, headline.language);
      postings.add(vector, headline, { id: storyId, isKnown: true });
      same.add(keysOf(headline), headline, storyId);
    },
    place(headline, ownStoryId) {
      const vector = vocabulary.weigh(headline.title, headline.language);
      vocabulary.count(vector, headline.language);
      const keys = keysOf(headline);
      const known = same.find(keys, headline) ?? postings.findStory(vector, headline, JOIN_AT);
      const storyId = known ?? ownStoryId;
      postings.add(vector, headline, { id: storyId, isKnown: false });
      same.add(keys, headline, storyId);
      return storyId;
    },
  };
}

interface Keys {
  title: string;
  url: string | null;
}

function keysOf({ publisher, title, url }: IndexedHeadline): Keys {
  return {
    title: `${publisher}\n${title.trim().toLowerCase()}`,
    url: url === null ? null : canonicalUrl(url),
  };
}

interface KnownArticle {
  feedId: string;
  at: number;
  storyId: string;
}

/** One article that came twice: by address in two feeds, or by its title from one publisher. */
class SameArticles {
  private readonly byUrl = new Map<string, KnownArticle>();
  private readonly byTitle = new Map<string, KnownArticle>();

  add(keys: Keys, { feedId, at }: IndexedHeadline, storyId: string): void {
    const article = { feedId, at, storyId };
    this.byTitle.set(keys.title, article);
    if (keys.url !== null) this.byUrl.set(keys.url, article);
  }

  find(keys: Keys, { feedId, at }: IndexedHeadline): string | null {
    const same = keys.url === null ? undefined : this.byUrl.get(keys.url);
    // Items of a live page share its address.
    if (same && same.feedId !== feedId) return same.storyId;
    const twin = this.byTitle.get(keys.title);
    return twin && Math.abs(twin.at - at) <= STORY_WINDOW_MS ? twin.storyId : null;
  }
}
