/** The product's own stories and decisions, in the shape that replays of hourly polls are scored in. */
import type { Article } from '../../src/domain/model';
import {
  type BreakingContext,
  breakingTitle,
  decideBreaking,
} from '../../src/domain/story/breaking';
import { NO_COUNTS } from '../../src/domain/story/reader-counts';
import { createStoryIndex } from '../../src/domain/story/story-index';
import { Vocabulary } from '../../src/domain/story/vocabulary';
import { makeArticle } from '../support/make';

interface Item {
  id: string;
  title: string;
  source: string;
  /** Epoch milliseconds. */
  time: number;
}

/** Some titles were read from addresses that hold a UUID instead of words. */
const IDENTIFIER = /\b[0-9a-f]{8} [0-9a-f]{4} /;

/** The day that the budget is for, as the scorer counts days. */
const dayOf = (time: number) => Math.floor(time / 86_400_000);

export function createBreakingDetector({ budgetPerDay }: { budgetPerDay: number }) {
  const vocabulary = new Vocabulary(NO_COUNTS);
  const index = createStoryIndex(vocabulary);
  const stories = new Map<string, Article[]>();
  const context: BreakingContext = { publishers: 0, decided: [], vocabulary };
  const sources = new Set<string>();
  const decided = new Set<string>();

  function place({ id, title, source, time }: Item): string {
    sources.add(source);
    const headline = { title, url: null, feedId: source, publisher: source, language: 'en' };
    const storyId = index.place({ ...headline, at: time }, id);
    const article = makeArticle({ articleId: id, feedId: source, url: null, title, sortAt: time });
    stories.set(storyId, [...(stories.get(storyId) ?? []), article]);
    return storyId;
  }

  function decide(storyId: string, now: number) {
    const articles = stories.get(storyId) ?? [];
    const today = context.decided.filter(({ at }) => dayOf(at) === dayOf(now)).length;
    if (decided.has(storyId) || today >= budgetPerDay) return [];
    const feeds = { publisherOf: (feedId: string) => feedId, isTrusted: () => false };
    const input = { articles, ...feeds, previous: null };
    const decision = decideBreaking({ ...input, context, now });
    const [lead] = articles;
    if (!decision || !lead) return [];
    decided.add(storyId);
    const title = breakingTitle(decision, lead.title);
    context.decided.push({ at: now, title });
    const itemIds = articles.map(({ articleId }) => articleId);
    const told = articles.find((article) => article.title === title) ?? lead;
    return [{ itemId: told.articleId, itemIds }];
  }

  return {
    poll(items: Item[], now: number) {
      const changed = new Set(
        items.filter(({ title }) => !IDENTIFIER.test(title)).map((item) => place(item)),
      );
      context.publishers = sources.size;
      return [...changed].flatMap((storyId) => decide(storyId, now));
    },
  };
}
