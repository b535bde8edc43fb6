import type { Revision, StoryVersion } from '../../domain/model';
import { tCount } from '../i18n';
import { Wording } from './Wording';

/** Live reports are edited many times a day: the latest edits tell what a reader wants to know. */
const SHOWN_AT_ONCE = 3;

interface Edit {
  before: Revision;
  after: Pick<Revision, 'title' | 'summary'>;
}

/** Newest first. */
function editsOf(version: StoryVersion): Edit[] {
  const { revisions } = version;
  return revisions
    .map((before, index) => ({ before, after: revisions[index + 1] ?? version }))
    .reverse();
}

interface EditsProps {
  edits: Edit[];
  now: number;
  isDated: boolean;
}

function Edits({ edits, now, isDated }: EditsProps) {
  return (
    <ol class="revisions">
      {edits.map(({ before, after }) => (
        <li key={before.replacedAt}>
          <Wording before={before} after={after} now={now} isDated={isDated} />
        </li>
      ))}
    </ol>
  );
}

/** What the publisher changed, word by word: the last edits, and the earlier ones on demand. */
export function Revisions({ version, now }: { version: StoryVersion; now: number }) {
  const edits = editsOf(version);
  const earlier = edits.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Edits edits={edits.slice(0, SHOWN_AT_ONCE)} now={now} isDated={edits.length > 1} />
      {earlier.length > 0 && (
        <details class="earlier-edits">
          <summary>{tCount('earlierEdits', earlier.length)}</summary>
          <Edits edits={earlier} now={now} isDated />
        </details>
      )}
    </>
  );
}
