import type { FrontPage } from '../model';

export interface Badge {
  text: string;
  kind: 'none' | 'unread' | 'problem';
}

/** Four characters fit on the badge. */
const MOST = 999;

/** What the toolbar button shows: unread stories as the list counts them, or `!` when nothing can be read. */
export function badgeOf(
  page: Pick<FrontPage, 'counters' | 'feedCount' | 'problems'> | null,
): Badge {
  if (page === null || page.feedCount === 0) return { text: '', kind: 'none' };
  if (page.problems.failing >= page.feedCount) return { text: '!', kind: 'problem' };
  const { unread } = page.counters;
  if (unread === 0) return { text: '', kind: 'none' };
  return { text: unread > MOST ? `${MOST}+` : String(unread), kind: 'unread' };
}
