import { canonicalUrl } from './canonical-url';
import { hashText } from './hash-text';

export interface Identifiable {
  feedId: string;
  guid: string | null;
  url: string | null;
  title: string;
}

/**
 * The key of an article: made from feed and guid, else from the address in its canonical form, else from
 * the title. The same in every feed check and on every device. Lower-case letters and digits.
 */
export function articleIdOf({ feedId, guid, url, title }: Identifiable): string {
  if (guid !== null && guid !== '') return hashText(`${feedId}\ng\n${guid}`);
  if (url !== null && url !== '') return hashText(`${feedId}\nu\n${canonicalUrl(url)}`);
  return hashText(`${feedId}\nt\n${title}`);
}

/** The key of a feed, made from its address: http and https are one feed. */
export function feedIdOf(feedUrl: string): string {
  return hashText(canonicalUrl(feedUrl));
}
