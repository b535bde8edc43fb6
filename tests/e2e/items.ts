import type { SampleItem } from '../support/feed-builders';

/** An item of a test's feed; its link leads to the same server's address of nothing. */
export function item(title: string, more: Partial<SampleItem> = {}): SampleItem {
  const id = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return {
    id,
    title,
    link: `http://127.0.0.1:9/${id}`,
    summary: `More about this: ${title}.`,
    published: new Date(),
    ...more,
  };
}
