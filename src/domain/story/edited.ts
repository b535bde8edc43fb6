import type { Article } from '../model';

/** Publishing systems often stamp "updated" seconds after "published"; that is not an edit. */
const SLACK_MS = 60_000;

type Edits = Pick<Article, 'publishedAt' | 'updatedAt' | 'revisions'>;

/**
 * When the article was last edited: the publisher's own time, else when we saw its text change.
 * @returns null when it was not edited.
 */
export function editedAtOf({ publishedAt, updatedAt, revisions }: Edits): number | null {
  if (updatedAt !== null && publishedAt !== null && updatedAt - publishedAt >= SLACK_MS) {
    return updatedAt;
  }
  return revisions.at(-1)?.replacedAt ?? null;
}
