import type { FeedCandidate } from '../../domain/model';
import { hostText } from '../address';
import { t, tCount } from '../i18n';
import type { Importing } from '../state/opml-import';

interface OpmlOutcomeProps {
  importing: Importing;
  onFollow: () => void;
}

const nameOf = ({ title, feedUrl }: FeedCandidate) => title ?? hostText(feedUrl);

function Refused({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{tCount('opmlRefused', lines.length)}</p>
      <ul class="names">
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}

export function OpmlOutcome({ importing, onFollow }: OpmlOutcomeProps) {
  if (importing.kind === 'idle') return null;
  if (importing.kind === 'not-opml') return <p class="complaint">{t('opmlUnreadable')}</p>;
  const unusable = importing.reading.refused.map(({ title, address }) =>
    t('opmlUnusable', title || address, address),
  );
  if (importing.kind === 'done') {
    const { added, already, refused } = importing.report;
    return (
      <>
        <p>{tCount('opmlAdded', added.length)}</p>
        {already.length > 0 && <p>{tCount('opmlAlready', already.length)}</p>}
        <Refused
          lines={[
            ...unusable,
            ...refused.map(({ address }) => t('opmlUnusable', address, address)),
          ]}
        />
      </>
    );
  }
  const { candidates } = importing.reading;
  return (
    <>
      <p>{tCount('opmlFound', candidates.length)}</p>
      <ul class="names">
        {candidates.map((candidate) => (
          <li key={candidate.feedUrl} dir="auto">
            {nameOf(candidate)}
          </li>
        ))}
      </ul>
      <Refused lines={unusable} />
      {importing.isRefused && <p class="complaint">{t('opmlAccessRefused')}</p>}
      {candidates.length > 0 && (
        <button type="button" class="button is-primary" onClick={onFollow}>
          {t('opmlFollow')}
        </button>
      )}
    </>
  );
}
