import { readTopicAim, type TopicAim } from '../domain/topic/classify';
import { type TopicExample, type TopicPreview, TopicPreviewer } from '../domain/topic/preview';
import { inReadTransaction, type ReadTransaction } from './database';
import { readFeedMap } from './lookups';

export interface NamedPreview extends TopicPreview {
  examples: (TopicExample & { publisher: string })[];
}

/** Read at once: a cursor takes one turn for each article, a month of a few feeds comes in some turns. */
const SPAN_MS = 2 * 86_400_000;

/**
 * What a topic catches among what is stored. Stops early when `signal` is aborted.
 * @returns null when its words cannot be read
 */
export async function previewTopic(
  aim: TopicAim,
  now: number,
  signal: AbortSignal,
): Promise<NamedPreview | null> {
  const matcher = readTopicAim(aim);
  if (!matcher.ok) return null;
  const previewer = new TopicPreviewer(matcher.value, now);
  return inReadTransaction(async (tx) => {
    const byTime = tx.objectStore('articles').index('byTime');
    let newest = (await byTime.openKeyCursor(null, 'prev'))?.key;
    while (newest !== undefined && !signal.aborted) {
      const span = IDBKeyRange.bound(newest - SPAN_MS, newest, true);
      for (const article of (await byTime.getAll(span)).reverse()) previewer.add(article);
      const older = IDBKeyRange.upperBound(newest - SPAN_MS);
      newest = (await byTime.openKeyCursor(older, 'prev'))?.key;
    }
    return withPublishers(tx, previewer.get());
  });
}

async function withPublishers(tx: ReadTransaction, preview: TopicPreview): Promise<NamedPreview> {
  const feeds = await readFeedMap(tx);
  const examples = preview.examples.map((example) => ({
    ...example,
    publisher: feeds.get(example.feedId)?.title ?? '',
  }));
  return { ...preview, examples };
}
