import type { ChoicesDifference } from '../domain/choices/difference';
import { locale, type MessageKey, t, tCount } from './i18n';

/** More names than this are counted. */
const MOST_NAMES = 6;

/** What a change of feeds, topics and settings would do, a sentence each; none when it does nothing. */
export function differenceLines(difference: ChoicesDifference): string[] {
  const { feedsAdded, feedsRemoved, feedsChanged } = difference;
  const { topicsAdded, topicsRemoved, topicsChanged, areSettingsChanged } = difference;
  return [
    ...named('feedsCome', feedsAdded),
    ...named('feedsGo', feedsRemoved),
    ...(feedsChanged > 0 ? [tCount('feedsChange', feedsChanged)] : []),
    ...named('topicsCome', topicsAdded),
    ...named('topicsGo', topicsRemoved),
    ...(topicsChanged > 0 ? [tCount('topicsChange', topicsChanged)] : []),
    ...(areSettingsChanged ? [t('settingsChange')] : []),
  ];
}

function named(key: MessageKey, names: string[]): string[] {
  if (names.length === 0) return [];
  const most = names.length > MOST_NAMES + 1 ? MOST_NAMES : names.length;
  const shown = names.slice(0, most).map((name) => t('quoted', name));
  const rest = names.length - most;
  const list = new Intl.ListFormat(locale()).format(
    rest > 0 ? [...shown, tCount('moreNames', rest)] : shown,
  );
  return [t(key, list)];
}
