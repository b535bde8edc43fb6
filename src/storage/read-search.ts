/** Searching, apart from `read.ts` so that no page loads it before it is asked for. Reads only. */
import type { Article, Feed, Story } from '../domain/model';
import { questionOf } from '../domain/search/candidates';
import { findMatch, isWanted, isWantedStory, type SearchMatch } from '../domain/search/find-match';
import { type Marked, markMatch } from '../domain/search/marks';
import { NewestFirst } from '../domain/search/newest-first';
import type { SearchProblem, SearchQuery } from '../domain/search/query';
import { type ReadySearch, resolveSearch } from '../domain/search/resolve';
import { inReadTransaction, type ReadTransaction, type StoredStory } from './database';
import { readFeedMap } from './lookups';
import {
  type Candidates,
  JoinedCandidates,
  ListedCandidates,
  TimedCandidates,
} from './search/candidates';
import { IndexedCandidates, type IndexReading, readIndexAndLog } from './search/indexed-candidates';
import { plainStory } from './stored-story';
import type { TimedView } from './story-views';

export interface FoundStory {
  /** Its lead is the article by which it was found. */
  story: Story;
  marked: Marked;
}

export interface SearchResults {
  /** Names that nothing followed has. */
  problems: SearchProblem[];
  /** The next ones, newest first; may be none although it is not done. */
  next(): Promise<FoundStep>;
}

export interface FoundStep {
  found: FoundStory[];
  isDone: boolean;
}

const STORES = [
  ...(['feeds', 'topics', 'articles', 'stories'] as const),
  ...(['searchIndex', 'searchLog', 'searchParts', 'searchWords'] as const),
];

/** Looked at in one go: the first ones fill a popup, the next ones what is scrolled to. */
const FIRST = 16;
const NEXT = 64;
/** Where little or nothing is found, more is looked at with each step. */
const MOST = 1_024;
/** As long as no more than that is looked at, a step goes on until something is found. */
const QUICK = 256;

/**
 * Searches what is stored now; changes that happen meanwhile may be missed. What is found first is found at
 * once: every transaction and every question that waits for another one costs a round through the browser.
 */
export async function openSearch(query: SearchQuery, now: number): Promise<SearchResults> {
  return inReadTransaction(async (tx) => {
    const [feeds, topics, reading] = await Promise.all([
      readFeedMap(tx),
      tx.objectStore('topics').getAll(),
      readIndexAndLog(tx),
    ]);
    const followed = [...feeds.values()].filter(({ removedAt }) => removedAt === null);
    const { search, problems } = resolveSearch(query, { feeds: followed, topics, now });
    const running = new RunningSearch(search, feeds, candidatesOf(tx, search, reading));
    let first: FoundStep | null = await running.next(tx);
    const next = async () => {
      const found = first ?? (await inReadTransaction((later) => running.next(later), STORES));
      first = null;
      return found;
    };
    return { problems, next };
  }, STORES);
}

function candidatesOf(tx: ReadTransaction, search: ReadySearch, reading: IndexReading): Candidates {
  const question = questionOf(search.alternatives, search.feedIds);
  if (question) {
    const indexed = new IndexedCandidates(question, tx, reading);
    const { missing } = reading.index;
    if (!missing) return indexed;
    const { from, to } = search;
    return new JoinedCandidates(
      indexed,
      new TimedCandidates({ from, to: Math.min(to, missing.before) }),
    );
  }
  const view = viewOf(search);
  return view ? new ListedCandidates(view) : new TimedCandidates(search);
}

/** A list that has all of what is searched for. */
function viewOf({ states, topicIds }: ReadySearch): TimedView | null {
  const isWantedState = (wanted: string) =>
    states.some(({ state, isWanted: isMeant }) => isMeant && state === wanted);
  if (isWantedState('hidden')) return { kind: 'hidden' };
  if (isWantedState('saved')) return { kind: 'saved' };
  const [topicId, ...others] = topicIds[0] ?? [];
  return topicId !== undefined && others.length === 0 ? { kind: 'topic', topicId } : null;
}

class RunningSearch {
  readonly #search: ReadySearch;
  readonly #feeds: ReadonlyMap<string, Feed>;
  readonly #candidates: Candidates;
  /** Found, but something newer may still come. */
  readonly #found = new NewestFirst<SearchMatch & { at: number }>();
  readonly #judged = new Set<string>();
  #handful = FIRST;

  constructor(search: ReadySearch, feeds: ReadonlyMap<string, Feed>, candidates: Candidates) {
    this.#search = search;
    this.#feeds = feeds;
    this.#candidates = candidates;
  }

  async next(tx: ReadTransaction): Promise<FoundStep> {
    let step = await this.#look(tx);
    while (step.found.length === 0 && !step.isDone && this.#handful <= QUICK) {
      step = await this.#look(tx);
    }
    return step;
  }

  async #look(tx: ReadTransaction): Promise<FoundStep> {
    const { articles, stories } = await this.#candidates.take(tx, this.#handful);
    const wanted = [...stories, ...(await this.#storiesOf(tx, articles))];
    const matches = await this.#judge(tx, wanted, articles);
    this.#found.add(matches.map((match) => ({ ...match, at: match.story.sortAt })));
    const { newestLeft } = this.#candidates;
    this.#handful = matches.length > 0 ? NEXT : Math.min(2 * this.#handful, MOST);
    const found = this.#found.take(Number.POSITIVE_INFINITY, newestLeft);
    return {
      found: found.map(({ story, article }) => ({
        story,
        marked: markMatch(article, this.#search.alternatives),
      })),
      isDone: newestLeft === Number.NEGATIVE_INFINITY,
    };
  }

  /** Stories that have one of these articles, as far as it is wanted, and were not judged before. */
  async #storiesOf(tx: ReadTransaction, articles: Article[]): Promise<StoredStory[]> {
    const ids = articles
      .filter((article) => isWanted(article, this.#search))
      .flatMap(({ storyId }) => (storyId === null || this.#judged.has(storyId) ? [] : [storyId]));
    const read = [...new Set(ids)].map((storyId) => tx.objectStore('stories').get(storyId));
    return (await Promise.all(read)).filter((story) => story !== undefined);
  }

  async #judge(
    tx: ReadTransaction,
    stories: StoredStory[],
    known: Article[],
  ): Promise<SearchMatch[]> {
    const context = { search: this.#search, feeds: this.#feeds };
    const byId = new Map(known.map((article) => [article.articleId, article]));
    const judged = stories.map(async (stored) => {
      this.#judged.add(stored.storyId);
      const story = plainStory(stored);
      if (!isWantedStory(story, this.#search)) return null;
      const ids = story.articleIds;
      const read = ids.map((id) => byId.get(id) ?? tx.objectStore('articles').get(id));
      const articles = (await Promise.all(read)).filter((article) => article !== undefined);
      return findMatch(story, articles, context);
    });
    return (await Promise.all(judged)).filter((match) => match !== null);
  }
}
