import browser from 'webextension-polyfill';
import type { NotificationRecord, Story } from '../domain/model';
import { countText, text } from './message-text';
import type { NotificationOptions } from './put-up';

const ICON = 'icons/icon-128.png';
const MOST_LINES = 5;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** In the order in which they stand on the notification; Chrome shows no more than two. */
export const BUTTONS = ['save', 'mute'] as const;

export function optionsFor(record: NotificationRecord, stories: Story[]): NotificationOptions {
  const [story] = stories;
  if (record.storyIds.length > 1 || record.occasion !== null || !story) {
    return summaryOptions(record, stories);
  }
  return {
    ...frame(),
    title: story.lead.title,
    message: [reasonText(record), publishersText(record, story)]
      .filter((part) => part !== '')
      .join(' · '),
    ...(isChrome()
      ? { buttons: [{ title: text('save') }, { title: text('notificationMute') }] }
      : {}),
  };
}

export function testOptions(): NotificationOptions {
  return {
    ...frame(),
    title: text('testNotificationTitle'),
    message: text('testNotificationText'),
  };
}

/** Several stories: a list, or lines of text. */
function summaryOptions({ occasion }: NotificationRecord, stories: Story[]): NotificationOptions {
  const count = stories.every(({ breaking }) => breaking !== null)
    ? countText('breakingStories', stories.length)
    : countText('newStories', stories.length);
  const shown = stories.slice(0, MOST_LINES);
  const message = shown.map(({ lead }) => lead.title).join('\n');
  const items = shown.map(({ lead }) => ({ title: lead.title, message: lead.publisher }));
  const list = canList() && items.length > 1 ? ({ type: 'list', items } as const) : {};
  return { ...frame(), title: summaryTitle(occasion, count), message, ...list };
}

function summaryTitle(occasion: NotificationRecord['occasion'], count: string): string {
  if (occasion === 'quiet') return text('summaryQuiet', count);
  return occasion === 'away' ? text('summaryAway', count) : count;
}

function frame(): Pick<NotificationOptions, 'type' | 'iconUrl'> {
  return { type: 'basic', iconUrl: browser.runtime.getURL(ICON) };
}

function reasonText({ reason, because }: NotificationRecord): string {
  const names = because.join(', ');
  switch (reason) {
    case 'breaking':
      return names === '' ? text('notificationBreaking') : text('notificationMarked', names);
    case 'topic':
      return text('notificationTopic', names);
    case 'corrected':
      return text('notificationCorrected');
    case 'turned':
      return text('notificationTurned');
    default:
      return '';
  }
}

/** "RT News", "5 publishers in 40 minutes". */
function publishersText({ publisherCount, spanMs }: NotificationRecord, story: Story): string {
  if (publisherCount <= 1) return story.lead.publisher;
  const publishers = countText('publishers', publisherCount);
  return spanMs < MINUTE_MS
    ? publishers
    : text('notificationPublishers', [publishers, spanText(spanMs)]);
}

function spanText(spanMs: number): string {
  if (spanMs < 2 * HOUR_MS) return countText('minutes', Math.round(spanMs / MINUTE_MS));
  return countText('hours', Math.round(spanMs / HOUR_MS));
}

/**
 * Chrome's lists are good where they are its own or the system takes plain text. On Linux it shows the message
 * as well, and headlines unescaped as markup; on macOS only the first item.
 */
function canList(): boolean {
  return isChrome() && /Windows|CrOS/.test(navigator.userAgent);
}

/** Firefox throws a type error for `buttons` and knows no lists; only it has getBrowserInfo. */
function isChrome(): boolean {
  return !('getBrowserInfo' in browser.runtime);
}
