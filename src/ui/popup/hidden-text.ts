import type { FrontPage } from '../../domain/model';
import { locale, t, tCount } from '../i18n';

/** How many stories each muting topic hides; null when none does. */
export function hiddenText({ counters, topics }: FrontPage): string | null {
  const hiding = topics
    .filter((topic) => topic.action === 'mute')
    .map(({ name, topicId }) => ({ name, count: counters.hiddenByTopic[topicId] ?? 0 }))
    .filter(({ count }) => count > 0);
  const [first] = hiding;
  if (!first) return null;
  if (hiding.length === 1) return tCount('storiesHidden', first.count, first.name);
  // A story may be hidden by two topics: no sum of theirs would be true.
  const parts = hiding.map(({ name, count }) => tCount('hiddenPart', count, name));
  return t('hiddenParts', new Intl.ListFormat(locale()).format(parts));
}
