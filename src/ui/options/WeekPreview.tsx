import { heldBackText, toldText } from '../held-back-text';
import { t, tCount } from '../i18n';
import type { WeekPreview as Preview } from '../state/notification-store';
import { Telling, type TellingEntry } from './Telling';

/** As many as a person looks through, of the told and of the held back. */
const MOST_SHOWN = 50;

/** What the present settings would have brought in the last seven days; null while that is worked out. */
export function WeekPreview({ preview }: { preview: Preview | null }) {
  const entries = preview ? entriesOf(preview) : [];
  return (
    <div class="week-preview">
      <p role="status">{preview ? countText(preview) : t('weekComputing')}</p>
      {entries.length > 0 && (
        <details>
          <summary>{t('weekDetails')}</summary>
          <Telling entries={entries} />
        </details>
      )}
    </div>
  );
}

function countText({ records, held }: Preview): string {
  const told = tCount('weekTold', records.length);
  return held.length > 0 ? `${told} ${tCount('weekHeld', held.length)}` : told;
}

/** The newest of both, in order of time. */
function entriesOf({ records, held, titles }: Preview): TellingEntry[] {
  const told = records.slice(-MOST_SHOWN).map((record) => ({
    ...{ key: record.notificationId, at: record.decidedAt, why: toldText(record), isHeld: false },
    headlines: record.storyIds.flatMap((storyId) => titles.get(storyId) ?? []),
  }));
  const heldBack = held.toSorted((a, b) => b.heldAt - a.heldAt).slice(0, MOST_SHOWN);
  return [
    ...told,
    ...heldBack.map((story) => ({
      ...{ key: `held ${story.heldId}`, at: story.heldAt, why: heldBackText(story), isHeld: true },
      headlines: [story.title],
    })),
  ].sort((a, b) => b.at - a.at);
}
