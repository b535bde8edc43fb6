import type { HeldStory } from '../../domain/model';
import { heldBackText, toldText } from '../held-back-text';
import { t, tCount } from '../i18n';
import type { WeekPreview as Preview } from '../state/notification-store';
import { exactText } from '../time-text';

/** As many as a person looks through. */
const MOST_SHOWN = 50;

/** What the present settings would have brought in the last seven days; null while that is worked out. */
export function WeekPreview({ preview }: { preview: Preview | null }) {
  if (preview === null) {
    return (
      <div class="preview week-preview">
        <p role="status">{t('weekComputing')}</p>
      </div>
    );
  }
  const { records, held, titles } = preview;
  return (
    <div class="preview week-preview">
      <p role="status">
        {tCount('weekTold', records.length)} {held.length > 0 && tCount('weekHeld', held.length)}
      </p>
      {records.length + held.length > 0 && (
        <details>
          <summary>{t('weekDetails')}</summary>
          <ul class="telling">
            {records
              .toReversed()
              .slice(0, MOST_SHOWN)
              .map((record) => (
                <li key={record.notificationId}>
                  <p class="note">
                    {exactText(record.decidedAt)}. {toldText(record)}
                  </p>
                  {record.storyIds.map((storyId) => (
                    <p key={storyId} class="headline" dir="auto">
                      {titles.get(storyId)}
                    </p>
                  ))}
                </li>
              ))}
            {byTime(held).map((story) => (
              <li key={story.heldId} class="is-held">
                <p class="note">
                  {exactText(story.heldAt)}. {heldBackText(story)}
                </p>
                <p class="headline" dir="auto">
                  {story.title}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function byTime(held: HeldStory[]): HeldStory[] {
  return held.toSorted((a, b) => b.heldAt - a.heldAt).slice(0, MOST_SHOWN);
}
