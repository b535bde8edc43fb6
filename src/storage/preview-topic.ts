import { matchesArticle } from '../domain/topic/match';
import { parseTopicQuery } from '../domain/topic/query';
import { inReadTransaction } from './database';
import { readFeedMap } from './lookups';

export interface TopicPreview {
  /** Stored articles that match. */
  count: number;
  /** Articles looked at. */
  total: number;
  /** The newest matches, at most five. */
  examples: { title: string; publisher: string; sortAt: number }[];
}

const MOST_EXAMPLES = 5;

/** What a topic query catches among what is stored. Stops early when `signal` is aborted. */
export async function previewTopic(text: string, signal: AbortSignal): Promise<TopicPreview> {
  const preview: TopicPreview = { count: 0, total: 0, examples: [] };
  const query = parseTopicQuery(text);
  if (!query.ok) return preview;
  return inReadTransaction(async (tx) => {
    const feeds = await readFeedMap(tx);
    let cursor = await tx.objectStore('articles').index('byTime').openCursor(null, 'prev');
    while (cursor && !signal.aborted) {
      const article = cursor.value;
      preview.total += 1;
      if (matchesArticle(query.value, article)) {
        preview.count += 1;
        if (preview.examples.length < MOST_EXAMPLES) {
          const publisher = feeds.get(article.feedId)?.title ?? '';
          preview.examples.push({ title: article.title, publisher, sortAt: article.sortAt });
        }
      }
      cursor = await cursor.continue();
    }
    return preview;
  });
}
