import type { StoryLead } from '../domain/model';
import { t } from './i18n';
import { exactText, momentText } from './time-text';

/**
 * The mark on an edited story: "Edited 14:57", with the date when that is another day than the one it
 * stands under; "Edited" when no time is known.
 */
export function editedText(lead: StoryLead, sortAt: number): string {
  return lead.updatedAt === null ? t('edited') : t('editedAt', momentText(lead.updatedAt, sortAt));
}

/** The whole truth about a headline's times, for tooltip and screen reader. */
export function leadTimesText(lead: StoryLead, sortAt: number): string {
  const published = exactText(lead.publishedAt ?? sortAt);
  if (!lead.isEdited || lead.updatedAt === null) return t('publishedExact', published);
  const edited = momentText(lead.updatedAt, lead.publishedAt ?? sortAt);
  return t('publishedEditedExact', published, edited);
}
