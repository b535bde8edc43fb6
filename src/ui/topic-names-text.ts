import type { Topic } from '../domain/model';
import { locale, t } from './i18n';

/** The names of these topics in quotation marks, as a list in words. */
export function topicNamesText(topicIds: string[], topics: Topic[]): string {
  const named = topics.filter((topic) => topicIds.includes(topic.topicId));
  return new Intl.ListFormat(locale()).format(named.map((topic) => t('quoted', topic.name)));
}
