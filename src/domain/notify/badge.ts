import type { Appearance } from '../appearance';
import type { FrontPage } from '../model';
import { unreadOf } from '../story/unread';

export interface Badge {
  text: string;
  kind: 'none' | 'unread' | 'problem';
}

/** Four characters fit on the badge. */
const MOST = 999;

/**
 * What the toolbar button shows: unread stories as the list counts them, or that there are some, or nothing, as
 * the user likes; and `!` when nothing can be read.
 */
export function badgeOf(
  page: Pick<FrontPage, 'counters' | 'feedCount' | 'problems'> | null,
  style: Appearance['badge'],
): Badge {
  if (page === null || page.feedCount === 0) return { text: '', kind: 'none' };
  if (page.problems.failing >= page.feedCount) return { text: '!', kind: 'problem' };
  const unread = unreadOf(page);
  if (unread === 0 || style === 'off') return { text: '', kind: 'none' };
  if (style === 'dot') return { text: '•', kind: 'unread' };
  return { text: unread > MOST ? `${MOST}+` : String(unread), kind: 'unread' };
}
