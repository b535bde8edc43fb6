import browser from 'webextension-polyfill';
import { createTurns } from '../domain/in-turn';
import { type Badge, badgeOf } from '../domain/notify/badge';
import { readFrontPage, readSettings } from '../storage/read';

/** Accent ink for unread; a problem is also another character, not only another colour. */
const COLORS: Record<Badge['kind'], string> = {
  none: '#5c564d',
  unread: '#9c1c1c',
  problem: '#5c564d',
};

const inTurn = createTurns();

/** One after the other, so that the last one shows what is stored last. */
export function updateBadge(): Promise<void> {
  return inTurn(showBadge);
}

async function showBadge(): Promise<void> {
  const { appearance } = await readSettings();
  const { text, kind } = badgeOf(await readFrontPage(), appearance.badge);
  await browser.action.setBadgeBackgroundColor({ color: COLORS[kind] });
  await browser.action.setBadgeText({ text });
}
