import type { FeedCandidate } from '../../domain/model';
import { hostText } from '../address';
import { Notice } from '../components/Notice';
import { t, tCount } from '../i18n';
import type { Adding } from '../state/feed-adder';

export interface AddOutcomeProps {
  adding: Adding;
  onChoose: (feedUrl: string) => void;
  onAllow: (origins: string[]) => void;
  onRetry: () => void;
}

function Candidates(props: { candidates: FeedCandidate[]; onChoose: (feedUrl: string) => void }) {
  return (
    <>
      <p>{t('candidatesText')}</p>
      <ul class="candidates">
        {props.candidates.map(({ feedUrl, title }) => (
          <li key={feedUrl}>
            <button type="button" class="button" onClick={() => props.onChoose(feedUrl)}>
              <span dir="auto">{title ?? hostText(feedUrl)}</span>
            </button>
            <span class="note address" dir="ltr">
              {feedUrl}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcome({ adding, onChoose, onAllow, onRetry }: AddOutcomeProps) {
  switch (adding.kind) {
    case 'busy':
      return <p>{t('addBusy')}</p>;
    case 'refused': {
      const { origins } = adding;
      return (
        <Notice
          text={t('addRefused')}
          action={{
            label: t('allowAccess'),
            onClick: () => (origins ? onAllow(origins) : onRetry()),
          }}
        />
      );
    }
    case 'added':
      return <p>{tCount('addAdded', adding.articleCount, adding.feed.title)}</p>;
    case 'already':
      return <p>{t('addAlready', adding.feed.title)}</p>;
    case 'candidates':
      return <Candidates candidates={adding.candidates} onChoose={onChoose} />;
    case 'failed': {
      const { error } = adding;
      return error.kind === 'permission' ? (
        <button type="button" class="button" onClick={() => onAllow([error.origin])}>
          {t('allowAccess')}
        </button>
      ) : null;
    }
    case 'idle':
      return null;
  }
}

/** What came of adding a feed; said to screen readers as it changes. */
export function AddOutcome(props: AddOutcomeProps) {
  return (
    <div class="outcome" role="status">
      <Outcome {...props} />
    </div>
  );
}
