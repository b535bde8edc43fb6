import type { Feed, Topic } from '../model';
import { foldText } from '../topic/fold';
import { occurs } from '../topic/match';
import type { TopicAlternative } from '../topic/query';
import { startOf } from './date';
import type { SearchFilter, SearchProblem, SearchQuery, SearchState } from './query';

/** A query in terms of what is stored now. */
export interface ReadySearch {
  alternatives: TopicAlternative[];
  /** null: of any feed. */
  feedIds: ReadonlySet<string> | null;
  notFeedIds: ReadonlySet<string>;
  /** Of each list one topic, of `notTopicIds` none. */
  topicIds: string[][];
  notTopicIds: string[];
  /** At or after `from`, before `to`. */
  from: number;
  to: number;
  states: { state: SearchState; isWanted: boolean }[];
}

interface Known {
  feeds: Feed[];
  topics: Topic[];
  now: number;
}

/** Finds what publishers and topics are meant. A filter that means none of them is told, and left out. */
export function resolveSearch(
  { alternatives, filters }: SearchQuery,
  known: Known,
): { search: ReadySearch; problems: SearchProblem[] } {
  const problems: SearchProblem[] = [];
  const search: ReadySearch = {
    ...{ alternatives, feedIds: null, notFeedIds: new Set() },
    ...{ topicIds: [], notTopicIds: [], states: [] },
    ...{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
  };
  for (const filter of filters) {
    const problem = addFilter(search, filter, known);
    if (problem) problems.push(problem);
  }
  return { search, problems };
}

function addFilter(search: ReadySearch, filter: SearchFilter, known: Known): SearchProblem | null {
  switch (filter.kind) {
    case 'publisher':
      return addPublisher(search, filter, known);
    case 'topic':
      return addTopic(search, filter, known);
    case 'after':
      search.from = Math.max(search.from, startOf(filter.date, known.now));
      return null;
    case 'before':
      search.to = Math.min(search.to, startOf(filter.date, known.now));
      return null;
    case 'is':
      search.states.push({ state: filter.state, isWanted: !filter.isExcluded });
      return null;
  }
}

interface Named {
  name: string;
  isExcluded: boolean;
}

function addPublisher(search: ReadySearch, { name, isExcluded }: Named, { feeds }: Known) {
  const ids = feeds.filter((feed) => isCalled(name, namesOf(feed))).map(({ feedId }) => feedId);
  if (ids.length === 0) return { kind: 'unknown-publisher' as const, written: name };
  const before = isExcluded ? search.notFeedIds : (search.feedIds ?? []);
  const joined = new Set([...before, ...ids]);
  if (isExcluded) search.notFeedIds = joined;
  else search.feedIds = joined;
  return null;
}

function addTopic(search: ReadySearch, { name, isExcluded }: Named, { topics }: Known) {
  const exact = topics.filter((topic) => foldText(topic.name.trim()).text === name);
  const called = topics.filter((topic) => isCalled(name, [topic.name]));
  const ids = (exact.length > 0 ? exact : called).map(({ topicId }) => topicId);
  if (ids.length === 0) return { kind: 'unknown-topic' as const, written: name };
  if (isExcluded) search.notTopicIds = [...search.notTopicIds, ...ids];
  else search.topicIds = [...search.topicIds, ids];
  return null;
}

/** By title, or by the name of its site. */
function namesOf({ title, siteUrl, feedUrl }: Feed): string[] {
  const urls = [siteUrl, feedUrl].filter((url) => url !== null && URL.canParse(url));
  return [title, ...urls.map((url) => new URL(url as string).hostname)];
}

function isCalled(name: string, names: string[]): boolean {
  return names.some((full) => occurs({ text: name, isPrefix: true }, foldText(full)));
}
