import browser from 'webextension-polyfill';
import { type Badge, badgeOf } from '../domain/notify/badge';
import { readFrontPage, readSettings } from '../storage/read';

/** Accent ink for unread; a problem is also another character, not only another colour. */
const COLORS: Record<Badge['kind'], string> = {
  none: '#5c564d',
  unread: '#9c1c1c',
  problem: '#5c564d',
};

export async function updateBadge(): Promise<void> {
  const { appearance } = await readSettings();
  const { text, kind } = badgeOf(await readFrontPage(), appearance.badge);
  await browser.action.setBadgeBackgroundColor({ color: COLORS[kind] });
  await browser.action.setBadgeText({ text });
}
