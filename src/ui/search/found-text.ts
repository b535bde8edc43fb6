import { t, tCount } from '../i18n';
import type { StorySearch } from '../state/story-search';

/** How many stories were found; nothing while nothing is asked. */
export function foundText({ text, isBusy, outcome }: StorySearch, count: number): string {
  const answered = outcome.value;
  if (text.value.trim() === '' || answered?.isBlank) return '';
  if (!answered || (isBusy.value && count === 0)) return t('searchBusy');
  return answered.isDone ? tCount('searchFound', count) : tCount('searchNewest', count);
}
