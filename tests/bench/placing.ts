import { parseFeed as parseByFeedsmith } from 'feedsmith';
import { clusterArticles } from '../../src/domain/story/cluster';
import { NO_COUNTS } from '../../src/domain/story/reader-counts';
import { makeArticle } from '../support/make';
import { makeDocument } from './documents';
import { measureInTurns, timeOf } from './figures';
import { createLanguage } from './language';
import { ITEM_BYTES } from './reading';
import type { Cell, Report } from './report';

/** What a day brings: of thirty feeds, of three hundred. */
const DAYS = [500, 5_000];
const ARRIVALS = 20;
const ROUNDS = 7;
const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 0, 6);

/**
 * What it costs that no index is stored: a worker that wakes up builds it from the headlines of a day when
 * something new arrived, and then only.
 */
export async function benchPlacing(report: Report): Promise<void> {
  const document = makeDocument({
    ...{ format: 'rss' as const, language: 'en' as const },
    ...{ itemCount: 200, itemBytes: ITEM_BYTES },
  });
  const rows: Cell[][] = [];
  for (const count of DAYS) {
    const recent = headlines(0, count).map((article) => ({
      ...article,
      storyId: article.articleId,
    }));
    const arrivals = headlines(count, ARRIVALS);
    const cluster = (known: typeof recent) => () =>
      timeOf(() => clusterArticles({ arrivals, recent: known, counts: NO_COUNTS, now: NOW }));
    const figures = await measureInTurns(ROUNDS, {
      parse: () => timeOf(() => parseByFeedsmith(document)),
      alone: cluster([]),
      amongDay: cluster(recent),
    });
    const { parse, alone, amongDay } = figures;
    rows.push([String(count), parse, alone, amongDay, amongDay.median / parse.median]);
  }
  report.add({
    title: `Placing: ${ARRIVALS} new headlines in the stories of a day, the index built anew`,
    note: 'Milliseconds, median (min-max). Feedsmith: one plain call on a feed of 1 MB. Alone: nothing to compare with.',
    columns: ['headlines of the day', 'feedsmith 1 MB', 'alone', 'among the day', 'x feedsmith'],
    rows,
  });
}

function headlines(from: number, count: number) {
  const language = createLanguage('en');
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const sortAt = NOW - DAY_MS + (number * DAY_MS) / (from + count);
    const title = language.textOf(number)(9);
    return makeArticle({
      articleId: `a${number}`,
      feedId: `f${number % 30}`,
      url: null,
      title,
      sortAt,
    });
  });
}
