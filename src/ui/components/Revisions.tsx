import type { StoryVersion } from '../../domain/model';
import { t } from '../i18n';
import { momentText } from '../time-text';

/** Earlier headlines struck, oldest first, then the present one. */
export function Revisions({ version, now }: { version: StoryVersion; now: number }) {
  const earlier = version.revisions.filter((revision, index, all) => {
    const next = all[index + 1]?.title ?? version.title;
    return revision.title !== next;
  });
  if (earlier.length === 0) return <p class="note">{t('summaryEdited')}</p>;
  return (
    <ol class="revisions">
      {earlier.map((revision) => (
        <li key={revision.replacedAt}>
          <del dir="auto">{revision.title}</del>
          <span class="note">{t('untilTime', momentText(revision.replacedAt, now))}</span>
        </li>
      ))}
      <li>
        <ins dir="auto">{version.title}</ins>
        <span class="note">{t('nowReads')}</span>
      </li>
    </ol>
  );
}
