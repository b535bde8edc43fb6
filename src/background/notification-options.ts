import browser, { type Notifications } from 'webextension-polyfill';
import type { NotificationRecord, Story } from '../domain/model';

/** Chrome only; Firefox throws on keys it does not know (see `hasButtons`). */
type Options = Notifications.CreateNotificationOptions & { buttons?: { title: string }[] };

const ICON = 'icons/icon-128.png';
const MOST_LINES = 5;

export function optionsFor(record: NotificationRecord, stories: Story[]): Options {
  const [story] = stories;
  if (stories.length > 1 || !story) return summaryOptions(stories);
  const { title, publisher } = story.lead;
  return {
    ...frame(),
    title,
    message: [reasonText(record), publishersText(publisher, story.publisherCount)]
      .filter((part) => part !== '')
      .join(' · '),
    ...(hasButtons() ? { buttons: [{ title: text('open') }, { title: text('save') }] } : {}),
  };
}

export function testOptions(): Options {
  return {
    ...frame(),
    title: text('testNotificationTitle'),
    message: text('testNotificationText'),
  };
}

function summaryOptions(stories: Story[]): Options {
  return {
    ...frame(),
    title: text('notificationSummary', String(stories.length)),
    message: stories
      .slice(0, MOST_LINES)
      .map(({ lead }) => lead.title)
      .join('\n'),
  };
}

function frame(): Pick<Options, 'type' | 'iconUrl'> {
  return { type: 'basic', iconUrl: browser.runtime.getURL(ICON) };
}

function reasonText({ reason, because }: NotificationRecord): string {
  const names = because.join(', ');
  if (reason === 'breaking') return text('notificationBreaking', names);
  return reason === 'topic' ? text('notificationTopic', names) : '';
}

function publishersText(publisher: string, count: number): string {
  return count > 1 ? text('notificationPublishers', [publisher, String(count - 1)]) : publisher;
}

function text(key: string, substitutions: string | string[] = []): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** Firefox throws a type error for `buttons`; only it has getBrowserInfo. */
function hasButtons(): boolean {
  return !('getBrowserInfo' in browser.runtime);
}
