import type { FeedCandidate } from '../../domain/model';
import { hostText } from '../address';
import { t, tCount } from '../i18n';
import type { Importing, OpmlImport } from '../state/opml-import';
import type { FollowedFeed } from '../state/options-store';
import { OpmlReport } from './OpmlReport';
import { Names, Unusable } from './OpmlUnusable';

interface OpmlOutcomeProps {
  opml: OpmlImport;
  feeds: FollowedFeed[];
}

const nameOf = ({ title, feedUrl }: FeedCandidate) => title ?? hostText(feedUrl);

export function OpmlOutcome({ opml, feeds }: OpmlOutcomeProps) {
  const importing = opml.importing.value;
  switch (importing.kind) {
    case 'idle':
      return null;
    case 'not-opml':
      return <p class="complaint">{t('opmlUnreadable')}</p>;
    case 'read':
      return <Offer {...importing} onFollow={opml.follow} />;
    case 'done':
      return <OpmlReport {...importing} feeds={feeds} onUndo={opml.undo} />;
    case 'undone':
      return <p>{tCount('opmlUndone', importing.count)}</p>;
    case 'busy':
      return <p>{t('opmlBusy')}</p>;
  }
}

type Read = Extract<Importing, { kind: 'read' }>;

function Offer({ reading, isRefused, onFollow }: Read & { onFollow: () => void }) {
  const { candidates, refused } = reading;
  return (
    <>
      <p>{tCount('opmlFound', candidates.length)}</p>
      <Names lines={candidates.map(nameOf)} />
      <Unusable outlines={refused} />
      {isRefused && <p class="complaint">{t('opmlAccessRefused')}</p>}
      {candidates.length > 0 && (
        <button type="button" class="button is-primary" onClick={onFollow}>
          {t('opmlFollow')}
        </button>
      )}
    </>
  );
}
