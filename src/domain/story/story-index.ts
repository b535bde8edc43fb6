import { canonicalUrl } from '../article/canonical-url';
import { HashIndex, hashesOf, NONE, type TextHashes } from './hash-index';
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
  const storyIds: string[] = [];
  const numbers = new Map<string, number>();

  function numberOf(storyId: string): number {
    const known = numbers.get(storyId);
    if (known !== undefined) return known;
    const story = postings.addStory();
    storyIds[story] = storyId;
    numbers.set(storyId, story);
    return story;
  }

  return {
    remember(headline, storyId) {
      const story = numberOf(storyId);
      const vector = vocabulary.weigh(headline.title, headline.language);
      postings.add(vector, headline, { story, isKnown: true });
      same.add(keysOf(headline), headline, story);
    },
    place(headline, ownStoryId) {
      const vector = vocabulary.weigh(headline.title, headline.language);
      vocabulary.count(vector, headline.language);
      const keys = keysOf(headline);
      let story = same.find(keys, headline);
      if (story === NONE) story = postings.findStory(vector, headline, JOIN_AT);
      if (story === NONE) story = numberOf(ownStoryId);
      postings.add(vector, headline, { story, isKnown: false });
      same.add(keys, headline, story);
      return storyIds[story] ?? ownStoryId;
    },
  };
}

/** Hashes of what is equal for the same article. */
interface Keys {
  title: TextHashes;
  url: TextHashes | null;
}

function keysOf({ publisher, title, url }: IndexedHeadline): Keys {
  return {
    title: hashesOf(title.trim().toLowerCase(), hashesOf(publisher)),
    url: url === null ? null : hashesOf(canonicalUrl(url)),
  };
}

/** One article that came twice: by address in two feeds, or by its title from one publisher. */
class SameArticles {
  private readonly titles = new HashIndex();
  private readonly urls = new HashIndex();
  /** The latest of each: by title its time, by address its feed. */
  private readonly times: number[] = [];
  private readonly feeds: string[] = [];
  private readonly storiesByTitle: number[] = [];
  private readonly storiesByUrl: number[] = [];

  add({ title, url }: Keys, { feedId, at }: IndexedHeadline, story: number): void {
    const known = this.titles.add(title.first, title.second);
    this.times[known] = at;
    this.storiesByTitle[known] = story;
    if (url === null) return;
    const address = this.urls.add(url.first, url.second);
    this.feeds[address] = feedId;
    this.storiesByUrl[address] = story;
  }

  /** @returns `NONE` when there is none */
  find({ title, url }: Keys, { feedId, at }: IndexedHeadline): number {
    const address = url === null ? NONE : this.urls.find(url.first, url.second);
    // Items of a live page share its address.
    const isElsewhere = address !== NONE && this.feeds[address] !== feedId;
    if (isElsewhere) return this.storiesByUrl[address] ?? NONE;
    const twin = this.titles.find(title.first, title.second);
    const isNear = twin !== NONE && Math.abs((this.times[twin] ?? 0) - at) <= STORY_WINDOW_MS;
    return isNear ? (this.storiesByTitle[twin] ?? NONE) : NONE;
  }
}
