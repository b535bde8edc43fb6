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

/**
 * The key of an article's address within its feed: equal for http and https, and whatever tracking
 * parameters it carries. It is the article id of an item without a guid. A home page is the address of
 * no article: feeds of notices give it to all their items.
 */
export function addressKeyOf({ feedId, url }: Pick<Identifiable, 'feedId' | 'url'>): string | null {
  if (url === null || url === '') return null;
  const canonical = canonicalUrl(url);
  return HOME_PAGE.test(canonical) ? null : hashText(`${feedId}\nu\n${canonical}`);
}

/** In its canonical form: nothing after the host. */
const HOME_PAGE = /^[a-z]+:\/\/[^/?#\s]+\/$/;

/** The key of a feed, made from its address: http and https are one feed. */
export function feedIdOf(feedUrl: string): string {
  return hashText(canonicalUrl(feedUrl));
}
