import { type MessageKey, t } from './i18n';
import type { Blocker, TestOutcome } from './state/notification-store';

const CHROME_OS = /CrOS/;

const ON_SYSTEMS: [RegExp, MessageKey][] = [
  [CHROME_OS, 'allowOnChromeOs'],
  [/Windows/, 'allowOnWindows'],
  [/Macintosh/, 'allowOnMac'],
];

/** Who blocks notifications, and how to allow them in this browser on this system. */
export function blockedText(blocker: Blocker): string {
  if (blocker === 'system') return `${t('blockedBySystem')} ${onThisSystem()}`;
  // Only ChromeOS has a switch for each extension.
  const isChromeOs = CHROME_OS.test(navigator.userAgent);
  return `${t('blockedByBrowser')} ${isChromeOs ? onThisSystem() : t('allowInBrowser')}`;
}

/** What became of the test notification; '' before one was sent. */
export function testText(outcome: TestOutcome, blocker: Blocker | null): string {
  if (outcome === null) return '';
  if (outcome === 'sent') return `${t('testSent')} ${onThisSystem()}`;
  return `${t('testBlocked')} ${blockedText(blocker ?? 'system')}`;
}

function onThisSystem(): string {
  const [, key] = ON_SYSTEMS.find(([system]) => system.test(navigator.userAgent)) ?? [];
  return t(key ?? 'allowOnLinux');
}
